from __future__ import annotations

import re
from dataclasses import replace
from datetime import date, time, timedelta
from pathlib import Path

import pytest

from rapportkit.cards import Card
from rapportkit.interviews import Line, Proof, Way
from rapportkit.practice import TIPS, MyWays
from rapportkit.views import welcome as welcome_panel
from rapportkit.views.lesson import Lesson
from rapportkit.views.paths import ONE_HOUR, PATHS, path_as_html, titles
from rapportkit.views.plan_interview import PlanInterview
from rapportkit.views.ways_out import contents_as_html, steps_as_html
from rapportkit.views.welcome import is_on_binder
from rapportkit.workbook.codec import KINDS
from rapportkit.workbook.left import _LEFT, left_by_lessons
from rapportkit.workbook.store import Workbook
from tests.views.conftest import said


@pytest.mark.parametrize("name", ["BINDER_SERVICE_HOST", "BINDER_LAUNCH_HOST"])
def test_on_binder_the_welcome_says_that_nothing_is_kept_and_offers_the_download(
    lesson: Lesson, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    monkeypatch.setenv(name, "192.0.2.1")
    welcome = said(lesson.welcome())

    assert "Nothing is kept here" in welcome
    assert "Real names do not belong here" in welcome
    assert "Prepare my download" in welcome
    assert "on this machine only" not in welcome


def test_at_home_it_says_where_the_answers_are_kept(lesson: Lesson, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("BINDER_SERVICE_HOST", "BINDER_LAUNCH_HOST"):
        monkeypatch.delenv(name, raising=False)
    welcome = said(lesson.welcome())

    assert f"{lesson.workbook.path}</code>, on this machine only" in welcome
    assert "Binder" not in welcome
    assert not is_on_binder({"BINDER_SERVICE_HOST": ""})


def test_in_a_browser_it_says_that_nothing_leaves_it_and_offers_the_download(
    lesson: Lesson, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("RAPPORTKIT_KEPT", str(tmp_path / "workbook.sqlite3"))
    welcome = said(lesson.welcome())

    assert "Nothing leaves this browser" in welcome
    assert "kept in this browser's storage" in welcome
    assert "Prepare my download" in welcome


def test_in_a_browser_without_storage_it_says_that_nothing_is_kept(
    lesson: Lesson, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("RAPPORTKIT_KEPT", str(tmp_path / "drive" / "workbook.sqlite3"))
    welcome = said(lesson.welcome())

    assert "this window keeps nothing" in welcome
    assert "Prepare my download" in welcome
    assert "browser's storage" not in welcome


def test_the_welcome_is_renewed_when_the_interview_is_saved(lesson: Lesson) -> None:
    welcome = lesson.welcome()
    assert "No date is set yet" in said(welcome)
    plan = PlanInterview(lesson)
    plan.form.day.value, plan.form.time.value = date(2026, 12, 3), time(14, 0)

    plan.save()

    assert "No date is set yet" not in said(welcome)
    assert "in 2 days: Thursday 03 December, 14:00" in said(welcome)


def on_day(lesson: Lesson, days: int) -> Lesson:
    """The same lesson, opened that many days later."""
    now = lesson.now() + timedelta(days=days)
    return replace(lesson, now=lambda: now, workbook=Workbook(lesson.workbook.path, lambda: now))


@pytest.mark.parametrize(
    ("made", "opened", "due"), [(0, 1, True), (1, 1, False), (0, 0, False), (2, 2, True), (500, 1, True)]
)
def test_what_was_made_today_is_due_today_only_on_the_day_of_the_interview(
    half_way: Lesson, made: int, opened: int, due: bool
) -> None:
    on_day(half_way, made).workbook.save("04", Card(lesson="04", if_="they yawn", then="I stop <here>"))

    welcome = said(on_day(half_way, opened).welcome())

    assert ("Due today, from memory:</strong> 1 card" in welcome) == due
    assert ("If they yawn, then I stop &lt;here&gt;" in welcome) == due


def test_a_line_a_whole_proof_and_a_card_are_due_and_half_a_proof_is_not(half_way: Lesson) -> None:
    book = on_day(half_way, 0).workbook
    book.save("x", Line(person="x", about_kind="sport", about_label="Rowing", text="I row at six."))
    book.save("04", Card(lesson="04", if_="they yawn", then="I stop"))
    book.save("proof-1", Proof(situation="A flood", action="I swept", change="It was dry"))
    book.save("proof-2", Proof(situation="Half a fire", action="", change=""))

    welcome = said(on_day(half_way, 1).welcome())

    assert "Due today, from memory:</strong> 1 line, 1 proof and 1 card" in welcome
    assert "A flood\nI swept\nIt was dry" in welcome
    assert "Half a fire" not in welcome


@pytest.mark.parametrize("way", PATHS)
def test_the_map_leads_to_every_lesson_and_says_where_one_is(way: Way) -> None:
    for here in titles():
        page = path_as_html(way, here)
        assert page.lower().count("you are here") == 1
        assert {stem for stem in titles() if f'href="{stem}.ipynb"' not in page} == {here}


@pytest.mark.parametrize("way", PATHS)
def test_the_short_way_is_in_sight_on_every_path_and_never_among_what_comes_after(way: Way) -> None:
    assert f'href="{ONE_HOUR}.ipynb"' in path_as_html(way, "00_welcome")
    later = path_as_html(way, ONE_HOUR).partition("For later, when there is time")[2].partition("</p>")[0]
    assert "In one hour" not in later


def links(page: str) -> list[tuple[str, str]]:
    return re.findall(r'<a href="([^"]*)">([^<]*)</a>', page)


def test_next_and_back_keep_to_the_path() -> None:
    assert links(steps_as_html("this-week", "04_conversation")) == [
        ("03_common_ground.ipynb", "Back: Find common ground"),
        ("06_rehearsal.ipynb", "Next: Rehearse the talk"),
    ]
    assert links(steps_as_html("an-hour", "00_welcome")) == [("one_hour.ipynb", "Next: In one hour")]


def test_a_lesson_that_is_not_on_the_path_has_its_neighbours_in_the_course() -> None:
    assert links(steps_as_html("this-week", "05_listening")) == [
        ("04_conversation.ipynb", "Back: Bring it into the talk"),
        ("06_rehearsal.ipynb", "Next: Rehearse the talk"),
    ]


def test_the_lesson_for_assignments_is_before_and_after_nothing() -> None:
    assert steps_as_html(None, "assignment") == ""


def test_where_a_path_ends_the_course_goes_on_for_later() -> None:
    assert links(steps_as_html("this-week", "08_follow_up"))[-1] == (
        "09_champions.ipynb",
        "For later: Friends who speak up",
    )
    assert [label for _, label in links(steps_as_html("three-weeks", "09_champions"))] == ["Back: The four follow-ups"]
    assert [label for _, label in links(steps_as_html("an-hour", "one_hour"))] == ["Back: Welcome"]


def test_the_contents_name_every_lesson_and_where_one_is() -> None:
    page = contents_as_html("03_common_ground")
    assert "Find common ground (you are here)" in page
    others = [title for title in titles().values() if title != "Find common ground"]
    assert [label for _, label in links(page)] == [*others, "Your assignment"]


def test_the_map_says_what_each_lesson_has_left(half_way: Lesson) -> None:
    welcome = half_way.welcome()
    assert "Research the person</a> <small>(1 person)</small>" in said(welcome)
    assert "Find common ground</a></li>" in said(welcome)

    half_way.workbook.save("proof-1", Proof(situation="A flood", action="I swept", change="It was dry"))
    half_way.renew_panels()

    assert "<small>(1 proof)</small>" in said(welcome)


def test_who_skips_every_tip_has_settled_the_lesson_on_them(half_way: Lesson) -> None:
    assert left_by_lessons(half_way.workbook).get("05") is None

    half_way.keep_ways(MyWays(tips=dict.fromkeys(TIPS, "skip")))

    assert left_by_lessons(half_way.workbook)["05"].startswith("settled")


def test_after_the_interview_the_notes_that_are_due_stand_at_the_top(half_way: Lesson) -> None:
    assert "Due now" not in said(half_way.welcome())
    assert "Due now:</strong> thank-you to Helen Ashworth" in said(on_day(half_way, 4).welcome())


def test_the_map_reads_the_workbook_again_only_when_something_was_kept(
    half_way: Lesson, monkeypatch: pytest.MonkeyPatch
) -> None:
    read: list[object] = []
    whole = welcome_panel.left_by_lessons
    monkeypatch.setattr(
        welcome_panel, "left_by_lessons", lambda book, known: (read.append(book), whole(book, known))[1]
    )
    half_way.welcome()
    half_way.renew_panels()
    half_way.renew_panels()
    assert len(read) == 1

    half_way.workbook.save("proof-1", Proof(situation="A flood", action="I swept", change="It was dry"))
    half_way.renew_panels()
    assert len(read) == 2


def test_the_map_counts_anew_only_what_was_kept_since(half_way: Lesson, monkeypatch: pytest.MonkeyPatch) -> None:
    welcome = half_way.welcome()
    read: list[str] = []
    whole = Workbook.all
    monkeypatch.setattr(Workbook, "all", lambda book, kind: (read.append(kind.__name__), whole(book, kind))[1])
    half_way.workbook.save("proof-1", Proof(situation="A flood", action="I swept", change="It was dry"))
    half_way.renew_panels()

    assert "1 proof" in said(welcome)
    assert {"Proof"} <= set(read)
    assert {"Choice", "Line", "Practice", "Debrief"}.isdisjoint(read)

    half_way.workbook.remove(Proof, "proof-1")
    half_way.renew_panels()
    assert "1 proof" not in said(welcome)


def test_the_map_asks_for_kinds_of_records_that_there_are() -> None:
    assert {kind for kinds, _ in _LEFT.values() for kind in kinds} <= set(KINDS)
