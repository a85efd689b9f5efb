from __future__ import annotations

import json
import os
import sqlite3
import subprocess
import sys
from datetime import UTC, datetime
from pathlib import Path

import pytest

from rapportkit.cli import doctor
from rapportkit.cli.app import run
from rapportkit.cli.doctor import about_workbook, backups, extension, installed, package, parsed, places, within, zone
from rapportkit.errors import RapportError
from rapportkit.people.dossier import Dossier
from rapportkit.workbook.store import Workbook
from rapportkit.workbook.sums import teach_sums


@pytest.fixture
def workbook(tmp_path: Path) -> Workbook:
    """A workbook with one answer in it and a backup beside it."""
    opened = Workbook(tmp_path / "workbook.sqlite3", lambda: datetime(2026, 12, 1, tzinfo=UTC))
    opened.save("helen", Dossier(name="Helen Ashworth"))
    opened.save("helen", Dossier(name="Helen Ashworth-Booth"))
    return opened


def states(path: Path) -> dict[str, str]:
    return {one.name: one.state for one in about_workbook(path)}


def test_what_must_be_there_is_looked_for_and_nothing_else() -> None:
    names = {one.name for one in installed()}

    assert {"Python", "pydantic", "ipywidgets", "icalendar", "jupyterlab", "lesson opener", "browser"} <= names
    assert not {"pytest", "mypy", "rapportkit"} & names


@pytest.mark.parametrize(
    ("requirement", "parts"),
    [
        ("pydantic<3,>=2.12", ("pydantic", "<3,>=2.12", "")),
        ("tzdata; platform_system == 'Windows'", ("tzdata", "", "other")),
        ('jupyterlab<5,>=4.5; extra == "lab"', ("jupyterlab", "<5,>=4.5", "lab")),
        ("rapportkit[lab]; extra == 'test'", ("rapportkit", "", "test")),
        ("!!", ("!!", "", "other")),
    ],
)
def test_a_requirement_is_taken_apart(requirement: str, parts: tuple[str, str, str]) -> None:
    assert parsed(requirement) == parts


@pytest.mark.parametrize(
    ("version", "limits", "fits"),
    [
        ("2.12", ">=2.12,<3", True),
        ("2.12.0", ">=2.12", True),
        ("2.9", ">=2.12,<3", False),
        ("3.0.0", ">=2.12,<3", False),
        ("10.1rc1", ">=9,<11", True),
        ("1.0", "", True),
    ],
)
def test_versions_are_compared_by_their_numbers(version: str, limits: str, fits: bool) -> None:
    assert within(version, limits) is fits


def test_a_package_that_is_missing_or_too_old_is_told_with_what_to_do() -> None:
    missing, old = package("no-such-package-of-ours", ">=1"), package("pydantic", ">=999")

    assert (missing.state, old.state) == ("mend", "mend")
    assert "not installed" in missing.found
    assert all("pip install" in str(one.do) for one in (missing, old))


def test_the_lesson_opener_is_told_from_one_that_does_nothing(tmp_path: Path) -> None:
    assert extension(Path(sys.prefix)).state == "fine"

    found = extension(tmp_path)

    assert (found.state, found.found) == ("note", "not installed")
    assert "Run All Cells" in str(found.do)


def test_the_lessons_are_found() -> None:
    assert [one.state for one in places()] == ["fine", "fine"]


def test_missing_lessons_are_told(monkeypatch: pytest.MonkeyPatch) -> None:
    def gone() -> None:
        raise RapportError("The lessons that come with rapportkit are missing here.")

    monkeypatch.setattr(doctor, "lessons", gone)

    assert [one.state for one in places()] == ["mend"]


def test_a_whole_workbook_is_counted_and_not_read_out(workbook: Workbook) -> None:
    told = list(about_workbook(workbook.path))

    assert {one.state for one in told} == {"fine"}
    assert "1 answer" in told[0].found
    assert "1, the newest of 2026-12-01" in told[1].found
    assert "Helen" not in str(told)


def test_a_workbook_that_is_not_there_yet_is_no_trouble_and_not_made(tmp_path: Path) -> None:
    path = tmp_path / "deep" / "down" / "workbook.sqlite3"

    assert set(states(path).values()) == {"fine"}
    assert not path.exists()


def test_a_damaged_workbook_and_what_to_do(workbook: Workbook) -> None:
    workbook.path.write_bytes(b"\0" * 5_000)

    found = next(about_workbook(workbook.path))

    assert found.state == "mend"
    assert "rapportkit workbook restore" in str(found.do)


def test_an_answer_that_cannot_be_read_is_told_without_its_words(workbook: Workbook) -> None:
    with sqlite3.connect(workbook.path) as connection:
        teach_sums(connection)
        connection.execute("""update record set body = '{"name": ["Helen", "divorced"]}'""")
        connection.execute("update record set sum = sum_of(kind, key, body, saved_at)")
    connection.close()

    found = next(about_workbook(workbook.path))

    assert found.state == "mend"
    assert "'dossier'" in found.found
    assert "Helen" not in str(found)


def test_a_damaged_backup_is_told(workbook: Workbook) -> None:
    backup = next((workbook.path.parent / "backups").glob("*.sqlite3"))
    backup.write_bytes(b"garbage")

    assert backups(workbook.path).state == "mend"


def test_a_folder_that_cannot_be_written_is_told(workbook: Workbook, monkeypatch: pytest.MonkeyPatch) -> None:
    def closed(**_: object) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(doctor.tempfile, "TemporaryFile", closed)

    assert states(workbook.path)["folder"] == "mend"


def test_a_disk_that_is_almost_full_is_told(workbook: Workbook, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(doctor.shutil, "disk_usage", lambda _: type("Usage", (), {"free": 3 << 20}))

    found = list(about_workbook(workbook.path))[-1]
    assert (found.state, "only 3 MB" in found.found) == ("mend", True)


def test_a_zone_without_a_name_is_a_note(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(doctor, "machine_zone", lambda *_: "+05:30")

    assert zone().state == "note"


def test_the_object_for_a_program_says_the_same(workbook: Workbook, capsys: pytest.CaptureFixture[str]) -> None:
    status = run(["doctor", "--json", "--workbook", str(workbook.path)])

    told = json.loads(capsys.readouterr().out)
    assert set(told) == {"version", "fine", "findings"}
    assert all(set(one) == {"name", "state", "found", "do"} for one in told["findings"])
    assert told["fine"] is (status == 0)
    assert told["fine"] is all(one["state"] != "mend" for one in told["findings"])


def test_trouble_is_said_with_what_to_do_and_status_1(workbook: Workbook, capsys: pytest.CaptureFixture[str]) -> None:
    workbook.path.write_bytes(b"\0" * 5_000)

    assert run(["doctor", "--workbook", str(workbook.path)]) == 1

    said = capsys.readouterr().out
    assert "What to do: " in said
    assert "needs mending: see MEND above" in said


def test_letters_that_a_pipe_does_not_know_are_no_failure(tmp_path: Path) -> None:
    """As on Windows, where a pipe knows those of one language only."""
    command = [sys.executable, "-m", "rapportkit", "doctor", "--workbook", str(tmp_path / "Ζωή.sqlite3")]
    environment = os.environ | {"PYTHONIOENCODING": "cp1252"}
    done = subprocess.run(command, env=environment, capture_output=True, encoding="cp1252", check=False)
    assert done.stderr == ""
    assert "\\u0396" in done.stdout
