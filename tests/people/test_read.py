"""What a file is, and what is said of a file that is not read."""

from __future__ import annotations

import json
import time
from contextlib import suppress
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as some

from rapportkit.errors import RapportError, SeveralPeople, UnreadableFile
from rapportkit.people.person import Reading
from rapportkit.people.read import read_person
from tests.people.export_zip import zip_of
from tests.people.profile_pdf import SAMPLE, profile_pdf

ANA: dict[str, Any] = {"basics": {"name": "Ana Reis"}, "interests": ["Chess"]}
OMAR: dict[str, Any] = {"basics": {"name": "Omar Haddad"}, "interests": ["Chess"]}


def as_json(value: Any) -> bytes:
    return json.dumps(value).encode()


def refusal(data: bytes, name: str = "file.json", person: str | None = None) -> str:
    with pytest.raises(UnreadableFile) as refused:
        read_person(name, data, person)
    return str(refused.value)


def test_the_content_decides_and_not_the_name() -> None:
    assert read_person("profile.pdf", as_json(ANA)).person.name == "Ana Reis"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
def test_json_is_read_with_and_without_a_byte_order_mark(encoding: str) -> None:
    text = json.dumps({"basics": {"name": "Zoë"}, "work": []}, ensure_ascii=False)

    assert read_person("a.json", text.encode(encoding)).person.name == "Zoë"


@pytest.mark.parametrize("name", ["<script>alert(1)</script>", '=HYPERLINK("x")'])
def test_a_name_with_code_in_it_is_kept_as_plain_text(name: str) -> None:
    assert read_person("a.json", as_json({"basics": {"name": name}})).person.name == name


def test_control_characters_are_taken_out() -> None:
    raw = b'{"basics": {"name": "A\\u0000n\\ud800a\x07\\u202e"}, "interests": ["Ch\\u0008ess\x1b"]}'
    reading = read_person("a\x00\x1b.json", raw)

    assert reading.person.name == "An\ufffda"
    assert (reading.person.facts[0].label, reading.person.facts[0].where) == ("Chess", "a.json: interests 1")


def test_what_read_printed_is_read_again_without_loss() -> None:
    reading = read_person("ana.json", as_json(ANA | {"work": "Acme"}))

    assert read_person("printed.json", as_json(reading.model_dump(mode="json"))) == reading


def test_a_printed_person_that_was_changed_by_hand_is_refused_with_the_place() -> None:
    printed = {"person": {"name": "Ana", "facts": [{"kind": "hobby", "label": "Chess", "where": "x"}]}}

    assert "person: facts 1: kind" in refusal(as_json(printed))


@pytest.mark.parametrize("value", [[ANA, OMAR], {"people": [ANA, OMAR]}, {"ana": ANA, "omar": OMAR, "version": 1}])
def test_several_people_are_named_until_one_is_chosen(value: Any) -> None:
    with pytest.raises(SeveralPeople) as several:
        read_person("both.json", as_json(value))

    assert several.value.names == ("Ana Reis", "Omar Haddad")
    assert "Ana Reis, Omar Haddad" in str(several.value)
    assert read_person("both.json", as_json(value), "omar").person.name == "Omar Haddad"


def test_a_list_of_one_person_is_that_person() -> None:
    assert read_person("a.json", as_json([ANA])).person.name == "Ana Reis"


def test_two_people_of_one_name_can_be_told_apart() -> None:
    with pytest.raises(SeveralPeople) as several:
        read_person("a.json", as_json([ANA, ANA | {"interests": ["Choir"]}]), "Reis")

    assert several.value.names == ("Ana Reis", "Ana Reis (2)")
    assert (
        read_person("a.json", as_json([ANA, ANA | {"interests": ["Choir"]}]), "ana reis").person.facts[0].label
        == "Chess"
    )


def test_a_wrong_choice_is_answered_with_who_is_there() -> None:
    with pytest.raises(SeveralPeople, match="'Zoë' fits none of them"):
        read_person("both.json", as_json([ANA, OMAR]), "Zoë")
    assert "one person, Ana Reis, and nobody called 'Zoë'" in refusal(as_json(ANA), person="Zoë")


