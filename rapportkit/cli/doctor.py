"""`rapportkit doctor`: what is installed, where everything lies, what is amiss, and what to do about it."""

from __future__ import annotations

import os
import re
import shutil
import sys
import tempfile
from collections.abc import Iterator
from datetime import datetime
from importlib.metadata import PackageNotFoundError, requires, version
from pathlib import Path
from typing import Annotated, Any, Literal, NamedTuple

import typer

from rapportkit import __version__
from rapportkit.cli.lesson_opener import what_is_amiss
from rapportkit.cli.output import print_json
from rapportkit.cli.start import can_open_a_browser
from rapportkit.errors import InvalidValue, RapportError, WorkbookError
from rapportkit.interviews import zone_called
from rapportkit.lessons import exercises_folder, lessons, lessons_folder
from rapportkit.workbook.backups import backups_of, is_whole, set_aside_of
from rapportkit.workbook.codec import KINDS, class_of
from rapportkit.workbook.place import default_workbook, machine_zone
from rapportkit.workbook.rescue import check
from rapportkit.workbook.store import Workbook

State = Literal["fine", "note", "mend"]
"""`note`: good to know, nothing is lost by it. `mend`: something must be done."""

_INSTALL = 'pip install --upgrade "rapportkit[lab]"'
_ROOM = 50 << 20
_REQUIREMENT = re.compile(r"([A-Za-z0-9._-]+)(?:\[[^\]]*\])? *([^;]*)(?:; *(.*))?")
_OLDEST_PYTHON = (3, 11)


class Finding(NamedTuple):
    """One thing that was looked at: what it is, how it is, what was found, and what to do where something must be."""

    name: str
    state: State
    found: str
    do: str | None = None


def doctor(
    as_json: Annotated[bool, typer.Option("--json", help="Print one JSON object.")] = False,
    workbook: Annotated[
        str, typer.Option("--workbook", metavar="FILE", help="The workbook to look at. Default: as for the lessons.")
    ] = "",
) -> None:
    """Look at what is installed and at your workbook; say what is amiss and what to do. Status 1 if there is."""
    path = Path(workbook).expanduser() if workbook else default_workbook(os.environ, Path.cwd(), Path.home())
    findings = [*installed(), *places(), *about_workbook(path), zone()]
    fine = all(one.state != "mend" for one in findings)
    if as_json:
        print_json({"version": __version__, "fine": fine, "findings": [one._asdict() for one in findings]})
    else:
        typer.echo("\n".join(_as_text(findings)))
    if not fine:
        raise typer.Exit(1)


def installed() -> Iterator[Finding]:
    """Python, the packages that we lean on with what is asked of each, JupyterLab's extension, a browser."""
    here = ".".join(map(str, sys.version_info[:3]))
    ready = sys.version_info[:2] >= _OLDEST_PYTHON
    yield Finding("Python", *(("fine", here) if ready else ("mend", here, "Install Python 3.11 or newer.")))
    try:
        wanted = requires("rapportkit") or []
    except PackageNotFoundError:
        yield Finding("rapportkit", "mend", "not installed, only run from its folder", "In that folder: pip install .")
        wanted = []
    for name, limits, group in map(parsed, wanted):
        if group in ("", "lab"):
            yield package(name, limits)
    yield extension(Path(sys.prefix))
    opens = can_open_a_browser()
    yield Finding("browser", "fine" if opens else "note", "one opens by itself" if opens else
                  "none opens by itself here: rapportkit start prints the address to open")  # fmt: skip


def parsed(requirement: str) -> tuple[str, str, str]:
    """
    The name, the limits and the group of a requirement; the group is empty for what everybody needs.

        >>> parsed("jupyterlab<5,>=4.5; extra == 'lab'")
        ('jupyterlab', '<5,>=4.5', 'lab')
    """
    found = _REQUIREMENT.fullmatch(requirement)
    if found is None:
        return requirement, "", "other"
    name, limits, marker = found.group(1), found.group(2).strip(), found.group(3) or ""
    extra = re.search(r"extra == ['\"]([^'\"]+)['\"]", marker)
    return name, limits, extra.group(1) if extra else "other" if marker else ""


def package(name: str, limits: str) -> Finding:
    """Whether a package is installed in a version within its *limits*."""
    try:
        here = version(name)
    except PackageNotFoundError:
        return Finding(name, "mend", f"not installed; wanted: {limits}", _INSTALL)
    if within(here, limits):
        return Finding(name, "fine", here)
    return Finding(name, "mend", f"{here}; wanted: {limits}", _INSTALL)


def within(here: str, limits: str) -> bool:
    """
    Whether a version lies within limits such as `>=4.5,<5`, by its numbers.

        >>> within("4.10.1", ">=4.5,<5"), within("5.0", ">=4.5,<5")
        (True, False)
    """
    mine = _numbers(here)
    for limit in filter(None, (part.strip() for part in limits.split(","))):
        bound = _numbers(limit.lstrip("<>=!~ "))
        if (limit.startswith(">=") and mine < bound) or (limit.startswith("<") and mine >= bound):
            return False
    return True


