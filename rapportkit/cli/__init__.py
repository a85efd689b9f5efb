"""The command line: one file a group of commands; the only place that prints."""

from __future__ import annotations

import sys
from collections.abc import Sequence


def main(arguments: Sequence[str] | None = None) -> None:
    """Run the command line and leave with its exit status: 0 done, 1 a failure in one sentence, 2 wrong usage."""
    from rapportkit.cli.app import run

    sys.exit(run(sys.argv[1:] if arguments is None else list(arguments)))
