"""Lessons reach a learner's folder, and what the learner changed in them is never lost."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from rapportkit import __version__, lessons
from rapportkit.errors import RapportError
from rapportkit.lessons import MEMORY, lesson_called, put_lessons, reset_lesson

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

    with pytest.raises(RapportError, match=r"is a file\. Choose a folder"):
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
    with pytest.raises(RapportError, match=r"Zoé' \(No space left on device\). Name a folder that is yours"):
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


def test_a_lesson_that_is_reset_is_as_it_came_and_the_learners_own_is_kept(shipped: Path, mine: Path) -> None:
    put_lessons(mine)
    own = change(mine / RESEARCH, "my own notes")

    aside = reset_lesson(mine, shipped / RESEARCH)

    assert aside == mine / "02_research (mine).ipynb"
    assert aside.read_bytes() == own
    assert (mine / RESEARCH).read_bytes() == (shipped / RESEARCH).read_bytes()
    assert what(mine) == {WELCOME: "same", RESEARCH: "same"}


def test_a_second_reset_overwrites_no_earlier_one(shipped: Path, mine: Path) -> None:
    for notes in ("one", "two"):
        put_lessons(mine)
        change(mine / RESEARCH, notes)
        reset_lesson(mine, shipped / RESEARCH)

    assert (mine / "02_research (mine).ipynb").read_bytes() == notebook("one")
    assert (mine / "02_research (mine, 2).ipynb").read_bytes() == notebook("two")


def test_of_a_lesson_that_was_only_run_nothing_is_kept(shipped: Path, mine: Path) -> None:
    put_lessons(mine)
    change(mine / RESEARCH, "look", "ask", widgets={"state": {}})

    assert reset_lesson(mine, shipped / RESEARCH) is None
    assert (mine / RESEARCH).read_bytes() == (shipped / RESEARCH).read_bytes()
    assert sorted(path.name for path in mine.glob("*.ipynb")) == [WELCOME, RESEARCH]


def test_a_lesson_that_no_longer_opens_is_kept_too_when_it_is_reset(shipped: Path, mine: Path) -> None:
    mine.mkdir()
    (mine / RESEARCH).write_bytes(b"half a note")

    aside = reset_lesson(mine, shipped / RESEARCH)

    assert aside
    assert aside.read_bytes() == b"half a note"


@pytest.mark.usefixtures("shipped")
def test_a_reset_into_a_file_says_so(mine: Path) -> None:
    mine.write_text("a shopping list")

    with pytest.raises(RapportError, match="is a file"):
        reset_lesson(mine, lesson_called("02"))


@pytest.mark.usefixtures("shipped")
@pytest.mark.parametrize("name", ["02", "2", "02_research", "02_Research.ipynb", " 02_res "])
def test_a_lesson_may_be_named_by_its_number_or_how_it_starts(name: str) -> None:
    assert lesson_called(name).name == RESEARCH


@pytest.mark.usefixtures("shipped")
@pytest.mark.parametrize("name", ["", "7", "research", "../00_welcome"])
def test_a_name_that_means_no_one_lesson_is_refused_with_the_choice(name: str) -> None:
    with pytest.raises(RapportError, match="Choose one of: 00_welcome, 02_research"):
        lesson_called(name)


def test_a_name_that_means_two_lessons_names_both(shipped: Path) -> None:
    (shipped / "02_rest.ipynb").write_bytes(notebook("rest"))

    with pytest.raises(RapportError, match=r"several lessons\. Choose one of: 02_research, 02_rest"):
        lesson_called("02_re")
