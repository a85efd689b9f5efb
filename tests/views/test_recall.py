"""From memory: the box is empty when it is asked anew, what was typed is kept, and one thing is shown at a time."""

from __future__ import annotations

import json
import re
from dataclasses import replace
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from rapportkit.interviews import Line, Proof
from rapportkit.views.lesson import Lesson
from rapportkit.views.one_before import one_before
from rapportkit.views.recall import ASK_ALIKE, Recall, recall
from rapportkit.workbook.store import Workbook
from tests.views.conftest import said

NOTEBOOKS = Path(__file__).parents[2] / "notebooks"
SAID = "I mended a clock with my aunt, and it ran backwards."


def later(lesson: Lesson, name: str = "", **ahead: int) -> Lesson:
    """The same workbook in a lesson that is opened some time later."""
    now = lesson.now() + timedelta(**ahead)

    def clock() -> datetime:
        return now

    return replace(lesson, id=name or lesson.id, workbook=Workbook(lesson.workbook.path, clock), now=clock)


def held(view: Recall, text: str = SAID) -> None:
    """Something said from memory, and held against what was saved."""
    view.answer.value = text
    view.look()


@pytest.mark.parametrize("days", [1, 2, 6, 40])
def test_what_was_said_on_an_earlier_day_is_no_longer_in_the_box(half_way: Lesson, days: int) -> None:
    held(recall(half_way, "Your line?"))

    again = recall(later(half_way, days=days), "Your line?")

    assert again.answer.value == ""
    assert SAID not in said(again)


def test_it_is_shown_after_a_new_try_and_is_not_lost(half_way: Lesson) -> None:
    held(recall(half_way, "Your line?"))
    again = recall(later(half_way, days=2), "Your line?")
    held(again, "Something about a clock.")

    assert "What you said on 1 December" in said(again)
    assert SAID in said(again)


@pytest.mark.parametrize("ahead", [{"minutes": 1}, {"hours": 9}])
def test_a_restart_on_the_same_day_brings_back_what_was_on_the_screen(half_way: Lesson, ahead: dict[str, int]) -> None:
    held(recall(half_way, "Your line?"))
    assert recall(later(half_way, **ahead), "Your line?").answer.value == SAID


def test_on_the_next_day_for_it_the_box_is_empty_though_only_a_night_is_over(half_way: Lesson) -> None:
    evening = later(half_way, hours=34)  # seven o'clock in the evening, the day before
    held(recall(evening, "Your line?"))
    assert recall(later(evening, hours=12), "Your line?").answer.value == ""


@pytest.mark.parametrize("days", [0, 1, 3, 30])
def test_what_was_only_typed_is_kept_however_long_ago(half_way: Lesson, days: int) -> None:
    view = recall(half_way, "Your line?")
    view.answer.value = "I mended a cl"
    view.keep()
    assert recall(later(half_way, days=days), "Your line?").answer.value == "I mended a cl"


def test_a_new_box_that_is_typed_into_and_cleared_keeps_the_answer_of_before(half_way: Lesson) -> None:
    held(recall(half_way, "Your line?"))
    recall(later(half_way, days=2), "Your line?").keep()
    third = recall(later(half_way, days=4), "Your line?")
    held(third, "A clock.")
    assert SAID in said(third)


@pytest.mark.parametrize("other", ["05_listening", "06_rehearsal", "07_interview_day"])
def test_the_same_is_not_asked_at_once_in_another_lesson_unless_it_is_wanted(half_way: Lesson, other: str) -> None:
    held(recall(half_way, "Your line?"))

    soon = recall(later(half_way, other, hours=1), "Say it into the room.")
    assert "within the last day" in said(soon)
    assert "Say it into the room." not in said(soon)
    assert soon.answer.layout.display == "none"

    soon.ask()
    assert "Say it into the room." in said(soon)
    assert soon.answer.layout.display != "none"
    assert soon.answer.value == ""


@pytest.mark.parametrize(("other", "shows"), [("08_follow_up", "their-words"), ("09_champions", "next-steps")])
def test_another_thing_is_asked_at_once(half_way: Lesson, other: str, shows: str) -> None:
    held(recall(half_way, "Your line?"))
    assert "What did they say?" in said(recall(later(half_way, other, hours=1), "What did they say?", shows))


