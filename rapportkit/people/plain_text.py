"""Text as it is kept: no markup, no characters that cannot be shown, nothing private, no way to reach anybody."""

from __future__ import annotations

import html
import re

from rapportkit.people.private import without_private

_UNSHOWN = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u200b\u2028\u2029\u202a-\u202e\u2066-\u2069\ufeff\ufffe\uffff]"
)
_SURROGATE = re.compile("[\ud800-\udfff]")
_BLOCK_TAG = re.compile(r"</?(?:p|br|div|li|ul|ol|h[1-6]|tr|blockquote|hr)(?:\s[^<>]{0,500})?/?>", re.IGNORECASE)
_INLINE_TAG = re.compile(
    r"</?(?:a|b|i|u|em|strong|span|small|code|sup|sub|font|img|mark)(?:\s[^<>]{0,500})?/?>", re.IGNORECASE
)
_MARKDOWN_LINK = re.compile(r"!?\[([^\[\]\n]{0,300})\]\([^()\s]{0,500}\)")
_LINE_MARK = re.compile(r"^[ \t]{0,20}(?:#{1,6}[ \t]|>[ \t]|[-*•▪●][ \t])[ \t]{0,20}", re.MULTILINE)
_EMPHASIS = re.compile(r"\*\*|__|`|(?<![\w*])[*_](?=\w)|(?<=\w)[*_](?![\w*])")
_LINK = re.compile(r"\b(?:https?://|www\.|mailto:)[^\s<>()\"']{1,2000}", re.IGNORECASE)


def shown(text: str) -> str:
    """*text* without characters that no screen can show; everything else to the letter, markup too."""
    return _UNSHOWN.sub("", _SURROGATE.sub("\ufffd", text))


def one_line(text: str) -> str:
    """
    A name or a title on one line, to the letter otherwise: whoever shows it escapes it.

        >>> one_line("Ada\\x00  <script> ")
        'Ada <script>'
    """
    return " ".join(shown(text).split())


def inert(text: str) -> str:
    """
    Text that a spreadsheet shows and does not work out: an apostrophe before what could begin a formula.

        >>> inert(" =1+1")
        "' =1+1"
    """
    return f"'{text}" if text.lstrip().startswith(tuple("=+-@＝＋－＠")) else text


def plain(text: str) -> str:
    """
    Running text without HTML, Markdown and links, and without what is private (`rapportkit.people.private`).

        >>> plain("<p>I <b>love</b> the [sea](https://sea.example) &amp; boats</p>")
        'I love the sea & boats'
    """
    text = _INLINE_TAG.sub("", _BLOCK_TAG.sub("\n", shown(html.unescape(text))))
    text = _EMPHASIS.sub("", _LINE_MARK.sub("", _MARKDOWN_LINK.sub(r"\1", text)))
    text = _LINK.sub("", without_private(text))
    return "\n".join(line for line in (" ".join(part.split()) for part in text.splitlines()) if line)


def plain_line(text: str) -> str:
    """The same on one line, for a label."""
    return without_private(" ".join(plain(text).split()))
