"""Whether the shared thing is in the line."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rapportkit.people.person import FactKind
from rapportkit.words.shared_thing import missing
from tests.linear import grows_linearly


@pytest.mark.parametrize(
    ("line", "kind", "ways"),
    [
        ("I spent four years in Leeds and miss the market.", "place", ("Leeds",)),
        ("i spent four years in leeds and miss the market.", "place", ("Leeds",)),
        ("The trains in Bombay were my school. Which line was yours?", "place", ("Mumbai", "Bombay")),
        ("I climb on Tuesdays, slowly.", "sport", ("Rock climbing",)),
        ("My bakes go to the night shift.", "interest", ("Baking",)),
        ("I still dream of being late at Trinity.", "school", ("Trinity College Dublin", "Trinity")),
        ("Was Manchester as wet in your student years?", "school", ("University of Manchester",)),
        ("My LEEDS scarf is in the drawer.", "place", ("Leeds",)),
        ("Leeds's market is what I miss.", "place", ("Leeds",)),
    ],
)
def test_a_line_with_a_word_for_the_thing_earns_no_remark(line: str, kind: FactKind, ways: tuple[str, ...]) -> None:
    assert missing(line, kind, ways) is None


@pytest.mark.parametrize(
    ("line", "kind", "ways", "words"),
    [
        ("We popped a cork when I passed my exam.", "place", ("Cork",), "cork"),
        ("I've been reading a lot on my breaks.", "place", ("Reading",), "reading"),
        ("I bought new boots for this interview.", "employer", ("Boots", "Boots UK"), "boots"),
        ("I gave my shoes a polish this morning.", "language", ("Polish",), "polish"),
    ],
)
def test_a_namesake_in_small_letters_is_sure(line: str, kind: FactKind, ways: tuple[str, ...], words: str) -> None:
    found = missing(line, kind, ways)
    assert found is not None
    assert found.span is not None
    assert (found.how, found.weight, line[slice(*found.span)]) == ("namesake", "fix", words)


@pytest.mark.parametrize(
    "line",
    [
        "It's a pleasure to meet you, Priya. How long have you been here?",
        "Good morning, Mrs Adeyemi. Shall we begin?",
        "Hello!",
    ],
)
def test_mere_manners_speak_of_nothing_and_that_is_sure(line: str) -> None:
    found = missing(line, "creative", ("Choir",))
    assert found is not None
    assert (found.how, found.weight, found.span) == ("absent", "fix", None)


def test_a_thing_that_may_be_described_is_only_to_consider() -> None:
    found = missing("I swim before work, when the pool is quiet.", "sport", ("Rock climbing",))
    assert found is not None
    assert found.weight == "consider"


def test_half_of_a_name_that_means_another_thing_does_not_count() -> None:
    assert missing("I grew up on rock music.", "sport", ("Rock climbing",)) is not None


def test_another_school_of_the_same_city_does_not_count() -> None:
    assert missing("I liked it at Boston University.", "school", ("Boston College",)) is not None


@pytest.mark.parametrize(
    ("line", "kind", "ways"),
    [
        ("I lived round the corner from Headingley for a while.", "place", ("Leeds",)),
        ("I did six years on frigates. What ship were you on?", "service", ("Royal Navy",)),
        ("Is the library on campus still so cold?", "school", ("University of Leeds",)),
    ],
)
def test_what_may_be_a_part_of_the_thing_is_left_alone(line: str, kind: FactKind, ways: tuple[str, ...]) -> None:
    assert missing(line, kind, ways) is None


@given(st.text(), st.text(min_size=1, max_size=50), st.sampled_from(["place", "sport", "school", "service"]))
def test_any_unicode_goes_through(text: str, label: str, kind: FactKind) -> None:
    found = missing(text, kind, (label,))
    assert found is None or found.span is None or 0 <= found.span[0] < found.span[1] <= len(text)


@pytest.mark.parametrize("piece", ["Leeds ", "a ", "the well ", "University of "])
def test_a_long_text_takes_linear_time(piece: str) -> None:
    ways = ("University of Leeds", "Leeds Uni")
    assert grows_linearly(lambda size: missing(piece * (size // len(piece)), "school", ways), 100_000)
