from __future__ import annotations

import io
import json
import tempfile
import zipfile
from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta, timezone
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rapportkit.cards import Card
from rapportkit.errors import InvalidValue, RapportError, UnreadableFile, WorkbookTooNew
from rapportkit.ground.link import Choice, Link
from rapportkit.interviews import Debrief, Interview, Line, Outcome, Proof
from rapportkit.people.person import Fact, Person, Source
from rapportkit.record import Record
from rapportkit.words.review import Remark, Review
from rapportkit.workbook.export import Restored, export, restore
from rapportkit.workbook.store import Workbook


def at(day: int) -> Callable[[], datetime]:
    return lambda: datetime(2026, 11, day, 12, tzinfo=UTC)


def card(then: str) -> Card:
    return Card(lesson="04_conversation", if_="there is a silence", then=then)


def everything(workbook: Workbook) -> dict[tuple[str, str], object]:
    kinds = (Person, Interview, Choice, Line, Review, Card, Proof, Debrief)
    return {(kind.__name__, key): workbook.history(kind, key) for kind in kinds for key in workbook.all(kind)}


def test_an_export_is_readable_json_with_all_history(workbook: Workbook) -> None:
    workbook.save("stille", card("ich zähle bis drei 🧗🏽"))
    workbook.save("stille", card("ich frage nach der Fahrt"))
    workbook.remove(Card, "stille")
    data = export(workbook)
    assert "ich zähle bis drei 🧗🏽" in data.decode("utf-8")
    value = json.loads(data)
    assert {name: value[name] for name in ("format", "version", "exported_at", "forgotten")} == {
        "format": "rapportkit workbook",
        "version": 1,
        "exported_at": "2026-11-23T12:00:00.000000+00:00",
        "forgotten": [],
    }
    assert [row["body"] and row["body"]["then"] for row in value["records"]] == [
        "ich zähle bis drei 🧗🏽",
        "ich frage nach der Fahrt",
        None,
    ]
    assert set(value["records"][0]) == {"kind", "key", "saved_at", "body"}


def test_two_exports_of_one_workbook_are_the_same(workbook: Workbook) -> None:
    for number in range(5):
        workbook.save(f"card {number % 2}", card(str(number)))
    assert export(workbook) == export(workbook)


def test_an_empty_workbook_exports_and_makes_nothing(workbook: Workbook) -> None:
    assert json.loads(export(workbook))["records"] == []
    assert not workbook.path.parent.exists()


def test_restoring_twice_adds_nothing(workbook: Workbook, tmp_path: Path) -> None:
    workbook.save("silence", card("I count to three"))
    workbook.save("silence", card("I ask about the journey"))
    workbook.remove(Card, "silence")
    new = Workbook(tmp_path / "new.sqlite3", at(25))
    assert restore(new, export(workbook)) == Restored(added=3, already_there=0, left_out=0)
    assert restore(new, export(workbook)) == Restored(added=0, already_there=3, left_out=0)
    assert restore(workbook, export(new)) == Restored(added=0, already_there=3, left_out=0)
    assert new.latest(Card, "silence") is None


def test_an_older_export_does_not_hide_newer_answers(tmp_path: Path) -> None:
    path = tmp_path / "workbook.sqlite3"
    Workbook(path, at(1)).save("silence", card("old"))
    old = export(Workbook(path, at(1)))
    here = Workbook(tmp_path / "here.sqlite3", at(20))
    here.save("silence", card("new"))
    assert restore(here, old).added == 1
    assert here.latest(Card, "silence") == card("new")
    assert [saved.record.then for saved in here.history(Card, "silence")] == ["old", "new"]


def test_a_newer_export_brings_the_newer_answer(tmp_path: Path) -> None:
    here = Workbook(tmp_path / "here.sqlite3", at(1))
    here.save("silence", card("old"))
    there = Workbook(tmp_path / "there.sqlite3", at(20))
    there.save("silence", card("new"))
    restore(here, export(there))
    assert here.latest(Card, "silence") == card("new")
    here.save("silence", card("newest, though this clock says the first"))
    assert here.latest(Card, "silence") == card("newest, though this clock says the first")


