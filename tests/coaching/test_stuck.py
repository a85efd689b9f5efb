from __future__ import annotations

import json
from datetime import timedelta

import pytest

from rapportkit.coaching.by_hand import HandMark, HandMarks, answer_key
from rapportkit.coaching.cohort import Standing, cohort_of
from rapportkit.coaching.marking import Marked, Paper, exercises_as_json, mark_chunk
from rapportkit.handin import hand_in_file
from tests.coaching.classroom import BEGIN, DUE, GOOD, HANDED_IN, IDS, a_desk, handed_in

DESK = a_desk()
NOTE = "Dear Ms Haddad, thank you for telling me so soon. I wish you a good season, and hope that we meet again. Jun"


def marked(*texts: str, asks: str = "") -> Marked:
    """What became of the first learner's hand-in."""
    data = hand_in_file(handed_in(DESK, DESK.learners[0], *texts).with_(asks=asks))
    return Marked.model_validate_json(mark_chunk(exercises_as_json(DESK), (Paper("s1", "x", 1, data),)))


def standing(one: Marked, given: HandMarks | None = None) -> Standing:
    return cohort_of(DESK, [one], given or {}, HANDED_IN).standings[0]


def by_hand(text: str, exercise: int, *points: int) -> HandMarks:
    """Points for every line of an answer, whatever rules say."""
    key = answer_key(text)
    return {(IDS[exercise], key, line): HandMark(exercise=IDS[exercise], answer=key, line=line, points=got, at=BEGIN)
            for line, got in enumerate(points)}  # fmt: skip


def test_who_has_done_all_and_well_is_left_alone() -> None:
    assert standing(marked(GOOD, NOTE)).stuck == ""


@pytest.mark.parametrize(
    ("days", "says"),
    [
        (-3, "nothing has come yet; it is due on Thursday 10 December"),
        (0.1, "nothing has come; it has been due since yesterday"),
        (1.5, "nothing has come; it has been due for 1 day"),
        (9.5, "nothing has come; it has been due for 9 days"),
    ],
)
def test_of_whom_nothing_has_come_is_told_with_the_day(days: float, says: str) -> None:
    assert {one.stuck for one in cohort_of(DESK, [], {}, DUE + timedelta(days=days)).standings} == {says}


@pytest.mark.parametrize("texts", [(GOOD,), ("", NOTE), (GOOD, "  ")])
def test_half_of_it_not_tried_is_a_reason(texts: tuple[str, ...]) -> None:
    assert standing(marked(*texts)).stuck.startswith("1 of 2 exercises not tried")


def test_a_few_words_are_hardly_a_beginning() -> None:
    assert "1 answer hardly begun (2 words)" in standing(marked(GOOD, "Dear Ms")).stuck


def test_many_lines_that_are_not_there_are_a_reason_and_open_ones_are_not() -> None:
    weak = by_hand(GOOD, 0, 0, 0, 0, 0)
    assert "4 of 6 judged lines not yet there" in standing(marked(GOOD, NOTE), weak).stuck
    assert "not yet" not in standing(marked(GOOD, NOTE), by_hand(GOOD, 0, 1, 1)).stuck


def test_in_part_counts_by_half() -> None:
    part = by_hand(GOOD, 0, 0, 0, 1, 1) | by_hand(NOTE, 1, 0, 1, 1, 1)
    assert "and" in standing(marked(GOOD, NOTE), part).stuck


def test_one_exercise_that_went_wrong_is_not_hidden_by_another() -> None:
    long = f"{GOOD} {GOOD} {GOOD} {GOOD}"
    given = by_hand(long, 0, 0, 0) | by_hand(NOTE, 1, 1, 1, 2, 2)
    assert "no judged line of one exercise is there yet so far" in standing(marked(long, NOTE), given).stuck


def test_who_asks_comes_first_and_their_words_are_told() -> None:
    asking = marked(GOOD, NOTE, asks="I cannot find a story.\nCan we talk? " + "x" * 200)
    later = cohort_of(DESK, [asking.with_(learner="s3")], {}, HANDED_IN)

    (first, *others) = later.may_want_a_word
    assert first.learner.id == "s3"
    assert first.stuck.startswith("asks you: “I cannot find a story. Can we talk? xxx")
    assert first.stuck.endswith("x ...”")
    assert [one.learner.id for one in others] == ["s1", "s2"]


def test_a_hand_in_of_before_asks_nothing() -> None:
    values = handed_in(DESK, DESK.learners[0], GOOD).model_dump(mode="json")
    del values["asks"]
    assert type(handed_in(DESK, DESK.learners[0])).model_validate_json(json.dumps(values)).asks == ""
