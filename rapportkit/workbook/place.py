"""Where the learner's workbook lies."""

from __future__ import annotations

import sys
from collections.abc import Mapping
from contextlib import suppress
from datetime import datetime, timedelta
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


def machine_zone(environ: Mapping[str, str], at: datetime) -> str:
    """
    The zone of this machine: its IANA name where the system tells, else its offset at the naive moment *at*.

    With an offset, days after the next clock change are an hour off; views and commands show the zone, and let
    it be changed.
    """
    told = environ.get("TZ", "").lstrip(":") or _zone_of_the_browser() or _zone_of_the_system()
    if told:
        with suppress(InvalidValue):  # a rule such as 'CET-1CEST', which has no name: the offset below is as true
            zone_called(told)
            return told
    minutes = (at.astimezone().utcoffset() or timedelta(0)) // timedelta(minutes=1)
    return f"{'-' if minutes < 0 else '+'}{abs(minutes) // 60:02}:{abs(minutes) % 60:02}"


def zone_in(path: str) -> str:
    """
    The IANA name in the path of a zone's file, which macOS may keep in `zoneinfo.default`; empty where there is none.

        >>> zone_in("/usr/share/zoneinfo.default/Europe/Rome"), zone_in("/etc/localtime")
        ('Europe/Rome', '')
    """
    _, _, below = path.partition("/zoneinfo")
    return below.partition("/")[2]


def _zone_of_the_system() -> str:
    return zone_in(Path("/etc/localtime").resolve().as_posix())


def _zone_of_the_browser() -> str:
    """The IANA name of the zone, where Python runs in a browser; else empty."""
    if sys.platform != "emscripten":
        return ""
    from js import Intl  # the page's own names, which are there only in a browser

    return str(Intl.DateTimeFormat().resolvedOptions().timeZone)
