"""What is to be left alone is red in whatever words both say it, and its innocent neighbours are not."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest

from rapportkit.ground.find import find_common_ground
from rapportkit.ground.link import Ground
from rapportkit.people.person import Fact, FactKind, Person

WORDS = tomllib.loads((Path(__file__).parents[1] / "labelled" / "red_words.toml").read_text(encoding="utf-8"))
KINDS: tuple[FactKind, ...] = ("interest", "sport", "group", "cause")


def both_say(kind: FactKind, label: str) -> Ground:
    one = Person(name="Ada", facts=(Fact(kind=kind, label=label, where="form"),))
    return find_common_ground(one, one)


@pytest.mark.parametrize("said", WORDS["leaking"])
def test_what_is_to_be_left_alone_is_neither_green_nor_suggested(said: str) -> None:
    for kind in KINDS:
        assert both_say(kind, said).suggested() == (), kind


@pytest.mark.parametrize("said", WORDS["innocent"])
def test_what_only_sounds_like_it_is_not_red(said: str) -> None:
    for kind in KINDS:
        assert "red" not in [link.light for link in both_say(kind, said).links], kind


def test_a_group_that_nobody_knows_comes_with_care_and_says_why() -> None:
    (link,) = both_say("group", "Zorbex Circle of Wexby").links
    assert (link.status, link.light) == ("confirmed", "amber")
    assert "We do not know this group" in link.why
    assert both_say("group", "Rotary").links[0].light == "green"
