"""The command line: one file a group of commands; the only place that prints."""

from __future__ import annotations

import sys
from collections.abc import Sequence

_OLDEST_PYTHON = (3, 11)


def main(arguments: Sequence[str] | None = None) -> None:
    """Run the command line and leave with its exit status: 0 done, 1 a failure in one sentence, 2 wrong usage."""
    _refuse_an_old_python()
    try:
        from rapportkit.cli.app import run
    except ModuleNotFoundError as problem:
        sys.exit(
            f"rapportkit needs the package '{problem.name}', and the Python at '{sys.executable}' does not have it. "
            'Install what is missing, pip install --upgrade "rapportkit[lab]", or call the Python that has it.'
        )

    sys.exit(run(sys.argv[1:] if arguments is None else list(arguments)))


def _refuse_an_old_python() -> None:
    """Before anything is imported that an old Python cannot read."""
    if sys.version_info[:2] < _OLDEST_PYTHON:
        sys.exit(
            f"rapportkit needs Python 3.11 or newer, and '{sys.executable}' is {sys.version.split()[0]}. "
            'Install a newer one, then in an environment of it: pip install "rapportkit[lab]"'
        )