def extension(prefix: Path) -> Finding:
    """Whether JupyterLab will find our extension, which runs a lesson as it opens."""
    amiss = what_is_amiss(prefix)
    if amiss is None:
        return Finding("lesson opener", "fine", "JupyterLab runs a lesson as it opens")
    todo = "Install rapportkit once more, or switch it on. Until then, in each lesson: Run, Run All Cells, once."
    return Finding("lesson opener", "note", amiss, todo)


def places() -> Iterator[Finding]:
    """Where the lessons and the exercises are that come with rapportkit."""
    try:
        yield Finding("lessons", "fine", f"{len(lessons())} in '{lessons_folder()}'")
        yield Finding("exercises", "fine", f"{len(list(exercises_folder().glob('*.toml')))} in '{exercises_folder()}'")
    except RapportError as error:
        yield Finding("lessons", "mend", str(error), _INSTALL)


def about_workbook(path: Path) -> Iterator[Finding]:
    """Where the workbook is, whether it is whole, its backups, and whether there is room to write."""
    yield whole(Workbook(path, lambda: datetime.now().astimezone()))
    yield backups(path)
    yield writable(path)


def whole(workbook: Workbook) -> Finding:
    """Whether every answer can be read. None of them is shown: only where they are, and how many."""
    path = workbook.path
    try:
        if not path.exists() and not backups_of(path):
            return Finding("workbook", "fine", f"'{path}': not there yet, made at the first save")
        check(workbook)
    except (RapportError, OSError) as error:
        return Finding("workbook", "mend", f"'{path}' cannot be opened", getattr(error, "at_the_prompt", str(error)))
    count = 0
    for kind in KINDS:
        try:
            count += len(workbook.all(class_of(kind)))
        except WorkbookError:  # its sentence quotes what is in there, and others may read over one's shoulder
            return Finding("workbook", "mend", f"'{path}': one of the answers of the kind '{kind}' cannot be read",
                           "Update rapportkit; if that does not help, restore an earlier download.")  # fmt: skip
    return Finding("workbook", "fine", f"'{path}': opens and is whole, {count} {'answer' if count == 1 else 'answers'}")


def backups(path: Path) -> Finding:
    """How many backups there are, and whether the newest is whole."""
    try:
        found, aside = backups_of(path, datetime.now().astimezone().date()), set_aside_of(path)
    except OSError:
        return Finding("backups", "note", "their folder is closed to you")
    also = f"; {len(aside)} damaged put aside" if aside else ""
    if not found:
        return Finding("backups", "fine", f"none yet: one is made on each day you save{also}")
    day = found[0].stem[-10:]
    if is_whole(found[0]):
        return Finding("backups", "fine", f"{len(found)}, the newest of {day}{also}")
    return Finding("backups", "mend", f"{len(found)}, but the newest, of {day}, is damaged{also}",
                   f"Delete '{found[0]}', then save something in a lesson: a new backup is made.")  # fmt: skip


def writable(path: Path) -> Finding:
    """Whether something can be written where the workbook is, or will be, and whether there is room."""
    folder = next((one for one in path.absolute().parents if _is_there(one)), Path(path.anchor))
    elsewhere = "Set RAPPORTKIT_WORKBOOK to a file in a folder of your own."
    try:
        with tempfile.TemporaryFile(dir=folder) as file:
            file.write(b"x")
        free = shutil.disk_usage(folder).free
    except OSError as error:
        return Finding("folder", "mend", f"'{folder}' cannot be written ({error.strerror})", elsewhere)
    if free < _ROOM:
        return Finding("folder", "mend", f"'{folder}': only {free >> 20} MB are free", "Make some room on this disk.")
    return Finding("folder", "fine", f"'{folder}' can be written")


def zone() -> Finding:
    """The time zone that is guessed where nobody names one."""
    try:
        zone_called("Europe/London")
    except InvalidValue:
        return Finding("time zone", "mend", "this machine has no list of time zones", "pip install tzdata")
    guessed = machine_zone(os.environ, datetime.now().astimezone().replace(tzinfo=None))
    if guessed[0] in "+-":
        return Finding("time zone", "note", f"{guessed}, without a name: choose it in the welcome lesson")
    return Finding("time zone", "fine", guessed)


def _numbers(text: str) -> tuple[int, ...]:
    """(4, 5) of '4.5.0rc1': zeros at the end and what is no number do not count."""
    start = re.match(r"[0-9]+(?:\.[0-9]+)*", text)
    numbers = [int(part) for part in start.group().split(".")] if start else []
    while numbers and numbers[-1] == 0:
        numbers.pop()
    return tuple(numbers)


def _is_there(folder: Path) -> bool:
    try:
        return folder.is_dir()
    except OSError:
        return False


def _as_text(findings: list[Finding]) -> Iterator[str]:
    yield f"rapportkit {__version__}\n"
    words: dict[Any, str] = {"fine": "fine", "note": "note", "mend": "MEND"}
    for one in findings:
        yield f"{words[one.state]}  {one.name:<14} {one.found}"
        if one.do:
            yield f"      {'':<14} What to do: {one.do}"
    count = sum(one.state == "mend" for one in findings)
    todo = f"{count} {'thing needs' if count == 1 else 'things need'} mending: see MEND above."
    yield f"\n{todo if count else 'Nothing that we look at needs mending.'}"
