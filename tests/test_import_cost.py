"""What is heavy is loaded when it is used, not before."""

from __future__ import annotations

import subprocess
import sys

import pytest

import rapportkit

HEAVY = {
    "IPython",
    "icalendar",
    "ipywidgets",
    "jinja2",
    "jupyterlab",
    "matplotlib",
    "pandas",
    "pydantic",
    "pypdf",
    "typer",
    "webvtt",
}


def loaded_by(code: str) -> set[str]:
    """The heavy packages that a fresh Python has loaded after *code*."""
    return HEAVY & {name.partition(".")[0] for name in modules_after(code)}


def modules_after(code: str) -> set[str]:
    """All that a fresh Python has loaded after *code*."""
    told = subprocess.run(
        [sys.executable, "-c", f"{code}\nimport sys; print(*sys.modules)"],
        capture_output=True,
        text=True,
        check=True,
        timeout=60,
    )
    return set(told.stdout.split())


def test_importing_rapportkit_loads_nothing_heavy() -> None:
    assert loaded_by("import rapportkit; dir(rapportkit)") == set()


def test_the_measure_sees_what_is_loaded() -> None:
    assert "pydantic" in loaded_by("import rapportkit.record")


@pytest.mark.parametrize(
    "module",
    ["rapportkit.people.read", "rapportkit.ground.find", "rapportkit.words.message", "rapportkit.talk.report"],
)
def test_the_rooms_below_load_only_what_records_are_made_of(module: str) -> None:
    assert loaded_by(f"import {module}") == {"pydantic"}


def test_a_lesson_opens_without_the_rules_and_without_comparing_anybody() -> None:
    opened = "from rapportkit import open_lesson, recall, show_example; open_lesson('x').welcome()"
    assert modules_after(opened).isdisjoint({"rapportkit.ground.find", "rapportkit.words.opening"})


def test_the_command_line_loads_no_widgets_and_no_tables() -> None:
    assert loaded_by("import rapportkit.cli.app") <= {"pydantic", "typer"}


@pytest.mark.parametrize("name", rapportkit.__all__)
def test_every_name_that_a_lesson_may_use_is_there(name: str) -> None:
    assert getattr(rapportkit, name)
    assert name in dir(rapportkit)


def test_a_name_that_is_not_there_is_named() -> None:
    with pytest.raises(AttributeError, match="no attribute 'open_leson'"):
        rapportkit.open_leson  # noqa: B018 - asking is the act
