"""
The house keeps its shape: imports go one way, each package has one door, and only a few rooms touch the world.

Direction: errors <- record, disk, downloads <- people <- ground <- words <- talk <- interviews, follow_ups, cards,
evidence, practice, decision, moments, relationships, guidance, printed, zones <- exercises, listening, drills,
from_before, suited <- brief, pictures, assignment <- workbook, placed, manifest <- lessons <- handin <- coaching <-
views, cli. An arrow may be jumped, never turned.
"""

from __future__ import annotations

import ast
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

PACKAGE = Path(__file__).resolve().parent.parent / "rapportkit"

FLOORS = (
    {"errors"},
    {"record", "disk", "downloads"},
    {"people"},
    {"ground"},
    {"words"},
    {"talk"},
    {"interviews", "follow_ups", "cards", "evidence", "practice", "decision", "moments", "relationships", "printed"}
    | {"guidance", "zones"},
    {"exercises", "listening", "drills", "from_before", "suited"},
    {"brief", "pictures", "assignment"},
    {"workbook", "placed", "manifest"},
    {"lessons"},
    {"handin"},
    {"coaching"},
    {"views", "cli", "__main__"},
)
FLOOR = {room: number for number, rooms in enumerate(FLOORS) for room in rooms}

DOORS = {
    "IPython": ("views/",),
    "distributed": ("coaching/cluster.py",),
    "icalendar": ("follow_ups",),
    "ipywidgets": ("views/",),
    "jinja2": ("printed.py",),
    "jupyter_core": ("cli/locked_home.py",),
    "jupyter_server": ("cli/pages.py",),
    "js": ("workbook/place.py",),
    "jupyterlab": ("cli/start.py",),
    "pandas": ("views/spreadsheet.py",),
    "pydantic": ("",),
    "pydantic_core": ("",),
    "pypdf": ("people/linkedin_pdf.py",),
    "sqlite3": ("workbook/",),
    "tornado": ("cli/pages.py",),
    "traitlets": ("cli/pages.py",),
    "typer": ("cli/",),
    "voila": ("cli/pages.py",),
    "webbrowser": ("cli/start.py",),
    "webvtt": ("talk/captions.py",),
    "zmq": ("cli/start.py",),
}
"""Where a package may be imported; one that stands neither here nor in the standard library, nowhere."""

NETWORK = {
    "ftplib",
    "http",
    "imaplib",
    "poplib",
    "smtplib",
    "socket",
    "socketserver",
    "ssl",
    "urllib.request",
    "xmlrpc",
}
DISK = {"fileinput", "glob", "io.open", "mmap", "os", "pathlib.Path", "shutil", "subprocess", "tempfile"}
CHANCE = {"random", "secrets", "uuid.uuid1", "uuid.uuid4"}
CLOCK = {"time"}
WORLDLY = ("disk.py", "workbook/", "lessons.py", "placed.py", "manifest.py", "coaching/", "cli/")
"""Rooms that touch disk, clock and chance. A face reads the clock, and where its workbook is, as it is opened."""

FACE = "views/lesson.py"
CLOCKS = {("datetime", "now"), ("datetime", "today"), ("datetime", "utcnow"), ("date", "today")}


def faults(package: Path) -> list[str]:
    """Every place in *package* where the house loses its shape, as `file:line: what`."""
    found = []
    for path in sorted(package.rglob("*.py")):
        name = path.relative_to(package).as_posix()
        tree = ast.parse(path.read_text(encoding="utf-8"))
        for line, fault in [*import_faults(name, tree), *call_faults(name, tree)]:
            found.append(f"{name}:{line}: {fault}")
    return found


