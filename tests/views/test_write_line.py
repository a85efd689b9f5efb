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
    view.shared.take(link, "true")
    return half_way


def test_without_a_shortlist_it_says_where_to_get_one(lesson: Lesson) -> None:
    view = WriteLine(lesson)
    view.line.value = "I dug my first bed in the rain."

    with pytest.raises(InvalidValue, match="shortlist is empty"):
        view.look()


def test_a_link_chosen_meanwhile_is_offered_and_takes_what_was_typed_before_it(half_way: Lesson) -> None:
    view, ground = WriteLine(half_way), ChooseGround(half_way)
    view.line.value = "I dug my first bed in the rain."
    link = next(one for one in ground.found.links if one.light == "green")

    ground.shared.take(link, "true")

    assert link.label in view.about.label
    assert view.line.value == "I dug my first bed in the rain."
    assert half_way.lines[view.about.value].text == view.line.value


def test_a_second_link_leaves_the_line_that_is_being_written_alone(with_a_link: Lesson) -> None:
    view, ground = WriteLine(with_a_link), ChooseGround(with_a_link)
    view.line.value = "Half a line"
    before = view.about.value

    others = [one for one in ground.found.links if one.light == "green" and one.label not in view.about.label]
    ground.shared.take(others[0], "true")

    assert len(view.about.options) == 2
    assert (view.about.value, view.line.value) == (before, "Half a line")


def test_a_link_that_is_taken_off_is_no_longer_offered_and_its_line_stays_kept(with_a_link: Lesson) -> None:
    view, ground = WriteLine(with_a_link), ChooseGround(with_a_link)
    view.line.value = "I dug my first bed in the rain."
    view.look()
    key = view.about.value

    ground.shortlist.off.value = key
    ground.shortlist.take_off()

    assert view.about.value == ""
    assert with_a_link.lines[key].text == "I dug my first bed in the rain."


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
    assert "ready" not in said(view.remarks.now).lower()


def test_earlier_versions_are_kept_and_shown(with_a_link: Lesson) -> None:
    view = WriteLine(with_a_link)
    for text in ("First try about the garden.", "Second try about the garden."):
        view.line.value = text
        view.look()

    assert "<del>First</del> try about the garden." in view.remarks.earlier.value


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
