"""The subjects that candidates ask about."""

from __future__ import annotations

import re

import pytest

from rapportkit.people.person import Person
from rapportkit.talk.bank import subjects, subjects_in, topics_of
from rapportkit.talk.own_scene import scene_from
from rapportkit.talk.scene import built_in_scenes
from rapportkit.words.phrases import phrases
from rapportkit.words.speech import Speech


def test_there_are_over_seventy_and_each_can_be_answered_in_short() -> None:
    assert len(subjects()) >= 70
    assert all(subject.short for subject in subjects().values())


@pytest.mark.parametrize("name", subjects())
def test_each_has_phrases_that_can_be_found(name: str) -> None:
    subject = subjects()[name]

    assert subject.asked or phrases("rehearsal", name)
    assert not [one for one in subject.asked if re.match(r"[~*$]", one)]
    assert (
        subject.under is None
        or subject.under in subjects()
        or subject.under in ("tools", "commute", "wish", "applicants")
    )


@pytest.mark.parametrize("name", subjects())
def test_none_is_found_in_nothing(name: str) -> None:
    assert name not in subjects_in(Speech("The blue one stood over there ."))


def test_a_question_about_others_is_none_about_the_interviewers_own_life() -> None:
    assert "music" in subjects_in(Speech("Do you like music?"))
    assert "music" not in subjects_in(Speech("What music do they play in the hall?"))


def test_of_a_real_person_nothing_is_made_up() -> None:
    told = topics_of(scene_from(Person(name="Ana Roy"), ()))

    assert not any(subjects()[topic.subject or topic.about].is_own for topic in told)


def test_each_scene_has_facts_of_its_own_to_tell() -> None:
    least = {scene.id: 12 if scene.crosses_a_line else 25 for scene in built_in_scenes().values()}

    assert all(len(scene.topic) >= least[scene.id] for scene in built_in_scenes().values())


def test_every_pair_can_be_written_as_it_is_meant() -> None:
    """`new wing|annexe` is "new wing" or "new annexe": two words in one of them are joined by `_`."""
    for scene in built_in_scenes().values():
        for topic in scene.topic:
            assert len({asked for asked, _ in topic.to}) == len(topic.to), (scene.id, topic.about)
