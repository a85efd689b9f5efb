"""Texts of strangers: what must come out of each stands beside it, and was written before it was read."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path
from typing import Any

import pytest

from rapportkit.people.person import Fact
from rapportkit.people.read import read_person
from rapportkit.people.remarks import is_remark

_FILE = Path(__file__).with_name("strangers.toml")
TEXTS: list[dict[str, Any]] = tomllib.loads(_FILE.read_text(encoding="utf-8"))["text"]

Row = tuple[str, str, str, str]


def row_of(fact: Fact) -> Row:
    end = fact.end or ("now" if fact.current else "")
    when = f"{fact.start or ''}..{end}" if end else fact.start or ""
    return fact.kind, fact.label, fact.detail or "", when


def rows_in(text: dict[str, Any], name: str) -> list[Row]:
    parts = [[part.strip() for part in line.split("|")] for line in text.get(name, [])]
    return [(kind, label, detail, when) for kind, label, detail, when in ([*part, "", ""][:4] for part in parts)]


def fits(wanted: Row, row: Row) -> bool:
    return all(want in ("*", said) for want, said in zip(wanted, row, strict=True))


@pytest.mark.parametrize("text", TEXTS, ids=[text["what"] for text in TEXTS])
def test_of_a_stranger_comes_out_what_they_say_and_nothing_else(text: dict[str, Any]) -> None:
    reading = read_person("notes.txt", text["written"].encode())
    rows = [row_of(fact) for fact in reading.person.facts]
    wanted, allowed = rows_in(text, "facts"), rows_in(text, "may")

    assert (reading.person.name, reading.person.headline) == (text["name"], text.get("headline"))
    assert [want for want in wanted if not any(fits(want, row) for row in rows)] == []
    assert [row for row in rows if not any(fits(want, row) for want in (*wanted, *allowed))] == []


@pytest.mark.parametrize("text", [text for text in TEXTS if "unread" in text], ids=lambda text: text["name"])
def test_only_lines_that_were_not_read_are_named(text: dict[str, Any]) -> None:
    reading = read_person("notes.txt", text["written"].removeprefix("\n").encode())
    named: set[int] = set()
    for source in reading.not_understood:
        assert is_remark(source.text)
        for first, last in re.findall(r"(\d+)(?: to (\d+))?", source.where.partition("line ")[2]):
            named.update(range(int(first), int(last or first) + 1))

    assert sorted(named) == [int(number) for number in text["unread"].split()]
