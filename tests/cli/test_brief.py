from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rapportkit.cli.app import run
from rapportkit.cli.brief import find_interview
from rapportkit.errors import InvalidValue
from rapportkit.interviews import Interview
from rapportkit.people.dossier import Dossier
from rapportkit.workbook.store import Workbook


def met(key: str, day: int, company: str = "", role: str = "") -> Interview:
    at = datetime(2026, 12, day, 14, tzinfo=UTC)
    return Interview(id=key, at=at, zone="Europe/London", company=company, role=role)


INTERVIEWS = {
    one.id: one
    for one in (
        met("interview-1", 3, "Ouse Bank Hospital", "Staff nurse"),
        met("interview-10", 8, "Ouse Water"),
        met("interview-2", 9),
    )
}


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder that we are in, with a workbook of three interviews in it."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("RAPPORTKIT_WORKBOOK", raising=False)
    workbook = Workbook(tmp_path / "workbook.sqlite3", lambda: datetime(2026, 12, 1, tzinfo=UTC))
    for key, one in INTERVIEWS.items():
        workbook.save(key, one)
    workbook.save("helen", Dossier(name="Helen <Ashworth>"))
    return tmp_path


@pytest.mark.parametrize(
    ("wanted", "found"),
    [
        ("interview-1", "interview-1"),
        ("interview-10", "interview-10"),
        ("ouse bank", "interview-1"),
        ("  OUSE   Water ", "interview-10"),
        ("staff", "interview-1"),
        ("2026-12-09", "interview-2"),
    ],
)
def test_an_interview_is_found_by_id_company_role_or_day(wanted: str, found: str) -> None:
    assert find_interview(INTERVIEWS, wanted).id == found


@pytest.mark.parametrize("wanted", ["ouse", "interview", "2026-12"])
def test_a_beginning_that_fits_several_lists_them(wanted: str) -> None:
    with pytest.raises(InvalidValue, match=r"several interviews.*interview-1, Ouse Bank Hospital, 2026-12-03 14:00"):
        find_interview(INTERVIEWS, wanted)


@pytest.mark.parametrize("wanted", ["Tesco", "", "2027-01-01"])
def test_an_unknown_interview_lists_what_there_is(wanted: str) -> None:
    with pytest.raises(InvalidValue, match=r"is no interview in this workbook.*interview-2, 2026-12-09 14:00"):
        find_interview(INTERVIEWS, wanted)


@given(st.text(max_size=30))
def test_whatever_is_asked_for_is_found_or_refused_in_a_sentence(wanted: str) -> None:
    try:
        found = find_interview(INTERVIEWS, wanted)
    except InvalidValue:
        return
    assert found in INTERVIEWS.values()


def test_the_brief_is_written_and_written_again(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["brief", "ouse bank", "--html", "brief.html"]) == 0
    assert "Your brief is in 'brief.html'" in capsys.readouterr().out
    first = (folder / "brief.html").read_text(encoding="utf-8")
    assert "Helen &lt;Ashworth&gt;" in first

    assert run(["brief", "interview-2", "--html", "brief.html"]) == 0
    assert (folder / "brief.html").read_text(encoding="utf-8") != first
    assert not list(folder.glob(".rapportkit-*"))


def test_another_workbook_is_taken_where_it_is_named(folder: Path) -> None:
    (folder / "workbook.sqlite3").rename(folder / "mine.sqlite3")

    assert run(["brief", "interview-2", "--html", "brief.html", "--workbook", "mine.sqlite3"]) == 0


@pytest.mark.usefixtures("folder")
@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (["Tesco", "--html", "b.html"], "'Tesco' is no interview in this workbook."),
        (["interview-2", "--html", "."], "is a folder"),
        (["interview-2", "--html", "nowhere/b.html"], "there is no folder 'nowhere'"),
        (["interview-2", "--html", "b.html", "--workbook", "none.sqlite3"], "There is no workbook 'none.sqlite3'"),
        (["interview-2", "--html", "x" * 300], "cannot be written"),
    ],
)
def test_what_cannot_be_done_is_one_sentence(
    arguments: list[str], sentence: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(["brief", *arguments]) == 1
    said = capsys.readouterr().err
    assert sentence in said
    assert said.count("\n") == 1


def test_a_file_that_is_no_brief_is_kept(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (folder / "letter.html").write_text("<p>My letter</p>")

    assert run(["brief", "interview-2", "--html", "letter.html"]) == 1

    assert "no brief of ours" in capsys.readouterr().err
    assert (folder / "letter.html").read_text() == "<p>My letter</p>"


def test_without_an_interview_it_says_where_to_set_one(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    workbook = Workbook(folder / "bare.sqlite3", lambda: datetime(2026, 12, 1, tzinfo=UTC))
    workbook.save("helen", Dossier(name="Helen"))

    assert run(["brief", "x", "--html", "b.html", "--workbook", "bare.sqlite3"]) == 1
    assert "welcome lesson" in capsys.readouterr().err


def test_a_brief_that_cannot_be_finished_leaves_the_older_one(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    run(["brief", "interview-2", "--html", "brief.html"])
    first = (folder / "brief.html").read_bytes()

    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(Path, "replace", full)

    assert run(["brief", "interview-1", "--html", "brief.html"]) == 1
    assert (folder / "brief.html").read_bytes() == first
    assert not list(folder.glob(".rapportkit-*"))
