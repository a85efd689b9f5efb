"""A scene of the learner's own interviewer, who knows no more than the dossier."""

from __future__ import annotations

from typing import get_args

import pytest

from rapportkit.ground.find import find_common_ground
from rapportkit.people.person import Fact, Person
from rapportkit.people.samples import sample_interviewers, sample_learners
from rapportkit.talk.own_scene import from_afar, scene_from
from rapportkit.talk.proof import faults_of
from rapportkit.talk.rehearsal import answer, start
from rapportkit.talk.scene import Temperament


def fact(kind: str, label: str) -> Fact:
    return Fact.model_validate({"kind": kind, "label": label, "where": "your own words"})


ANA = Person(name="Ana Roy", facts=(fact("sport", "Rowing"), fact("place", "Leeds"), fact("cause", "St Mark's church")))
ME = Person(name="Me", facts=(fact("sport", "rowing"), fact("cause", "St Mark's church")))


@pytest.mark.parametrize("temperament", get_args(Temperament))
def test_every_temperament_can_play_them_to_an_end(temperament: Temperament) -> None:
    assert faults_of(scene_from(ANA, find_common_ground(ME, ANA).links, "cook", "the Crown", temperament)) == ()


@pytest.mark.parametrize("temperament", ["formal", "chatty", "phone"])
def test_from_afar_nobody_asks_about_the_way(temperament: Temperament) -> None:
    here = scene_from(ANA, (), temperament=temperament)
    afar = from_afar(here)

    assert faults_of(afar) == ()
    assert not [word for word in ("way", "here", "find") if word in f"{afar.first.asks} {afar.first.simply}".split()]
    assert afar.with_(first=here.first) == here


def test_they_know_of_themselves_what_the_notes_say_and_no_more() -> None:
    talk = start(scene_from(ANA, (), "cook", "the Crown"), 1)

    talk = answer(talk, "What do you do at the weekend?")
    assert "your notes say of me is this: Rowing" in talk.reply

    assert "only Ana Roy can tell" in answer(talk, "And what is that like?").reply


def test_what_is_shared_is_let_fall_and_what_is_red_never_is() -> None:
    scene = scene_from(ANA, find_common_ground(ME, ANA).links)

    hints = [topic.hint for topic in scene.topic if topic.hint]

    assert any("Rowing" in hint for hint in hints)
    assert not any("church" in line for topic in scene.topic for line in (topic.short, topic.hint or "", *topic.more))


def test_a_dossier_with_nothing_in_it_still_makes_a_talk() -> None:
    assert faults_of(scene_from(Person(name="Somebody"), ())) == ()


def test_all_sample_people_can_be_met() -> None:
    me = next(iter(sample_learners().values()))
    for other in sample_interviewers().values():
        scene = scene_from(other, find_common_ground(me, other).links, "a role", "a company")
        assert start(scene, 1).scene.name == other.name


def test_the_language_of_the_talk_is_not_let_fall() -> None:
    them = Person(name="Ana Roy", facts=(fact("language", "English"),))
    me = Person(name="Me", facts=(fact("language", "English"),))

    assert not any(topic.hint for topic in scene_from(them, find_common_ground(me, them).links).topic)


def test_of_where_somebody_grew_up_the_town_alone_is_let_fall() -> None:
    me = Person(name="Me", facts=(fact("place", "Kendal"),))
    denise = Person(name="Denise", facts=(fact("place", "Grew up in Kendal"),))
    scene = scene_from(denise, find_common_ground(me, denise).links)
    assert [topic.hint for topic in scene.topic] == ["This weather reminds me of Kendal."]


def test_asked_about_the_hobby_without_its_name_they_name_it() -> None:
    scene = scene_from(ANA, find_common_ground(ME, ANA).links)
    talk = answer(start(scene, 1), "Yes, by train, thank you.")

    for asked in ("How long have you been doing that?", "Do you row as a sculler yourself?"):
        assert "Rowing" in answer(talk, asked).reply
