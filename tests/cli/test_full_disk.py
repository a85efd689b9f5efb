"""A disk without room, as the command line tells it: no panel, no button, no traceback, and nothing lost."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
from datetime import UTC, datetime
from pathlib import Path

import pytest

from rapportkit.cards import Card
from rapportkit.interviews import Interview
from rapportkit.people.person import Person
from rapportkit.workbook.export import export
from rapportkit.workbook.store import Workbook

pytestmark = pytest.mark.skipif(os.name == "nt", reason="Windows has no RLIMIT_FSIZE")

_COMMANDS = """
import io, json, resource, sys
from rapportkit.cli.app import run

told = []
for room, command in json.loads(sys.argv[1]):
    resource.setrlimit(resource.RLIMIT_FSIZE, (room, resource.RLIM_INFINITY))
    sys.stdout, sys.stderr = open("printed.txt", "w"), io.StringIO()
    told.append([run(command), sys.stderr.getvalue()])
resource.setrlimit(resource.RLIMIT_FSIZE, (resource.RLIM_INFINITY, resource.RLIM_INFINITY))
sys.__stdout__.write(json.dumps(told))
"""

COMMANDS = (
    (20_000, ["workbook", "forget", "Ama Owusu", "--yes"]),
    (5_000, ["workbook", "restore", "mine.json", "--workbook", "new/workbook.sqlite3"]),
    (10, ["workbook", "export"]),
    (10, ["workbook", "export", "-"]),
    (10, ["workbook", "show", "--json"]),
    (10, ["brief", "port", "--html", "brief.html"]),
    (10, ["follow-ups", "--interviewer", "Ama", "--interview", "2026-12-03 14:00", "--ics", "days.ics"]),
    (10, ["follow-ups", "--interviewer", "Ama", "--interview", "2026-12-03 14:00", "--eml", "mails"]),
    (10, ["kitchen-table", "chatty", "--html", "friend.html"]),
    (10, ["scene", "new", "my-own"]),
    (10, ["doctor"]),
)


def test_on_a_full_disk_each_command_says_so_in_its_own_words_and_nothing_is_lost(tmp_path: Path) -> None:
    workbook = Workbook(tmp_path / "workbook.sqlite3", lambda: datetime(2026, 11, 23, 12, tzinfo=UTC))
    workbook.save("interviewer-1", Person(name="Ama Owusu"))
    at = datetime(2026, 12, 3, 14, tzinfo=UTC)
    workbook.save("port", Interview(id="port", at=at, zone="Europe/London", interviewers=("interviewer-1",)))
    workbook.save("long", Card(lesson="x", if_="I am asked", then="I tell all of it. " * 3_000))
    before = export(workbook)
    (tmp_path / "mine.json").write_bytes(before)
    said = _said_by(tmp_path)
    for (_, command), (status, sentence) in zip(COMMANDS, said, strict=True):
        assert status == 1, (command, sentence)
        assert sentence.count("\n") == 1, command
        assert "room" in sentence, command
        assert not any(word in sentence for word in ("screen", "Save", "Traceback")), command
    assert json.loads(export(workbook))["records"] == json.loads(before)["records"]
    left = {path.name for path in tmp_path.iterdir()}
    assert not left & {"brief.html", "days.ics", "friend.html", "my-own.toml"}
    assert not any(name.startswith((".rapportkit-", "rapportkit-workbook-")) for name in left)


_AS_NOBODY = """
import os, sys
from rapportkit.cli.app import run

os.chdir(sys.argv[1])
if not os.getuid():
    os.setuid(65534)
for command in (["show"], ["forget", "Ama Owusu", "--yes"], ["export"]):
    print("status", run(["workbook", *command, "--workbook", "workbook.sqlite3"]))
"""


def test_in_a_read_only_folder_it_can_be_looked_at_and_what_cannot_be_written_is_told() -> None:
    with tempfile.TemporaryDirectory() as name:  # pytest's own folders are closed to the user that we become
        workbook = Workbook(Path(name) / "workbook.sqlite3", lambda: datetime(2026, 11, 23, 12, tzinfo=UTC))
        workbook.save("interviewer-1", Person(name="Ama Owusu"))
        before = workbook.path.read_bytes()
        Path(name).chmod(0o555)
        done = subprocess.run([sys.executable, "-c", _AS_NOBODY, name], capture_output=True, text=True, check=True)
        Path(name).chmod(0o755)
        assert [line for line in done.stdout.splitlines() if line.startswith("status")] == [
            "status 0", "status 1", "status 1",
        ]  # fmt: skip
        refused, not_written = done.stderr.splitlines()
        assert "'workbook.sqlite3' cannot be written: the file or its folder is closed to you. Choose" in refused
        assert "cannot be written (Permission denied)" in not_written
        assert workbook.path.read_bytes() == before
        assert [path.name for path in Path(name).iterdir()] == ["workbook.sqlite3"]


def _said_by(folder: Path) -> list[tuple[int, str]]:
    command = [sys.executable, "-c", _COMMANDS, json.dumps(COMMANDS)]
    surroundings = {**os.environ, "PYTHONDONTWRITEBYTECODE": "1", "RAPPORTKIT_WORKBOOK": ""}
    done = subprocess.run(command, cwd=folder, env=surroundings, capture_output=True, text=True, check=True)
    return [tuple(one) for one in json.loads(done.stdout)]
