"""An exercise as data: a prompt, a rubric of named rules and lines for a person to judge, a model and a poor answer."""

from __future__ import annotations

import tomllib
from typing import TYPE_CHECKING, Literal

from pydantic import Field, ValidationError, model_validator

from rapportkit.errors import InvalidValue, UnreadableFile
from rapportkit.people.person import FactKind
from rapportkit.practice import Claim
from rapportkit.record import Prose, Record, Short, explain
from rapportkit.words.context import MessageContext
from rapportkit.words.review import Remark, Review

if TYPE_CHECKING:
    from rapportkit.words.opening import About

AnswerKind = Literal["opening", "thank-you", "gracious-reply", "invitation", "thanks-for-connecting", "prose"]
MarkState = Literal["earned", "not yet", "not attempted", "for a person"]


class Criterion(Record):
    """
    One line of a rubric.

    With `rule` it is marked by the program: the points are earned when that rule has no remark. Without one it
    is for a person to judge.
    """

    says: Short
    points: int = Field(ge=1, le=100)
    rule: Short | None = None


class Exercise(Record):
    """
    One exercise. `about` and `context` are what the rules need to know; `model` earns every automatic mark.

    `about_facts` are the facts that the prompt gives of the other, by the words that tell them: three are too many.

    With `about_shared = false` the thing is theirs alone, and the task is to ask out of curiosity.

    `practises` are ids of the method, such as C4. One that practises only tips which a learner skips is not offered.
    """

    id: Short
    lesson: Short
    title: Short
    practises: tuple[Claim, ...] = ()
    prompt: Prose
    not_asked: Prose
    answer: AnswerKind
    about_kind: FactKind | None = None
    about_label: Short | None = None
    about_shared: bool = True
    about_facts: tuple[Short, ...] = ()
    context: MessageContext = MessageContext()
    rubric: tuple[Criterion, ...] = Field(min_length=1)
    model: Prose
    model_why: Prose
    poor: Prose
    hints: tuple[Short, ...] = ()

    @model_validator(mode="after")
    def _knows_what_it_is_about(self) -> Exercise:
        if self.answer == "opening" and not (self.about_kind and self.about_label):
            raise ValueError("an exercise on an opening line needs about_kind and about_label")
        return self


class Mark(Record):
    """What one criterion makes of an answer; `remark` says what stands in the way."""

    criterion: Criterion
    state: MarkState
    remark: Remark | None = None


def read_exercise(name: str, data: bytes) -> Exercise:
    """
    The exercise in one TOML file.

    Raises:
        UnreadableFile: it is no TOML, or not text.
        InvalidValue: a field is wrong; the sentence names file, place and remedy.
    """
    try:
        values = tomllib.loads(data.decode("utf-8"))
    except (UnicodeDecodeError, tomllib.TOMLDecodeError, RecursionError) as error:
        raise UnreadableFile(
            f"{name} cannot be read as an exercise ({error}). Check quotes and brackets there."
        ) from None
    try:
        return Exercise.model_validate(values)
    except ValidationError as error:
        raise InvalidValue(explain(error, name)) from None


_THERE = "off-ground"
"""The rule that tells whether the shared thing is missing."""

_WITH_IT = (_THERE, "skill-talk")
"""Rules that can be kept only by an answer that speaks of the shared thing."""

_WANTED = {one: one for one in ("no-name", "no-thanks", "not-specific", "no-open-door", "no-offer-of-support",
                                "no-invitation", "tossed-out", _THERE)}  # fmt: skip
_WANTED["wrong-name"] = "no-name"
"""Rules by which something has to be there, and which says that it is not; "[name]" is no name, right or wrong."""


def review_answer(exercise: Exercise, text: str) -> Review | None:
    """What the rules say of an answer; None for prose, which no rule judges."""
    if exercise.answer == "prose":
        return None
    if exercise.answer == "opening":
        from rapportkit.words.opening import review_opening  # late: an exercise that is only read needs no rules

        return review_opening(text, _about(exercise))
    from rapportkit.words.message import review_message

    return review_message(exercise.answer, text, exercise.context)


def mark(exercise: Exercise, text: str) -> tuple[Mark, ...]:
    """One mark for each line of the rubric, in its order. An empty answer is not attempted, which is no failure."""
    if not text.strip():
        return tuple(Mark(criterion=criterion, state="not attempted") for criterion in exercise.rubric)
    from rapportkit.words.placeholder import without_gaps

    filled = without_gaps(text)
    review = review_answer(exercise, text)
    of_filled = review if filled == text else review_answer(exercise, filled)
    return tuple(_mark_one(exercise, one, filled, review, of_filled) for one in exercise.rubric)


def _about(exercise: Exercise) -> About:
    from rapportkit.words.opening import About

    return About.model_validate(
        {
            "kind": exercise.about_kind,
            "label": exercise.about_label,
            "facts": exercise.about_facts,
            "shared": exercise.about_shared,
        }
    )


def faults_of(exercise: Exercise) -> tuple[str, ...]:
    """
    What an author should mend, in sentences: the model earns every automatic mark, the poor answer does not.

    A line whose rule is not looked for in this kind of answer would be left to a person for ever.
    """
    found = []
    for one in mark(exercise, exercise.model):
        if one.criterion.rule in _WITH_IT and one.state == "for a person" and exercise.answer == "opening":
            found.append(f"No word of what is shared stands in the model (in '{one.criterion.says}').")
        elif one.criterion.rule and one.state == "for a person":
            found.append(f"No such rule is looked for here: '{one.criterion.rule}' (in '{one.criterion.says}').")
        elif one.state == "not yet":
            found.append(f"The model does not earn '{one.criterion.says}': {one.remark.says if one.remark else ''}")
        elif one.state == "not attempted":
            return ("The model is empty. Write the answer that earns every mark.",)
    if any(one.rule for one in exercise.rubric) and not any(
        one.state == "not yet" for one in mark(exercise, exercise.poor)
    ):
        found.append("The poor answer earns every automatic mark. Write one that shows what is to be learned.")
    return tuple(found)


def _mark_one(
    exercise: Exercise, criterion: Criterion, filled: str, review: Review | None, of_filled: Review | None
) -> Mark:
    """
    The mark of one line of the rubric; *filled* and its review are the answer without gaps that wait to be filled.

    Where no word of the shared thing stands in an answer and no rule misses it either, only a person can tell
    whether it is there, or whether the answer has passed it over.
    """
    rule = criterion.rule
    if rule is None or review is None or of_filled is None or rule not in review.looked_for:
        return Mark(criterion=criterion, state="for a person")
    wanting = [one for one in of_filled.remarks if one.rule == _WANTED.get(rule)]
    found = next((one for one in (*review.remarks, *wanting) if one.rule in (rule, _WANTED.get(rule))), None)
    if not found and (
        (rule in _WANTED and of_filled.reason) or (rule in _WITH_IT and not _speaks_of_it(filled, exercise))
    ):
        return Mark(criterion=criterion, state="for a person")
    return Mark(criterion=criterion, state="not yet" if found else "earned", remark=found)


def _speaks_of_it(text: str, exercise: Exercise) -> bool:
    from rapportkit.words.opening import speaks_of

    return speaks_of(text, _about(exercise))
