from __future__ import annotations

import io
import stat
import zipfile
from pathlib import Path

import pytest

from rapportkit.assignment import ASSIGNMENT_FORMAT
from rapportkit.coaching.assign import enrolled, new_desk, put_assignment, put_desk, random_token
from rapportkit.coaching.desk import DESK_FILE, desk_here, open_desk, save_desk
from rapportkit.coaching.handout import letter
from rapportkit.coaching.own import find_exercises
from rapportkit.coaching.parcels import unpacked
from rapportkit.coaching.roster import Listed, Roster
from rapportkit.coaching.to_send import MOST_LETTERS, called_on_disk
from rapportkit.errors import InvalidValue, RapportError, UnreadableFile
from rapportkit.handin import read_assignment
from rapportkit.lessons import desk_notebook, exercises_folder
from tests.coaching.classroom import BEGIN, DUE, IDS, a_class, a_desk, tokens


def test_each_learner_gets_a_file_of_their_own_and_a_letter(tmp_path: Path) -> None:
    desk = a_desk(tmp_path)

    parcels = sorted((tmp_path / "send").iterdir())
    assert [one.name for one in parcels] == [called_on_disk(one) for one in desk.learners]
    assert parcels[1].name.startswith("Learner 2 ")
    file = parcels[1] / f"assignment-week-1-2026-12-10 {parcels[1].name}.json"
    got = read_assignment(file.name, file.read_bytes())
    assert (got.learner.id, got.token, got.exercises) == ("s2", desk.learners[1].token, desk.exercises)
    assert "s3" not in file.read_text()
    said = (parcels[1] / f"letter {parcels[1].name}.txt").read_text()
    printed = (parcels[1] / f"letter {parcels[1].name}.html").read_text()
    assert "Dear Learner 2," in printed
    assert printed.count(desk.title) == said.count(desk.title) + 1, "in the head of the page too"
    assert "Dear Learner 2," in said
    assert "Mend a line that was tossed out" in said
    assert file.name in said


def test_the_list_comes_back_as_it_was_and_is_the_coachs_alone(tmp_path: Path) -> None:
    desk = a_desk(tmp_path)

    assert open_desk(tmp_path) == desk
    assert stat.S_IMODE((tmp_path / DESK_FILE).stat().st_mode) == 0o600


def test_a_zip_for_each_holds_the_same(tmp_path: Path) -> None:
    desk = a_desk(size=2)

    send = put_assignment(desk, tmp_path, zips=True)

    names = [called_on_disk(one) for one in desk.learners]
    assert sorted(one.name for one in send.iterdir()) == sorted(f"{name}.zip" for name in names)
    before = (send / f"{names[1]}.zip").read_bytes()
    with zipfile.ZipFile(io.BytesIO(before)) as archive:
        assert len(archive.namelist()) == 4
        assert all(names[1] in name for name in archive.namelist())
    name, data = unpacked("as it came.zip", before, ASSIGNMENT_FORMAT)
    assert name == f"assignment-week-1-2026-12-10 {names[1]}.json"
    assert read_assignment(name, data).token == desk.learners[1].token
    put_assignment(desk, tmp_path, zips=True)
    assert (send / f"{names[1]}.zip").read_bytes() == before


def test_folder_and_zip_of_one_learner_never_lie_side_by_side(tmp_path: Path) -> None:
    desk = a_desk(tmp_path, size=2)
    one, other = (called_on_disk(learner) for learner in desk.learners)
    (tmp_path / "send" / other / "a note of mine.txt").write_text("Mine.")

    put_assignment(desk, tmp_path, zips=True)
    assert {path.name for path in (tmp_path / "send").iterdir()} == {f"{one}.zip", f"{other}.zip", other}
    assert [path.name for path in (tmp_path / "send" / other).iterdir()] == ["a note of mine.txt"]

    put_assignment(desk, tmp_path)
    assert {path.name for path in (tmp_path / "send").iterdir()} == {one, other}


def test_a_zip_that_holds_none_or_several_is_a_sentence(tmp_path: Path) -> None:
    send = put_assignment(a_desk(size=2), tmp_path)
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        for path in send.rglob("*.json"):
            archive.write(path, path.name)
    with pytest.raises(UnreadableFile, match=r"There are 2 files of that kind in the ZIP 'all\.zip'"):
        unpacked("all.zip", packed.getvalue(), ASSIGNMENT_FORMAT)
    with pytest.raises(UnreadableFile, match="There is no feedback in the ZIP"):
        unpacked("all.zip", packed.getvalue(), "rapportkit feedback")
    assert unpacked("x.json", b"{}", ASSIGNMENT_FORMAT) == ("x.json", b"{}")


NAMES = {
    "Zoë O'Neill-Dupré": "Zoë O'Neill-Dupré",
    "Zoe\u0308": "Zoë",
    "李 小龙": "李 小龙",
    'A<b>:"c"/d\\e|f?g*': "A b c d e f g",
    "../../etc/passwd": "etc passwd",
    "CON": "CON",
    "con.txt": "con txt",
    "Dr. Ada Novak Jr.": "Dr Ada Novak Jr",
    "Ada \u202enovA\u200b\x07": "Ada novA",
    "???": "Learner",
    "-rf": "rf",
    "~": "Learner",
    "Ada" * 50: ("Ada" * 50)[:MOST_LETTERS],
    "𝒜" * 60: "𝒜" * 30,
}
DEVICES = {"con", "prn", "aux", "nul", *(f"{port}{n}" for port in ("com", "lpt") for n in range(10))}


