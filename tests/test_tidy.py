"""Every lesson is tidy and has the shape of a lesson."""

from __future__ import annotations

import ast
import json
from pathlib import Path
from typing import Any

import pytest

from rapportkit.lessons import lessons
from tests.tidy import KERNEL, PROMISE, is_tidy, main, read, run, tidy, written

MOST_CELLS = 18
MOST_LINES = 4
PARAMETERS = {"WORKBOOK", "TODAY", "SAMPLE"}
ABOUT = {"title": str, "minutes": int, "teaches": list, "evidence": list}

every_lesson = pytest.mark.parametrize("lesson", lessons(), ids=lambda path: path.stem)


def code_cells(notebook: dict[str, Any]) -> list[dict[str, Any]]:
    return [cell for cell in notebook["cells"] if cell["cell_type"] == "code"]


def tagged(notebook: dict[str, Any], tag: str) -> list[dict[str, Any]]:
    return [cell for cell in notebook["cells"] if tag in cell["metadata"].get("tags", [])]


def faults(notebook: dict[str, Any]) -> list[str]:
    """What keeps a notebook from being a lesson, in words for the one who edits it."""
    found = []
    if len(notebook["cells"]) > MOST_CELLS:
        found.append(f"it has {len(notebook['cells'])} cells, {MOST_CELLS} is the most")
    if notebook["metadata"].get("kernelspec", {}).get("name") != "python3":
        found.append("its kernel is not python3")
    about = notebook["metadata"].get("rapportkit", {})
    if set(about) != set(ABOUT) or any(not isinstance(about[name], kind) for name, kind in ABOUT.items()):
        found.append("its rapportkit metadata are not title, minutes, teaches and evidence")
    parameters = tagged(notebook, "parameters")
    if len(parameters) != 1 or names_set(parameters[0]["source"]) != PARAMETERS:
        found.append("it has no one cell 'parameters' that sets WORKBOOK, TODAY and SAMPLE")
    found += [f"cell {cell['id']}: {fault}" for cell in code_cells(notebook) for fault in cell_faults(cell)]
    return found


def cell_faults(cell: dict[str, Any]) -> list[str]:
    lines = cell["source"].splitlines()
    first = lines[0] if lines else ""
    found = []
    if len(lines) > MOST_LINES:
        found.append(f"{len(lines)} lines of code, {MOST_LINES} is the most")
    if not first.startswith("# ") or len(first.split()) < 3 or any(sign in first for sign in ("()", "=", "_")):
        found.append("its first line, which stays visible, is not a sentence for a person")
    if not cell["metadata"].get("jupyter", {}).get("source_hidden"):
        found.append("its code is not folded away")
    if any(line.lstrip().startswith(("%", "!", "?")) for line in lines):
        return [*found, "a magic"]
    for node in ast.walk(ast.parse(cell["source"])):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef | ast.Lambda):
            found.append("it defines something: lessons call")
        elif isinstance(node, ast.ImportFrom) and any(alias.name == "*" for alias in node.names):
            found.append("an import of everything")
    return found


def names_set(source: str) -> set[str]:
    statements = ast.parse(source).body
    return {target.id for line in statements if isinstance(line, ast.Assign) for target in line.targets
            if isinstance(target, ast.Name)}  # fmt: skip


@every_lesson
def test_every_lesson_is_in_its_committed_form(lesson: Path) -> None:
    assert is_tidy(lesson), f"{lesson.name} is not tidy. Run: make tidy"


@every_lesson
def test_every_lesson_has_the_shape_of_a_lesson(lesson: Path) -> None:
    assert faults(read(lesson)) == []


@every_lesson
def test_a_promised_output_is_there(lesson: Path) -> None:
    promised = tagged(read(lesson), PROMISE)

    assert all(cell["outputs"] for cell in promised), "run: python -m tests.tidy --run"


@every_lesson
def test_no_lesson_uses_what_stalls_or_swallows(lesson: Path) -> None:
    source = "\n".join(cell["source"] for cell in code_cells(read(lesson)))

    assert "Output(" not in source
    assert "interact" not in source


def cell(kind: str, source: str, **metadata: Any) -> dict[str, Any]:
    made: dict[str, Any] = {"id": f"{kind}-{abs(hash(source))}", "cell_type": kind, "source": source}
    made["metadata"] = {"jupyter": {"source_hidden": True}} | metadata
    return made | ({"outputs": [], "execution_count": None} if kind == "code" else {})


