"""What running prose says of somebody's own time."""

from __future__ import annotations

import pytest

from rapportkit.people.gathering import Gathering
from rapportkit.people.person import Reading
from rapportkit.people.prose import read_prose
from tests.linear import grows_linearly


def read(text: str) -> Reading:
    found = Gathering("ana.json")
    read_prose(found, text, "basics: summary")
    return found.reading("Ana", None)


def interests(text: str) -> list[str]:
    return [fact.label for fact in read(text).person.of_kind("interest")]


def places(text: str) -> list[str]:
    return [fact.label for fact in read(text).person.of_kind("place")]


@pytest.mark.parametrize(
    ("text", "labels"),
    [
        ("In my spare time I restore motorbikes.", ["restore motorbikes"]),
        ("Outside work: allotment, choir", ["allotment", "choir"]),
        ("Outside of work, I enjoy bouldering and film photography.", ["bouldering", "film photography"]),
        ("When I'm not working you'll find me on the river or baking sourdough.", ["on the river", "baking sourdough"]),
        ("When I’m not at work, I’m usually sailing.", ["sailing"]),
        ("I play five-a-side football at weekends.", ["play five-a-side football"]),
        ("I love hiking and old maps.", ["hiking", "old maps"]),
        ("Love football.", ["football"]),
        ("Huge fan of Leeds United. Keen gardener.", ["Leeds United", "gardener"]),
        ("Interests: chess, old maps", ["chess", "old maps"]),
        ("Likes chess", ["chess"]),
        ("Likes: chess, old maps", ["chess", "old maps"]),
        ("Runs two kitchens. Plays darts.", ["darts"]),
        ("She runs two kitchens. She likes chess. She also enjoys jazz.", ["chess", "jazz"]),
        ("He heads the night shift. He's fond of old maps.", ["old maps"]),
        ("Chess and sourdough keep me sane.", ["Chess", "sourdough"]),
        ("I'm a keen cyclist.", ["cyclist"]),
        ("Hobbies: rock and roll, Dungeons and Dragons; chess", ["rock and roll", "Dungeons and Dragons", "chess"]),
        ("On weekends I go for walks with my kids and our dog.", ["go for walks with my kids and our dog"]),
    ],
)
def test_a_cue_of_ones_own_time_gives_an_interest(text: str, labels: list[str]) -> None:
    assert interests(text) == labels


def test_somebody_else_in_a_text_keeps_she_and_he_for_them() -> None:
    for text in (
        "My sister bakes. She likes chess.",
        "I coach Ann. She likes chess.",
        "His wife sails. She likes chess.",
    ):
        assert interests(text) == []


def test_where_a_text_about_somebody_says_she_her_places_are_read() -> None:
    assert places("She lives in Leeds. She grew up in Hull.") == ["Leeds", "Hull"]


def test_who_somebody_is_at_home_is_not_kept() -> None:
    assert interests("Outside of the office I'm a dad of two and a Sunday league goalkeeper.") == [
        "a Sunday league goalkeeper"
    ]


def test_the_whole_sentence_stands_as_detail() -> None:
    [fact] = read("I run a ward. In my spare time I restore motorbikes.").person.facts

    assert fact.detail == "In my spare time I restore motorbikes."
    assert fact.where == "ana.json: basics: summary"


@pytest.mark.parametrize(
    "text",
    [
        "Gave up chess.",
        "In my spare time I never got into anime.",
        "I used to play rugby on Sundays.",
        "When I'm not working I do not play golf.",
        "I would love to learn the cello, but have no spare time.",
        "In my free time, my wife sails.",
        "I love helping people.",
        "I'm a keen learner.",
        "Outside work I do not have hobbies, just three kids.",
        "I'm passionate about genomics.",
    ],
)
def test_what_is_denied_past_or_unclear_is_no_interest_and_is_handed_back(text: str) -> None:
    reading = read(text)

    assert reading.person.facts == ()
    assert [source.text for source in reading.not_understood] == [text]


@pytest.mark.parametrize(
    "text",
    [
        "I love building scalable systems.",
        "I enjoy unit testing, refactoring and code review.",
        "Passionate about customer experience.",
        "Results-driven manager with 12 years in logistics.",
        "My flatmate bakes.",
        "I managed a climbing wall and a cinema.",
    ],
)
def test_duties_and_other_people_are_left_alone(text: str) -> None:
    assert read(text) == Reading(person=read("").person)


@pytest.mark.parametrize(
    ("text", "labels"),
    [
        ("I grew up in Leeds.", ["Leeds"]),
        ("Born and raised in Stoke-on-Trent, now based in Chicago, Illinois.", ["Stoke-on-Trent", "Chicago"]),
        ("I moved from Lagos to Manchester in 2015.", ["Lagos", "Manchester"]),
        ("I live in Rio de Janeiro.", ["Rio de Janeiro"]),
        ("Originally from St. Albans.", ["St Albans"]),
        ("I lived in the Isle of Man.", ["Isle of Man"]),
    ],
)
def test_places_of_ones_life_are_read(text: str, labels: list[str]) -> None:
    assert places(text) == labels


def test_the_years_of_a_move_belong_to_where_it_led() -> None:
    before, after = read("I moved from Lagos to Manchester in 2015.").person.facts

    assert (before.start, after.start) == (None, "2015")


@pytest.mark.parametrize(
    "text",
    [
        "My mother grew up in Leeds.",
        "I worked for a company based in Berlin.",
        "I never lived in Paris.",
        "We moved to agile working.",
        "I am based in a small office.",
    ],
)
def test_a_place_of_somebody_else_or_nowhere_is_no_place(text: str) -> None:
    assert places(text) == []


def test_prose_in_another_language_is_handed_back_whole() -> None:
    text = "In meiner Freizeit restauriere ich alte Motorräder und singe im Chor."

    assert read(text).person.facts == ()
    assert [source.text for source in read(text).not_understood] == [text]


def test_markup_does_not_hide_a_cue() -> None:
    assert interests("<p>I <em>love</em> hiking.</p>") == ["hiking"]


@pytest.mark.parametrize("piece", ["in my spare time ", "I love a, ", "A. ", "grew up in A "])
def test_a_summary_as_long_as_a_book_is_read_in_linear_time(piece: str) -> None:
    assert grows_linearly(lambda size: read(piece * (size // len(piece))), 400_000)
