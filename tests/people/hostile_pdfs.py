"""PDFs of a few bytes that ask for hours of work or for all memory: by fonts, forms, streams, or as a whole."""

from __future__ import annotations

import zlib
from collections.abc import Callable, Mapping

PAGE = b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Contents 4 0 R /Resources << %s >> >>"
TEXT = b"BT /F0 12 Tf (Ann Lee) Tj ET"
TYPE_1 = b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica %s >>"
TYPE_0 = b"<< /Type /Font /Subtype /Type0 /BaseFont /H /Encoding /Identity-H %s >>"
ALL_LETTERS = b"begincmap\n1 beginbfrange\n<0000> <FFFF> <0041>\nendbfrange endcmap"


def pdf(*objects: bytes) -> bytes:
    """A PDF of these objects, the first being its catalogue."""
    body, offsets = bytearray(b"%PDF-1.5\n"), []
    for number, content in enumerate(objects, start=1):
        offsets.append(len(body))
        body += b"%d 0 obj\n%s\nendobj\n" % (number, content)
    table = b"".join(b"%010d 00000 n \n" % offset for offset in offsets)
    head = b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1)
    tail = b"trailer << /Size %d /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF" % (len(objects) + 1, len(body))
    return bytes(body) + head + table + tail


def stream(content: bytes, extra: bytes = b"") -> bytes:
    return b"<< /Length %d %s >>\nstream\n%s\nendstream" % (len(content), extra, content)


def packed(content: bytes, extra: bytes = b"") -> bytes:
    return stream(zlib.compress(content, 9), b"/Filter /FlateDecode " + extra)


def form(content: bytes, resources: bytes = b"") -> bytes:
    return packed(content, b"/Type /XObject /Subtype /Form /BBox [0 0 9 9] /Resources << %s >>" % resources)


def document(content: bytes, resources: bytes, *further: bytes, pages: int = 1) -> bytes:
    """Pages that all draw *content*; *further* objects begin with number 5."""
    tree = b"<< /Type /Pages /Kids [%s] /Count %d >>" % (b"3 0 R " * pages, pages)
    return pdf(b"<< /Type /Catalog /Pages 2 0 R >>", tree, PAGE % resources, content, *further)


def fonts(names: int, font: bytes, *further: bytes) -> bytes:
    """A page that has one font, object 5, under many names."""
    listed = b" ".join(b"/F%d 5 0 R" % number for number in range(names))
    return document(stream(TEXT), b"/Font << %s >>" % listed, font, *further)


def lettered(letters: bytes, text: bytes) -> bytes:
    """A page with *text* in a font that maps its codes by *letters*."""
    font = TYPE_1 % b"/ToUnicode 6 0 R"
    return document(packed(b"BT /F0 12 Tf %s Tj ET" % text), b"/Font << /F0 5 0 R >>", font, packed(letters))


def forms(draws: bytes, *drawn: bytes) -> bytes:
    """A page that draws the forms X and Y, objects 6 and 7."""
    resources = b"/Font << /F0 5 0 R >> /XObject << /X 6 0 R /Y 7 0 R >>"
    return document(packed(draws), resources, TYPE_1 % b"", *drawn)


def without_table(*objects: bytes) -> bytes:
    """A file whose table of objects is not where it says, so that every object is looked at."""
    body = b"".join(b"%d 0 obj\n%s\nendobj\n" % (number, each) for number, each in enumerate(objects, start=1))
    return b"%PDF-1.5\n" + body + b"trailer << /Root 1 0 R >>\nstartxref\n5\n%%EOF"


def chain_of_tables(length: int) -> bytes:
    """Tables of objects without an object, each pointing at the one before."""
    body, before = bytearray(b"%PDF-1.5\n"), b""
    for _ in range(length):
        at = len(body)
        body += b"xref\n0 0\ntrailer << /Root 1 0 R %s >>\n" % before
        before = b"/Prev %d" % at
    return bytes(body) + b"startxref\n%d\n%%%%EOF" % at


def own_table_before() -> bytes:
    """A table that comes before itself."""
    whole = document(stream(TEXT), b"/Font << /F0 5 0 R >>", TYPE_1 % b"")
    return whole.replace(b"/Root 1 0 R", b"/Root 1 0 R /Prev %d" % whole.rindex(b"xref\n0"))


def nested_references(number: int) -> bytes:
    """A stream of objects, each of which is a list of the next one; the table is a stream as well."""
    inner = b"".join((b"[%d 0 R]" % (101 + at)).ljust(12) for at in range(number))
    head = b" ".join(b"%d %d" % (100 + at, 12 * at) for at in range(number)) + b" "
    holder = packed(head + inner, b"/Type /ObjStm /N %d /First %d" % (number, len(head)))
    return without_table(b"<< /Type /Catalog /Pages 2 0 R >>", b"<< /Type /Pages /Kids 100 0 R /Count 1 >>", holder)


