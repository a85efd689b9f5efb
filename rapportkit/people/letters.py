"""
Text out of bytes: in the letters that they name, in UTF-8 or UTF-16, else in Windows' Western ones (cp1252).

Spreadsheets, editors and mail programs save in the letters of their machine without saying which. Those of Western
Europe are taken for such only where every word fits; what could as well be Polish, Czech, Russian or a Mac's is told
apart where its words show it, and is no text then: a wrong name is worse than none.
"""

from __future__ import annotations

import codecs
import re
from typing import NamedTuple

_NAMES = re.compile(
    r"(?:us-?)?ascii|utf-?(?:8|16|16[lb]e)|(?:iso-?)?8859-?\d{1,2}|latin-?\d{1,2}|(?:windows|cp|ibm)-?\d{3,5}"
    r"|(?:x-)?s(?:hift)?-?jis|euc-?(?:jp|kr|cn)|gb-?(?:k|2312|18030)|big-?5|koi8-?[ru]|mac(?:intosh|-?roman)",
    re.IGNORECASE,
)
"""How files say that they are written. Python knows more, and some of them take hours or run what they read."""

_MARKS = ((codecs.BOM_UTF8, "utf-8-sig"), (codecs.BOM_UTF16_LE, "utf-16"), (codecs.BOM_UTF16_BE, "utf-16"))
_SAME_EVERYWHERE = frozenset("ÁÂÄÇÉËÍÎÓÔÖÚÜÝßáâäçéëíîóôöúüý")
"""Letters that have the same byte in the Western and the Central European form."""

_APOSTROPHE = re.compile(r"(?<=[^\W\d_])’(?=(?:s|t|d|m|ll|re|ve)\b)|(?<=\b[ODLdl])’(?=[^\W\d_])")
_STRANGE = re.compile(
    r"[^\W\d_][\x80-\xb4\xb6-\xbf×÷‚„†‡ˆ‰‹‘’“”•˜›€][^\W\d_]"  # a sign inside a word
    r"|[£¤¥¦§¨¬¯±²³´¸¹¼½¾¿][^\W\d_]|[^\W\d_]{3}[£¥¹³¼¾¿]"  # a sign in a letter's place
    r"|[ŠŒŽšœžŸƒªº]|[a-zß-öø-ÿ][À-ÖØ-Þ]"  # letters of a Mac or of DOS, a capital inside a word
)
_DASHED = re.compile(r"[^\W\d_][–—][^\W\d_]")
"""A dash between two letters, which on a Mac is ñ or ó."""

_MOST_MARKED = 3
"""Letters of a word; one with more of them than plain ones is written in another alphabet."""


class Text(NamedTuple):
    """A decoded text, and whether its letters are certain."""

    text: str
    is_sure: bool


def text_of(data: bytes, named: str = "") -> Text | None:
    """
    The text that *data* holds, in the letters *named* where they fit; None where nobody can tell them.

        >>> text_of("Grün AG".encode("cp1252")), text_of("Łódź".encode("cp1250"))
        (Text(text='Grün AG', is_sure=True), None)
    """
    named = named.replace("_", "-")
    for encoding in (named if _NAMES.fullmatch(named) else "", _marked(data)):
        if not encoding:
            continue
        try:
            return Text(data.decode(encoding), is_sure=True)
        except (UnicodeError, LookupError):
            continue
    return _western(data)


def _marked(data: bytes) -> str:
    """UTF-16 by its mark or by the noughts between Western letters, else UTF-8."""
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return encoding
    start = data[:400]
    if len(start) > 3 and all(start[::2]) and 2 * start[1::2].count(0) > len(start[1::2]):
        return "utf-16-le"
    return "utf-8"


def _western(data: bytes) -> Text | None:
    try:
        text = data.decode("cp1252")
    except UnicodeDecodeError:
        return None
    letters = set()
    for word in (word for word in _APOSTROPHE.sub("'", text).split() if not word.isascii()):
        marked = [letter for letter in word if letter.isalpha() and not letter.isascii()]
        plain = sum(letter.isascii() and letter.isalpha() for letter in word)
        if _STRANGE.search(word) or (len(marked) >= _MOST_MARKED and len(marked) > plain):
            return None
        letters.update(marked)
    return Text(text, is_sure=letters <= _SAME_EVERYWHERE and not _DASHED.search(text))
