"""Every lesson and every command works whole where there is no network, and none of them so much as tries to leave."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from datetime import UTC, datetime
from functools import cache
from pathlib import Path
from typing import NamedTuple

import pytest
import typer.main

from rapportkit.cli.app import app
from rapportkit.coaching.collect import collect
from rapportkit.coaching.grade import grade
from rapportkit.interviews import Interview
from rapportkit.views.lesson import open_lesson
from rapportkit.workbook.export import export
from tests.coaching.classroom import HANDED_IN, POOR, a_desk, hand_in_of
from tests.loopback_only import SAYS, room
from tests.talk.transcripts import ZOOM

pytestmark = [
    pytest.mark.notebooks,
    pytest.mark.timeout(420),
    pytest.mark.skipif(sys.platform != "linux", reason="only Linux can take the network from one process"),
]
ROOT = Path(__file__).resolve().parent.parent
PEOPLE = ROOT / "rapportkit" / "data" / "people"
TODAY = "2026-12-01"
MARCUS, DENISE = PEOPLE / "learners" / "marcus.json", PEOPLE / "interviewers" / "denise.json"

RUN_LESSONS = """
import sys
from pathlib import Path
from tests.test_papermill import run_all
run_all(Path(sys.argv[1]), WORKBOOK=str(Path(sys.argv[1]) / "workbook.sqlite3"), SAMPLE=sys.argv[2])
"""
RUN_ONE = """
import sys
from pathlib import Path
from tests.test_papermill import made, run_lesson
lesson = made(Path(sys.argv[1]), 'WORKBOOK = ""', sys.argv[2])
run_lesson(lesson, Path(sys.argv[1]) / "ran.ipynb", WORKBOOK="x")
"""
START = """
import re, signal, subprocess, sys, time, urllib.request
command = [sys.executable, "-m", "rapportkit", *sys.argv[1:], "--no-browser", "--port", "8899"]
# Whoever runs the tests in the background has Ctrl-C switched off for all that they start.
listen = lambda: signal.signal(signal.SIGINT, signal.SIG_DFL)
process = subprocess.Popen(command, stdout=subprocess.PIPE, text=True, preexec_fn=listen)
try:
    said = ""
    while "Ctrl-C" not in said:
        said += process.stdout.readline() or sys.exit(said)
    address = re.search(r"http://127\\S+/doc/\\S+", said)[0]
    for attempt in range(600):  # it listens a moment after it has said so
        try:
            page = urllib.request.urlopen(address, timeout=120).read()
            break
        except OSError:
            time.sleep(0.1)
    assert b"JupyterLab" in page
    process.send_signal(signal.SIGINT)
    process.communicate(timeout=60)
finally:
    process.kill()
