"""Of which kind a question is: by what it takes up, by where it stands, and by the words it leaves out."""

from __future__ import annotations

import pytest

from tests.talk.talks import WHOLE, report

_AT_WORK, _HANDED_OVER = WHOLE[4:6], WHOLE[10]


def kinds(*lines: str) -> list[str]:
    """The kinds of the questions of the last of these lines."""
    made = report(*WHOLE[:4], *_AT_WORK, *lines, "I: I see.")
    last = max(question.turn for question in made.questions)
    return [question.kind for question in made.questions if question.turn == last]


@pytest.mark.parametrize(
    ("theirs", "mine"),
    [
        ("The night baker sings, and the neighbours do not.", "Fridays, or all week?"),
        ("Vincent lifts the sacks alone.", "And what happens when he can't?"),
        ("The oven was built from a bell.", "Was that hard?"),
        ("The oven was built from a bell.", "Did you make that yourself, out of a real bell?"),
        ("We sold the van.", "What came after?"),
    ],
)
def test_a_question_that_leaves_the_rest_to_what_was_said_is_a_follow_up(theirs: str, mine: str) -> None:
    assert kinds(_HANDED_OVER, "Me: I do.", f"I: {theirs}", f"Me: {mine}") == ["follow-up"]


@pytest.mark.parametrize(
    ("theirs", "mine"),
    [
        ("We bring the flour up by hand.", "Do you bring the apprentices to fairs?"),
        ("The mill closed.", "And then something else, how long does one wait for a flat there?"),
        ("We hired two in May.", "What is it like to bake at night?"),
        ("Our shifts begin at four.", "Which shift would a newcomer get?"),
        ("The mill closed.", "Would you say that you pay for a certificate?"),
        ("The mill closed.", "How does it go when you're new?"),
        ("The mill closed.", "Is that the old harbour, in the photo there?"),
        ("The mill closed.", "That's a poor link, and it's a bit sudden of me, but who looks after the bakers?"),
    ],
)
def test_a_word_that_fits_any_subject_makes_no_follow_up(theirs: str, mine: str) -> None:
    assert kinds(_HANDED_OVER, "Me: I do.", f"I: {theirs}", f"Me: {mine}") == ["full-switch"]


def test_a_question_in_the_midst_of_their_questions_stays_near() -> None:
    assert kinds("I: How do you shape a plait?", "Me: With three strands. Is there a steam oven?") == ["partial-switch"]


def test_a_matter_named_first_is_another_side_of_the_subject() -> None:
    asked = "Me: Good. And the trainees, how does a rota suit young people?"
    assert kinds(_HANDED_OVER, "Me: I do.", "I: We bake at night.", asked) == ["partial-switch"]


@pytest.mark.parametrize(
    ("theirs", "mine"),
    [
        ("Do you mind an early start?", "Not at all, I wake at four. Do you?"),
        ("Good morning. How are you, Ben?", "Very well. How are you?"),
        ("And which bread do you like best?", "Rye. And you, which bread do you like best?"),
    ],
)
def test_their_question_asked_back_is_a_mirror(theirs: str, mine: str) -> None:
    assert kinds(f"I: {theirs}", f"Me: {mine}") == ["mirror"]