def imports(tree: ast.AST) -> Iterator[tuple[int, str]]:
    """Every module or name that is imported anywhere, with its line; relative imports as `.`."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from ((node.lineno, alias.name) for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            start = "." * node.level + (node.module or "")
            yield from ((node.lineno, f"{start}.{alias.name}") for alias in node.names)


def import_faults(name: str, tree: ast.AST) -> Iterator[tuple[int, str]]:
    yield from ((line, fault) for line, imported in imports(tree) if (fault := import_fault(name, imported)))


def import_fault(name: str, imported: str) -> str | None:
    """What is wrong with one import in the file called *name*; None where nothing is."""
    top, _, rest = imported.partition(".")
    if not top:
        return "a relative import: name the room"
    if top == "rapportkit":
        return direction_fault(name, rest.partition(".")[0])
    if top in DOORS:
        return None if name.startswith(DOORS[top]) else f"{top} belongs in {', '.join(DOORS[top])}"
    if top not in sys.stdlib_module_names:
        return f"{top} has no room that may import it"
    if of(imported, NETWORK):
        return f"{imported} reaches beyond this machine"
    forbidden = CHANCE | CLOCK if name == FACE else DISK | CHANCE | CLOCK
    if of(imported, forbidden) and not name.startswith(WORLDLY):
        return f"{imported} touches disk, chance or the clock"
    return None


def direction_fault(name: str, target: str) -> str | None:
    """Why a file may not import the room *target*; None where it may. The package's own names are everybody's."""
    room = name.partition("/")[0].removesuffix(".py")
    if target not in FLOOR or room in ("__init__", target):
        return None if target in FLOOR or target.startswith("__") else f"{target} has no floor in this house"
    if room not in FLOOR:
        return f"{room} has no floor in this house"
    if FLOOR[target] > FLOOR[room] or {room, target} == {"views", "cli"}:
        return f"{room} must not import {target}"
    return None


def call_faults(name: str, tree: ast.AST) -> Iterator[tuple[int, str]]:
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name):
            if node.func.id in ("print", "input", "breakpoint") and not name.startswith("cli/"):
                yield node.lineno, f"{node.func.id}() outside cli"
            if node.func.id == "open" and not name.startswith(WORLDLY):
                yield node.lineno, "open() touches disk"
            if node.func.id in ("eval", "exec", "__import__"):
                yield node.lineno, f"{node.func.id}() hides what is run"
        elif isinstance(node, ast.Attribute) and isinstance(node.value, ast.Name):
            called = (node.value.id, node.attr)
            if called in CLOCKS and not name.startswith((*WORLDLY, FACE)):
                yield node.lineno, f"{'.'.join(called)} reads the clock"
            if called in {("sys", "stdout"), ("sys", "stderr"), ("sys", "stdin")} and not name.startswith("cli/"):
                yield node.lineno, f"{'.'.join(called)} outside cli"


def of(imported: str, modules: set[str]) -> bool:
    """Whether an import is of one of *modules*, or of something inside it."""
    return any(imported == module or imported.startswith(f"{module}.") for module in modules)


def circles(package: Path) -> list[str]:
    """Rooms that import each other, in a circle, while they are loaded."""
    needs: dict[str, set[str]] = {}
    for path in package.rglob("*.py"):
        room = path.relative_to(package).as_posix().partition("/")[0].removesuffix(".py")
        targets = {found.split(".")[1] for _, found in imports(ast.parse(path.read_text(encoding="utf-8")))
                   if found.startswith("rapportkit.")}  # fmt: skip
        needs.setdefault(room, set()).update(targets - {room})
    return [f"{room} <-> {other}" for room in needs for other in needs[room]
            if room < other and room in needs.get(other, ())]  # fmt: skip


def test_the_house_keeps_its_shape() -> None:
    assert faults(PACKAGE) == []


def test_no_two_rooms_need_each_other() -> None:
    assert circles(PACKAGE) == []


@pytest.mark.parametrize(
    ("file", "source", "fault"),
    [
        ("people/read.py", "from rapportkit.ground.find import find", "people must not import ground"),
        ("errors.py", "import rapportkit.record", "errors must not import record"),
        ("words/review.py", "def f():\n    from rapportkit.views import lesson", "words must not import views"),
        ("workbook/store.py", "from rapportkit import cli", "workbook must not import cli"),
        ("views/page.py", "from rapportkit.cli.output import print_json", "views must not import cli"),
        ("helpers.py", "from rapportkit.errors import RapportError", "helpers has no floor"),
        ("people/read.py", "from rapportkit.helpers import x", "helpers has no floor"),
        ("people/read.py", "from . import person", "relative import"),
        ("people/read.py", "import pypdf", "pypdf belongs in people/linkedin_pdf.py"),
        ("people/read.py", "from ipywidgets import HTML", "ipywidgets belongs in views/"),
        ("coaching/grade.py", "import distributed", "distributed belongs in coaching/cluster.py"),
        ("handin.py", "import rapportkit.coaching", "handin must not import coaching"),
        ("workbook/store.py", "import rapportkit.handin", "workbook must not import handin"),
        ("views/show_brief.py", "import jinja2", "jinja2 belongs in printed.py"),
        ("cli/people.py", "import sqlite3", "sqlite3 belongs in workbook/"),
        ("cards.py", "import numpy as np", "numpy has no room"),
        ("cli/start.py", "from urllib.request import urlopen", "beyond this machine"),
        ("workbook/store.py", "import socket", "beyond this machine"),
        ("people/read.py", "from pathlib import Path", "touches disk"),
        ("views/keep.py", "import os.path", "touches disk"),
        ("ground/find.py", "import random", "chance"),
        ("views/lesson.py", "from random import choice", "chance"),
        ("follow_ups.py", "from uuid import uuid4", "chance"),
        ("cards.py", "from time import monotonic", "clock"),
        ("people/read.py", "def f(p):\n    return open(p)", "open() touches disk"),
        ("follow_ups.py", "from datetime import datetime\nnow = datetime.now()", "datetime.now reads the clock"),
        ("views/keep.py", "from datetime import date\ntoday = date.today", "date.today reads the clock"),
        ("workbook/store.py", "print('saved')", "print() outside cli"),
        ("views/keep.py", "import sys\nsys.stderr.write('x')", "sys.stderr outside cli"),
        ("cards.py", "eval('1')", "eval() hides"),
    ],
)
def test_a_house_out_of_shape_is_noticed(tmp_path: Path, file: str, source: str, fault: str) -> None:
    (tmp_path / file).parent.mkdir(exist_ok=True)
    (tmp_path / file).write_text(source, encoding="utf-8")

    found = faults(tmp_path)

    assert len(found) == 1, found
    assert found[0].startswith(f"{file}:")
    assert fault in found[0]


@pytest.mark.parametrize(
    ("file", "source"),
    [
        ("ground/find.py", "from rapportkit.errors import RapportError\nfrom rapportkit import people"),
        ("cli/start.py", "import secrets, webbrowser\nfrom pathlib import Path\nprint('hello')"),
        ("views/lesson.py", "from os import environ\nfrom datetime import datetime\nnow = datetime.now"),
        ("views/keep.py", "def f(self):\n    return self.lesson.now()"),
        ("follow_ups/mail.py", "from uuid import uuid5\nfrom io import BytesIO\nfrom pathlib import PurePath"),
        ("people/read.py", "from rapportkit import __version__"),
    ],
)
def test_a_house_in_shape_is_left_alone(tmp_path: Path, file: str, source: str) -> None:
    (tmp_path / file).parent.mkdir(exist_ok=True)
    (tmp_path / file).write_text(source, encoding="utf-8")

    assert faults(tmp_path) == []


def test_two_rooms_on_one_floor_may_not_need_each_other(tmp_path: Path) -> None:
    (tmp_path / "cards.py").write_text("from rapportkit.evidence import claim")
    (tmp_path / "evidence.py").write_text("from rapportkit.cards import Card")

    assert circles(tmp_path) == ["cards <-> evidence"]