"""

OPENING = {"id": 1, "line": "We both swim in cold rivers. How did you begin?"}
OPENING["about"] = {"kind": "interest", "label": "wild swimming"}  # type: ignore[assignment]
CONTEXT = {"interviewer": "Denise Okafor", "role": "Nurse", "company": "Aire", "talked_about": ["the ward"]}
CONTEXT |= {"interview_date": "2026-12-03", "sent_date": "2026-12-04"}
MESSAGE = {"id": 1, "kind": "thank-you", "context": CONTEXT, "text": "Dear Denise, thank you for the talk on the ward."}
AT = ("--interview", "2026-12-03 14:00", "--tz", "Europe/London")

EXERCISE = ("--exercise", "repair_a_tossed_out_line")

COMMANDS: dict[str, tuple[tuple[str | Path, ...], object]] = {
    "read": ((MARCUS, "--json"), None),
    "common-ground": ((MARCUS, DENISE, "--json"), None),
    "not-understood": ((MARCUS, DENISE, "--json"), None),
    "review opening": (("--jsonl",), OPENING),
    "review message": (("--jsonl",), MESSAGE),
    "review talk": (("talk.vtt", "--me", "Ben", "--json"), None),
    "rehearse": (("--scene", "formal", "--jsonl"), {"say": "Good morning."}),
    "scene list": ((), None),
    "scene new": (("night-shift",), None),
    "scene check": ((ROOT / "rapportkit" / "data" / "new_scene.toml",), None),
    "scene schema": ((), None),
    "kitchen-table": (("chatty", "--html", "friend.html"), None),
    "follow-ups": (("--interviewer", "Denise Okafor", *AT, "--ics", "dates.ics", "--eml", "mails", "--json"), None),
    "brief": (("interview-1", "--html", "brief.html"), None),
    "doctor": ((), None),
    "exercise new": (("my_own",), None),
    "exercise check": ((ROOT / "exercises" / "repair_a_tossed_out_line.toml",), None),
    "exercise schema": ((), None),
    "coach assign": (("class.csv", *EXERCISE, "--due", "2026-12-10", "--out", "week-2"), None),
    "coach collect": (("week-1", "submitted"), None),
    "coach exercises": ((), None),
    "coach grade": (("week-1",), None),
    "coach late": (("week-1",), None),
    "coach mark": (("week-1",), None),
    "coach report": (("week-1",), None),
    "coach own": (("my-own",), None),
    "reset": (("03", "--folder", "lessons"), None),
    "coach client": (("mine.json", "--html", "call.html"), None),
    "workbook export": ((), None),
    "workbook restore": (("mine.json",), None),
    "workbook show": (("--json",), None),
    "workbook forget": (("Denise Fontenot", "--yes"), None),
}
"""Every command that prints and ends, with its arguments and what it is asked on standard input."""

SERVES = {("start",): ("--folder",), ("coach", "desk"): ()}
"""The commands that serve until they are stopped, and what stands before their folder."""


class Told(NamedTuple):
    """How a command in the room ended, how often anything there tried to leave, and what was said."""

    status: int
    tried: int
    said: str


@cache
def _door_keeper() -> tuple[str, ...]:
    words = room()
    if words is None:
        sentence = (
            "This machine lets nobody make a network of their own (`unshare --map-root-user --net true` fails), so it "
            "cannot be shown that nothing leaves. On Ubuntu: "
            "sudo sysctl -w kernel.apparmor_restrict_unprivileged_userns=0"
        )
        if os.environ.get("CI"):
            pytest.fail(sentence)
        pytest.skip(sentence)
    return tuple(words)


def without_network(folder: Path, *command: str | Path, asks: object = None) -> Told:
    """Run Python with these arguments in *folder*, in a network that is loopback and nothing else."""
    done = subprocess.run(
        [*_door_keeper(), sys.executable, *map(str, command)],
        cwd=folder,
        env=os.environ
        | {"PYTHONPATH": str(ROOT), "RAPPORTKIT_WORKBOOK": str(folder / "workbook.sqlite3"), "PYTHONUTF8": "1"},
        input="" if asks is None else json.dumps(asks) + "\n",
        capture_output=True,
        encoding="utf-8",
        check=False,
        timeout=400,
    )
    rest, _, tried = done.stderr.rpartition(SAYS)
    return Told(done.returncode, int(tried), done.stdout + rest)


def commands() -> Iterator[str]:
    """The names of all commands that there are."""
    for name, command in typer.main.get_command(app).commands.items():  # type: ignore[attr-defined]
        inner = getattr(command, "commands", None)
        yield from (name,) if inner is None else (f"{name} {one}" for one in inner)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A learner's folder, with a workbook in which an interview with Denise stands, and a download of it."""
    lesson = open_lesson("00_welcome", str(tmp_path / "workbook.sqlite3"), TODAY, "marcus")
    at = datetime(2026, 12, 3, 14, tzinfo=UTC)
    keys = tuple(lesson.interviewers)
    lesson.workbook.save("interview-1", Interview(id="interview-1", at=at, zone="Europe/London", interviewers=keys))
    (tmp_path / "mine.json").write_bytes(export(lesson.workbook))
    (tmp_path / "talk.vtt").write_text(ZOOM, encoding="utf-8")
    (tmp_path / "class.csv").write_text("id,name\ns1,Ada Adeyemi\n", encoding="utf-8")
    desk = a_desk(tmp_path / "week-1", 1)
    (tmp_path / "my-own").mkdir()
    shutil.copy(ROOT / "exercises" / "repair_a_tossed_out_line.toml", tmp_path / "my-own")
    (tmp_path / "submitted").mkdir()
    (tmp_path / "submitted" / "ada.json").write_bytes(hand_in_of(desk, desk.learners[0], POOR))
    collect(tmp_path / "week-1", desk, [tmp_path / "submitted"], HANDED_IN)
    grade(tmp_path / "week-1", desk, workers=1)
    return tmp_path


def test_all_lessons_run_without_a_network_and_try_to_reach_nobody(tmp_path: Path) -> None:
    told = without_network(tmp_path, "-c", RUN_LESSONS, tmp_path, "marcus")

    assert told.status == 0, told.said
    assert told.tried == 0, told.said


@pytest.mark.parametrize("name", COMMANDS)
def test_a_command_works_without_a_network_and_tries_to_reach_nobody(folder: Path, name: str) -> None:
    arguments, asks = COMMANDS[name]
    told = without_network(folder, "-m", "rapportkit", *name.split(), *arguments, asks=asks)

    assert told.status == 0, told.said
    assert told.tried == 0, told.said


@pytest.mark.parametrize("command", SERVES, ids=" ".join)
def test_what_serves_does_so_without_a_network_and_tries_to_reach_nobody(
    tmp_path: Path, command: tuple[str, ...]
) -> None:
    told = without_network(tmp_path, "-c", START, *command, *SERVES[command], tmp_path / "folder")

    assert told.status == 0, told.said
    assert told.tried == 0, told.said


def test_no_command_is_left_out() -> None:
    assert sorted([*COMMANDS, *map(" ".join, SERVES)]) == sorted(commands())


@pytest.mark.parametrize(
    ("leaving", "trouble"),
    [
        ("import socket; socket.create_connection(('192.0.2.1', 80), timeout=5)", "Network is unreachable"),
        ("import socket; socket.create_connection(('2001:db8::1', 80), timeout=5)", "OSError"),
        ("import socket; socket.getaddrinfo('example.org', 80)", "gaierror"),
    ],
)
def test_a_notebook_that_tries_to_leave_fails_there(tmp_path: Path, leaving: str, trouble: str) -> None:
    told = without_network(tmp_path, "-c", RUN_ONE, tmp_path, leaving)

    assert told.status != 0
    assert trouble in told.said
    assert told.tried > 0


def test_a_notebook_that_hides_its_attempt_is_found_out(tmp_path: Path) -> None:
    hidden = "try:\n    import socket; socket.create_connection(('192.0.2.1', 80), timeout=5)\nexcept OSError: pass"
    told = without_network(tmp_path, "-c", RUN_ONE, tmp_path, hidden)

    assert told.status == 0
    assert told.tried > 0