def test_a_byte_order_mark_does_no_harm(workbook: Workbook, tmp_path: Path) -> None:
    workbook.save("silence", card("I count to three"))
    assert restore(Workbook(tmp_path / "new.sqlite3", at(1)), b"\xef\xbb\xbf" + export(workbook)).added == 1


def _zip() -> bytes:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as archive:
        archive.writestr("workbook.json", "{}")
    return file.getvalue()


def _export_with(**changes: object) -> bytes:
    row = {
        "kind": "card",
        "key": "silence",
        "saved_at": "2026-11-23T12:00:00.000000+00:00",
        "body": {"lesson": "x", "if_": "a", "then": "b"},
    }
    whole = {"format": "rapportkit workbook", "version": 1, "exported_at": "2026-11-23T12:00:00+00:00"}
    value = {**whole, "records": [row, {**row, **changes.pop("row", {})}], "forgotten": []}  # type: ignore[dict-item]
    return json.dumps({**value, **changes}).encode()


BAD = {
    "nothing": (b"", "is empty"),
    "spaces": (b" \n ", "is empty"),
    "a ZIP": (_zip(), "it starts with 'PK'"),
    "a PDF": (b"%PDF-1.7\n", "it starts with '%PDF-1.7'"),
    "no UTF-8": ('{"format": "rapportkit workbook", "é"'.encode("latin-1"), "not a rapportkit workbook"),
    "a workbook itself": (b"SQLite format 3\0" + bytes(84), "a workbook itself, or a backup"),
    "nested deep": (b'{"format":' + b"[" * 100_000 + b"]" * 100_000 + b"}", "nested far deeper"),
    "nested deep, truncated": (b'{"a":' * 100_000, "nested far deeper"),
    "truncated": (_export_with()[:-40], "breaks off or is garbled"),
    "endless digits": (b'{"version": ' + b"9" * 10_000 + b"}", "breaks off or is garbled"),
    "a list": (b"[1, 2]", "starts with"),
    "other JSON": (b'{"basics": {"name": "Ama"}}', "not a rapportkit workbook"),
    "version as text": (_export_with(version="two"), "version should be a whole number, not 'two'"),
    "version 0": (_export_with(version=0), "version"),
    "no records": (_export_with(records=None), "records"),
    "records as text": (_export_with(records="all"), "records"),
    "an unknown kind": (_export_with(row={"kind": "horoscope"}), "record 2 (horoscope 'silence'): 'horoscope' is not"),
    "an unknown kind taken away": (_export_with(row={"kind": "horoscope", "body": None}), "'horoscope' is not a kind"),
    "a wrong field": (_export_with(row={"body": {"lesson": "x", "if_": 3, "then": "b"}}), "if_ should be text, not 3"),
    "a strange field": (_export_with(row={"extra": 1}), "is not a field that we know"),
    "no date": (_export_with(row={"saved_at": "soon"}), "saved_at should be a date and a time"),
    "no offset": (_export_with(row={"saved_at": "2026-11-23T12:00:00"}), "saved_at"),
    "year one": (_export_with(row={"saved_at": "0001-01-01T00:00:00+14:00"}), "saved_at"),
    "the end of time": (_export_with(row={"saved_at": "9999-12-31T23:59:59-14:00"}), "saved_at"),
    "a key that is a list": (_export_with(row={"key": ["a"]}), "key should be text"),
    "half an emoji as key": (_export_with(row={"key": "\ud83d"}), "key"),
    "a mark that is none": (_export_with(forgotten=[{"salt": "a", "sum": "b"}]), "forgotten 1: sum"),
}


@pytest.mark.parametrize("name", BAD)
def test_a_file_that_is_no_export_is_refused_in_a_sentence_and_nothing_is_stored(name: str, workbook: Workbook) -> None:
    data, sentence = BAD[name]
    with pytest.raises(RapportError) as refused:
        restore(workbook, data)
    assert sentence in str(refused.value)
    assert len(str(refused.value)) < 500
    assert not workbook.path.exists()


def test_a_huge_file_is_refused_unread(workbook: Workbook) -> None:
    with pytest.raises(UnreadableFile, match="larger than 32 MB"):
        restore(workbook, bytes(32 * 1024 * 1024 + 1))


def test_a_file_that_would_fill_the_memory_is_refused_unread(workbook: Workbook) -> None:
    with pytest.raises(UnreadableFile, match="far more parts"):
        restore(workbook, b'{"records": [' + b"[]," * 5_000_000 + b"[]]}")


