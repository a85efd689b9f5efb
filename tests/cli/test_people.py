"""`rapportkit read` and `rapportkit common-ground`, and the shape of what they print."""

from __future__ import annotations

import json
import os
import sys
from pathlib import Path
from threading import Thread
from types import ModuleType
from typing import Any

import pytest
import typer
from typer.testing import CliRunner

from rapportkit.cli import output, people
from rapportkit.errors import SeveralPeople, UnreadableFile
from rapportkit.ground.link import Ground, Link, NotUnderstood
from rapportkit.people.person import Person, Source

ANA: dict[str, Any] = {"basics": {"name": "Ana Reis", "label": "Nurse"}, "interests": ["Chess"], "work": "Acme"}
OMAR: dict[str, Any] = {"basics": {"name": "Omar"}, "interests": ["Chess"], "education": 7}

app = typer.Typer()
app.command("read")(people.read)
app.command("common-ground")(people.common_ground)
app.command("not-understood")(people.not_understood)


def run(*arguments: str) -> str:
    result = CliRunner().invoke(app, arguments)
    if result.exception and not isinstance(result.exception, SystemExit):
        raise result.exception
    assert result.exit_code == 0, result.output
    return result.stdout


@pytest.fixture
def ana(tmp_path: Path) -> Path:
    path = tmp_path / "ana.json"
    path.write_text(json.dumps(ANA), encoding="utf-8")
    return path


@pytest.fixture
def omar(tmp_path: Path) -> Path:
    path = tmp_path / "omar.json"
    path.write_text(json.dumps(OMAR), encoding="utf-8")
    return path


@pytest.fixture
def one_link(monkeypatch: pytest.MonkeyPatch) -> None:
    """A finder that finds one thing and does not understand another, in place of the matchers."""

    def find(me: Person, them: Person) -> Ground:
        link = Link(
            kind="interest",
            label="Chess",
            status="confirmed",
            light="green",
            mine=(me.facts[0].source,),
            theirs=(them.facts[0].source,),
            why="Both say chess.",
        )
        return Ground(links=(link,), not_understood=NotUnderstood(mine=(Source(text="?", where="x"),)))

    fake = ModuleType("rapportkit.ground.find")
    monkeypatch.setattr(fake, "find_common_ground", find, raising=False)
    monkeypatch.setitem(sys.modules, "rapportkit.ground.find", fake)


def test_read_prints_one_object_of_the_promised_shape(ana: Path) -> None:
    printed = json.loads(run("read", str(ana), "--json"))

    assert printed == {
        "person": {
            "name": "Ana Reis",
            "headline": "Nurse",
            "facts": [
                {
                    "kind": "interest",
                    "label": "Chess",
                    "detail": None,
                    "start": None,
                    "end": None,
                    "current": None,
                    "where": "ana.json: interests 1",
                }
            ],
        },
        "not_understood": [{"text": "Acme", "where": "ana.json: work"}],
    }


def test_read_without_json_is_for_people(ana: Path) -> None:
    printed = run("read", str(ana))

    assert printed.startswith("Ana Reis\nNurse\n")
    assert "  Chess  [ana.json: interests 1]" in printed
    assert "Not understood\n  Acme  [ana.json: work]" in printed


def test_one_of_several_people_is_chosen_by_name(tmp_path: Path) -> None:
    both = tmp_path / "both.json"
    both.write_text(json.dumps([ANA, OMAR]), encoding="utf-8")

    with pytest.raises(SeveralPeople, match="Ana Reis, Omar"):
        run("read", str(both), "--json")
    assert json.loads(run("read", str(both), "--person", "Omar", "--json"))["person"]["name"] == "Omar"


def test_where_several_people_are_in_a_file_the_sentence_names_the_option(tmp_path: Path, ana: Path) -> None:
    both = tmp_path / "both.json"
    both.write_text(json.dumps([ANA, OMAR]), encoding="utf-8")

    with pytest.raises(SeveralPeople, match=r"Add --person NAME\.$"):
        run("read", str(both))
    with pytest.raises(SeveralPeople, match=r"Add --my-person NAME\.$"):
        run("common-ground", str(both), str(ana))
    with pytest.raises(SeveralPeople, match=r"Add --their-person NAME\.$"):
        run("common-ground", str(ana), str(both))