def test_a_person_without_a_name_says_so_and_one_without_anything_is_refused() -> None:
    assert read_person("a.json", as_json({"interests": ["Chess"]})).person.name == "(no name given)"
    assert "neither a name nor anything" in refusal(as_json({"work": [{}]}))


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b"", "is empty"),
        (b" \n\t\x00", "is empty"),
        (b"\xef\xbb\xbf", "is empty"),
        (b"[" * 100_000 + b"]" * 100_000, "nested deeper"),
        (b'{"a":' * 100_000 + b"1" + b"}" * 100_000, "nested deeper"),
        (b"[" * 100_000, "is not read"),
        (b"{}", "not a r"),
        (b"[]", "not a r"),
        (b"null", "not a r"),
        (b'"Ana"', "not a r"),
        (b'{"name": "left-pad", "version": "1.0.0"}', "not a r"),
        (b'{"basics": {"name": "An', "breaks off"),
        (b'{"basics": ' + b"9" * 5_000 + b"}", "too long"),
        (b"Ana Reis\nNurse\nLeeds", "plain text (it starts with 'Ana Reis Nurse Leeds')"),
        (b"x" * 10_000_000, "10 MB"),
        (bytes(range(1, 256)) * 4, "not UTF-8"),
        (b"abc\x00def" * 9, "program's own data"),
        (zip_of("word/document.xml"), "a Word document"),
        (zip_of("xl/workbook.xml"), "a spreadsheet"),
        (zip_of("Basic_LinkedInDataExport/Profile.csv"), "LinkedIn data export"),
        (zip_of("whatever"), "a ZIP folder"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "old Word"),
        (b"{\\rtf1 Ana}", "rich-text"),
        (b"\x89PNG\r\n\x1a\n", "a picture"),
        (b"\xff\xd8\xff\xe0", "a picture"),
        (b"<!DOCTYPE html><html>", "a web page"),
        (b"<?xml version='1.0'?>", "an XML file"),
        (b"SQLite format 3\x00", "a database"),
    ],
)
def test_what_is_not_read_is_refused_in_its_own_words(data: bytes, words: str) -> None:
    sentence = refusal(data)

    assert words in sentence
    assert "'file.json'" in sentence
    assert sentence.endswith(".")


def test_every_refusal_of_a_kind_says_what_to_bring_instead() -> None:
    for data in (zip_of("word/document.xml"), b"<html>", b"plain words", b"\x89PNG"):
        assert "LinkedIn profile saved as PDF" in refusal(data)


def test_a_path_is_never_shown_and_a_long_name_is_shortened() -> None:
    assert "'ana.json'" in refusal(b"", r"C:\Users\ana\ana.json")
    assert len(refusal(b"", "x" * 5_000)) < 200


def test_a_file_of_many_people_is_listed_in_short() -> None:
    with pytest.raises(SeveralPeople, match="and 488 more") as several:
        read_person("a.json", as_json([{"basics": {"name": f"P{number}"}} for number in range(500)]))

    assert len(several.value.names) == 500


@pytest.mark.timeout(60)
@given(some.binary(max_size=400) | some.sampled_from([b"%PDF-1.4\n", b"%PDF-", b"PK\x03\x04"]).flatmap(
    lambda start: some.binary(max_size=200).map(lambda rest: start + rest)))  # fmt: skip
def test_any_bytes_give_a_person_or_a_sentence(data: bytes) -> None:
    began = time.perf_counter()
    with suppress(RapportError):
        assert isinstance(read_person("x", data), Reading)
    assert time.perf_counter() - began < 5


@given(some.text(max_size=300))
def test_any_text_gives_a_person_or_a_sentence(text: str) -> None:
    for written in (text, json.dumps(text), json.dumps({text: text}), json.dumps({"basics": {"name": text}})):
        with suppress(RapportError):
            assert read_person("x", written.encode("utf-8", "surrogatepass")).person.name


def test_the_reader_opens_no_file() -> None:
    source = (Path(__file__).parents[2] / "rapportkit" / "people" / "read.py").read_text(encoding="utf-8")

    assert "open(" not in source


@pytest.mark.parametrize(
    "data",
    [
        b"Ana Reis\nLikes: chess\n",
        b"Ana Reis\n\nInterests\nchess\n",
        b"BEGIN:VCARD\nVERSION:3.0\nFN:Ana Reis\nEND:VCARD\n",
        b'{"basics": {"name": "Ana Reis"}}',
        profile_pdf(replace(SAMPLE, name="Ana Reis")),
        b"First Name,Last Name,Headline,Summary\nAna,Reis,Baker,I bake.\n",
    ],
)
def test_one_person_under_another_name_is_not_taken_for_the_one_who_was_meant(data: bytes) -> None:
    assert read_person("x", data, "reis").person.name == "Ana Reis"
    with pytest.raises(UnreadableFile, match="holds one person, Ana Reis, and nobody called 'Omar'"):
        read_person("x", data, "Omar")
