"""Which topic a question is about."""

from __future__ import annotations

import pytest

from rapportkit.talk.asked import asked_about
from rapportkit.talk.own_words import shared_topic
from rapportkit.talk.scene import scene_called
from rapportkit.words.speech import Speech


@pytest.mark.parametrize(
    ("question", "about"),
    [
        ("What do you do at the weekend?", "hobby"),
        ("Where are you from originally?", "town"),
        ("How did you end up in this job?", "way"),
        ("Who would I be working with?", "team"),
        ("What are you looking for in a person?", "cares"),
        ("What does a typical day look like?", "day"),
        ("What would I be doing in the first week?", "first-week"),
        ("What exactly is the job?", "role"),
        ("Would I be on my own?", "alone"),
        ("Is the cat allowed on the beds?", "company"),
        ("What is your dog called?", "pets"),
        ("Who would call me?", "next"),
        ("When could I start?", "start-date"),
        ("Why is the post free?", "why-free"),
        ("What are you like as a boss?", "difficult-boss"),
        ("What is the hardest part of the work?", "hard"),
        ("What happens next?", "next"),
        ("What time does the early shift start?", "hours"),
        ("Is there training for new people?", "training"),
        ("How much does it pay?", "pay"),
        ("Tell me about the home.", "company"),
        ("Did the leeks survive?", "hobby"),
        ("What do you like to do when you are not working?", "hobby"),
        ("What do you like most about the job?", "like-job"),
    ],
)
def test_a_question_finds_its_topic(question: str, about: str) -> None:
    found = asked_about(Speech(question), scene_called("chatty"), last="", hinted="")

    assert found is not None
    assert found.topic.about == about


@pytest.mark.parametrize("question", ["What is the capital of Peru?", "Do penguins sneeze?"])
def test_a_question_about_nothing_that_is_known_finds_none(question: str) -> None:
    assert asked_about(Speech(question), scene_called("formal"), last="hobby", hinted="") is None


@pytest.mark.parametrize("question", ["Why?", "What was that like?", "Was it far?", "Tell me more."])
def test_a_question_that_points_back_is_about_what_was_told_last(question: str) -> None:
    found = asked_about(Speech(question), scene_called("formal"), last="town", hinted="")

    assert found is not None
    assert (found.topic.about, found.goes_on) == ("town", True)


def test_an_interest_of_both_is_found() -> None:
    scene = scene_called("sceptic")

    topic = shared_topic(("Swimming",), scene)

    assert topic is None or topic.about == "hobby"
    assert shared_topic((), scene) is None


def test_a_when_that_only_joins_a_clause_asks_for_no_date() -> None:
    question = Speech("What do you like to do when you are not working?")
    found = asked_about(question, scene_called("chatty"), last="", hinted="")

    assert found is not None
    assert found.line != "The show's the last Saturday of August."