def test_one_of_several_contact_cards_is_chosen_by_name(tmp_path: Path) -> None:
    both = tmp_path / "contacts"
    both.write_text(
        "BEGIN:VCARD\nFN:Ana Reis\nEND:VCARD\nBEGIN:VCARD\nFN:Omar\nORG:Acme\nEND:VCARD\n", encoding="utf-8"
    )

    with pytest.raises(SeveralPeople, match="Ana Reis, Omar"):
        run("read", str(both), "--json")
    assert json.loads(run("read", str(both), "--person", "omar", "--json"))["person"]["facts"][0]["label"] == "Acme"


def test_pasted_text_is_read_whatever_the_file_is_called(tmp_path: Path) -> None:
    notes = tmp_path / "notes.zip"
    notes.write_text("Name: Ana Reis\nLikes: chess\n", encoding="utf-8")

    assert "  chess  [notes.zip: line 2]" in run("read", str(notes))


def test_a_file_that_is_not_there_is_a_sentence(tmp_path: Path) -> None:
    with pytest.raises(UnreadableFile, match="There is no file"):
        run("read", str(tmp_path / "nobody.json"))


@pytest.mark.usefixtures("one_link")
def test_common_ground_prints_links_and_what_neither_side_understood(ana: Path, omar: Path) -> None:
    printed = json.loads(run("common-ground", str(ana), str(omar), "--json"))

    assert set(printed) == {"links", "not_understood"}
    assert set(printed["links"][0]) == {"kind", "label", "status", "light", "mine", "theirs", "why"}
    assert printed["not_understood"] == {
        "mine": [{"text": "Acme", "where": "ana.json: work"}, {"text": "?", "where": "x"}],
        "theirs": [{"text": "7", "where": "omar.json: education"}],
    }


@pytest.mark.usefixtures("one_link")
def test_common_ground_reads_what_read_printed_and_chooses_on_both_sides(ana: Path, omar: Path, tmp_path: Path) -> None:
    both = tmp_path / "both.json"
    both.write_text(
        json.dumps([json.loads(run("read", str(path), "--json")) for path in (ana, omar)]), encoding="utf-8"
    )

    printed = run("common-ground", str(both), str(both), "--my-person", "Ana", "--their-person", "Omar")

    assert "Chess (interest, confirmed, green)" in printed
    assert "yours:  Chess  [ana.json: interests 1]" in printed
    assert "theirs: Chess  [omar.json: interests 1]" in printed


@pytest.mark.skipif(not Path("/dev/zero").exists(), reason="Windows has no such file")
@pytest.mark.timeout(20)
def test_a_file_without_an_end_is_a_sentence() -> None:
    with pytest.raises(UnreadableFile, match="'/dev/zero' is larger than 64 MB"):
        run("read", "/dev/zero", "--json")


def test_phrases_that_nobody_placed_are_counted_by_person(tmp_path: Path) -> None:
    for name, interests in (("a", ["Zorbleflinging", "Chess"]), ("b", ["zorbleflinging", "flurbing"])):
        person = {"basics": {"name": name}, "interests": interests}
        (tmp_path / f"{name}.json").write_text(json.dumps(person), encoding="utf-8")
    files = [str(path) for path in sorted(tmp_path.glob("*.json"))]

    printed = json.loads(run("not-understood", *files, "--json"))

    assert printed == {"phrases": [{"text": "zorbleflinging", "people": 2}, {"text": "flurbing", "people": 1}]}
    assert run("not-understood", *files, "--most", "1") == "    2  zorbleflinging\n"


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="there are no named pipes here")
def test_a_pipe_into_which_nobody_writes_is_not_waited_for(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(output, "PATIENCE", 0.01)
    os.mkfifo(tmp_path / "pipe")

    with pytest.raises(UnreadableFile, match="Nothing came through the pipe"):
        run("read", str(tmp_path / "pipe"), "--json")


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="there are no named pipes here")
def test_what_comes_through_a_pipe_is_read(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    writer = Thread(target=lambda: (tmp_path / "pipe").write_text(json.dumps(ANA), encoding="utf-8"))
    writer.start()
    found = json.loads(run("read", str(tmp_path / "pipe"), "--json"))
    writer.join()

    assert found["person"]["name"] == "Ana Reis"
