from __future__ import annotations

import json
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest

from rapportkit.cli import assign, collect, report, start
from rapportkit.cli.app import run
from rapportkit.coaching.desk import open_desk
from rapportkit.lessons import exercises_folder
from rapportkit.workbook.export import export
from rapportkit.workbook.store import Workbook
from tests.coaching.classroom import BEGIN, GOOD, IDS, hand_in_of


@pytest.fixture(autouse=True)
def _first_of_december(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    for module in (assign, collect, report):
        monkeypatch.setattr(module, "clock", lambda: BEGIN)
    monkeypatch.chdir(tmp_path)


def told(capsys: pytest.CaptureFixture[str], *arguments: str) -> dict[str, Any]:
    """What a command printed with --json, as one object."""
    assert run(["coach", *arguments, "--json"]) == 0
    out = capsys.readouterr().out
    assert out.count("\n") == 1
    value: dict[str, Any] = json.loads(out)
    return value


def assigned(capsys: pytest.CaptureFixture[str], size: int = 3, due: str = "2026-12-10") -> dict[str, Any]:
    rows = "".join(f"s{n},Learner {n}\n" for n in range(1, size + 1))
    Path("class.csv").write_text(f"ID,Name\n{rows}")
    exercises = [word for one in IDS for word in ("--exercise", one)]
    return told(capsys, "assign", "class.csv", *exercises, "--due", due, "--out", "week 1", "--tz", "Europe/Rome")


def test_assigning_says_where_the_files_are(capsys: pytest.CaptureFixture[str]) -> None:
    assert assigned(capsys) == {
        "assignment": "week-1-2026-12-10",
        "due": "2026-12-10T23:59:59+01:00",
        "learners": 3,
        "added": 3,
        "send": "week 1/send",
        "remarks": [],
    }
    assert assigned(capsys, size=5)["added"] == 2
    assert len(open_desk(Path("week 1")).learners) == 5


def test_assigning_tells_a_coach_what_to_do_next(capsys: pytest.CaptureFixture[str]) -> None:
    Path("class.csv").write_text("Name\nAna\nAna\n")
    assert run(["coach", "assign", "class.csv", "--exercise", IDS[0], "--due", "2026-12-10", "--out", "w"]) == 0

    said = capsys.readouterr().out
    assert "Rows 2 and 3 are both Ana" in said
    assert "1 file made" in said
    assert 'rapportkit coach collect "w"' in said


def test_another_assignment_in_the_same_folder_is_refused(capsys: pytest.CaptureFixture[str]) -> None:
    assigned(capsys)
    arguments = ["assign", "class.csv", "--exercise", IDS[0], "--due", "2026-12-10", "--out", "week 1"]

    assert run(["coach", *arguments]) == 1
    assert "lies another assignment" in capsys.readouterr().err


def test_what_a_coach_sets_stays_when_latecomers_are_added(capsys: pytest.CaptureFixture[str]) -> None:
    Path("class.csv").write_text("ID,Name\ns1,Ada\n")
    command = ["assign", "class.csv", "--exercise", IDS[0], "--due", "2026-12-10", "--out", "w", "--tz", "UTC"]
    told(capsys, *command, "--word", "ally", "--invite-after", "interview", "--light", "Union = red", "--says", "Hello")
    Path("class.csv").write_text("ID,Name\ns1,Ada\ns2,Ben\n")

    assert told(capsys, *command)["added"] == 1

    desk = open_desk(Path("w"))
    assert (desk.guidance.word, desk.guidance.invitation.days) == ("ally", 3)
    assert (desk.guidance.lights, desk.coach_says) == ({"Union": "red"}, "Hello")
    assert run(["coach", *command, "--invite-days", "5"]) == 0
    assert "send all of them again" in capsys.readouterr().out
    assert open_desk(Path("w")).guidance.word == "ally"


@pytest.mark.parametrize("light", ["Cats=red", "Union=blue", "Union", "=red"])
def test_a_light_that_cannot_be_is_a_sentence(light: str, capsys: pytest.CaptureFixture[str]) -> None:
    Path("class.csv").write_text("Name\nAna\n")

    arguments = ["--exercise", IDS[0], "--due", "2026-12-10", "--out", "w", "--light", light]
    assert run(["coach", "assign", "class.csv", *arguments]) == 1
    assert capsys.readouterr().err.startswith("--light: lights")
    assert not Path("w").exists()


def test_a_coachs_own_folder_is_looked_through_and_given_out(capsys: pytest.CaptureFixture[str]) -> None:
    Path("own").mkdir()
    text = (exercises_folder() / f"{IDS[0]}.toml").read_text("utf-8").replace(IDS[0], "mine")
    Path("own", "mine.toml").write_text(text, "utf-8")

    title = "Mend a line that was tossed out"
    assert told(capsys, "own", "own") == {
        "own": [{"file": "own/mine.toml", "kind": "exercise", "id": "mine", "title": title, "faults": []}]
    }
    assert run(["coach", "own", "own"]) == 0
    assert "In order: --exercise mine" in capsys.readouterr().out
    Path("class.csv").write_text("Name\nAna\n")
    command = ["assign", "class.csv", "--exercise", "mine", "--own", "own", "--due", "2026-12-10", "--out", "w"]
    assert told(capsys, *command, "--notebooks")["learners"] == 1
    assert list(Path("w/send").glob("Ana */assignment.ipynb"))

    Path("own", "mine.toml").write_text("title = ")
    assert run(["coach", "own", "own"]) == 1
    assert "To mend: mine.toml cannot be read" in capsys.readouterr().out


@pytest.mark.parametrize("due", ["soon", "2026-13-01", "2020-01-01", "9999-12-31"])
def test_a_day_that_cannot_be_is_refused(due: str, capsys: pytest.CaptureFixture[str]) -> None:
    Path("class.csv").write_text("Name\nAna\n")

    assert run(["coach", "assign", "class.csv", "--exercise", IDS[0], "--due", due, "--out", "w"]) == 1
    assert capsys.readouterr().err.count("\n") == 1
    assert not Path("w").exists()


def test_collecting_tells_what_came_what_did_not_and_what_is_no_hand_in(capsys: pytest.CaptureFixture[str]) -> None:
    assigned(capsys)
    desk = open_desk(Path("week 1"))
    Path("came").mkdir()
    Path("came", "x").write_bytes(hand_in_of(desk, desk.learners[0], GOOD, at=BEGIN))
    Path("came", "y").write_bytes(b"a poem")

    done = told(capsys, "collect", "week 1", "came")

    assert done == {
        "taken": 1,
        "again": 0,
        "not_taken": [
            {"where": "y", "reason": "It is no JSON file, or it breaks off. Ask for it again.", "kind": "foreign"}
        ],
        "more_not_taken": 0,
        "remarks": [],
        "late": [],
        "missing": ["s2", "s3"],
    }
    Path("nothing").mkdir()
    assert run(["coach", "collect", "week 1", "nothing"]) == 0
    assert "There is no file in what you named." in capsys.readouterr().out
    assert run(["coach", "collect", "week 1", "came"]) == 0
    said = capsys.readouterr().out
    assert "Nothing yet from 2 of 3\n  Learner 2, Learner 3" in said
    assert "Foreign: left aside\n  y: It is no JSON file" in said
    assert "Not taken: 1" in said


def test_grading_tells_how_much_is_left_for_a_person(capsys: pytest.CaptureFixture[str]) -> None:
    assigned(capsys)
    desk = open_desk(Path("week 1"))
    for learner in desk.learners:
        Path(learner.id).write_bytes(hand_in_of(desk, learner, GOOD))
    told(capsys, "collect", "week 1", "s1", "s2", "s3")

    assert told(capsys, "grade", "week 1") == {"hand_ins": 3, "chunks": 1, "marked_now": 1, "for_a_person": 1,
                                                "to_judge": {"lines": 6, "hand_ins": 3}}  # fmt: skip
    assert told(capsys, "grade", "week 1")["marked_now"] == 0


def test_reporting_gives_back_and_fills_the_sheet(capsys: pytest.CaptureFixture[str]) -> None:
    assigned(capsys)
    desk = open_desk(Path("week 1"))
    for learner in desk.learners[:2]:
        Path(learner.id).write_bytes(hand_in_of(desk, learner, GOOD))
    told(capsys, "collect", "week 1", "s1", "s2")
    told(capsys, "grade", "week 1")
    Path("sheet.csv").write_text("ID,Grade,Comments\ns1,,\ns9,3,x\n")

    done = told(capsys, "report", "week 1", "--fill", "sheet.csv", "--nbgrader", "course")

    assert done == {
        "given_back": 2,
        "back": "week 1/back",
        "page": "week 1/class.html",
        "table": "week 1/class.csv",
        "stuck": ["s3", "s1", "s2"],
        "reasons": {
            "s3": "nothing has come yet; it is due on Thursday 10 December",
            "s1": "1 of 2 exercises not tried",
            "s2": "1 of 2 exercises not tried",
        },
        "to_judge": {"lines": 4, "hand_ins": 2},
        "to_teach": [],
        "sheet": "week 1/filled-sheet.csv",
        "filled": 1,
        "remarks": [
            "Row 3 (s9) is nobody on your list, or nobody for certain.",
            "Learner 1 has lines that nobody has judged, so the mark was left.",
            "Learner 2 is not in 'sheet.csv'.",
        ],
    }
    sheet = Path("week 1/filled-sheet.csv").read_text()
    assert sheet.startswith('ID,Grade,Comments\ns1,,"Mend a line that was tossed out. There: The shared place')
    assert sheet.endswith("\ns9,3,x\n")
    assert len(list(Path("course").rglob("*.html"))) == 2
    assert Path("week 1/left-out.csv").read_text("utf-8-sig").count("\n") == 4


def test_what_waits_is_told_before_a_sheet_is_filled(capsys: pytest.CaptureFixture[str]) -> None:
    assigned(capsys)
    desk = open_desk(Path("week 1"))
    Path("x").write_bytes(hand_in_of(desk, desk.learners[0], GOOD))
    told(capsys, "collect", "week 1", "x")
    assert run(["coach", "grade", "week 1"]) == 0
    assert "2 lines in 1 hand-in are still to be judged." in capsys.readouterr().out
    Path("sheet.csv").write_text("ID,Grade,Comments\ns1,,\n")

    assert run(["coach", "report", "week 1", "--fill", "sheet.csv"]) == 0

    said = capsys.readouterr().out
    assert said.startswith("2 lines in 1 hand-in are still to be judged.\nTheir marks stay open in the sheet.")
    assert "  Learner 1: 1 of 2 exercises not tried" in said


def test_the_late_are_listed_and_counted_as_on_time(capsys: pytest.CaptureFixture[str]) -> None:
    assigned(capsys)
    desk = open_desk(Path("week 1"))
    for number, learner in enumerate(desk.learners):
        late = desk.due + timedelta(days=number, hours=1) if number else BEGIN
        Path(learner.id).write_bytes(hand_in_of(desk, learner, GOOD, at=late))
    assert run(["coach", "collect", "week 1", "s1", "s2", "s3"]) == 0
    assert 'coach late "week 1" ID ... --on-time' in capsys.readouterr().out

    assert [one["on_time"] for one in told(capsys, "late", "week 1")["late"]] == [None, None]
    assert told(capsys, "late", "week 1", "s3", "--on-time")["late"][0]["on_time"] is True
    told(capsys, "late", "week 1", "s2", "--keep-late")
    assert run(["coach", "late", "week 1"]) == 0
    said = capsys.readouterr().out
    assert "Learner 2 (s2): 1 day late, which you keep as late." in said
    assert "Learner 3 (s3): 2 days late, which you count as on time." in said
    assert run(["coach", "late", "week 1", "s1", "--on-time"]) == 1
    assert "Nobody with the id 's1' is late." in capsys.readouterr().err


def test_an_exercise_is_shown_before_it_is_given_out(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["coach", "exercises"]) == 0
    assert f"{IDS[0]}: Mend a line that was tossed out (lesson 4)" in capsys.readouterr().out
    assert run(["coach", "exercises", IDS[0]]) == 0
    said = capsys.readouterr().out
    for words in ("6 points", "he washed vans there for a winter", "1. The shared place is in it (0 to 1, by a rule)"):
        assert words in said
    (one,) = told(capsys, "exercises", IDS[0])["exercises"]
    assert (one["id"], one["points"], one["rubric"][0]["rule"]) == (IDS[0], 6, "off-ground")
    assert len(told(capsys, "exercises")["exercises"]) == len(list(exercises_folder().glob("*.toml")))


def test_a_client_becomes_a_page(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    Path("ada.json").write_bytes(export(Workbook(tmp_path / "w.sqlite3", lambda: BEGIN)))

    done = told(capsys, "client", "ada.json", "--html", "ada.html")

    assert set(done) == {"html", "due", "changes", "ask"}
    assert "What to ask" in Path("ada.html").read_text()
    assert told(capsys, "client", "ada.json", "--html", "ada.html")["html"] == "ada.html"
    assert run(["coach", "client", "ada.json", "--html", "ada.json"]) == 1
    assert "is there already" in capsys.readouterr().err


def test_the_desk_opens_in_the_folder_that_was_named(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    served: list[tuple[object, ...]] = []
    monkeypatch.setattr(start, "serve", lambda *told: served.append(told))

    assert run(["coach", "desk", "office", "--no-browser", "--port", "9000"]) == 0

    assert served == [(tmp_path / "office", "desk.ipynb", 9000, True, f"Your assignments lie in {tmp_path / 'office'}")]
    assert (tmp_path / "office" / "desk.ipynb").is_file()
