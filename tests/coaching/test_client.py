from __future__ import annotations

from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from rapportkit.assignment import IN_HAND
from rapportkit.coaching.client import CallSheet, call_sheet, call_sheet_page
from rapportkit.errors import UnreadableFile
from rapportkit.interviews import Interview, Line, Proof
from rapportkit.people.dossier import ME, Dossier, Note
from rapportkit.people.person import Reading
from rapportkit.people.samples import sample_learners
from rapportkit.talk.kept import KeptTalk
from rapportkit.talk.transcript import read_transcript
from rapportkit.workbook.export import export
from rapportkit.workbook.store import Workbook
from tests.coaching.classroom import GOOD, POOR, a_desk

NOW = datetime(2026, 12, 4, 9, tzinfo=UTC)


def exported(folder: Path, *, after: str = GOOD) -> bytes:
    """Ada's workbook the day after her interview with Helen Marsh: a line mended, a proof, notes of her own."""
    moments = [NOW - timedelta(days=days) for days in range(9, 0, -1)]
    workbook = Workbook(folder / "w.sqlite3", lambda: moments.pop(0) if len(moments) > 1 else moments[0])
    workbook.save(ME, Dossier(name="Ada <b>Adeyemi</b>"))
    workbook.save("p1", Dossier(name="Helen Marsh", notes=(Note(kind="group", text="a private note of hers"),)))
    for text in (POOR, after):
        workbook.save("l1", Line(person="p1", about_kind="place", about_label="Glasgow", text=text))
    at = NOW - timedelta(hours=20)
    workbook.save("i1", Interview(id="i1", at=at, zone="UTC", role="Nurse", company="Aire", interviewers=("p1",)))
    workbook.save("x", Proof(situation="s", action="a", change="c"))
    return export(workbook)


@pytest.fixture
def sheet(tmp_path: Path) -> CallSheet:
    return call_sheet(exported(tmp_path, after=f"{GOOD} Helen, shall we?"), NOW)


def test_a_line_is_shown_before_and_after_with_what_was_mended(sheet: CallSheet) -> None:
    (change,) = sheet.changes
    assert change.before == POOR
    assert change.mended
    assert change.after.startswith("My first job")


def test_nobody_whom_the_client_meets_is_named_and_no_note_is_told(sheet: CallSheet) -> None:
    page = call_sheet_page(sheet)

    for kept in ("Helen", "Marsh", "private note"):
        assert kept not in page
    assert "N. N., shall we?" in page
    assert "Ada &lt;b&gt;Adeyemi" in page


def test_what_is_due_and_what_to_ask_come_from_the_workbook(sheet: CallSheet) -> None:
    assert sheet.due[0][0] == "Thank-you to person 1, due now"
    assert sheet.ask[0] == "What do they care about, what surprised you, and what did you promise?"
    assert sheet.ask[1] == "What have you heard since the interview?"
    assert not any("three things" in question for question in sheet.ask)


def test_an_empty_workbook_gives_a_page_of_questions(tmp_path: Path) -> None:
    sheet = call_sheet(export(Workbook(tmp_path / "w.sqlite3", lambda: NOW)), NOW)

    assert sheet.client == "Your client"
    assert sheet.ask[0] == "When is your next interview, and how will it be held?"
    assert "No line and no answer" in call_sheet_page(sheet)


def test_what_is_no_workbook_is_refused() -> None:
    with pytest.raises(UnreadableFile):
        call_sheet(b"PK\x03\x04", NOW)


def test_an_opening_that_went_by_in_a_practice_talk_is_on_the_page(tmp_path: Path) -> None:
    said = (
        "Joan: Hello. We moved up here for the river, I row before work.\n"
        "Ada: Hello, thank you. I have brought my certificates.\n"
        "Joan: Good. What was your last job?\nAda: I was on nights at the infirmary for two years.\n"
    )
    workbook = Workbook(tmp_path / "w.sqlite3", lambda: NOW)
    workbook.save("talk-1", KeptTalk(file="a.txt", me="Ada", transcript=read_transcript("a.txt", said.encode())))
    sheet = call_sheet(export(workbook), NOW)

    assert any("river" in opening for opening in sheet.openings)
    assert "Openings that went by in practice" in call_sheet_page(sheet)


def called_on_sheet(folder: Path, me: Dossier, assigned_to: str = "") -> str:
    workbook = Workbook(folder / "w.sqlite3", lambda: NOW)
    workbook.save(ME, me)
    if assigned_to:
        desk = a_desk(size=1)
        workbook.save(IN_HAND, desk.assignment_for(desk.learners[0].with_(name=assigned_to)))
    return call_sheet(export(workbook), NOW).client


@pytest.mark.parametrize("sample", sorted(sample_learners()))
def test_a_client_who_borrowed_a_sample_is_not_called_by_its_name(tmp_path: Path, sample: str) -> None:
    person = sample_learners()[sample]
    borrowed = Dossier(name=person.name).with_sample(person)

    assert called_on_sheet(tmp_path, borrowed) == "Your client"
    assert called_on_sheet(tmp_path, borrowed, "Ben Osei") == "Ben Osei"
    assert called_on_sheet(tmp_path, borrowed.with_(name="Chi Wu")) == "Chi Wu"


def test_a_clients_own_name_stands_typed_or_out_of_a_file_of_theirs(tmp_path: Path) -> None:
    read = Reading(person=next(iter(sample_learners().values())).with_(name="Dee Obi"))

    assert called_on_sheet(tmp_path, Dossier().with_file("profile.pdf", read)) == "Dee Obi"
    assert called_on_sheet(tmp_path, Dossier(name="D. Obi").with_file("profile.pdf", read)) == "D. Obi"
