from __future__ import annotations

import re
from pathlib import Path
from typing import get_args

import pytest

from rapportkit.errors import InvalidValue, UnreadableFile
from rapportkit.exercises import Exercise, mark, read_exercise, review_answer
from rapportkit.lessons import exercises_folder, lessons
from rapportkit.words.message import MessageKind
from tests.test_curriculum import HIGHEST_GRADE, flesch_kincaid

FILES = sorted(exercises_folder().glob("*.toml"))


def exercise_in(path: Path) -> Exercise:
    return read_exercise(path.name, path.read_bytes())


@pytest.fixture(params=FILES, ids=lambda path: path.stem)
def exercise(request: pytest.FixtureRequest) -> Exercise:
    return exercise_in(request.param)


def test_there_are_exercises_and_each_is_named_as_its_file() -> None:
    assert FILES
    assert [exercise_in(path).id for path in FILES] == [path.stem for path in FILES]


def test_every_lesson_has_an_exercise() -> None:
    numbered = {path.stem for path in lessons() if path.stem[:2].isdigit()}

    assert {exercise_in(path).lesson for path in FILES} == numbered


def test_every_follow_up_has_an_exercise() -> None:
    assert {exercise_in(path).answer for path in FILES} >= set(get_args(MessageKind))


def test_an_exercise_reads_at_school_grade_eight_at_most(exercise: Exercise) -> None:
    told = "\n\n".join((exercise.prompt, exercise.model, exercise.model_why, *exercise.hints))

    assert flesch_kincaid(told) <= HIGHEST_GRADE


def test_the_model_earns_every_automatic_mark_and_the_poor_answer_does_not(exercise: Exercise) -> None:
    automatic = [one for one in mark(exercise, exercise.model) if one.criterion.rule]

    assert automatic
    assert {one.state for one in automatic} == {"earned"}
    assert "not yet" in {one.state for one in mark(exercise, exercise.poor)}


def test_the_model_gets_no_remark_at_all(exercise: Exercise) -> None:
    review = review_answer(exercise, exercise.model)

    assert review is not None
    assert review.remarks == ()


def test_every_rule_named_in_a_rubric_is_one_that_is_looked_for(exercise: Exercise) -> None:
    review = review_answer(exercise, exercise.model)

    assert review is not None
    assert {line.rule for line in exercise.rubric if line.rule} <= set(review.looked_for)


def test_an_empty_answer_is_not_attempted_and_not_failed(exercise: Exercise) -> None:
    assert {one.state for one in mark(exercise, " \n")} == {"not attempted"}


def test_what_no_rule_can_judge_is_for_a_person(exercise: Exercise) -> None:
    states = {one.state for one in mark(exercise, exercise.model) if one.criterion.rule is None}

    assert states == {"for a person"}


def broken(change: str, by: str) -> bytes:
    text = FILES[0].read_text(encoding="utf-8")
    assert change in text
    return text.replace(change, by, 1).encode()


def test_a_wrong_field_is_named_with_its_place() -> None:
    with pytest.raises(InvalidValue, match=r"x\.toml: rubric 1: points should be a whole number, not 'two'"):
        read_exercise("x.toml", broken("points = 1", 'points = "two"'))


def test_a_field_that_nobody_knows_is_named() -> None:
    with pytest.raises(InvalidValue, match=r"x\.toml: promt is not a field that we know"):
        read_exercise("x.toml", broken("prompt =", "promt =") + b"")


@pytest.mark.parametrize("data", [b"\xff\xfe", b"id = [", b"[" * 50_000])
def test_a_file_that_is_no_toml_is_refused_in_a_sentence(data: bytes) -> None:
    with pytest.raises(UnreadableFile, match=r"^x\.toml cannot be read as an exercise"):
        read_exercise("x.toml", data)


def test_an_opening_needs_to_know_what_it_is_about() -> None:
    data = next(path for path in FILES if 'answer = "opening"' in path.read_text(encoding="utf-8")).read_text()

    with pytest.raises(InvalidValue, match="needs about_kind and about_label"):
        read_exercise("x.toml", re.sub(r"^about_label = .*\n", "", data, flags=re.MULTILINE).encode())


def test_the_list_for_coaches_names_every_exercise(exercise: Exercise) -> None:
    listed = (Path(__file__).resolve().parent.parent / "exercises" / "README.md").read_text(encoding="utf-8")

    assert f"| `{exercise.id}` | {exercise.title} | {int(exercise.lesson[:2])} |" in listed


def test_what_no_rule_misses_is_not_there_for_that() -> None:
    walk_in = exercise_in(exercises_folder() / "walk_in_to_meet_somebody.toml")
    states = {line.criterion.says: line.state for line in mark(walk_in, "What a lovely school you have here.")}
    assert states["The bees are in it"] == "for a person"
    states = {line.criterion.says: line.state for line in mark(walk_in, walk_in.model)}
    assert states["The bees are in it"] == "earned"
