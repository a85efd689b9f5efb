"""The extension as it is shipped: whole, in step with the project, and with a list of the lessons as they are."""

from __future__ import annotations

import json
import tomllib
from copy import deepcopy
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rapportkit.lessons import lessons
from rapportkit.manifest import MANIFEST, code_of, manifest_of, sum_of
from tests.tidy import shipped

ROOT = Path(__file__).resolve().parent.parent
EXTENSION = MANIFEST.parent
PYPROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
PACKAGE = json.loads((EXTENSION / "package.json").read_text(encoding="utf-8"))
PLACE = "share/jupyter/labextensions/rapportkit"

texts = st.text(st.characters(exclude_categories=["Cs"]))


def notebook(*code: str) -> dict[str, Any]:
    """A notebook with these code cells, and a word before and after each."""
    cells: list[dict[str, Any]] = [{"cell_type": "markdown", "source": "Now:"}]
    for source in code:
        cells += [{"cell_type": "code", "source": source}, {"cell_type": "markdown", "source": "And then:"}]
    return {"cells": cells}


def test_the_manifest_lists_the_lessons_as_they_are() -> None:
    assert MANIFEST.read_text(encoding="utf-8") == manifest_of(shipped()), "Run: make tidy"


def test_all_of_the_extension_is_shipped_to_where_jupyterlab_looks() -> None:
    shipped = PYPROJECT["tool"]["hatch"]["build"]["targets"]["wheel"]["shared-data"]
    files = {path for path in EXTENSION.iterdir() if path.name != "settings.json"}

    assert {f"rapportkit/labextension/{path.name}": f"{PLACE}/{path.name}" for path in files}.items() <= shipped.items()
    assert PACKAGE["jupyterlab"]["_build"]["load"] in {path.name for path in files}


def test_the_extension_has_the_name_and_version_of_the_project() -> None:
    project = PYPROJECT["project"]

    assert (PACKAGE["name"], PACKAGE["version"]) == (project["name"], project["version"])
    assert f"window._JUPYTERLAB.{PACKAGE['name']} = " in (EXTENSION / "remoteEntry.js").read_text(encoding="utf-8")


def test_nothing_of_the_extension_is_kept_by_browsers_for_a_year() -> None:
    assert "static" not in Path(PACKAGE["jupyterlab"]["_build"]["load"]).parts


def test_the_code_is_a_list_of_its_cells() -> None:
    assert code_of(notebook('a = "é"', "b\n\tc")) == '["a = \\"é\\"","b\\n\\tc"]'


def test_only_code_counts() -> None:
    lesson = json.loads(lessons()[0].read_bytes())
    bare = notebook(*("".join(cell["source"]) for cell in lesson["cells"] if cell["cell_type"] == "code"))

    assert sum_of(bare) == sum_of(lesson)


def test_a_cell_that_was_left_empty_does_not_count() -> None:
    assert sum_of(notebook("a", "b")) == sum_of(notebook("a", "", "b", " \n"))


def test_a_source_may_be_one_text_or_its_lines() -> None:
    in_lines: Any = ["a\n", "b"]

    assert sum_of(notebook("a\nb")) == sum_of(notebook(in_lines))


@pytest.mark.parametrize("lesson", lessons(), ids=lambda path: path.stem)
def test_one_character_more_anywhere_in_the_code_is_another_lesson(lesson: Path) -> None:
    shipped = json.loads(lesson.read_bytes())
    code = [number for number, cell in enumerate(shipped["cells"]) if cell["cell_type"] == "code"]

    for number in code:
        changed = deepcopy(shipped)
        changed["cells"][number]["source"] = "".join(changed["cells"][number]["source"]) + " "
        assert sum_of(changed) != sum_of(shipped)


@given(st.lists(texts.filter(str.strip), max_size=4), st.lists(texts.filter(str.strip), max_size=4))
def test_other_cells_or_another_order_are_another_sum(one: list[str], other: list[str]) -> None:
    assert (sum_of(notebook(*one)) == sum_of(notebook(*other))) == (one == other)
