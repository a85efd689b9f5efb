from __future__ import annotations

import json
import shutil
from datetime import UTC, datetime
from pathlib import Path

import pytest
import typer
from typer.testing import CliRunner, Result

from rapportkit.cards import Card
from rapportkit.cli.workbook import app
from rapportkit.errors import InvalidValue, RapportError, UnreadableFile, WorkbookError
from rapportkit.people.person import Person
from rapportkit.workbook.export import export
from rapportkit.workbook.store import Workbook


@pytest.fixture
def workbook(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Workbook:
    """A workbook in the folder that we are in, so that no command needs to name it."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("RAPPORTKIT_WORKBOOK", raising=False)
    saved = Workbook(tmp_path / "workbook.sqlite3", lambda: datetime(2026, 11, 23, 12, tzinfo=UTC))
    saved.save("silence", Card(lesson="04_conversation", if_="there is a silence", then="I count to three 🧗🏽"))
    saved.save("interviewer-1", Person(name="Nokuthula Dlamini"))
    saved.save("interviewer-2", Person(name="Aroha Parata"))
    return saved


def run(*arguments: str, typed: str = "") -> Result:
    """What the command printed; a failure that rapportkit.cli would turn into a sentence is raised."""
    done = CliRunner().invoke(app, list(arguments), input=typed)
    if isinstance(done.exception, RapportError | typer.Abort):
        raise done.exception
    return done


@pytest.mark.usefixtures("workbook")
def test_export_writes_a_dated_file_and_never_over_an_older_one(tmp_path: Path) -> None:
    first, second = run("export").stdout, run("export").stdout
    names = sorted(path.name for path in tmp_path.glob("rapportkit-workbook-*.json"))
    assert len(names) == 2
    assert names[0].removesuffix("-2.json") == names[1].removesuffix(".json")
    assert names[1] in first
    assert names[0] in second


def test_export_to_a_named_file_that_is_taken_adds_a_number(workbook: Workbook, tmp_path: Path) -> None:
    (tmp_path / "mine.json").write_text("precious")
    assert "mine-2.json" in run("export", "mine.json").stdout
    assert (tmp_path / "mine.json").read_text() == "precious"
    assert json.loads((tmp_path / "mine-2.json").read_bytes())["records"] == json.loads(export(workbook))["records"]


def test_export_to_standard_output_is_the_file_and_nothing_else(workbook: Workbook) -> None:
    assert json.loads(run("export", "-").stdout_bytes)["records"] == json.loads(export(workbook))["records"]


@pytest.mark.usefixtures("workbook")
def test_export_into_a_folder_that_is_not_there_is_a_sentence() -> None:
    with pytest.raises(WorkbookError, match="cannot be written"):
        run("export", "nowhere/mine.json")


def test_restore_brings_a_download_into_the_named_workbook(workbook: Workbook, tmp_path: Path) -> None:
    run("export", "mine.json")
    said = run("restore", "mine.json", "--workbook", "new/workbook.sqlite3").stdout
    assert said.endswith(": 3; there already: 0.\n")
    new = Workbook(tmp_path / "new" / "workbook.sqlite3", workbook.now)
    assert new.all(Card) == workbook.all(Card)
    assert ": 0; there already: 3." in run("restore", "mine.json", "--workbook", "new/workbook.sqlite3").stdout


def test_restore_takes_a_backup_too_and_mends_a_damaged_workbook(workbook: Workbook, tmp_path: Path) -> None:
    shutil.copyfile(workbook.path, tmp_path / "backup.sqlite3")
    cards = workbook.all(Card)
    (tmp_path / "backups").mkdir(exist_ok=True)
    shutil.copyfile(workbook.path, tmp_path / "backups" / "workbook-2026-11-22.sqlite3")
    workbook.path.write_bytes(b"\0" * 5_000)
    assert run("restore", "backup.sqlite3").stdout.endswith(": 3; there already: 0.\n")
    assert workbook.all(Card) == cards
    assert (tmp_path / "workbook-damaged-1.sqlite3").exists()


@pytest.mark.usefixtures("workbook")
@pytest.mark.parametrize("content", [b"", b"PK\x03\x04", b"{"])
def test_restore_refuses_another_file_in_a_sentence(tmp_path: Path, content: bytes) -> None:
    (tmp_path / "other").write_bytes(content)
    with pytest.raises(UnreadableFile):
        run("restore", "other")


@pytest.mark.usefixtures("workbook")
def test_show_lists_what_is_there_in_plain_words() -> None:
    said = run("show").stdout
    assert "card (1): silence" in said
    assert "person (2): interviewer-1, interviewer-2" in said


def test_show_for_a_program_is_one_object(workbook: Workbook) -> None:
    shown = json.loads(run("show", "--json").stdout)
    assert shown["workbook"] == str(workbook.path)
    assert shown["records"]["card"]["silence"]["then"] == "I count to three 🧗🏽"
    assert shown["records"]["debrief"] == {}


@pytest.mark.parametrize("who", ["interviewer-1", "nokuthula dlamini"])
def test_forget_takes_a_person_out_by_name_or_key(workbook: Workbook, who: str) -> None:
    said = run("forget", who, "--yes").stdout
    assert said.startswith("Nokuthula Dlamini is out of the workbook")
    assert set(workbook.all(Person)) == {"interviewer-2"}


def test_forget_asks_once_more_and_no_means_no(workbook: Workbook) -> None:
    assert run("forget", "interviewer-1", typed="n\n").exit_code == 1
    assert len(workbook.all(Person)) == 2
    assert run("forget", "interviewer-1", typed="y\n").exit_code == 0
    assert len(workbook.all(Person)) == 1


def test_forget_names_everybody_it_knows_for_an_unknown_or_ambiguous_name(workbook: Workbook) -> None:
    with pytest.raises(
        InvalidValue, match=r"knows nobody called 'Ama'. Name one of these: Nokuthula Dlamini, Aroha Par"
    ):
        run("forget", "Ama", "--yes")
    workbook.save("interviewer-3", Person(name="Wiremu Parata"))
    for who, what in (
        ("Parata", "in full, or by the key"),
        ("parata", r"Aroha Parata \(interviewer-2\), Wiremu Parata"),
    ):
        with pytest.raises(InvalidValue, match=f"Several people are called '{who}'.*{what}"):
            run("forget", who, "--yes")


@pytest.mark.parametrize("who", ["Parata", "aroha"])
def test_forget_takes_a_surname_or_a_first_name_that_only_one_person_bears(workbook: Workbook, who: str) -> None:
    assert run("forget", who, "--yes").stdout.startswith("Aroha Parata is out of the workbook")
    assert set(workbook.all(Person)) == {"interviewer-1"}


def test_forget_once_more_takes_the_name_out_of_a_text_that_was_changed_since(workbook: Workbook) -> None:
    workbook.save("thanks", Card(lesson="x", if_="Aroha laughs", then="I laugh"))
    assert "card 'thanks'. Change them, then forget Aroha Parata once more" in run("forget", "Parata", "--yes").stdout
    workbook.save("thanks", Card(lesson="x", if_="she laughs", then="I laugh"))
    said = run("forget", "Aroha Parata", "--yes").stdout
    assert "where N. N. stands for the name now: 1." in said
    assert [saved.record.if_ for saved in workbook.history(Card, "thanks")] == ["N. N. laughs", "she laughs"]


@pytest.mark.usefixtures("workbook")
@pytest.mark.parametrize("command", [("export",), ("show",), ("forget", "Ama", "--yes")])
def test_a_workbook_that_is_not_there_yet_is_told_and_not_made(tmp_path: Path, command: tuple[str, ...]) -> None:
    with pytest.raises(WorkbookError, match="There is no workbook"):
        run(*command, "--workbook", "nowhere/workbook.sqlite3")
    assert not (tmp_path / "nowhere").exists()


def test_every_command_names_the_default_workbook_in_its_help() -> None:
    for command in ("export", "restore", "show", "forget"):
        words = " ".join(run(command, "--help").stdout.replace("│", " ").split())
        assert "~/rapportkit/workbook.sqlite3" in words, words
