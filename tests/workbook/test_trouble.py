from __future__ import annotations

import os
import random
import sqlite3
import stat
import subprocess
import sys
import tempfile
import zipfile
from contextlib import closing, suppress
from pathlib import Path

import pytest

from rapportkit.cards import Card
from rapportkit.errors import RapportError, WorkbookBusy, WorkbookError, WorkbookTooNew
from rapportkit.workbook.backups import backups_of
from rapportkit.workbook.export import export
from rapportkit.workbook.migrations import VERSION
from rapportkit.workbook.store import Workbook
from rapportkit.workbook.trouble import WorkbookDamaged
from tests.workbook.conftest import Clock, card


def test_a_workbook_busy_elsewhere_says_wait_and_press_save_again(
    saved: Workbook, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("rapportkit.workbook.connection.PATIENCE", 0.05)
    with closing(sqlite3.connect(saved.path, isolation_level=None)) as other:
        other.execute("begin immediate")
        with pytest.raises(WorkbookBusy) as refused:
            saved.save("silence", card("I smile"))
        assert saved.latest(Card, "silence") == card("I ask about the journey")
    assert str(refused.value) == (
        f"The workbook '{saved.path}' is busy in another lesson. "
        "Your words are still on the screen: wait a moment and press Save again."
    )
    saved.save("silence", card("I smile"))
    assert saved.latest(Card, "silence") == card("I smile")


def test_a_workbook_of_a_newer_version_is_left_alone(saved: Workbook) -> None:
    with closing(sqlite3.connect(saved.path)) as newer:
        newer.execute("pragma user_version = 99")
    before = saved.path.read_bytes()
    for use in (
        lambda: saved.latest(Card, "silence"),
        lambda: saved.save("silence", card("I smile")),
        lambda: export(saved),
    ):
        with pytest.raises(WorkbookTooNew, match=rf"newer rapportkit \(form 99; this one reads up to {VERSION}\)"):
            use()
    assert saved.path.read_bytes() == before


def test_a_zip_in_place_of_the_workbook_is_named_by_what_it_starts_with(tmp_path: Path, clock: Clock) -> None:
    path = tmp_path / "workbook.sqlite3"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("Profile.csv", "First Name,Last Name\n" * 100)
    before = path.read_bytes()
    for use in (lambda w: w.latest(Card, "silence"), lambda w: w.save("silence", card("I smile"))):
        with pytest.raises(WorkbookError, match=r"This file is not a rapportkit workbook \(it starts with 'PK"):
            use(Workbook(path, clock))
    assert path.read_bytes() == before


def test_another_programs_database_is_left_alone(tmp_path: Path, clock: Clock) -> None:
    path = tmp_path / "workbook.sqlite3"
    with closing(sqlite3.connect(path)) as other:
        other.execute("create table record (recipe text)")
    with pytest.raises(WorkbookError, match="not a rapportkit workbook"):
        Workbook(path, clock).save("silence", card("I smile"))


def test_an_empty_file_counts_as_a_new_workbook(tmp_path: Path, clock: Clock) -> None:
    workbook = Workbook(tmp_path / "workbook.sqlite3", clock)
    workbook.path.touch()
    assert workbook.all(Card) == {}
    workbook.save("silence", card("I smile"))
    assert workbook.latest(Card, "silence") == card("I smile")


def test_a_folder_in_place_of_the_workbook_is_told(tmp_path: Path, clock: Clock) -> None:
    with pytest.raises(WorkbookError, match="is a folder, not a workbook"):
        Workbook(tmp_path, clock).save("silence", card("I smile"))


def test_a_damaged_header_names_the_newest_good_backup_and_the_way_back(saved: Workbook) -> None:
    saved.path.write_bytes(b"\0" * 100 + saved.path.read_bytes()[100:])
    (backup,) = backups_of(saved.path)
    with pytest.raises(WorkbookDamaged) as refused:
        saved.latest(Card, "silence")
    assert refused.value.backup == backup
    assert f'rapportkit workbook restore "{backup}" --workbook "{saved.path}"' in str(refused.value)


def test_damage_without_a_backup_says_what_to_do(workbook: Workbook) -> None:
    workbook.save("silence", card("I smile"))
    workbook.path.write_bytes(workbook.path.read_bytes()[:5_000])
    with pytest.raises(WorkbookDamaged, match="no backup beside it"):
        workbook.all(Card)


@pytest.mark.parametrize("seed", range(40))
def test_random_damage_is_a_sentence_or_harmless_and_the_backup_stays_good(saved: Workbook, seed: int) -> None:
    chance = random.Random(seed)
    data = bytearray(saved.path.read_bytes())
    for _ in range(chance.choice((1, 10, 1_000))):
        data[chance.randrange(len(data))] = chance.randrange(256)
    saved.path.write_bytes(data)
    for use in (
        lambda: saved.latest(Card, "silence"),
        lambda: saved.history(Card, "silence"),
        lambda: export(saved),
        lambda: saved.save("silence", card("I smile")),
    ):
        with suppress(RapportError):  # anything else fails the test
            use()
    assert Workbook(backups_of(saved.path)[-1], saved.now).latest(Card, "silence") == card("I count to three")


def test_random_bytes_are_no_workbook(workbook: Workbook) -> None:
    workbook.path.parent.mkdir()
    for seed in range(20):
        workbook.path.write_bytes(random.Random(seed).randbytes(5_000))
        with pytest.raises(WorkbookError, match="not a rapportkit workbook"):
            workbook.all(Card)


_LATE = """
import os, resource, sys
from datetime import UTC, datetime
from pathlib import Path
from rapportkit.cards import Card
from rapportkit.errors import WorkbookError
from rapportkit.workbook.store import Workbook

workbook = Workbook(Path(sys.argv[1]), lambda: datetime.now(UTC))
workbook.save("silence", Card(lesson="x", if_="a", then="before"))
{trouble}
try:
    workbook.save("silence", Card(lesson="x", if_="a", then="b" * 150_000))
except WorkbookError as error:
    print(error)
"""


def _when(trouble: str, path: Path) -> str:
    script = [sys.executable, "-c", _LATE.format(trouble=trouble), str(path)]
    return subprocess.run(script, check=True, capture_output=True, text=True).stdout


@pytest.mark.skipif(os.name == "nt", reason="Windows has no RLIMIT_FSIZE")
def test_a_full_disk_is_a_sentence_and_what_was_there_stays(workbook: Workbook) -> None:
    said = _when("resource.setrlimit(resource.RLIMIT_FSIZE, (60_000, 60_000))", workbook.path)
    assert "Your words are still on the screen" in said
    assert workbook.all(Card) == {"silence": Card(lesson="x", if_="a", then="before")}
    workbook.save("silence", card("after"))
    assert workbook.latest(Card, "silence") == card("after")


def test_a_disk_with_no_page_left_is_called_full(saved: Workbook, monkeypatch: pytest.MonkeyPatch) -> None:
    connect = sqlite3.connect

    def small(*arguments: object, **options: object) -> sqlite3.Connection:
        connection = connect(*arguments, **options)  # type: ignore[call-overload]
        connection.execute("pragma max_page_count = 6")
        return connection  # type: ignore[no-any-return]

    monkeypatch.setattr(sqlite3, "connect", small)
    with pytest.raises(WorkbookError, match="The disk is full"):
        saved.save("silence", card("b" * 150_000))
    monkeypatch.undo()
    assert saved.latest(Card, "silence") == card("I ask about the journey")


@pytest.mark.skipif(os.name == "nt", reason="Windows closes no folder by its mode")
def test_a_read_only_folder_is_a_sentence_and_can_still_be_read() -> None:
    with tempfile.TemporaryDirectory() as name:  # pytest's own folders are closed to the user that we become
        folder = Path(name) / "learner"
        Path(name).chmod(0o755)
        trouble = f"os.chmod({str(folder)!r}, 0o555); os.getuid() or os.setuid(65534); print(len(workbook.all(Card)))"
        said = _when(trouble, folder / "workbook.sqlite3")
        folder.chmod(stat.S_IRWXU)
        assert said.startswith("1\n")
        assert "cannot be written: the file or its folder is closed to you" in said
        assert [path.name for path in folder.iterdir()] == ["workbook.sqlite3"]
