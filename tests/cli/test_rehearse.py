"""`rapportkit rehearse`, `scene` and `kitchen-table` at the command line."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from typer.testing import CliRunner

from rapportkit.cli.app import app, run

RUNNER = CliRunner()


def rehearse(*lines: Any, scene: str = "chatty", seed: int = 1) -> tuple[int, list[dict[str, Any]]]:
    text = "".join((line if isinstance(line, str) else json.dumps(line)) + "\n" for line in lines)
    result = RUNNER.invoke(app, ["rehearse", "--scene", scene, "--seed", str(seed), "--jsonl"], input=text)
    return result.exit_code, [json.loads(line) for line in result.stdout.splitlines()]


def test_a_line_in_gives_a_line_out_in_the_shape_of_the_contract() -> None:
    status, replies = rehearse(
        {"say": ""}, {"say": "Fine, the bus was empty."}, {"say": "How did you come to this work?"}
    )

    assert status == 0
    assert [set(reply) for reply in replies] == [{"reply", "reason", "over"}] * 3
    assert "made of rules" in replies[0]["reply"]
    assert not any(reply["over"] for reply in replies)


def test_after_the_goodbye_nothing_more_is_read() -> None:
    status, replies = rehearse({"say": "Hello"}, {"say": "let's stop"}, {"say": "more"}, "no JSON")

    assert status == 0
    assert [reply["over"] for reply in replies] == [False, True]


def test_a_bad_line_gets_a_sentence_in_its_place_and_the_talk_goes_on() -> None:
    status, replies = rehearse({"say": ""}, "hello", {"id": 7}, {"say": 3}, {"say": "bye"})

    assert status == 1
    assert [reply.get("id") for reply in replies[1:4]] == [None, 7, None]
    assert all("error" in reply for reply in replies[1:4])
    assert replies[4]["over"]


def test_the_same_seed_gives_the_same_talk() -> None:
    lines = [{"say": one} for one in ("", "By bus.", "Why do you ask?", "What is the team like?")]

    assert rehearse(*lines, seed=4) == rehearse(*lines, seed=4)


def test_an_unknown_scene_is_a_sentence_that_lists_them(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["rehearse", "--scene", "nobody", "--jsonl"]) == 1

    out, err = capsys.readouterr()
    assert out == ""
    assert err.count("\n") == 1
    assert "note-taker" in err


def test_without_jsonl_it_is_a_talk_to_read_and_the_end_of_input_ends_it() -> None:
    result = RUNNER.invoke(app, ["rehearse", "--scene", "line-age"], input="Yes, I saw the sign from the road.\n")

    assert result.exit_code == 0
    assert "Gareth" in result.stdout
    assert "Stopping is always fine" in result.stdout or "stop" in result.stdout


def test_a_new_scene_is_written_checked_and_never_overwritten(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)

    assert run(["scene", "new", "night-shift"]) == 0
    assert run(["scene", "check", "night-shift.toml"]) == 0
    assert run(["scene", "new", "night-shift"]) == 1
    assert "there already" in capsys.readouterr().err

    status, replies = rehearse({"say": ""}, scene="night-shift.toml")
    assert (status, len(replies)) == (0, 1)


def test_an_id_that_is_no_id_writes_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)

    assert run(["scene", "new", "../Night Shift"]) == 1
    assert list(tmp_path.iterdir()) == []


def test_a_broken_scene_is_a_sentence_with_place_and_remedy(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "x.toml").write_text('id = "x1"\ntemperament = "grim"\n', encoding="utf-8")

    assert run(["scene", "check", str(tmp_path / "x.toml")]) == 1

    assert "x.toml: " in capsys.readouterr().err


def test_list_and_schema_are_printed() -> None:
    assert "note-taker" in RUNNER.invoke(app, ["scene", "list"]).stdout
    assert "temperament" in json.loads(RUNNER.invoke(app, ["scene", "schema"]).stdout)["properties"]


def test_the_kitchen_table_page_replaces_an_older_one_and_nothing_else(tmp_path: Path) -> None:
    page, other = tmp_path / "friend.html", tmp_path / "other.html"
    other.write_text("mine", encoding="utf-8")

    assert run(["kitchen-table", "hurried", "--html", str(page)]) == 0
    assert run(["kitchen-table", "formal", "--html", str(page)]) == 0
    assert "archivist" in page.read_text(encoding="utf-8")
    assert run(["kitchen-table", "formal", "--html", str(other)]) == 1
    assert other.read_text(encoding="utf-8") == "mine"
    assert run(["kitchen-table", "formal", "--html", str(tmp_path / "no" / "x.html")]) == 1
