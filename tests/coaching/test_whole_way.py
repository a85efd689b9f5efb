"""A class of thirty, from the list to the filled sheet of the LMS, with some among them who mean harm."""

from __future__ import annotations

import csv
import io
import json
import zipfile
from pathlib import Path

import pytest

from rapportkit.cli import assign, collect, report
from rapportkit.cli.app import run
from rapportkit.coaching.by_hand import HandMark, hand_marks, marks_for_person, set_mark
from rapportkit.coaching.desk import open_desk
from rapportkit.coaching.grade import marks
from rapportkit.handin import hand_in_file, hand_in_name, hand_in_page, make_hand_in, read_assignment
from tests.coaching.classroom import BEGIN, GOOD, HANDED_IN, IDS, POOR

MOODLE = "Identifier,Full name,ID number,Email address,Status,Grade,Maximum Grade,Feedback comments\r\n"


@pytest.fixture(autouse=True)
def _here(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    for module in (assign, collect, report):
        monkeypatch.setattr(module, "clock", lambda: BEGIN)
    monkeypatch.chdir(tmp_path)


def coach_does(capsys: pytest.CaptureFixture[str], *arguments: str) -> dict[str, object]:
    assert run(["coach", *arguments, "--json"]) == 0, capsys.readouterr().err
    value: dict[str, object] = json.loads(capsys.readouterr().out)
    return value


def everybody_hands_in(archive: zipfile.ZipFile) -> None:
    """As an LMS packs it: a folder for each, file names turned round, a copy to read beside, and three that do harm."""
    for number, path in enumerate(sorted(Path("week 1/send").glob("*/assignment-*.json"))):
        assignment = read_assignment(path.name, path.read_bytes())
        texts = {IDS[0]: GOOD if number % 3 else f"{POOR} <script>alert({number})</script>"}
        made = make_hand_in(assignment, texts, HANDED_IN)
        place = f"{assignment.learner.name}_{number}_assignsubmission_file/"
        archive.writestr(f"{place}{hand_in_name(made)} (1).json", hand_in_file(made))
        archive.writestr(f"{place}copy.html", hand_in_page(made, assignment.exercises))
    archive.writestr("x/../../../evil.json", b"{}")
    archive.writestr("y/deep.json", b"[" * 100_000)
    archive.writestr("z/bomb.json", bytes(50_000_000))


def test_thirty_learners_from_list_to_filled_sheet(capsys: pytest.CaptureFixture[str]) -> None:
    rows = "".join(f"Participant {n},Learner {n},u{n},u{n}@x.org,,,10.00,\r\n" for n in range(1, 31))
    Path("moodle.csv").write_bytes((MOODLE + rows).encode("utf-8-sig"))
    exercises = [word for one in IDS for word in ("--exercise", one)]
    made = coach_does(
        capsys, "assign", "moodle.csv", *exercises, "--due", "2026-12-10", "--out", "week 1", "--tz", "UTC"
    )
    assert made["learners"] == 30
    with zipfile.ZipFile("came.zip", "w", zipfile.ZIP_DEFLATED) as archive:
        everybody_hands_in(archive)

    came = coach_does(capsys, "collect", "week 1", "came.zip")
    assert (came["taken"], came["late"], came["missing"]) == (30, [], [])
    assert len(came["not_taken"]) == 3  # type: ignore[arg-type]
    assert coach_does(capsys, "grade", "week 1")["hand_ins"] == 30
    folder, desk = Path("week 1"), open_desk(Path("week 1"))
    for one in marks_for_person(desk, marks(folder), hand_marks(folder), blind=True):
        for line in one.open:
            points = one.exercise.rubric[line].points
            set_mark(
                folder, desk, HandMark(exercise=one.exercise.id, answer=one.answer, line=line, points=points, at=BEGIN)
            )
    first = next(iter(marks_for_person(desk, marks(folder), hand_marks(folder), every=True)))
    overruled = HandMark(exercise=first.exercise.id, answer=first.answer, line=1, points=0, at=BEGIN)
    set_mark(folder, desk, overruled)
    assert coach_does(capsys, "grade", "week 1")["for_a_person"] == 0
    done = coach_does(capsys, "report", "week 1", "--fill", "moodle.csv", "--nbgrader", "course")

    assert (done["given_back"], done["filled"], done["remarks"]) == (30, 30, [])
    sheet = list(csv.DictReader(io.StringIO(Path("week 1/filled-moodle.csv").read_text("utf-8-sig"), newline="")))
    assert len({row["Grade"] for row in sheet} - {""}) == 2
    assert sum("(by hand" in row["Feedback comments"] for row in sheet) == first.how_many == 20
    assert all(row["Feedback comments"].startswith("Mend a line") for row in sheet)
    pages = [*Path("week 1/back").rglob("*.html"), *Path("course").rglob("*.html"), Path("week 1/class.html")]
    assert len(pages) == 91
    for page in pages:
        assert "<script" not in page.read_text("utf-8")
    assert not Path("../evil.json").exists()