_BOX = b"/Font << /F0 5 0 R >>"
_MANY = b"1 1 " * 120_000
_HIDDEN = b"/Type /Obj#53tm /N 9 /First 9"  # a name written in another way
_FONTLESS = b"/XObject << /X 6 0 R /Y 7 0 R >>"
_TOO_MUCH, _NO_PROFILE, _DAMAGED = "far more work", "no LinkedIn profile", "damaged"

FONTS: Mapping[str, tuple[Callable[[], bytes], str]] = {
    "3,000 names of one font with all letters": (
        lambda: fonts(3_000, TYPE_0 % b"/ToUnicode 6 0 R", stream(ALL_LETTERS)), _TOO_MUCH),
    "forty names of it": (lambda: fonts(40, TYPE_0 % b"/ToUnicode 6 0 R", stream(ALL_LETTERS)), _TOO_MUCH),
    "all letters on one line, blanks between the figures": (
        lambda: fonts(99, TYPE_0 % b"/ToUnicode 6 0 R", stream(b"beginbfrange <0 0 00> <F F FF> <41> endbfrange")),
        _TOO_MUCH),
    "all letters, two thousand times": (
        lambda: fonts(1, TYPE_0 % b"/ToUnicode 6 0 R", stream(ALL_LETTERS * 2_000)), _TOO_MUCH),
    "a map of empty values": (
        lambda: fonts(400, TYPE_0 % b"/ToUnicode 6 0 R", packed(b"<" * 900_000)), _TOO_MUCH),
    "a code that stands for a page": (
        lambda: lettered(b"1 beginbfchar <41> <%s> endbfchar" % (b"0042" * 250), b"<%s>" % (b"41" * 200_000)),
        _TOO_MUCH),
    "widths of 65,000 codes, named often": (
        lambda: fonts(3_000, TYPE_0 % b"/DescendantFonts [<< /W [0 65000 500] >>]"), _TOO_MUCH),
    "90,000 fonts in a font": (
        lambda: fonts(1, TYPE_0 % (b"/DescendantFonts [%s]" % (b"6 0 R " * 90_000)), b"<< /W [0 65000 500] >>"),
        _TOO_MUCH),
    "99,000 widths": (lambda: fonts(1, TYPE_1 % (b"/FirstChar 0 /Widths [%s]" % (b"1 " * 99_000))), _TOO_MUCH),
    "99,000 differences, named often": (
        lambda: fonts(3_000, TYPE_1 % (b"/Encoding << /Differences [0 %s] >>" % (b"/a " * 99_000))), _TOO_MUCH),
    "a letter with a name of 100,000": (
        lambda: document(packed(b"BT /F0 9 Tf (%s) Tj ET" % (b"A" * 400_000)), _BOX,
                         TYPE_1 % (b"/Encoding << /Differences [65 /%s] >>" % (b"Q" * 100_000))),
        _TOO_MUCH),
    "drawn letters without end": (
        lambda: fonts(3_000, b"<< /Type /Font /Subtype /Type3 /FontBBox [%s] /CharProcs << %s >> >>" % (
            b"0 " * 50_000, b" ".join(b"/a%d 4 0 R" % number for number in range(5_000)))),
        _TOO_MUCH),
    "40,000 names of a plain font": (lambda: fonts(40_000, TYPE_1 % b""), _TOO_MUCH),
}  # fmt: skip

FORMS: Mapping[str, tuple[Callable[[], bytes], str]] = {
    "a form that draws itself": (
        lambda: forms(b"/X Do " * 2_000, form(b"/X Do /X Do " * 1_000, b"/XObject << /X 6 0 R >>"), form(b"")),
        _TOO_MUCH),
    "forms that draw each other": (
        lambda: forms(b"/X Do /Y Do", form(b"/Y Do " * 900, _FONTLESS), form(b"/X Do " * 900, _FONTLESS)), _TOO_MUCH),
    "a form drawn 40,000 times": (
        lambda: forms(b"/X Do " * 40_000, form(TEXT, _BOX), form(b"")), _TOO_MUCH),
    "a form whose font has all letters": (
        lambda: forms(b"/X Do " * 4_000, form(TEXT, b"/Font << /F0 7 0 R >>"), TYPE_0 % b"/ToUnicode 8 0 R",
                      stream(ALL_LETTERS)),
        _TOO_MUCH),
    "3,000 forms in each other": (
        lambda: forms(b"/X Do", *(form(b"/X Do", b"/XObject << /X %d 0 R >>" % number) for number in range(7, 3_007)),
                      form(b"")),
        _TOO_MUCH),
    "two forms drawn often, in each other twenty deep": (
        lambda: forms(b"/X Do", *(form(b"/X Do /X Do", b"/XObject << /X %d 0 R >>" % number)
                                  for number in range(7, 27)), form(b"")),
        _TOO_MUCH),
}  # fmt: skip

