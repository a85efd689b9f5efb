"""What a follow-up question makes of an answer."""

from __future__ import annotations

import pytest

from rapportkit.listening import Told, answers, heard_again, listen
from rapportkit.words.openness import is_asking, openness_of
from rapportkit.words.speech import Speech
from tests.linear import grows_linearly
from tests.words.variants import variants


@pytest.fixture(params=answers().values(), ids=answers().keys())
def told(request: pytest.FixtureRequest) -> Told:
    return request.param  # type: ignore[no-any-return]


@pytest.fixture
def bakery() -> Told:
    return answers()["bakery"]


def marked(told: Told, question: str) -> list[str]:
    return [told.said[slice(*span)] for span in listen(told, question).took_up]


def test_there_are_answers_from_different_trades() -> None:
    assert len({told.trade for told in answers().values()}) >= 6


def test_what_can_be_picked_up_stands_in_the_answer(told: Told) -> None:
    assert [thread.words for thread in told.threads if thread.words not in told.said] == []


def test_each_question_that_is_offered_takes_up_its_thread_and_is_open_and_about_them(told: Told) -> None:
    for thread in told.threads:
        heard = listen(told, thread.ask)

        assert thread not in heard.left, thread.ask
        assert heard.openness == "open", thread.ask
        assert heard.about_them is not False, thread.ask
        assert not heard.answers_itself, thread.ask


def test_a_question_that_was_made_before_takes_up_nothing(told: Told) -> None:
    for question in ("What are the next steps?", "How big is your team?", "What do you like about working here?"):
        assert listen(told, question).took_up == (), question


def test_a_word_in_another_form_and_another_word_for_the_same_thing_are_taken_up(bakery: Told) -> None:
    assert marked(bakery, "How did you keep the ovens going?") == ["oven", "the burnt one in my office"]
    assert marked(bakery, "What did the water do?") == ["the flood"]


def test_words_that_two_texts_share_by_chance_are_not_taken_up(bakery: Told) -> None:
    assert marked(bakery, "Who comes first in the morning, and who is back after lunch?") == []


def test_the_words_of_the_question_that_took_something_up_are_marked_too(bakery: Told) -> None:
    question = "And your uncle: what else did he know?"

    assert [question[slice(*span)] for span in listen(bakery, question).echoed] == ["uncle"]


@pytest.mark.parametrize(
    ("question", "openness"),
    [
        ("What was that like?", "open"),
        ("how did it taste", "open"),
        ("Do tell me more about your uncle.", "open"),
        ("When the power went, what did you do?", "open"),
        ("What gave you the idea?", "open"),
        ("How many loaves were there?", "narrow"),
        ("What year was it?", "narrow"),
        ("Where was the oven?", "narrow"),
        ("Did you like it?", "closed"),
        ("And was it good?", "closed"),
        ("Could I see the oven?", "closed"),
        ("So you ate it on the doorstep?", "closed"),
        ("Thirty years?", None),
        ("Was it good, or what did you do with it?", "open"),
    ],
)
def test_how_much_room_a_question_leaves(bakery: Told, question: str, openness: str | None) -> None:
    assert listen(bakery, question).openness == openness


@pytest.mark.parametrize(
    "question",
    [
        "Who picks the first apprentice of the morning?",
        "And whose recipe won in the end?",
        "Which neighbour lent you the barrow that day?",
        "With whom did your uncle share the cellar?",
        "In which corner of the yard does the dough rise best?",
        "So you fetched the flour from where?",
        "Under whose roof did everybody sleep after that?",
        "Sorry, who else knew about the leak?",
        "Which, would you say, is the loaf that nobody forgets?",
        "Until when could people come in at the back?",
        "And on the first day, who stood in the queue?",
    ],
)
def test_a_question_with_a_question_word_is_never_for_yes_or_no(bakery: Told, question: str) -> None:
    assert listen(bakery, question).openness in ("narrow", "open")


@pytest.mark.parametrize(
    "question",
    [
        "Is that the man who built the oven?",
        "Did you and the boy who helped stay friends?",
        "When it rained again, did you worry?",
        "Where you live now, is there a river?",
        "Were you the one whose shop went under?",
        "So that was the night when everybody came?",
        "Your uncle, who built it, still bakes there?",
        "And the lad who helped you, he came back?",
    ],
)
def test_a_question_word_that_only_joins_leaves_yes_or_no(bakery: Told, question: str) -> None:
    assert listen(bakery, question).openness == "closed"


def test_a_remark_asks_nothing(bakery: Told) -> None:
    heard = listen(bakery, "That is a lovely story about the oven.")

    assert not heard.asks
    assert heard.openness is None
    speech = Speech("I know what you mean. What did you do?")
    assert [is_asking(speech, one) for one in speech.sentences] == [False, True]
    assert [openness_of(speech, one) for one in speech.sentences] == [None, "open"]


def test_a_question_about_ones_own_pay_or_chances_is_not_about_them(bakery: Told) -> None:
    assert listen(bakery, "When do I start?").about_them is False
    assert listen(bakery, "What is the salary?").about_them is False
    assert listen(bakery, "What did your uncle say?").about_them is True
    assert listen(bakery, "How did the bread taste?").about_them is None


def test_a_question_that_points_without_naming_is_told_from_one_about_something_else(bakery: Told) -> None:
    assert listen(bakery, "What was that like?").points
    assert not listen(bakery, "What do you do at weekends?").points
    assert not listen(bakery, "What was it like to use that oven?").points


def test_somebody_who_asks_in_order_to_answer_is_noticed(bakery: Told) -> None:
    question = "How did you feel? I once had a flood too, in my own kitchen, and I put it out with towels."

    assert listen(bakery, question).answers_itself
    assert not listen(bakery, "I once had a flood too. How did you feel?").answers_itself


def test_another_language_is_said_to_be_unread(bakery: Told) -> None:
    heard = listen(bakery, "Wie hat das erste Brot nach dem Hochwasser denn eigentlich geschmeckt?")

    assert heard.reason
    assert heard.took_up == ()


@pytest.mark.parametrize("piece", ["?", "what ", "how, ", "😀", "let me "])
def test_any_text_is_answered_in_linear_time(bakery: Told, piece: str) -> None:
    assert grows_linearly(lambda size: listen(bakery, piece * (size // len(piece))), 25_000)


@pytest.mark.parametrize(("said", "asked"), variants("really-took-up")["caught"])
def test_a_word_that_only_this_answer_has_is_taken_up(said: str, asked: str) -> None:
    assert heard_again(Speech(said), Speech(asked))


@pytest.mark.parametrize(("said", "asked"), variants("really-took-up")["left"])
def test_people_as_they_are_everywhere_are_not(said: str, asked: str) -> None:
    assert not heard_again(Speech(said), Speech(asked))
