from __future__ import annotations

import pytest

from rapportkit.brief.asked import called_on_a_page, still_to_ask
from rapportkit.brief.sections import narrow_column
from rapportkit.ground.link import Choice, Link
from rapportkit.interviews import Line
from rapportkit.people.person import Person
from tests.brief.samples import nadias

LINE = (
    "I walked the dog past the weir in the rain, and half the village was out with cameras. "
    "You told the paper that you photograph herons: where do you go to find them?"
)


def asked(question: str, person: str = "ewa") -> Choice:
    link = Link(kind="interest", label="Birds", status="confirmed", light="green", mine=(), theirs=(), why="Theirs.")
    return Choice(person=person, link=link, stance="curious", question=question)


def line(text: str = LINE, person: str = "ewa") -> Line:
    return Line(person=person, about_kind="interest", about_label="Birds", text=text)


@pytest.mark.parametrize(
    "question",
    [
        "Where do you go to find them?",
        "where do you go to find them",
        "And where do you go to find them?",
        "Where did you go to find them?",
        "You told the paper that you photograph herons. Where do you go to find them?",
    ],
)
def test_what_a_line_asks_already_is_not_asked_again(question: str) -> None:
    assert still_to_ask([asked(question)], [line()]) == ()


@pytest.mark.parametrize(
    "question",
    [
        "Where do you go in the winter?",
        "What do you do to find them?",
        "Which camera do you take?",
        "Where do you go to find them? And who taught you to wait?",
        "Herons?",
        "",
    ],
)
def test_another_question_stays(question: str) -> None:
    choice = asked(question)

    assert still_to_ask([choice], [line()]) == (choice,)


def test_a_question_to_somebody_else_stays() -> None:
    choice = asked("Where do you go to find them?", person="tom")

    assert still_to_ask([choice], [line()]) == (choice,)


def test_the_page_says_that_a_question_stands_in_the_line() -> None:
    brief = nadias()
    choice = brief.shortlist[0].with_(question="What does best for you in Yorkshire clay?")

    ask = narrow_column(brief.with_(shortlist=(choice,)))[0]

    assert not ask.entries
    assert ask.hint == "What you ask stands in your line."


@pytest.mark.parametrize(
    ("name", "called"),
    [
        ("Helen Ashworth", "Helen Ashworth"),
        ("Dr. Helen Ashworth-Featherstonehaugh", "Helen"),
        ("Prof. Dr. Thomas von der Lühe", "Thomas"),
        ("Nguyễn Thị Minh Khai", "Nguyễn Thị Minh Khai"),
        ("Solveig Maria Berg", "Solveig Maria Berg"),
        ("Robert James Okafor", "Robert James Okafor"),
        ("Madonna", "Madonna"),
    ],
)
def test_a_long_name_is_the_given_one_where_everybody_knows_it_and_nobody_else_has_it(name: str, called: str) -> None:
    people = {"one": Person(name=name), "other": Person(name="James Robert")}

    assert called_on_a_page("one", people) == called
