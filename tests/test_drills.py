"""Ten drills as data, and what their checks make of an answer."""

from __future__ import annotations

import pytest

from rapportkit.drills import Drill, drills, heard_in, look_at
from rapportkit.errors import InvalidValue
from rapportkit.evidence import ledger
from rapportkit.practice import TIPS
from rapportkit.record import build
from tests.test_curriculum import HIGHEST_GRADE, flesch_kincaid

CHECKED = [drill for drill in drills().values() if drill.checks]


@pytest.fixture(params=drills().values(), ids=drills().keys())
def drill(request: pytest.FixtureRequest) -> Drill:
    return request.param  # type: ignore[no-any-return]


def passed(drill: str, text: str) -> dict[str, bool]:
    return {one.check.name: one.passed for one in look_at(drills()[drill], text).findings}


def test_there_is_one_drill_for_each_tip_in_the_order_of_the_method() -> None:
    assert [drill.tip for drill in drills().values()] == list(TIPS)


def test_a_drill_has_another_way_for_those_whom_the_tip_does_not_suit(drill: Drill) -> None:
    assert drill.variants


def test_a_drill_reads_at_school_grade_eight_at_most(drill: Drill) -> None:
    parts = [drill.do, *(option.because for question in drill.questions for option in question.options)]
    parts += [option.your_way or "" for question in drill.questions for option in question.options]
    parts += [f"{check.yes} {check.not_yet}" for check in drill.checks]
    parts += [notice.then for notice in drill.notices] + [variant.do for variant in drill.variants]

    assert flesch_kincaid("\n\n".join(parts)) <= HIGHEST_GRADE


def test_the_other_ways_are_for_different_people() -> None:
    said = " ".join(variant.whom for drill in drills().values() for variant in drill.variants)

    for whom in ("stammer", "second language", "phone", "faces", "see well", "talk little", "mask", "recorded"):
        assert whom in said


def test_a_drill_cites_entries_of_the_ledger(drill: Drill) -> None:
    assert set(drill.evidence) <= set(ledger())


def test_a_moment_in_a_talk_has_an_option_that_fits_and_one_that_does_not(drill: Drill) -> None:
    for question in drill.questions:
        assert {option.fits for option in question.options} == {True, False}, question.says


def test_another_way_is_told_of_options_alone_that_do_not_fit_the_tip_and_blames_nobody(drill: Drill) -> None:
    for option in (one for question in drill.questions for one in question.options if one.your_way):
        assert not option.fits
        assert not {"should", "wrong", "never", "less"} & set((option.your_way or "").lower().split())


@pytest.mark.parametrize("drill", CHECKED, ids=lambda drill: drill.id)
def test_the_model_passes_every_check_and_the_poor_answer_does_not(drill: Drill) -> None:
    assert [one.check.name for one in look_at(drill, drill.model).findings if not one.passed] == []
    assert [one.check.name for one in look_at(drill, drill.poor).findings if not one.passed]


def test_no_drill_scores_what_people_cannot_change() -> None:
    assert {check.name for drill in CHECKED for check in drill.checks} <= {
        "heard", "not-canned", "own-words", "pauses", "says-when", "hands-over", "short",
    }  # fmt: skip
    assert not drills()["the-camera-dot"].checks
    assert not drills()["where-a-smile-belongs"].checks


def test_what_was_heard_is_found_in_other_forms_and_shown() -> None:
    drill = drills()["hear-it-back"]
    text = "So you could not lower the crane because it was windy, and a neighbour barbecued."

    assert passed("hear-it-back", text)["heard"]
    assert [drill.reads[slice(*span)] for span in heard_in(drill, "lemonade and a clap")] == ["lemonade", "clapped"]


@pytest.mark.parametrize(
    ("text", "announced"),
    [
        ("Give me a second, I want to get this right.", True),
        ("Hm. I need a moment with that one.", True),
        ("Just a moment, please.", True),
        ("I am thinking.", True),
        ("It depends on the project and the people.", False),
        ("My last moment there was a happy one.", False),
    ],
)
def test_a_pause_is_announced_or_not(text: str, announced: bool) -> None:
    assert passed("the-announced-pause", text)["pauses"] is announced


@pytest.mark.parametrize(
    "text",
    [
        "I will think for a few seconds and then tell you.",
        "I'm going to take this slowly, so I will be quiet for a bit.",
        "I need to consider that.",
        "Allow me to sort my thoughts first.",
        "I would like to find the right words.",
        "May I have ten seconds?",
        "Can I come back to you after a breath?",
        "I am about to go quiet; I am working it out.",
        "I'll count to four, then you get my answer.",
        "Could you wait a little while I think?",
        "That needs some thought.",
        "Short pause from me, please.",
        "I want to weigh that up.",
        "I will answer in a moment.",
        "Please give me a short while.",
        "Is it okay if I think first?",
    ],
)
def test_a_pause_is_announced_in_many_ways(text: str) -> None:
    assert passed("the-announced-pause", text)["pauses"]


@pytest.mark.parametrize(
    "text",
    [
        "I think it depends.",
        "I will do it differently.",
        "I need more money for that.",
        "I am going to answer at once.",
        "I had to wait for three years.",
        "I would find another supplier first.",
        "I thought for a long time about leaving.",
        "I considered the words of my boss.",
        "They gave me ten minutes for it.",
        "I do not need to think about that.",
        "I am quiet by nature.",
        "It was a short pause in my career.",
    ],
)
def test_what_only_speaks_of_thinking_announces_no_pause(text: str) -> None:
    assert not passed("the-announced-pause", text)["pauses"]


@pytest.mark.parametrize(
    ("text", "timed"),
    [
        ("Up at 6.30 and out by 8.", True),
        ("I get up at seven.", True),
        ("Half past eight is my bus.", True),
        ("Breakfast, shower, bus.", True),
        ("I will be calm and rested.", False),
    ],
)
def test_a_plan_has_a_time_in_it_or_not(text: str, timed: bool) -> None:
    assert passed("a-plan-for-the-day", text)["says-when"] is timed


def test_an_answer_hands_over_only_with_its_last_sentence() -> None:
    assert passed("share-the-floor", "We had one microwave. How do you do lunch here?")["hands-over"]
    assert not passed("share-the-floor", "Who had the microwave? I did. It was mine.")["hands-over"]


def test_a_stock_phrase_is_shown_where_it_stands() -> None:
    text = "I mended the lift, and I am a team player."
    found = next(one for one in look_at(drills()["no-canned-answer"], text).findings if one.check.name == "not-canned")

    assert not found.passed
    assert "team player" in text[slice(*found.spans[0])]


def test_another_language_is_said_to_be_unread() -> None:
    assert look_at(drills()["share-the-floor"], "Ich habe mich mit allen immer sehr gut verstanden.").reason


def test_a_drill_without_anything_to_do_is_refused() -> None:
    values = {**dict(drills()["share-the-floor"]), "asks": None, "checks": ()}

    with pytest.raises(InvalidValue, match="needs a question, something to type or something to notice"):
        build(Drill, values, "drills.toml")
    with pytest.raises(InvalidValue, match="needs asks, model and poor"):
        build(Drill, {**dict(drills()["share-the-floor"]), "model": ""}, "drills.toml")