STREAMS: Mapping[str, tuple[Callable[[], bytes], str]] = {
    "names without end": (lambda: document(packed(b"/" * 400_000), _BOX, TYPE_1 % b"", pages=30), _TOO_MUCH),
    "one text of half a page": (
        lambda: document(packed(b"BT /F0 9 Tf (%s) Tj ET" % (b"a" * 400_000)), _BOX, TYPE_1 % b"", pages=9), _TOO_MUCH),
    "a picture in the text that does not end": (
        lambda: document(packed(b"BI /W 1 /H 1 ID " + b"x" * 400_000), _BOX, TYPE_1 % b""), _DAMAGED),
    "pictures in the text that do not begin": (
        lambda: document(packed(b"BI /F /AHx ID 00 " * 20_000), _BOX, TYPE_1 % b""), _DAMAGED),
    "brackets in brackets": (lambda: document(packed(b"[" * 400_000), _BOX, TYPE_1 % b""), _DAMAGED),
    "fifteen filters": (
        lambda: document(stream(b"x", b"/Filter [%s]" % (b"/FlateDecode " * 15)), _BOX, TYPE_1 % b""), _TOO_MUCH),
    "figures of figures": (
        lambda: document(stream(b"33" * 2_000_000, b"/Filter [/ASCIIHexDecode /ASCIIHexDecode]"), _BOX, TYPE_1 % b""),
        _TOO_MUCH),
    "a byte for four": (
        lambda: document(stream(b"z" * 8_000_000, b"/Filter /ASCII85Decode"), _BOX, TYPE_1 % b""), _TOO_MUCH),
    "a row of 90,000 bytes told from the one above": (
        lambda: document(packed(b"\4" * 480_000, b"/DecodeParms << /Predictor 15 /Columns 90000 >>"), _BOX,
                         TYPE_1 % b""),
        _TOO_MUCH),
    "a million times one piece of a page": (
        lambda: pdf(b"<< /Type /Catalog /Pages 2 0 R >>", b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
                    b"<< /Type /Page /Contents [%s] >>" % (b"4 0 R " * 1_000_000), stream(TEXT)),
        _TOO_MUCH),
    "9,900 pieces of a page that are not there": (
        lambda: pdf(b"<< /Type /Catalog /Pages 2 0 R >>", b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
                    b"<< /Type /Page /Contents [%s] >>" % b" ".join(b"%d 0 R" % at for at in range(9, 9_909))),
        _TOO_MUCH),
}  # fmt: skip

FILES: Mapping[str, tuple[Callable[[], bytes], str]] = {
    "a table before itself": (own_table_before, _NO_PROFILE),
    "100,000 tables": (lambda: chain_of_tables(100_000), _TOO_MUCH),
    "a table of 400,000 objects that are not there": (
        lambda: b"%PDF-1.5\nxref\n0 400000\n" + b"0000000009 00000 n \n" * 400_000
        + b"trailer << /Root 1 0 R >>\nstartxref\n9\n%%EOF", _TOO_MUCH),
    "a lost table, and streams of objects": (
        lambda: without_table(*[packed(_MANY, _HIDDEN)] * 400), _TOO_MUCH),
    "20,000 objects in each other": (lambda: nested_references(20_000), "without text"),
    "pages that are not there, in a large file": (
        lambda: pdf(b"<< /Type /Catalog /Pages 2 0 R >>",
                    b"<< /Type /Pages /Kids [%s] >>" % b" ".join(b"%d 0 R" % at for at in range(9, 50_009)),
                    stream(b"x" * 8_000_000)),
        _TOO_MUCH),
    "99,000 times one page": (
        lambda: pdf(b"<< /Type /Catalog /Pages 2 0 R >>", b"<< /Type /Pages /Kids [%s] >>" % (b"3 0 R " * 99_000),
                    b"<< /Type /Page >>"),
        _TOO_MUCH),
    "a tree of pages 20,000 deep": (
        lambda: pdf(b"<< /Type /Catalog /Pages 2 0 R >>",
                    *(b"<< /Type /Pages /Kids [%d 0 R] >>" % number for number in range(3, 20_003)),
                    b"<< /Type /Page >>"),
        _TOO_MUCH),
    "a tree of pages that doubles": (
        lambda: pdf(b"<< /Type /Catalog /Pages 2 0 R >>",
                    *(b"<< /Type /Pages /Kids [%d 0 R %d 0 R] >>" % (number, number) for number in range(3, 25)),
                    b"<< /Type /Page >>"),
        _TOO_MUCH),
    "18 MB of empty lines": (lambda: b"%PDF-1.5\n" + b"\n" * 18_000_000, _DAMAGED),
}  # fmt: skip