def test_after_a_day_and_on_a_day_for_it_the_same_is_asked(half_way: Lesson) -> None:
    held(recall(half_way, "Your line?"))
    assert "Again?" in said(recall(later(half_way, "07_interview_day", hours=25), "Again?"))
    assert "Again?" in said(recall(later(half_way, "07_interview_day", hours=16), "Again?"))  # the day before


def test_the_lessons_that_ask_alike_are_those_whose_notebooks_do() -> None:
    alike = []
    for path in sorted(NOTEBOOKS.glob("0*.ipynb")):
        code = "".join("".join(cell["source"]) for cell in json.loads(path.read_text(encoding="utf-8"))["cells"])
        if re.search(r'recall\(lesson.*shows="line-and-proof"', code):
            alike.append(path.stem)
    assert tuple(alike) == ASK_ALIKE["line-and-proof"]


@pytest.mark.parametrize(
    ("first", "other"), [("04_conversation", "07_interview_day"), ("05_listening", "06_rehearsal")]
)
def test_a_moment_that_was_answered_in_one_lesson_is_not_asked_in_the_next(
    lesson: Lesson, first: str, other: str
) -> None:
    asked = set()
    view = one_before(replace(lesson, id=first))
    assert view
    for _ in range(3):
        asked.add(view.question.id)
        view.answer.value = "I breathe out."
        view.turn()

    soon = one_before(later(lesson, other, hours=1))

    assert soon is None or (soon.question.id not in asked and soon.answer.value == "")


def test_a_moment_answered_long_ago_elsewhere_comes_with_an_empty_box_and_the_answer_after_a_try(
    lesson: Lesson,
) -> None:
    here, there = replace(lesson, id="08_follow_up"), later(lesson, "09_champions", days=20)
    view = one_before(here)
    assert view
    view.answer.value = "She tells it at lunch."
    view.look()
    again = one_before(there)
    assert again
    for _ in range(20):
        if again.question != view.question:
            again.turn()

    assert again.answer.value == ""
    assert "She tells it at lunch." not in said(again)
    again.answer.value = "At the table."
    again.look()
    assert "She tells it at lunch." in said(again)


def test_a_moment_half_answered_is_there_again_days_later(lesson: Lesson) -> None:
    view = one_before(lesson)
    assert view
    view.answer.value = "I would ask ab"
    view.keep()
    again = one_before(later(lesson, days=3))
    assert again
    assert (again.question, again.answer.value) == (view.question, "I would ask ab")


PROOFS = ("The oven stood still", "The queue went round the block", "Nobody could read the map")


def filled(lesson: Lesson) -> Lesson:
    for number, what in enumerate(PROOFS):
        proof = Proof(situation=f"{what}.", action="I did it.", change="It was well.")
        lesson.workbook.save(f"proof-{number}", proof)
    for label in ("rowing", "baking"):
        text = f"I tried {label} in the rain. What was your first time like?"
        key = next(iter(lesson.interviewers))
        line = Line(person=key, about_kind="interest", about_label=label, text=text)
        lesson.workbook.save(f"{key}/{label}", line)
    return lesson


@pytest.mark.parametrize(
    ("words", "proof", "line"), [("The queue, baking", 1, "baking"), ("a map, rowing", 2, "rowing")]
)
def test_what_comes_nearest_is_shown_and_the_others_are_folded_each_by_itself(
    half_way: Lesson, words: str, proof: int, line: str
) -> None:
    view = recall(filled(half_way), "Your line, and a proof?")
    held(view, words)
    shown, *folded = view.saved.value.split("<details>")

    assert f"I tried {line}" in shown
    assert PROOFS[proof] in view.saved.value.split("Your proof")[1].split("<details>")[0]
    assert len(folded) == 3
    assert all(one.count("<blockquote>") == 1 for one in view.saved.value.split("Your proof")[1].split("<details>"))


def test_a_single_line_has_nothing_folded(half_way: Lesson) -> None:
    half_way.workbook.save("proof-1", Proof(situation="Snow.", action="I dug.", change="They came in."))
    view = recall(half_way, "A proof?")
    held(view)
    assert "Snow." in said(view)
    assert "Another one" not in view.saved.value


def test_what_is_due_is_looked_at_one_by_one(half_way: Lesson) -> None:
    filled(half_way)
    page = said(later(half_way, days=2).welcome())
    assert page.count("Said aloud? Then look here") == 5
    assert "proof 2 of 3" in page
