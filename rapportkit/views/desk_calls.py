"""What the panels of a desk call each other for: the names under which their lesson shares the calls."""

from __future__ import annotations

TO_JUDGE = "to judge"
"""Brings up the first answer that waits for the coach."""

WRITE_BACK = "write back"
"""Writes what goes back."""

JUDGED = "judged"
"""Is told that nothing waits any more."""
