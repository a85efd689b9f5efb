"""What later lessons ask again: what is on the path, and what nobody skips."""

from __future__ import annotations

from rapportkit.from_before import asked_again, questions_for
from rapportkit.practice import MyWays


def test_every_question_has_a_name_of_its_own() -> None:
    names = [one.id for one in asked_again()]

    assert len(set(names)) == len(names)


def test_a_lesson_asks_only_what_is_of_an_earlier_one() -> None:
    assert {one.of for one in questions_for("03_common_ground", MyWays())} == {"01_purpose", "02_research"}
    assert questions_for("00_welcome", MyWays()) == ()


def test_a_tip_that_is_skipped_is_not_asked_about() -> None:
    asked = {one.id for one in questions_for("06_rehearsal", MyWays())}
    left = {one.id for one in questions_for("06_rehearsal", MyWays(tips={"T1": "skip", "T8": "skip"}))}

    assert asked - left == {"lost-her-words"}


def test_a_lesson_off_the_path_is_not_asked_about() -> None:
    on_path = ("01_purpose", "04_conversation", "06_rehearsal", "07_interview_day")

    assert {one.of for one in questions_for("07_interview_day", MyWays(), on_path)} == set(on_path[:3])