def lesson_like(*cells: dict[str, Any]) -> dict[str, Any]:
    about = {"title": "Welcome", "minutes": 15, "teaches": ["A4"], "evidence": []}
    parameters = cell(
        "code", "# What this lesson starts from\nWORKBOOK = TODAY = None\nSAMPLE = True", tags=["parameters"]
    )
    metadata = {"kernelspec": KERNEL, "rapportkit": about}
    return {"cells": [parameters, *cells], "metadata": metadata, "nbformat": 4, "nbformat_minor": 5}


def test_a_lesson_of_the_right_shape_has_no_faults() -> None:
    assert faults(lesson_like(cell("markdown", "# Welcome"), cell("code", "# See what two people share\nshow()"))) == []


@pytest.mark.parametrize(
    ("source", "fault"),
    [
        ("# One two three\na()\nb()\nc()\nd()", "5 lines"),
        ("show()", "not a sentence"),
        ("# show()", "not a sentence"),
        ("# See what happens\n%matplotlib inline", "a magic"),
        ("# See what happens\n!pip install x", "a magic"),
        ("# See what happens\ndef f(): ...", "defines"),
        ("# See what happens\nclass A: ...", "defines"),
        ("# See what happens\nf = lambda: 1", "defines"),
        ("# See what happens\nfrom rapportkit import *", "everything"),
    ],
)
def test_a_code_cell_that_teaches_code_is_a_fault(source: str, fault: str) -> None:
    assert fault in " ".join(faults(lesson_like(cell("code", source))))


def test_code_that_is_not_folded_away_is_a_fault() -> None:
    assert "folded" in " ".join(faults(lesson_like(cell("code", "# See what happens\nshow()", jupyter={}))))


def test_a_lesson_that_goes_on_and_on_is_a_fault() -> None:
    assert "19 cells" in " ".join(faults(lesson_like(*[cell("markdown", "more")] * 18)))


def test_a_lesson_that_does_not_say_what_it_is_has_faults() -> None:
    said = " ".join(faults({"cells": [], "metadata": {}}))

    assert "kernel" in said
    assert "metadata" in said
    assert "parameters" in said


def run_cell() -> dict[str, Any]:
    output = {"output_type": "execute_result", "data": {"text/plain": "2"}, "metadata": {}, "execution_count": 9}
    made = cell("code", "# One and one make\n1 + 1  ", tags=[PROMISE], collapsed=True, trusted=True)
    return made | {"outputs": [output], "execution_count": 9}


def test_tidying_keeps_ids_and_what_is_promised_and_strips_the_rest() -> None:
    promised, silent = run_cell(), run_cell() | {"id": "silent"}
    silent["metadata"] = {"tags": ["draft"], "jupyter": {"source_hidden": True, "outputs_hidden": True}}
    notebook = lesson_like(promised, silent)
    notebook["metadata"] |= {"widgets": {}, "language_info": {"version": "3.13.1"}}

    tidied = tidy(notebook)

    _, kept, stripped = tidied["cells"]
    assert set(tidied["metadata"]) == {"kernelspec", "rapportkit"}
    assert kept["id"] == promised["id"]
    assert kept["source"] == "# One and one make\n1 + 1"
    assert kept["metadata"] == {"tags": [PROMISE], "jupyter": {"source_hidden": True}}
    assert kept["execution_count"] == kept["outputs"][0]["execution_count"] == 1
    assert stripped["outputs"] == []
    assert stripped["execution_count"] is None
    assert stripped["metadata"] == {"tags": ["draft"], "jupyter": {"source_hidden": True}}


def test_tidying_twice_changes_nothing_more(tmp_path: Path) -> None:
    path = tmp_path / "lesson.ipynb"
    path.write_text(json.dumps(lesson_like(run_cell())), encoding="utf-8")
    assert not is_tidy(path)
    assert main(["--check"], [path]) == 1

    assert main([], [path]) == 0

    assert is_tidy(path)
    assert main(["--check"], [path]) == 0
    assert written(tidy(read(path))) == path.read_text(encoding="utf-8")


@pytest.mark.notebooks
def test_running_a_lesson_fills_in_what_it_promises(tmp_path: Path) -> None:
    empty = run_cell() | {"outputs": [], "execution_count": None}

    ran = tidy(run(read_back(tmp_path, lesson_like(empty))))

    assert ran["cells"][1]["outputs"][0]["data"] == {"text/plain": "2"}


def read_back(folder: Path, notebook: dict[str, Any]) -> dict[str, Any]:
    (folder / "lesson.ipynb").write_text(json.dumps(notebook), encoding="utf-8")
    return read(folder / "lesson.ipynb")
