"""Bytes whose letters nobody named."""

from __future__ import annotations

import pytest

from rapportkit.people.letters import Text, text_of
from tests.linear import grows_linearly


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "cp1252"])
def test_what_editors_and_spreadsheets_save_is_read(encoding: str) -> None:
    assert text_of("First Name;Köln – “a”, it’s".encode(encoding)) == Text("First Name;Köln – “a”, it’s", is_sure=True)


def test_letters_that_are_named_wrongly_are_read_as_what_they_are() -> None:
    assert text_of("Zoë".encode(), "no-such-letters") == Text("Zoë", is_sure=True)
    assert text_of("Zoë".encode("cp1252"), "utf-8") == Text("Zoë", is_sure=True)


@pytest.mark.parametrize("text", ["Hélène", "Muñoz", "Århus", "Leeds—Hull"])
def test_what_another_country_could_have_written_is_read_and_not_sure(text: str) -> None:
    assert text_of(text.encode("cp1252")) == Text(text, is_sure=False)


@pytest.mark.parametrize(
    ("text", "encoding"),
    [
        ("Gałązka", "cp1250"),
        ("Łukasz", "cp1250"),
        ("Иван Петров", "cp1251"),
        ("Γιώργος", "cp1253"),
        ("Müller", "mac_roman"),
        ("Müller", "cp437"),
        ("山田太郎", "shift_jis"),
        ("王小明", "gb18030"),
        ("김철수", "euc_kr"),
    ],
)
def test_what_is_certainly_not_western_is_no_text(text: str, encoding: str) -> None:
    assert text_of(text.encode(encoding)) is None


@pytest.mark.parametrize("piece", [b"a", b"\xe9", b"a\xe9 ", b"\x92", b"\x97a"])
def test_a_long_text_is_told_in_linear_time(piece: bytes) -> None:
    assert grows_linearly(lambda size: text_of(b"\xe4 " + piece * (size // len(piece))), 400_000)
