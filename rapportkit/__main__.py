"""`python -m rapportkit` is the command line too."""

from rapportkit.cli import main

main()
