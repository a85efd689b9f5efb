"""A hand-in goes out as data, comes back as data, and whatever else comes is refused in a sentence."""

from __future__ import annotations

import json
from datetime import UTC, datetime
from typing import Any

import pytest

from rapportkit.assignment import Learner
from rapportkit.errors import InvalidValue, RapportError, UnreadableFile
from rapportkit.handin import (
    MARK,
    MOST_BYTES,
    Answered,
    HandIn,
    hand_in_file,
    hand_in_name,
    hand_in_page,
    read_hand_in,
)
from rapportkit.people.unnamed import without_names

NASTY = '<script>alert(1)</script><img src=x onerror="alert(2)">\u202e=HYPERLINK("http://x")'


def a_hand_in(**changes: Any) -> HandIn:
    hand_in = HandIn(
        assignment="week-1",
        learner=Learner(id="s1", name="Zoë O'Neill"),
        token="0123456789abcdef" * 2,
        made_at=datetime(2026, 12, 1, 9, tzinfo=UTC),
        answers=(Answered(exercise="mend", text="I washed vans there.\n", own_checks=("earned", "for a person")),),
    )
    return hand_in.with_(**changes)


def changed(**changes: object) -> bytes:
    """The file of a hand-in with some of its fields written otherwise."""
    return json.dumps({**json.loads(hand_in_file(a_hand_in())), **changes}).encode()


def test_what_goes_out_comes_back_to_the_letter() -> None:
    hand_in = a_hand_in(answers=(Answered(exercise="mend", text=NASTY),))

    assert read_hand_in("x.json", hand_in_file(hand_in)) == hand_in


def test_the_name_of_the_file_is_of_plain_letters() -> None:
    assert hand_in_name(a_hand_in()) == "hand-in-week-1-zoe-o-neill.json"


def test_the_copy_to_read_is_inert() -> None:
    hand_in = a_hand_in(answers=(Answered(exercise=NASTY, text=NASTY),), learner={"id": "1", "name": NASTY})

    page = hand_in_page(hand_in, ())

    assert MARK in page[:1000]
    assert "default-src 'none'" in page
    assert "<script" not in page
    assert "<img" not in page
    assert "\u202e" not in page
    assert "&lt;script&gt;alert(1)" in page


@pytest.mark.parametrize(
    ("data", "sentence"),
    [
        (b"", "is empty"),
        (b" " * (MOST_BYTES + 1) + b"{}", "larger than 2 MB"),
        (b"PK\x03\x04", "no JSON file"),
        (b"\xff\xfe{", "not UTF-8"),
        (hand_in_file(a_hand_in())[:-40], "breaks off"),
        (b"[" * 10_000, "nested far deeper"),
        (b"[" * 100_000, "nested far deeper"),
        (b'{"a":' * 100_000, "nested far deeper"),
        (b"[1]", "no hand-in of rapportkit"),
        (b'{"format": "rapportkit workbook"}', "no hand-in of rapportkit"),
        (changed(version=2), "newer form"),
        (changed(version="1"), "does not say of which version"),
        (changed(version=True), "does not say of which version"),
        (changed(version=10**40), "newer form"),
    ],
)  # fmt: skip
def test_what_is_no_hand_in_is_refused_in_a_sentence(data: bytes, sentence: str) -> None:
    with pytest.raises(UnreadableFile, match=sentence) as refused:
        read_hand_in("x\n.json", data)

    assert str(refused.value).startswith("'x .json'")


@pytest.mark.parametrize(
    ("changes", "sentence"),
    [
        ({"version": 0}, "version should be 1"),
        ({"made_at": "1900-01-01T00:00:00+00:00"}, "made_at should be a date and a time"),
        ({"made_at": "9999-12-31T23:59:59+00:00"}, "made_at should be a date and a time"),
        ({"made_at": "2026-12-01T09:00:00"}, "made_at should be a date and a time with its offset"),
        ({"made_at": 1e400}, "made_at"),
        ({"token": "0" * 31 + "x"}, "token is not in its proper form"),
        ({"learner": "Zoë"}, "learner should be an object"),
        ({"answers": {"a": 1}}, "answers should be a list"),
        ({"answers": [[]] * 101}, "answers"),
        ({"answers": [{"exercise": "a", "text": "x" * 20_001}]}, "text should be at most 20000 characters"),
        ({"answers": [{"exercise": "a", "text": "\ud800"}]}, "half a character"),
        ({"answers": [{"exercise": "a", "text": "x", "own_checks": ["full marks"]}]}, "own_checks 1 should be"),
        ({"answers": [{"exercise": "a", "text": "x"}] * 2}, "answers the exercise 'a' twice"),
        ({"marks": 100}, "marks is not a field that we know"),
        ({"people": []}, "people is not a field that we know"),
    ],
)
def test_a_field_that_is_wrong_is_named(changes: dict[str, object], sentence: str) -> None:
    with pytest.raises(InvalidValue, match=sentence) as refused:
        read_hand_in("x.json", changed(**changes))

    assert len(str(refused.value)) < 400


def test_a_name_with_two_values_cannot_hide_one() -> None:
    data = hand_in_file(a_hand_in()).replace(b'"version": 1', b'"version": 1, "version": 3')

    with pytest.raises(RapportError):
        read_hand_in("x.json", data)


def test_names_are_left_out_where_they_are_names() -> None:
    text = "Dear Mr Marsh, mark my words: Mark  Marsh and Marshall agree."

    assert without_names(text, ["Mark Marsh"]) == "Dear Mr N. N., mark my words: N. N. and Marshall agree."
    assert without_names(text, ["", "(.*"]) == text
