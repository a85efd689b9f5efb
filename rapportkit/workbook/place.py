"""Where the learner's workbook lies."""

from __future__ import annotations

from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path

from rapportkit.errors import InvalidValue
from rapportkit.interviews import zone_called

NAME = "workbook.sqlite3"


def default_workbook(environ: Mapping[str, str], cwd: Path, home: Path) -> Path:
    """
    The file that is meant where nobody names one.

    RAPPORTKIT_WORKBOOK where it is set; else `workbook.sqlite3` in the folder one is in, if there is one; else
    `rapportkit/workbook.sqlite3` at home.

        >>> default_workbook({"RAPPORTKIT_WORKBOOK": "mine.sqlite3"}, Path("/tmp"), Path("/home/ada")).as_posix()
        '/tmp/mine.sqlite3'
    """
    named = environ.get("RAPPORTKIT_WORKBOOK", "").strip()
    if named:
        return cwd / (home / named[2:] if named.startswith("~/") else named)
    here = cwd / NAME
    return here if here.is_file() else home / "rapportkit" / NAME


def machine_zone(environ: Mapping[str, str]) -> str:
    """The IANA name of this machine's time zone, from TZ or the system's own link; UTC where neither tells."""
    link = Path("/etc/localtime")
    for told in (environ.get("TZ", "").lstrip(":"), link.resolve().as_posix().partition("zoneinfo/")[2]):
        with suppress(InvalidValue):  # unset, or a rule such as 'CET-1CEST' that has no name: ask the next
            zone_called(told)
            return told
    return "UTC"
