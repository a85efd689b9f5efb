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
from tests.words.variants import variants

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


GAPS = ("[name]", "{{first_name}}", "<Name>", "___", "INTERVIEWER NAME", "Mr [surname]", "*name*", "[her name here]")


def states_of(name: str, text: str) -> dict[str | None, str]:
    found = exercise_in(exercises_folder() / f"{name}.toml")
    return {one.criterion.rule: one.state for one in mark(found, text) if one.criterion.rule}


@pytest.mark.parametrize("gap", GAPS)
@pytest.mark.parametrize("exercise", ["answer_a_surprise_refusal", "thank_the_one_who_decides_alone"])
def test_a_gap_in_place_of_a_name_earns_nothing(exercise: str, gap: str) -> None:
    model = exercise_in(exercises_folder() / f"{exercise}.toml").model
    greeting = model.splitlines()[0]

    assert states_of(exercise, model)["no-name"] == "earned"
    assert states_of(exercise, model.replace(greeting, f"Dear {gap},"))["no-name"] == "not yet"


@pytest.mark.parametrize(
    ("exercise", "text", "rule"),
    [
        ("thank_the_one_who_decides_alone", "Dear Mr Roy, thank you for [topic: the old setter]. Ann", "not-specific"),
        ("repair_a_tossed_out_line", "I spent my first winter in [place: Glasgow]. How was yours?", "off-ground"),
        ("ask_out_of_curiosity", "I once flew a kite off our roof. [insert question to her here]", "no-invitation"),
        ("ask_about_their_goals", "Hello Ana. [Insert thanks here]. What can I do for you?", "no-thanks"),
    ],
)
def test_what_stands_in_a_gap_earns_no_other_line_either(exercise: str, text: str, rule: str) -> None:
    assert states_of(exercise, text)[rule] != "earned"


@pytest.mark.parametrize("end", ["[your name]", "{{signature}}", "___"])
def test_a_gap_elsewhere_takes_no_earned_line_away(end: str) -> None:
    for name in ("answer_a_surprise_refusal", "thank_the_one_who_decides_alone"):
        model = exercise_in(exercises_folder() / f"{name}.toml").model
        before, after = states_of(name, model), states_of(name, f"{model.strip()}\n{end}")
        assert {rule: state for rule, state in after.items() if rule != "placeholder"} == {
            rule: state for rule, state in before.items() if rule != "placeholder"
        }


@pytest.mark.parametrize("said", ["(laughs)", "[sic]", "the so-called [flying] kitchen"])
def test_brackets_that_ask_for_nothing_are_words(said: str) -> None:
    model = exercise_in(exercises_folder() / "repair_a_tossed_out_line.toml").model
    assert states_of("repair_a_tossed_out_line", f"{model} {said}")["off-ground"] == "earned"


def test_an_answer_of_nothing_but_a_gap_earns_nothing_that_should_be_there() -> None:
    assert "earned" not in {states_of("answer_a_surprise_refusal", gap)["no-name"] for gap in GAPS}


@pytest.mark.parametrize("said", variants("back-to-the-work")["unsaid"])
def test_an_answer_without_a_word_of_what_is_shared_is_not_said_to_keep_off_skills(said: str) -> None:
    ride = exercise_in(exercises_folder() / "ride_a_change_of_subject.toml")

    assert "earned" not in {one.state for one in mark(ride, said) if one.criterion.rule == "skill-talk"}


@pytest.mark.parametrize("name", ["ask_out_of_curiosity", "take_up_what_was_said"])
def test_a_question_about_what_is_theirs_alone_gets_no_word_on_a_missing_story(name: str) -> None:
    exercise = exercise_in(exercises_folder() / f"{name}.toml")
    review = review_answer(exercise, f"The {exercise.about_label}! How did that begin with you?")

    assert review is not None
    assert "tossed-out" not in {remark.rule for remark in review.remarks}
