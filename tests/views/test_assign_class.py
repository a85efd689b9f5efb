"""Giving out in a panel makes the same files as the command line, and what is set holds in the learner's panels."""

from __future__ import annotations

from datetime import date
from importlib.resources import files
from pathlib import Path

import pytest

from rapportkit.coaching.desk import DESK_FILE, desk_here, open_desk
from rapportkit.coaching.last_class import LAST_CLASS
from rapportkit.coaching.to_send import called_on_disk
from rapportkit.errors import InvalidValue
from rapportkit.handin import read_assignment
from rapportkit.lessons import exercises_folder
from rapportkit.views.assign_class import AssignClass, assign_class
from rapportkit.views.choose_ground import choose_ground
from rapportkit.views.hand_in import HandInDesk
from rapportkit.views.lesson import Lesson
from rapportkit.views.own_reason import own_reason
from rapportkit.views.practise import practise
from tests.coaching.classroom import IDS
from tests.views.conftest import said, upload_of

LIST = upload_of("class.csv", b"ID,Name\ns1,Ada Novak\ns2,Ben Osei\n")


@pytest.fixture(autouse=True)
def _at_home(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """The folder in which the desk notebook lies, where it remembers the last class."""
    home = tmp_path / "home of the desk"
    home.mkdir()
    monkeypatch.chdir(home)


@pytest.fixture
def giving(lesson: Lesson, tmp_path: Path) -> AssignClass:
    """The panel with a list, an exercise, a day and a folder."""
    view = assign_class(lesson)
    view.bring.value = LIST
    view.form.choice.box(IDS[0]).value = True
    view.form.due.value = date(2026, 12, 10)
    view.folder.value = str(tmp_path / "week-1")
    return view


def file_of(folder: Path, learner: str) -> bytes:
    return next((folder / "send").glob(f"{learner}*/assignment-*.json")).read_bytes()


def test_a_list_and_some_ticks_become_a_file_for_each(giving: AssignClass, tmp_path: Path) -> None:
    assert "2 learners are on your list" in giving.message.value

    giving.make()

    desk = open_desk(tmp_path / "week-1")
    ada = called_on_disk(desk.learners[0])
    assert [one.id for one in desk.exercises] == [IDS[0]]
    assert desk.due.isoformat() == "2026-12-10T23:59:59+00:00"
    assert desk.title == "week-1"
    names = {path.name for path in (tmp_path / "week-1" / "send" / ada).iterdir()}
    named = f"assignment-week-1-2026-12-10 {ada}"
    assert names == {f"{named}.html", f"{named}.json", f"letter {ada}.txt", f"letter {ada}.html"}
    assert "2 new" in giving.message.value
    page = (tmp_path / "week-1" / "to-mark-with.html").read_text("utf-8")
    for words in ("A story of Ivo&#39;s own comes before the link", "0 to 2", "My first job was washing vans"):
        assert words in page
    assert "<script" not in page


def test_what_is_ticked_is_shown_with_prompt_kind_points_and_rubric(giving: AssignClass) -> None:
    shown = giving.form.choice.chosen.value
    assert "Chosen: 1 exercise, 6 points in all" in shown
    assert "The shared place is in it <small>(1 point, by a rule)" in shown
    for words in ("he washed vans there for a winter", "an opening line", "(2 points, by you)", "My first job"):
        assert words in shown

    giving.form.choice.box(IDS[1]).value = True
    assert "Chosen: 2 exercises" in giving.form.choice.chosen.value
    for name in IDS:
        giving.form.choice.box(name).value = False
    assert "Chosen" not in giving.form.choice.chosen.value


def test_what_a_coach_wrote_is_shown_escaped_and_what_cannot_be_read_is_a_sentence(
    giving: AssignClass, tmp_path: Path
) -> None:
    text = (exercises_folder() / f"{IDS[0]}.toml").read_text("utf-8").replace(IDS[0], "mine")
    (tmp_path / "mine.toml").write_text(text.replace("Ivo has an interview", "<script>x</script>"), "utf-8")
    (tmp_path / "torn.toml").write_text('title = "torn')
    giving.form.choice.own.value = str(tmp_path)
    giving.form.choice.look_through()

    giving.form.choice.box("mine").value = True
    assert "&lt;script&gt;" in giving.form.choice.chosen.value
    assert "<script" not in giving.form.choice.chosen.value
    giving.form.choice._exercises["torn"].value = True
    assert "torn.toml cannot be read" in giving.form.choice.message.value


def test_folders_are_told_with_their_full_path(
    giving: AssignClass, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    giving.folder.value = "week 2"

    giving.make()

    assert f"in &#x27;{tmp_path}/week 2/send&#x27;" in giving.message.value
    assert f"<code>{tmp_path}/week 2/send</code>" in giving.made.value
    monkeypatch.chdir(tmp_path / "week 2")
    assert desk_here() == str(tmp_path / "week 2")


def test_a_longer_list_adds_those_who_are_new(giving: AssignClass, lesson: Lesson, tmp_path: Path) -> None:
    giving.make()
    before = file_of(tmp_path / "week-1", "Ada")

    later = assign_class(lesson, str(tmp_path / "week-1"))
    later.bring.value = upload_of("class.csv", b"ID,Name\ns1,Ada Novak\ns2,Ben Osei\ns3,Chi Wu\n")
    later.make()

    assert "1 new" in later.message.value
    assert "settings are new" not in later.made.value
    assert file_of(tmp_path / "week-1", "Ada") == before


def test_what_is_missing_is_asked_for(lesson: Lesson, tmp_path: Path) -> None:
    view = assign_class(lesson)
    with pytest.raises(InvalidValue, match="Type the folder"):
        view.make()
    view.folder.value = str(tmp_path / "w")
    with pytest.raises(InvalidValue, match="Bring your list first"):
        view.make()
    view.bring.value = LIST
    with pytest.raises(InvalidValue, match="Tick an exercise"):
        view.make()
    view.form.choice.box(IDS[0]).value = True
    with pytest.raises(InvalidValue, match="last day is missing"):
        view.make()


def test_the_lesson_for_each_lies_beside_and_finds_the_file(
    giving: AssignClass, lesson: Lesson, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    giving.form.notebooks.value = True
    giving.make()
    monkeypatch.chdir(next((tmp_path / "week-1" / "send").glob("Ben Osei *")))

    assert Path("assignment.ipynb").is_file()
    learner = HandInDesk(lesson)

    assert learner.assignment is not None
    assert learner.assignment.learner.name == "Ben Osei"


def test_what_is_set_holds_in_the_learners_panels(giving: AssignClass, half_way: Lesson, tmp_path: Path) -> None:
    giving.form.settings.word.value = "ally"
    giving.form.settings.after.value = "interview"
    giving.form.settings.topic.value = "Alcohol and betting"
    giving.form.settings.light.value = "red"
    giving.form.settings.set_light()
    giving.make()
    data = file_of(tmp_path / "week-1", "Ada")
    assert read_assignment("a.json", data).guidance.word == "ally"

    HandInDesk(half_way).bring.value = upload_of("a.json", data)

    assert half_way.guidance.lights == {"Alcohol and betting": "red"}
    assert "your coach says ally" in said(half_way.welcome())
    assert "I will try to make an ally of them" in own_reason(half_way).fields["own-reason"].description
    assert "Alcohol and betting: your coach has set it to red" in said(HandInDesk(half_way))
    assert choose_ground(half_way).found == half_way.ground_with(next(iter(half_way.interviewers)))


def test_a_topic_can_be_put_back(giving: AssignClass) -> None:
    with pytest.raises(InvalidValue, match="Choose the light first"):
        giving.form.settings.set_light()
    giving.form.settings.light.value = "amber"
    giving.form.settings.set_light()
    assert len(giving.form.settings.guidance.lights) == 1

    giving.form.settings.put_back()

    assert giving.form.settings.guidance.lights == {}


def test_a_coachs_own_scene_is_a_partner_in_lesson_six(giving: AssignClass, lesson: Lesson, tmp_path: Path) -> None:
    own = tmp_path / "my-own"
    own.mkdir()
    scene = (files("rapportkit") / "data" / "new_scene.toml").read_text("utf-8").replace("my-scene", "night-shift")
    (own / "night-shift.toml").write_text(scene, "utf-8")
    text = (exercises_folder() / f"{IDS[0]}.toml").read_text("utf-8").replace(IDS[0], "mine")
    (own / "mine.toml").write_text(text, "utf-8")
    giving.form.choice.own.value = str(own)
    giving.form.choice.look_through()
    assert f"2 of your own are there, in &#x27;{own}&#x27;. To mend: 0." in giving.form.choice.message.value
    assert giving.form.choice.box(IDS[0]).value
    giving.form.choice.box("mine").value = giving.form.choice.box("night-shift").value = True
    giving.make()

    (printed,) = (tmp_path / "week-1" / "send").glob("Ada*/assignment-*.html")
    assert "In lesson 6, to practise with:" in printed.read_text("utf-8")
    HandInDesk(lesson).bring.value = upload_of("a.json", file_of(tmp_path / "week-1", "Ada"))
    partner = practise(lesson)

    title, key = partner.partner.options[0]
    assert title.endswith("(from your coach)")
    partner.partner.value = key
    partner.start()
    assert partner.talk is not None
    assert partner.talk.scene.id == "night-shift"


def test_a_desk_that_is_opened_again_offers_the_last_class_and_says_where_it_lies(
    giving: AssignClass, tmp_path: Path
) -> None:
    giving.make()

    again = assign_class(another(giving.lesson))

    week = tmp_path / "week-1"
    assert again.folder.value == str(week)
    assert f"week-1, due Thursday 10 December 2026, 23:59 (UTC), 2 learners</strong>, in <code>{week}" in said(again)
    assert again.form.choice.box(IDS[0]).value
    again.begin_anew()
    assert (again.folder.value, again.form.due.value, again.form.choice.box(IDS[0]).value) == ("", None, False)
    assert len(open_desk(week).learners) == 2


def another(lesson: Lesson) -> Lesson:
    """The same workbook in a lesson that is opened on another day."""
    return Lesson(lesson.id, lesson.workbook, lesson.now, lesson.zone)


@pytest.mark.parametrize(
    "kept", [b"", b"{", b"[]", b'{"format": "rapportkit last class", "version": 1, "folder": "/no"}']
)
def test_a_last_class_that_is_gone_or_cannot_be_read_is_not_offered(lesson: Lesson, kept: bytes) -> None:
    Path(LAST_CLASS).write_bytes(kept)
    view = assign_class(lesson)
    assert view.folder.value == ""
    assert "last class" not in said(view)


def test_the_folder_of_the_notebook_comes_before_the_last_class(
    giving: AssignClass, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    giving.make()
    giving.folder.value = str(tmp_path / "week-2")
    giving.make()
    monkeypatch.chdir(tmp_path / "week-1")

    assert assign_class(another(giving.lesson)).folder.value == str(tmp_path / "week-1")


def test_gaps_in_the_list_are_told_in_amber_with_their_number(lesson: Lesson) -> None:
    view = assign_class(lesson)
    view.bring.value = upload_of("c.csv", b"ID,Name,Email\ns1,Ada,a@x.org\n,Ben,\ns1,Ada,a@x.org\n")

    assert "2 learners are on your list. Have a look at 3 things in it" in view.message.value
    assert "rk-careful" in view.message.value
    for words in ("Row 3 (Ben) has no e-mail address.", "Row 3 (Ben) has no id", "Rows 2 and 4 are both Ada"):
        assert words in view.roster_told.value
    view.bring.value = upload_of("d.csv", b"ID,Name\ns1,Ada\n")
    assert "rk-careful" not in view.message.value
    assert "In your list" not in view.roster_told.value


@pytest.mark.parametrize("kept", [b"", b"{", b"[]"])
def test_a_last_class_whose_list_is_damaged_is_a_sentence_and_the_panel_is_there(
    giving: AssignClass, tmp_path: Path, kept: bytes
) -> None:
    giving.make()
    (tmp_path / "week-1" / DESK_FILE).write_bytes(kept)

    again = assign_class(another(giving.lesson))

    assert DESK_FILE in again.message.value
    assert "last class is open" not in said(again)
