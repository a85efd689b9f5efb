"""Lessons reach a learner's folder, and what the learner changed in them is never lost."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from rapportkit import __version__, lessons
from rapportkit.errors import RapportError
from rapportkit.lessons import MEMORY, put_lessons

WELCOME = "00_welcome.ipynb"
RESEARCH = "02_research.ipynb"


def notebook(*sources: str, **metadata: object) -> bytes:
    cells = [
        {"id": f"c{n}", "cell_type": "code", "source": source, "metadata": {}, "outputs": [], "execution_count": None}
        for n, source in enumerate(sources)
    ]
    return json.dumps({"cells": cells, "metadata": metadata, "nbformat": 4, "nbformat_minor": 5}).encode()


@pytest.fixture
def shipped(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A rapportkit that ships two lessons."""
    folder = tmp_path / "site-packages" / "rapportkit"
    (folder / "_lessons").mkdir(parents=True)
    (folder / "_lessons" / RESEARCH).write_bytes(notebook("look", "ask"))
    (folder / "_lessons" / WELCOME).write_bytes(notebook("hello"))
    monkeypatch.setattr(lessons, "_PACKAGE", folder)
    return folder / "_lessons"


@pytest.fixture
def mine(tmp_path: Path) -> Path:
    """The folder of a learner, who speaks French."""
    return tmp_path / "Les leçons de Zoé"


def what(folder: Path) -> dict[str, str]:
    return {lesson.name: lesson.what for lesson in put_lessons(folder).lessons}


def change(path: Path, *sources: str, **metadata: object) -> bytes:
    path.write_bytes(notebook(*sources, **metadata))
    return path.read_bytes()


def test_the_checkout_has_lessons_in_their_order() -> None:
    names = [lesson.name for lesson in lessons.lessons()]

    assert names[0] == WELCOME
    assert names == sorted(names)


def test_exercises_are_found_beside_the_lessons() -> None:
    assert lessons.exercises_folder().is_dir()


def test_an_installed_package_has_its_own_copy(shipped: Path) -> None:
    assert lessons.lessons_folder() == shipped
    assert [lesson.name for lesson in lessons.lessons()] == [WELCOME, RESEARCH]