@pytest.mark.parametrize("name", NAMES)
def test_a_name_on_disk_is_the_one_on_the_list_less_what_no_disk_takes(name: str, tmp_path: Path) -> None:
    learner = a_desk(size=1).learners[0].with_(name=name or "x")

    on_disk = called_on_disk(learner)

    kept, _, figures = on_disk.rpartition(" ")
    assert kept == NAMES[name]
    assert len(figures) == 6
    assert figures not in learner.token
    assert on_disk.split(".", maxsplit=1)[0].casefold() not in DEVICES
    assert len(on_disk.encode()) < 140
    (tmp_path / on_disk).mkdir()


def test_namesakes_have_names_of_their_own_on_disk() -> None:
    one, other = a_desk(size=2).learners
    one, other = one.with_(name="ADA"), other.with_(name="Ada")
    assert called_on_disk(one).casefold() != called_on_disk(other).casefold()


def test_a_latecomer_is_added_and_nobody_elses_token_changes() -> None:
    desk = a_desk(size=2)

    later = enrolled(desk, a_class(4))

    assert later.learners[:2] == desk.learners
    assert [one.id for one in later.learners[2:]] == ["s3", "s4"]


def test_names_that_are_one_on_disk_get_folders_of_their_own() -> None:
    names = ("Zoë", "ZOE", "../..", "Æ", "李", "con" * 90)
    roster = Roster(learners=tuple(Listed(id=name, name=name) for name in names))

    folders = [one.folder for one in new_desk(roster, find_exercises(IDS), "W", DUE, BEGIN, tokens()).learners]

    assert folders[:5] == ["zoe", "zoe-2", "learner", "learner-2", "learner-3"]
    assert all(len(folder) <= 60 for folder in folders)


@pytest.mark.parametrize("name", ["Con", "NUL", "aux", "Prn", "com1", "Lpt 9", "LPT9"])
def test_nobodys_folder_is_called_what_windows_calls_a_device(name: str) -> None:
    roster = Roster(learners=(Listed(id=name, name=name), Listed(id="2", name=f"{name} Murphy")))

    one, other = (one.folder for one in new_desk(roster, find_exercises(IDS), "W", DUE, BEGIN, tokens()).learners)

    assert one == {"Lpt 9": "lpt-9"}.get(name, f"{name.lower()}-2")
    assert other == f"{name.lower().replace(' ', '-')}-murphy-2"


def test_names_in_braces_are_letters_of_a_name() -> None:
    roster = Roster(learners=(Listed(id="{title.__class__}", name="{due}"),))

    desk = new_desk(roster, find_exercises(IDS), "W", DUE, BEGIN, tokens(), coach_says="Bring {biscuits}.")

    assert "Dear {due}," in letter(desk, desk.learners[0])
    assert "Bring {biscuits}." in letter(desk, desk.learners[0])


def test_exercises_of_ones_own_come_first(tmp_path: Path) -> None:
    text = (exercises_folder() / f"{IDS[0]}.toml").read_text()
    (tmp_path / "mine.toml").write_text(text.replace(IDS[0], "mine"))

    assert [one.id for one in find_exercises(["mine", IDS[1]], tmp_path)] == ["mine", IDS[1]]


def test_an_exercise_that_is_not_there_is_answered_by_those_that_are() -> None:
    with pytest.raises(InvalidValue, match=r"no exercise 'mend'. Choose from: answer_a_surprise"):
        find_exercises(["mend"])
    with pytest.raises(InvalidValue, match="named twice"):
        find_exercises([IDS[0], IDS[0]])


def test_a_day_that_is_past_is_refused() -> None:
    with pytest.raises(InvalidValue, match="Thursday 10 December 2026, 23:59"):
        new_desk(a_class(1), find_exercises(IDS), "W", DUE, DUE)


def test_no_two_tokens_are_the_same() -> None:
    assert len({random_token() for _ in range(1_000)}) == 1_000


def test_a_folder_without_an_assignment_is_named(tmp_path: Path) -> None:
    with pytest.raises(UnreadableFile, match="There is no assignment in"):
        open_desk(tmp_path)
    (tmp_path / DESK_FILE).write_bytes(b'{"format": "rapportkit coach\'s list", "version": 1')
    with pytest.raises(UnreadableFile, match="breaks off"):
        open_desk(tmp_path)


def test_a_folder_that_cannot_be_made_is_a_sentence(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    with pytest.raises(RapportError, match="cannot be written"):
        a_desk(tmp_path / "file" / "desk")


def test_the_desk_notebook_lies_beside_and_knows_its_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = put_desk(tmp_path).first
    monkeypatch.chdir(tmp_path)
    assert path == tmp_path / "desk.ipynb"
    assert desk_here() == ""
    save_desk(tmp_path, a_desk())
    assert desk_here() == str(Path.cwd())


def test_an_older_desk_gives_way_to_todays_and_one_that_was_changed_is_kept_beside_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    todays = desk_notebook().read_bytes()
    older = tmp_path / "older" / "desk.ipynb"
    older.parent.mkdir()
    older.write_bytes(todays.replace(b"# The desk", b"# My desk"))
    assert older.read_bytes() != todays
    with monkeypatch.context() as then:
        then.setattr("rapportkit.coaching.assign.desk_notebook", lambda: older)
        untouched, changed = (put_desk(tmp_path / name).first for name in ("untouched", "changed"))
    own = untouched.read_bytes().replace(b"My desk", b"My own desk")
    changed.write_bytes(own)

    now, beside = put_desk(untouched.parent), put_desk(changed.parent)

    assert now.first == untouched
    assert untouched.read_bytes() == todays
    assert changed.read_bytes() == own
    (kept,) = beside.kept()
    assert kept.startswith("desk.ipynb is as you left it; the new one is beside it")
    assert beside.lessons[0].path.read_bytes() == todays
