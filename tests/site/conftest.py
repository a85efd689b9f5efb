"""The build of the site runs in an environment of its own, with packages that the tests do not have."""

collect_ignore = ["build.py"]
