"""What a page asks for, told before it is drawn."""

from __future__ import annotations

import io

import pytest
from pypdf import PageObject, PdfReader

from rapportkit.people.pdf_budget import Budget, TooMuch
from rapportkit.people.pdf_weight import Scales
from tests.people.hostile_pdfs import ALL_LETTERS, TYPE_0, TYPE_1, document, fonts, form, forms, stream


def page_of(data: bytes) -> PageObject:
    return PdfReader(io.BytesIO(data)).pages[0]


def weight(data: bytes) -> int:
    page = page_of(data)
    contents = page.get_contents()
    assert contents is not None
    return Scales(Budget()).weigh(page, contents.get_data())


def with_letters(cmap: bytes) -> int:
    return weight(fonts(1, TYPE_0 % b"/ToUnicode 6 0 R", stream(cmap)))


def test_a_plain_page_weighs_little_more_than_its_bytes() -> None:
    content = b"BT /F0 12 Tf (Ann Lee) Tj ET " * 100

    assert len(content) < weight(document(stream(content), b"/Font << /F0 5 0 R >>", TYPE_1 % b"")) < 4_000


@pytest.mark.parametrize(
    "cmap",
    [
        ALL_LETTERS,
        ALL_LETTERS.replace(b"\n", b"\r"),
        ALL_LETTERS.replace(b"\n", b" "),
        ALL_LETTERS.replace(b"<FFFF>", b"<FF FF>"),
        ALL_LETTERS.replace(b"<", b"").replace(b">", b""),
        ALL_LETTERS.replace(b"<0000>", b"<<0000>"),
        ALL_LETTERS.replace(b"<FFFF>", b"0xFFFF"),
        ALL_LETTERS.replace(b"<0041>", b"[<0041>]"),
    ],
)
def test_a_range_of_letters_is_counted_however_it_is_written(cmap: bytes) -> None:
    assert with_letters(cmap) > 100_000


def test_letters_one_by_one_and_the_space_of_codes_cost_nothing_to_speak_of() -> None:
    each = b" ".join(b"<%04x> <%04x>\n" % (code, code + 29) for code in range(3, 90))

    assert with_letters(b"begincodespacerange <0000> <FFFF> endcodespacerange beginbfchar\n" + each) < 3_000


@pytest.mark.parametrize(
    ("widths", "most", "least"),
    [
        (b"[3 [250 333 500] 900 [250] 5000 [1 2 3]]", 400, 0),
        (b"[3 90 250 100 120 500]", 2_000, 0),
        (b"[0 65000 500]", 1_000_000, 65_000),
        (b"7 0 R", 400, 0),
    ],
)
def test_widths_are_counted_by_what_they_stand_for(widths: bytes, most: int, least: int) -> None:
    assert least < weight(fonts(1, TYPE_0 % (b"/DescendantFonts [<< /W %s >>]" % widths))) < most


def test_a_font_that_is_named_twice_is_made_twice() -> None:
    once, twice = (weight(fonts(names, TYPE_0 % b"/ToUnicode 6 0 R", stream(ALL_LETTERS))) for names in (1, 2))

    assert twice > 1.9 * once


def test_a_long_value_weighs_as_often_as_it_may_be_written() -> None:
    long = TYPE_1 % (b"/Encoding << /Differences [65 /%s] >>" % (b"q" * 800))
    text = stream(b"BT (%s) Tj ET" % (b"A" * 1_000))

    assert weight(document(text, b"/Font << /F0 5 0 R >>", long)) > 100_000


def test_a_form_weighs_as_often_as_it_is_drawn() -> None:
    drawn = form(b"BT (x) Tj ET " * 100)

    assert weight(forms(b"/X Do " * 50, drawn, form(b""))) > 20 * weight(forms(b"/X Do /X Do", drawn, form(b"")))


def test_what_is_named_and_not_drawn_weighs_nothing() -> None:
    assert weight(forms(b"q Q", form(b"q Q " * 5_000), form(b""))) < 1_000


def test_a_picture_is_not_looked_into() -> None:
    picture = stream(b"x" * 5_000, b"/Type /XObject /Subtype /Image")

    assert weight(forms(b"/X Do " * 20, picture, form(b""))) < 3_000


def test_a_form_that_draws_itself_is_refused_even_once() -> None:
    with pytest.raises(TooMuch):
        weight(forms(b"/X Do", form(b"/X Do", b"/XObject << /X 6 0 R >>"), form(b"")))


def test_letters_within_the_file_of_a_font_are_never_looked_for() -> None:
    page = page_of(fonts(1, TYPE_1 % b"/FontDescriptor 6 0 R", b"<< /FontFile3 7 0 R >>", stream(b"x")))
    Scales(Budget()).weigh(page, b"")

    assert "/FontFile3" not in page["/Resources"]["/Font"]["/F0"]["/FontDescriptor"]  # type: ignore[index]


@pytest.mark.parametrize(
    "resources",
    [b"/Font 7", b"/Font << /F0 null >>", b"/Font << /F0 99 0 R /F1 (x) >>", b"/XObject [1]", b"/XObject << /X 5 >>"],
)
def test_resources_out_of_shape_are_passed_over(resources: bytes) -> None:
    assert weight(document(stream(b"/X Do BT (a) Tj ET"), resources)) < 200
