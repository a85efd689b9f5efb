"""The sample people hold together as lessons need them."""

from __future__ import annotations

import json
from importlib.resources import files

import pytest

from rapportkit.people.person import FactKind, Person
from rapportkit.people.samples import sample_interviewers, sample_learners


def labels(person: Person, *kinds: FactKind) -> set[str]:
    return {fact.label.casefold().removeprefix("the ") for fact in person.of_kind(*kinds)}


def test_there_are_three_learners_and_four_interviewers_or_more() -> None:
    assert len(sample_learners()) >= 3
    assert len(sample_interviewers()) >= 4


@pytest.mark.parametrize("folder", ["learners", "interviewers"])
def test_every_sample_says_that_it_is_invented(folder: str) -> None:
    for file in files("rapportkit").joinpath(f"data/people/{folder}").iterdir():
        assert "invented" in json.loads(file.read_text(encoding="utf-8"))["meta"]["note"]


def test_changing_the_dictionary_changes_no_sample() -> None:
    sample_learners().clear()

    assert "nadia" in sample_learners()


def test_some_share_a_city_years_apart() -> None:
    nadia, helen = sample_learners()["nadia"], sample_interviewers()["helen"]

    assert "leeds" in labels(nadia, "place") & labels(helen, "place")


def test_some_share_a_group_and_some_a_language() -> None:
    learners, interviewers = sample_learners(), sample_interviewers()

    assert labels(learners["marcus"], "group") & labels(interviewers["denise"], "group") == {"habitat for humanity"}
    assert "german" in labels(learners["tomasz"], "language") & labels(interviewers["ingrid"], "language")


def test_one_pair_has_almost_nothing_in_common() -> None:
    marcus, ingrid = sample_learners()["marcus"], sample_interviewers()["ingrid"]
    kinds: tuple[FactKind, ...] = ("place", "school", "employer", "interest", "group")

    assert labels(marcus, *kinds) & labels(ingrid, *kinds) == set()


def test_red_topics_leak_as_they_do_in_life() -> None:
    groups = " ".join(
        sorted(labels(sample_interviewers()["helen"], "group") | labels(sample_learners()["nadia"], "group"))
    )

    assert "church" in groups
    assert "cancer" in groups
