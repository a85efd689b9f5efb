from __future__ import annotations

import pytest

from rapportkit.errors import InvalidValue
from rapportkit.views.choose_ground import ChooseGround
from rapportkit.views.lesson import Lesson
from rapportkit.views.vanishing_line import SAMPLE, VanishingLine
from rapportkit.views.write_line import WriteLine
from rapportkit.words.review import Review
from tests.views.conftest import said


@pytest.fixture
def with_a_link(half_way: Lesson) -> Lesson:
    view = ChooseGround(half_way)
    link = next(one for one in view.found.links if one.light == "green")
    view.take(link, "true")
    return half_way


def test_without_a_shortlist_it_says_where_to_get_one(lesson: Lesson) -> None:
    view = WriteLine(lesson)
    view.line.value = "I dug my first bed in the rain."

    with pytest.raises(InvalidValue, match="shortlist is empty"):
        view.look()


def test_a_line_is_kept_with_its_review_and_found_again(with_a_link: Lesson) -> None:
    view = WriteLine(with_a_link)
    view.line.value = "Nothing to do with it at all, I only like cheese and long trains."

    view.look()

    key = view.about.value
    assert with_a_link.lines[key].text == view.line.value
    assert with_a_link.workbook.latest(Review, key) is not None
    assert WriteLine(with_a_link).line.value == view.line.value


def test_the_page_says_what_was_looked_for_and_never_ready(with_a_link: Lesson) -> None:
    view = WriteLine(with_a_link)
    view.line.value = " ".join(["word"] * 80)

    view.look()

    assert "What we looked for" in said(view)
    assert "75" in said(view)
    assert "ready" not in said(view.remarks).lower()


def test_earlier_versions_are_kept_and_shown(with_a_link: Lesson) -> None:
    view = WriteLine(with_a_link)
    for text in ("First try about the garden.", "Second try about the garden."):
        view.line.value = text
        view.look()

    assert "<del>First</del> try about the garden." in view.earlier.value


def test_clearing_a_line_is_kept_too(with_a_link: Lesson) -> None:
    view = WriteLine(with_a_link)
    view.line.value = "Something"
    view.look_again()
    view.line.value = ""

    view.look_again()

    assert with_a_link.lines[view.about.value].text == ""


def test_a_line_can_be_said_while_it_vanishes_as_soon_as_it_is_written(with_a_link: Lesson) -> None:
    view, vanishing = WriteLine(with_a_link), VanishingLine(with_a_link)
    assert vanishing.which.value == SAMPLE

    for text in ("I dug a bed", "I dug a bed in the rain"):
        view.line.value = text
        view.look()
        assert vanishing.which.value == text
        assert text in vanishing.line.value
    vanishing.take_away()
    view.look()

    assert vanishing.gone == 1  # nothing new was written, so it goes on
