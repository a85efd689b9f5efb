from __future__ import annotations

import json
from pathlib import Path

import pytest

from rapportkit.cli.app import run
from rapportkit.lessons import exercises_folder


@pytest.fixture(autouse=True)
def _here(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.chdir(tmp_path)


def test_a_new_exercise_is_in_order_and_never_over_another(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["exercise", "new", "my_own"]) == 0
    assert run(["exercise", "check", "my_own.toml", "--json"]) == 0
    told = json.loads(capsys.readouterr().out.splitlines()[-1])
    assert told == {"id": "my_own", "lines": 4, "by_rule": 2, "faults": []}

    assert run(["exercise", "new", "my_own"]) == 1
    assert "is there already" in capsys.readouterr().err


@pytest.mark.parametrize("name", ["../evil", "My Own", "", "a.b", "con", "lpt1"])
def test_an_id_that_is_no_file_name_is_refused(name: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["exercise", "new", name]) == 1
    assert "cannot be an id" in capsys.readouterr().err
    assert not list(Path().iterdir())


@pytest.mark.parametrize(
    ("change", "by", "fault"),
    [
        (
            "My first job was",
            f"My first {'dull ' * 90}job was",
            "The model does not earn 'It can be said in one breath",
        ),
        ('rule = "too-long"', 'rule = "to-long"', "No such rule is looked for here: 'to-long'"),
        ("in common, which is great.", "in common, Glasgow for one.", "The poor answer earns every automatic mark"),
        ('id = "repair', 'id = "mend', "call the file mend_a_tossed_out_line.toml"),
    ],
)
def test_what_an_author_should_mend_is_said(
    change: str, by: str, fault: str, capsys: pytest.CaptureFixture[str]
) -> None:
    name = "repair_a_tossed_out_line.toml"
    text = (exercises_folder() / name).read_text(encoding="utf-8")
    assert change in text
    Path(name).write_text(text.replace(change, by), encoding="utf-8")

    assert run(["exercise", "check", name]) == 1
    assert fault in capsys.readouterr().out


def test_the_schema_names_every_field(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["exercise", "schema"]) == 0
    assert {"prompt", "rubric", "model", "poor"} <= set(json.loads(capsys.readouterr().out)["properties"])
