"""Files and functions that one can hold in the head: a module of 250 lines, a panel of 120, a function of 25."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

PACKAGE = Path(__file__).resolve().parent.parent / "rapportkit"
MODULE, PANEL, FUNCTION = 250, 120, 25

FRAMES = {"views/_page.py", "views/lesson.py"}
"""What all panels share; neither is one, and a module's size is theirs."""

LARGER_FILES: dict[str, int] = {}
"""Lines of what is larger still. The list only shrinks: split by meaning, then take the line out."""

LONGER_FUNCTIONS = {
    "brief/page.py brief_page": 29,
    "brief/sections.py wide_column": 27,
    "cli/assign.py assign": 49,
    "cli/follow_ups.py follow_ups": 31,
    "cli/start.py jupyter_arguments": 27,
    "ground/clauses.py _cues": 30,
    "handin.py read_object": 27,
    "people/linkedin_layout.py read_runs": 26,
    "people/linkedin_pdf_2016.py read_old_form": 28,
    "people/pasted.py read_pasted": 28,
    "people/pasted_blocks.py _typed": 32,
    "people/pasted_people.py people_in": 30,
    "people/private_births.py _patterns": 33,
    "people/private_numbers.py _patterns": 26,
    "people/private_streets.py _patterns": 27,
    "people/read.py _read": 28,
    "views/do_exercise.py __init__": 32,
    "views/keep.py __init__": 28,
    "views/listen_once.py __init__": 29,
    "views/play_decision.py __init__": 26,
    "views/play_moments.py __init__": 28,
    "workbook/export.py _json": 29,
}
"""The same for functions, their docstrings not counted; a command's are mostly its options."""


def files() -> Iterator[tuple[str, str]]:
    for path in sorted(PACKAGE.rglob("*.py")):
        yield path.relative_to(PACKAGE).as_posix(), path.read_text(encoding="utf-8")


def most_of(name: str) -> int:
    return PANEL if name.startswith("views/") and name not in FRAMES else MODULE


def functions() -> Iterator[tuple[str, int]]:
    """Each function, by its file and its name, and its lines without those of its docstring."""
    for name, text in files():
        for node in ast.walk(ast.parse(text)):
            if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
                first = node.body[0]
                told = first.end_lineno - first.lineno + 1 if ast.get_docstring(node) else 0
                yield f"{name} {node.name}", node.end_lineno - node.lineno + 1 - told


def test_no_file_is_larger_than_one_can_hold_in_the_head() -> None:
    larger = {name: text.count("\n") for name, text in files() if text.count("\n") > most_of(name)}

    assert {name: lines for name, lines in larger.items() if lines > LARGER_FILES.get(name, 0)} == {}
    assert LARGER_FILES.keys() <= larger.keys(), "it shrank: take it off the list"


def test_no_function_is_longer_than_one_can_hold_in_the_head() -> None:
    longer = {name: lines for name, lines in functions() if lines > FUNCTION}

    assert {name: lines for name, lines in longer.items() if lines > LONGER_FUNCTIONS.get(name, 0)} == {}
    assert LONGER_FUNCTIONS.keys() <= longer.keys(), "it shrank: take it off the list"
