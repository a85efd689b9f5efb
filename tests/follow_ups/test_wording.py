from __future__ import annotations

import re
import tomllib
from importlib import resources

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rapportkit.follow_ups import KINDS, Recipient
from rapportkit.follow_ups.wording import draft_for, one_line, plain, subject_of, title_of
from rapportkit.words.context import MessageContext
from rapportkit.words.message import review_message

PRIYA = Recipient(key="priya", name="Priya Nair")


@pytest.mark.parametrize("kind", KINDS)
def test_the_learners_own_text_stands_to_the_letter(kind):
    own = "  Dear Priya,\r\n\tthe {to} tea!\x85 "
    assert draft_for(kind, PRIYA.with_(drafts={kind: own})) == own


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("drafts", [{}, {"thank-you": " \n", "gracious-reply": "", "invitation": "\t"}])
def test_without_it_there_is_a_frame_of_prompts_in_brackets(kind, drafts):
    frame = draft_for(kind, PRIYA.with_(drafts=drafts))
    assert "Priya Nair" in frame
    assert "{" not in frame
    assert len(re.findall(r"\[[^][]+\]", frame)) >= 3


@pytest.mark.parametrize("kind", KINDS)
def test_a_frame_is_mostly_prompts(kind):
    frame = draft_for(kind, PRIYA)
    written = re.findall(r"\w+", re.sub(r"\[[^][]+\]", "", frame))
    assert len(written) <= 9, f"ghost-written: {written}"


@pytest.mark.parametrize("kind", KINDS)
def test_a_frame_sent_as_it_stands_would_not_do_and_every_bracket_says_so(kind):
    frame = draft_for(kind, PRIYA)
    review = review_message(kind, frame, MessageContext(interviewer="Priya Nair"))
    found = {remark.span for remark in review.remarks if (remark.rule, remark.weight) == ("placeholder", "fix")}
    assert review.verdict == "rework"
    assert found == {bracket.span() for bracket in re.finditer(r"\[[^][]+\]", frame)}


def test_the_frame_of_an_invitation_fits_into_one():
    assert len(draft_for("invitation", PRIYA)) <= 200


def test_a_name_in_several_lines_leaves_the_frame_in_shape():
    assert "[your way to address Priya Nair]" in draft_for("thank-you", PRIYA.with_(name="Priya\r\n  Nair"))


def test_a_name_that_looks_like_a_field_is_a_name():
    assert "[your way to address {to} {role}]" in draft_for("thank-you", PRIYA.with_(name="{to} {role}"))


def test_the_data_has_a_frame_for_each_kind_and_no_other():
    frames = tomllib.loads(resources.files("rapportkit").joinpath("data", "frames.toml").read_text("utf-8"))
    assert tuple(frames) == KINDS
    for frame in frames.values():
        assert frame.keys() == {"title", "subject", "text"}
        assert all(value.strip() for value in frame.values())


def test_titles_and_subjects_are_one_line():
    for kind in KINDS:
        assert one_line(title_of(kind)) == title_of(kind)
        assert one_line(subject_of(kind, "Ward\nsister")) == subject_of(kind, "Ward\nsister")


def test_plain_text_keeps_lines_and_tabs_and_drops_other_controls():
    assert plain("a\r\nb\rc\x85d\u2028e\tf\x00g\x1b[31mh") == "a\nb\nc\nd\ne\tfg[31mh"


@given(st.text(st.characters(codec=None, exclude_categories=())))
def test_plain_text_can_always_be_written_and_is_plain_already(text):
    once = plain(text)
    once.encode("utf-8")
    assert plain(once) == once
    assert once.splitlines() == once.removesuffix("\n").split("\n") or not once.strip("\n")
