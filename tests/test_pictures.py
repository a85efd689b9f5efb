"""Pictures are read without colours and without eyes, and nothing that was said can break them."""

from __future__ import annotations

from itertools import pairwise
from xml.etree import ElementTree

from rapportkit.pictures import conversation_map, map_in_words
from tests.talk.talks import WHOLE, report

SVG = "{http://www.w3.org/2000/svg}"


def drawn(*lines: str) -> ElementTree.Element:
    return ElementTree.fromstring(conversation_map(report(*lines)))


def test_each_turn_is_drawn_and_named() -> None:
    picture = drawn(*WHOLE)
    bars = picture.findall(f"{SVG}rect")
    assert len(bars) == len(WHOLE)
    assert all((bar.findtext(f"{SVG}title") or "").startswith("Turn ") for bar in bars)
    assert picture.get("role") == "img"


def test_title_and_description_say_the_same_in_words() -> None:
    picture = drawn(*WHOLE)
    assert "Who spoke when" in (picture.findtext(f"{SVG}title") or "")
    assert picture.findtext(f"{SVG}desc") == " ".join(map_in_words(report(*WHOLE)))
    assert any("you asked" in sentence for sentence in map_in_words(report(*WHOLE)))


def test_nothing_is_told_by_colour() -> None:
    text = conversation_map(report(*WHOLE))
    assert "#" not in text.replace("http://www.w3.org/2000/svg", "")
    assert "currentColor" in text
    fills = {bar.get("fill") for bar in drawn(*WHOLE).findall(f"{SVG}rect")}
    assert fills == {None, "none"}  # filled and outlined


def test_what_was_said_is_escaped() -> None:
    picture = drawn('I: Hello & "welcome" </text><script>alert(1)</script>', "Me: <b>Hi</b> & hello?")
    assert not list(picture.iter(f"{SVG}script"))


def test_bars_stay_inside_the_picture_and_do_not_overlap() -> None:
    for lines in (WHOLE, WHOLE * 200):
        bars = drawn(*lines).findall(f"{SVG}rect")
        edges = [(float(bar.get("x", "")), float(bar.get("width", ""))) for bar in bars]
        assert all(left + wide <= after + 0.2 for (left, wide), (after, _) in pairwise(edges))
        assert edges[-1][0] + edges[-1][1] <= 950
        assert len(bars) <= 480