def test_an_installation_without_lessons_says_so(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(lessons, "_PACKAGE", tmp_path / "rapportkit")

    with pytest.raises(RapportError, match="Install rapportkit again"):
        lessons.lessons()
    (tmp_path / "notebooks").mkdir()
    with pytest.raises(RapportError, match="Install rapportkit again"):
        lessons.lessons()


@pytest.mark.usefixtures("shipped")
def test_a_new_folder_gets_every_lesson_and_the_first_is_opened(mine: Path) -> None:
    placed = put_lessons(mine)

    assert [lesson.what for lesson in placed.lessons] == ["put", "put"]
    assert placed.first == mine / WELCOME
    assert placed.sentences() == (f"Your lessons are in {mine}", "2 lessons were put there now.")
    assert sorted(path.name for path in mine.iterdir()) == [MEMORY, WELCOME, RESEARCH]


@pytest.mark.usefixtures("shipped")
def test_a_second_start_changes_nothing(mine: Path) -> None:
    put_lessons(mine)
    before = {path.name: path.stat().st_mtime_ns for path in mine.iterdir()}

    placed = put_lessons(mine)

    assert [lesson.what for lesson in placed.lessons] == ["same", "same"]
    assert placed.sentences() == (f"Your lessons are in {mine}",)
    assert {path.name: path.stat().st_mtime_ns for path in mine.iterdir()} == before


def test_a_lesson_that_was_only_run_is_brought_up_to_date(shipped: Path, mine: Path) -> None:
    put_lessons(mine)
    run = json.loads((mine / RESEARCH).read_bytes())
    run["metadata"] = {"widgets": {"state": {}}, "language_info": {"version": "3.13.1"}}
    run["cells"][0] |= {"execution_count": 7, "outputs": [{"output_type": "stream", "name": "stdout", "text": "hi"}]}
    run["cells"][0]["source"] = ["lo", "ok"]
    run["cells"].append({"cell_type": "code", "source": [], "metadata": {}, "outputs": [], "execution_count": None})
    (mine / RESEARCH).write_text(json.dumps(run))
    assert what(mine)[RESEARCH] == "same"

    newer = change(shipped / RESEARCH, "look closer", "ask")
    placed = put_lessons(mine)

    assert (mine / RESEARCH).read_bytes() == newer
    assert "1 lesson was brought up to date: nothing in there was changed by you." in placed.sentences()


def test_a_lesson_whose_look_alone_is_new_is_brought_up_to_date(shipped: Path, mine: Path) -> None:
    put_lessons(mine)
    newer = change(shipped / RESEARCH, "look", "ask", rapportkit={"title": "Research"})

    assert what(mine) == {WELCOME: "same", RESEARCH: "updated"}
    assert (mine / RESEARCH).read_bytes() == newer


@pytest.mark.usefixtures("shipped")
def test_a_changed_lesson_is_kept_and_nothing_is_put_beside_it(mine: Path) -> None:
    put_lessons(mine)
    own = change(mine / RESEARCH, "look", "my own notes", "ask")

    placed = put_lessons(mine)

    assert (mine / RESEARCH).read_bytes() == own
    assert f"{RESEARCH} is as you left it." in placed.sentences()
    assert len(list(mine.glob("*.ipynb"))) == 2


def test_a_newer_lesson_is_put_beside_a_changed_one_once(shipped: Path, mine: Path) -> None:
    put_lessons(mine)
    own = change(mine / RESEARCH, "my own notes")
    newer = change(shipped / RESEARCH, "look twice", "ask")
    beside = mine / f"02_research (new in {__version__}).ipynb"

    placed = put_lessons(mine)

    assert (mine / RESEARCH).read_bytes() == own
    assert beside.read_bytes() == newer
    assert f"{RESEARCH} is as you left it; the new one is beside it, '{beside.name}'." in placed.sentences()
    beside.unlink()
    assert what(mine)[RESEARCH] == "kept"
    assert not beside.exists()


def test_a_lesson_put_beside_and_then_changed_is_not_overwritten_by_the_next(shipped: Path, mine: Path) -> None:
    put_lessons(mine)
    change(mine / RESEARCH, "my own notes")
    change(shipped / RESEARCH, "second edition")
    put_lessons(mine)
    own = change(mine / f"02_research (new in {__version__}).ipynb", "more notes")
    third = change(shipped / RESEARCH, "third edition")

    put_lessons(mine)

    assert (mine / f"02_research (new in {__version__}).ipynb").read_bytes() == own
    assert (mine / f"02_research (new in {__version__}, 2).ipynb").read_bytes() == third


def test_a_changed_lesson_that_was_changed_back_follows_the_shipped_one_again(shipped: Path, mine: Path) -> None:
    put_lessons(mine)
    change(mine / RESEARCH, "my own notes")
    change(shipped / RESEARCH, "second edition")
    put_lessons(mine)
    change(mine / RESEARCH, "look", "ask")

    assert what(mine)[RESEARCH] == "updated"


@pytest.mark.usefixtures("shipped")
def test_a_lesson_that_was_deleted_comes_back(mine: Path) -> None:
    put_lessons(mine)
    (mine / WELCOME).unlink()

    assert what(mine) == {WELCOME: "put", RESEARCH: "same"}


@pytest.mark.parametrize("memory", [None, b"", b"{", b'{"format": 99}'])
def test_without_its_memory_nothing_of_the_learners_is_overwritten(
    shipped: Path, mine: Path, memory: bytes | None
) -> None:
    put_lessons(mine)
    own = change(mine / RESEARCH, "my own notes")
    change(shipped / RESEARCH, "second edition")
    (mine / MEMORY).unlink()
    if memory is not None:
        (mine / MEMORY).write_bytes(memory)

    assert what(mine) == {WELCOME: "same", RESEARCH: "beside"}
    assert (mine / RESEARCH).read_bytes() == own
    assert what(mine) == {WELCOME: "same", RESEARCH: "kept"}


@pytest.mark.usefixtures("shipped")
@pytest.mark.parametrize("broken", [b"half a note", b"\xff\xfe", b"[]", b'{"cells": [1]}', b"[" * 200_000])
def test_a_lesson_that_no_longer_opens_is_kept_and_a_whole_one_is_opened(mine: Path, broken: bytes) -> None:
    put_lessons(mine)
    (mine / WELCOME).write_bytes(broken)

    placed = put_lessons(mine)

    assert (mine / WELCOME).read_bytes() == broken
    assert placed.first == mine / f"00_welcome (new in {__version__}).ipynb"
    assert put_lessons(mine).first == placed.first


@pytest.mark.usefixtures("shipped")
def test_an_empty_file_holds_nothing_to_keep(mine: Path) -> None:
    put_lessons(mine)
    (mine / WELCOME).write_bytes(b"")

    assert what(mine)[WELCOME] == "put"


@pytest.mark.usefixtures("shipped")
def test_a_file_is_no_folder_for_lessons(mine: Path) -> None:
    mine.write_text("a shopping list")

    with pytest.raises(RapportError, match="Choose a folder for your lessons"):
        put_lessons(mine)
    with pytest.raises(RapportError, match="cannot be put into"):
        put_lessons(mine / "inside")
    assert mine.read_text() == "a shopping list"


@pytest.mark.usefixtures("shipped")
def test_a_folder_that_refuses_is_named_in_a_sentence(mine: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    put_lessons(mine)
    (mine / WELCOME).unlink()

    def full(_path: Path, _to: Path) -> Path:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(Path, "replace", full)
    with pytest.raises(RapportError, match=r"Zoé' \(No space left on device\). Choose a folder that is yours"):
        put_lessons(mine)
    assert not list(mine.glob(".rapportkit-*"))
    assert not (mine / WELCOME).exists()


@pytest.mark.usefixtures("shipped")
def test_a_folder_where_a_lesson_should_be_is_named_in_a_sentence(mine: Path) -> None:
    (mine / WELCOME / "inside").mkdir(parents=True)

    with pytest.raises(RapportError, match="cannot be put into"):
        put_lessons(mine)


@pytest.mark.usefixtures("shipped")
def test_a_home_folder_may_be_written_with_a_tilde(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.setenv("USERPROFILE", str(tmp_path))

    assert put_lessons(Path("~/work book")).folder == tmp_path / "work book"
