"""A table in drawers answers as the whole table would."""

from __future__ import annotations

from rapportkit.ground.drawers import Drawers, in_drawers
from rapportkit.ground.gazetteer import cities


def test_entries_that_begin_alike_lie_in_one_drawer() -> None:
    assert in_drawers({"chess": 1, "chant": 2, "go": 3}) == {"ch": {"chess": 1, "chant": 2}, "go": {"go": 3}}


def test_a_drawer_answers_for_what_it_holds_and_for_nothing_else() -> None:
    phrases: Drawers[list[str]] = Drawers("interests.toml", "phrases")
    assert "chess" in phrases
    assert phrases.get("no such word", []) == []
    assert len(phrases) == len(set(phrases)) > 1_000


def test_a_table_that_is_not_there_is_empty() -> None:
    assert list(Drawers[int]("interests.toml", "no such part")) == []
    assert "leeds" in cities()
