"""Panels for lessons, one a file. `_page` is the frame that they share."""

import gc

# What a kernel holds before a lesson opens stays for good. Left to itself, Python would look through all of it again
# and again while ours is loaded, which is a fifth of the time until a lesson is there.
gc.freeze()
