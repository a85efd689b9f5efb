"""The labelled practice talks keep their shape: turns are there, copies are copies, phases leave no gap."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any

import pytest

TALKS = sorted((Path(__file__).parent / "talks").glob("*.toml"))
PHASES = ["opening", "questions", "your-questions", "closing"]
KINDS = {"introductory", "mirror", "follow-up", "partial-switch", "full-switch", "rhetorical"}
FILLERS = {"um", "uh", "er", "like", "you know", "kind of", "sort of", "I mean", "basically", "actually", "literally"}


def talks(path: Path) -> list[dict[str, Any]]:
    rows: list[dict[str, Any]] = tomllib.loads(path.read_text(encoding="utf-8"))["talk"]
    return rows


def turns_of(talk: dict[str, Any]) -> list[tuple[str, str]]:
    """Speaker and words of each turn; lines of one speaker in a row are one turn."""
    turns: list[tuple[str, str]] = []
    for line in talk["text"].strip().splitlines():
        speaker, _, said = line.partition(": ")
        if turns and turns[-1][0] == speaker:
            turns[-1] = (speaker, f"{turns[-1][1]} {said}")
        else:
            turns.append((speaker, said))
    return turns


def test_a_third_of_the_talks_is_set_aside() -> None:
    many = {part: sum(len(talks(path)) for path in TALKS if part in path.stem) for part in ("tune", "set_aside")}
    assert sum(many.values()) >= 30
    assert many["set_aside"] * 3 >= sum(many.values())


@pytest.mark.parametrize("path", TALKS, ids=lambda path: path.stem)
def test_labels_speak_of_turns_that_are_there_and_copy_what_was_said(path: Path) -> None:
    for talk in talks(path):
        turns, mine = turns_of(talk), talk["candidate"]
        assert 16 <= len(turns) <= 60, talk["id"]
        assert mine in {speaker for speaker, _ in turns}, talk["id"]
        assert talk["marks"] == ("?" in talk["text"]), talk["id"]
        for label, words in (("questions", "text"), ("canned", "phrase")):
            for one in talk.get(label, []):
                speaker, said = turns[one["turn"]]
                assert speaker == mine, (talk["id"], label, one["turn"])
                assert one[words] in said, (talk["id"], label, one["turn"])
        for one in talk.get("missed_openings", []):
            speaker, said = turns[one["turn"]]
            assert speaker != mine, (talk["id"], one["turn"])
            assert one["said"] in said, (talk["id"], one["turn"])
        assert all(turns[one["turn"]][0] != mine for one in talk.get("subject_changes", [])), talk["id"]
        assert {one["kind"] for one in talk.get("questions", [])} <= KINDS
        assert set(talk.get("fillers", {})) <= FILLERS, talk["id"]


@pytest.mark.parametrize("path", TALKS, ids=lambda path: path.stem)
def test_phases_come_in_their_order_and_leave_no_gap(path: Path) -> None:
    for talk in talks(path):
        phases = talk["phases"]
        assert [p["name"] for p in phases] == [name for name in PHASES if name in {p["name"] for p in phases}]
        assert [p["from_turn"] for p in phases] == [0, *(p["to_turn"] + 1 for p in phases[:-1])], talk["id"]
        assert phases[-1]["to_turn"] == len(turns_of(talk)) - 1, talk["id"]
