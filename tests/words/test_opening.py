"""The review of an opening line."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rapportkit.words.explain import explain_rule
from rapportkit.words.opening import LOOKED_FOR, About, review_opening
from tests.linear import grows_linearly
from tests.words.variants import variants

LEEDS = About(kind="place", label="Leeds")


def test_a_line_with_the_shared_thing_needs_no_mending() -> None:
    line = "My first bike was stolen outside Leeds market, with the fish still in the basket. Did you know the place?"
    review = review_opening(line, LEEDS)
    assert (review.verdict, review.remarks, review.looked_for) == ("ready", (), LOOKED_FOR)


def test_a_line_of_manners_is_to_be_mended() -> None:
    review = review_opening("It's a pleasure to meet you. How long have you been here?", LEEDS)
    assert review.verdict == "rework"
    (remark,) = (remark for remark in review.remarks if remark.rule == "off-ground")
    assert (remark.weight, remark.span) == ("fix", None)
    assert "Leeds" in remark.says


def test_a_hobby_told_without_its_name_is_left_alone() -> None:
    line = "I lost my left boot to a bog on Kinder and finished the race in a sock. Where have you lost yours?"
    assert review_opening(line, About(kind="sport", label="Fell running")).remarks == ()


def test_the_word_of_a_hobby_in_another_sense_is_off_its_ground() -> None:
    line = "I spent a whole night surfing the web for a cheap kettle, and bought a sitar. What do you buy online?"
    (remark,) = review_opening(line, About(kind="sport", label="Surfing")).remarks
    assert (remark.rule, remark.weight, line[slice(*remark.span or (0, 0))]) == ("off-ground", "fix", "surfing")


def test_a_hobby_that_no_list_knows_is_left_alone() -> None:
    about = About(kind="interest", label="Competitive gurning")
    assert review_opening("My uncle won a medal for his ugliest face. How is yours?", about).remarks == ()


def test_seventy_six_words_are_too_many() -> None:
    (remark,) = (
        remark for remark in review_opening("Leeds " + "and then " * 38, LEEDS).remarks if remark.rule == "too-long"
    )
    assert (remark.rule, remark.weight) == ("too-long", "fix")
    assert "77 words" in remark.says


@pytest.mark.parametrize("line", ["", " \n"])
def test_nothing_written_is_no_verdict(line: str) -> None:
    review = review_opening(line, LEEDS)
    assert (review.verdict, review.reason) == (None, "Nothing is written yet.")


def test_a_language_that_is_not_read_gets_no_verdict() -> None:
    assert review_opening("Ich habe vier Jahre in Leeds gewohnt und es war sehr schön.", LEEDS).verdict is None


def test_every_rule_that_is_looked_for_can_be_explained() -> None:
    assert all(explain_rule(rule, "opening").looked_for for rule in LOOKED_FOR)


@given(st.text())
def test_any_unicode_goes_through_and_spans_lie_within_the_text(text: str) -> None:
    for remark in review_opening(text, LEEDS).remarks:
        assert remark.span is None or 0 <= remark.span[0] < remark.span[1] <= len(text)


@pytest.mark.parametrize("piece", ["the well in Leeds ", "I gave blood, read to children and walked dogs. "])
def test_a_hundred_kilobytes_take_linear_time(piece: str) -> None:
    about = About(kind="sport", label="Running")
    assert grows_linearly(lambda size: review_opening(piece * (size // len(piece)), about), 100_000)


@pytest.mark.parametrize("line", variants("private-unless-raised")["caught"])
def test_their_children_and_their_accent_are_left_alone_alike(line: str) -> None:
    found = {remark.rule for remark in review_opening(line, About(kind="sport", label="Rugby")).remarks}
    assert found & {"sensitive", "surveillance"}


@pytest.mark.parametrize("line", variants("private-unless-raised")["left"])
def test_the_children_whom_somebody_trains_are_not_private(line: str) -> None:
    found = {remark.rule for remark in review_opening(line, About(kind="sport", label="Rugby")).remarks}
    assert not found & {"sensitive", "surveillance"}
