"""The mirror in words: strengths first, few suggestions, no score, one's own past only."""

from __future__ import annotations

import re
from typing import get_args

import pytest

from rapportkit.talk.mirror import chatty_share, mirror
from rapportkit.talk.question_kinds import QuestionKind
from rapportkit.talk.report import TalkReport, review_talk
from rapportkit.talk.transcript import read_transcript
from rapportkit.talk.wording import phase_in_words, question_in_words, times_in_words
from tests.talk.talks import WHOLE, report
from tests.talk.transcripts import ZOOM

POOR = (
    "I: Have a seat. My daughter kept us up all night.",
    "Me: Okay.",
    "I: Tell me about your work.",
    "Me: I am a perfectionist.",
    "I: Any questions for us?",
    "Me: No.",
)


def told(made: TalkReport, *earlier: TalkReport) -> str:
    seen = mirror(made, earlier)
    points = [*seen.strengths, *seen.suggestions]
    return " ".join([*(one.says for one in points), *seen.compared, *seen.not_judged])


def test_for_each_suggestion_there_are_two_strengths_in_any_talk() -> None:
    for lines in (WHOLE, POOR, POOR[:2], WHOLE[:4], WHOLE[8:]):
        seen = mirror(report(*lines))
        assert len(seen.strengths) >= 2 * len(seen.suggestions)
        assert len(seen.strengths) >= 2


def test_a_strength_shows_the_words_it_rests_on() -> None:
    seen = mirror(report(*WHOLE))
    follow_up = next(one for one in seen.strengths if one.about == "follow-up")
    assert "“" in follow_up.says
    assert follow_up.turn is not None


def test_an_opening_missed_is_the_first_thing_to_try() -> None:
    (first, *_) = mirror(report(*POOR)).suggestions
    assert first.about == "opening-missed"
    assert "My daughter kept us up all night" in first.says


def test_question_and_answer_has_no_target_and_the_band_is_called_our_own() -> None:
    long_answer = "Me: " + "I baked bread and counted loaves. " * 60
    made = report(*WHOLE[:5], long_answer, *WHOLE[6:])
    share = chatty_share(made)
    assert share is not None
    assert abs(share - (chatty_share(report(*WHOLE)) or 0)) < 0.01
    assert "our own" in told(made)


def test_no_score_and_nothing_on_looks_or_pace() -> None:
    for lines in (WHOLE, POOR):
        said = told(report(*lines))
        assert not re.search(r"\b\d+ ?(?:/|out of|points)", said)
        assert not re.search(r"\b(?:poor|bad|failed|wrong|should have)\b", said)


def test_a_talk_is_set_beside_ones_own_last_one_only() -> None:
    assert mirror(report(*WHOLE)).compared == ()
    assert "Stock phrases: 2 this time, 1 in your last talk." in told(report(*WHOLE), report(*POOR))


def test_the_clock_is_told_where_there_is_one_and_never_judged() -> None:
    timed = review_talk(read_transcript("x", ZOOM.encode()), "Ben")
    assert times_in_words(timed) == (
        "By the clock, silences left out, 36 % of the talk was yours.",
        "Before you spoke there was one pause, of 1.0 seconds. A pause to think is fine.",
    )
    assert times_in_words(report(*WHOLE)) == ()


def test_parts_and_questions_are_said_in_words() -> None:
    made = report(*WHOLE)
    assert phase_in_words(made.phases[0]).startswith("Small talk at the start: ")
    assert any("a follow-up" in question_in_words(one) for one in made.questions)
    unsure = made.questions[0].with_(sure=False)
    assert ": probably " in question_in_words(unsure)


def asked_after(theirs: str, mine: str) -> str:
    """How the question in *mine* is told, right after *theirs*."""
    made = report("I: Hello, come in.", "Me: Hello.", f"I: {theirs}", f"Me: {mine}", "I: I do.")
    return question_in_words(made.questions[-1])


NEAR = [
    ("On Sundays I ring at the old church, four of us.", "How do the ringers keep count?", "ring"),
    ("I ran the hills all winter.", "Where do you run in the snow?", "ran"),
    ("We keep hives behind the garage.", "How did the beekeeping begin?", ""),
    ("I sail on the lake.", "Which boats do you sail there?", "sail"),
    ("At home I bake every night.", "What do bakers eat?", "bake"),
    ("We planted forty trees.", "How do you plant a tree in frost?", "planted"),
    ("I bowl with my aunt.", "How long have you been a bowler?", "bowl"),
    ("My garden is under water again.", "What do gardeners do then?", "garden"),
    ("I paint gates.", "Who taught you painting?", "paint"),
]


@pytest.mark.parametrize(("theirs", "mine", "named"), NEAR)
def test_a_word_named_as_theirs_is_one_that_they_said_as_they_said_it(theirs: str, mine: str, named: str) -> None:
    told = asked_after(theirs, mine)
    after = told.rpartition(", on their ")[2] if ", on their " in told else ""
    shown = re.findall("“([^”]+)”", after)
    said = re.findall(r"\w+", theirs)
    assert all(word in said for one in shown for word in one.split()), told
    assert not named or not shown or named in shown


def test_a_word_that_they_said_themselves_is_named() -> None:
    for mine in ("Who looks after the bees?", "And who looks after your Bee house?"):
        assert (
            asked_after("We keep bees on the roof.", mine).partition(" (")[0].endswith("a follow-up, on their “bees”")
        )


@pytest.mark.parametrize("kind", get_args(QuestionKind))
def test_of_each_kind_of_question_it_is_said_what_it_is_good_for(kind: QuestionKind) -> None:
    question = report(*WHOLE).questions[0].with_(kind=kind)

    assert question_in_words(question).endswith(")")
    assert re.search(r"\((good|polite|fine|neither)", question_in_words(question))