def test_a_record_of_a_million_parts_is_refused_quickly(workbook: Workbook) -> None:
    data = _export_with(row={"kind": "person", "body": {"name": "Ama", "facts": [1] * 1_000_000}})
    with pytest.raises(InvalidValue, match=r"record 2 \(person 'silence'\) has more than 50000 parts"):
        restore(workbook, data)


def test_an_export_of_a_newer_version_is_refused_whole(workbook: Workbook) -> None:
    with pytest.raises(WorkbookTooNew, match="newer rapportkit"):
        restore(workbook, _export_with(version=2, records=[{"kind": "horoscope"}], invented_later=True))


def test_an_export_made_while_others_save_is_one_consistent_state(workbook: Workbook) -> None:
    workbook.save("silence", card("0"))
    before = export(workbook)
    workbook.save("silence", card("1"))
    assert restore(workbook, before) == Restored(0, 1, 0)


text = st.text(alphabet=st.characters(exclude_categories=["Cs"]), max_size=30)
any_text = st.text(alphabet=st.characters(), max_size=30)  # lone surrogates too
short = text.filter(lambda words: bool(words.strip()))
sources = st.lists(st.builds(Source, text=any_text, where=any_text), max_size=2).map(tuple)
links = st.builds(
    Link,
    kind=st.just("sport"),
    label=short,
    status=st.sampled_from(["confirmed", "possible"]),
    light=st.sampled_from(["green", "amber", "red"]),
    mine=sources,
    theirs=sources,
    why=any_text,
)
facts = st.builds(
    Fact,
    kind=st.sampled_from(["place", "creative", "skill"]),
    label=short,
    detail=st.none() | any_text,
    start=st.sampled_from([None, "2019", "2019-04", "2019-04-30"]),
    current=st.none() | st.booleans(),
    where=any_text,
)
moments = st.datetimes(min_value=datetime(1970, 1, 2), max_value=datetime(2200, 1, 1)).map(  # noqa: DTZ001 - zone follows
    lambda naive: naive.replace(tzinfo=timezone(timedelta(hours=-7)))
)
records: st.SearchStrategy[Record] = st.one_of(
    st.builds(Person, name=short, headline=st.none() | any_text, facts=st.lists(facts, max_size=3).map(tuple)),
    st.builds(
        Interview,
        id=short,
        at=moments,
        zone=st.sampled_from(["Africa/Lagos", "America/Denver"]),
        role=any_text,
        interviewers=st.lists(short, max_size=2).map(tuple),
        outcome=st.none() | st.builds(Outcome, kind=st.just("offer"), on=st.dates(min_value=date(2020, 1, 1))),
    ),
    st.builds(Choice, person=short, link=links, stance=st.just("curious"), question=text),
    st.builds(Line, person=short, about_kind=st.just("place"), about_label=short, text=text),
    st.builds(
        Review,
        verdict=st.sampled_from(["ready", "rework", None]),
        remarks=st.lists(
            st.builds(Remark, rule=any_text, weight=st.just("fix"), says=any_text, span=st.none() | st.just((0, 2))),
            max_size=2,
        ).map(tuple),
        looked_for=st.lists(any_text, max_size=2).map(tuple),
        reason=st.none() | any_text,
    ),
    st.builds(Card, lesson=short, if_=text, then=text),
    st.builds(Proof, situation=text, action=text, change=text),
    st.builds(Debrief, interview=short, they_care_about=text, surprised_me=text, i_promised=text),
)


@settings(max_examples=40, deadline=None)
@given(st.lists(st.tuples(st.sampled_from(["a", "b/ü", "nul \0"]), records), max_size=6))
def test_whatever_was_saved_comes_back_from_the_download(saves: list[tuple[str, Record]]) -> None:
    with tempfile.TemporaryDirectory() as folder:
        old, new = Workbook(Path(folder) / "old.sqlite3", at(1)), Workbook(Path(folder) / "new.sqlite3", at(2))
        for key, record in saves:
            old.save(key, record)
            assert old.latest(type(record), key) == record
        restore(new, export(old))
        assert everything(new) == everything(old)
        assert json.loads(export(new))["records"] == json.loads(export(old))["records"]
