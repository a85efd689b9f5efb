"""One learner and the coach, each at a screen: given out, written, handed in, marked with keys, and given back."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime, timedelta
from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect

from rapportkit.coaching.assign import put_desk
from rapportkit.lessons import exercises_folder
from rapportkit.views._page import OUR_FAULT
from tests.browser.conftest import TALL, Running
from tests.browser.keyboard import missed_by_tab, use_everything
from tests.browser.learner import PATIENCE, Learner, barriers, too_faint, too_wide

pytestmark = [pytest.mark.browser, pytest.mark.timeout(240)]

LINE = "Cathcart, in summer? I had my first job there, washing vans at six in the morning. Which part were you in?"
KEPT = "Dear Ms Byrne, this one is mine, and stays with me."
COMMENT = "The vans at six are yours alone. Keep them."
FIRST, SECOND = "Mend a line that was tossed out", "Answer a refusal that you did not expect"


@pytest.fixture(scope="module")
def office(running: Running) -> Path:
    """The coach's folder, with the desk in it."""
    return put_desk(running.folder / "office").folder


@pytest.fixture(scope="module")
def coach(browser: Browser, running: Running, office: Path) -> Iterator[Learner]:
    """The coach, at a window of their own, with the desk open."""
    with browser.new_context(viewport={"width": 1280, "height": TALL}, accept_downloads=True) as window:
        window.set_default_timeout(PATIENCE)
        at_the_desk = Learner(window.new_page(), running.address)
        at_the_desk.open(f"{office.name}/desk")
        yield at_the_desk


def test_the_coach_gives_out_two_exercises_without_a_terminal(coach: Learner, office: Path) -> None:
    panel = coach.panel("Give out exercises")
    coach.bring(panel, "Bring your list", "class.csv", b"ID,Name\ns1,Ada Novak\ns2,Ben Osei\n", "text/csv")
    coach.hears(panel, "2 learners are on your list.")
    for title in (FIRST, SECOND):
        panel.get_by_label(title).check()
    panel.get_by_label("The last day").fill((datetime.now().astimezone().date() + timedelta(days=9)).isoformat())
    coach.write(panel, "What your learners see as its name", "Week 1")
    panel.get_by_label("The interviewer is to become").select_option("an ally")
    coach.write(panel, "Folder of the assignment", "week-1")

    coach.press(panel, "Make the files")

    coach.hears(panel, f"2 new, in '{office / 'week-1' / 'send'}'")
    assert len(list((office / "week-1" / "send").iterdir())) == 2


def test_the_learner_writes_looks_leaves_something_out_and_hands_in(learner: Learner, office: Path) -> None:
    learner.open("assignment")
    panel = learner.panel("Your assignment")
    given = next((office / "week-1" / "send").glob("Ada Novak */assignment-*.json"))
    learner.bring(panel, "Bring your assignment", given.name, given.read_bytes(), "application/json")
    learner.hears(panel, "Here it is, Ada Novak.")
    expect(panel.get_by_text("your coach says ally")).to_be_visible()
    learner.write(learner.panel(FIRST).last, "Your answer", LINE)
    learner.press(learner.panel(FIRST).last, "Look at my answer")
    expect(learner.panel(FIRST).last.get_by_text("What this exercise asks")).to_be_visible()
    learner.write(learner.panel(SECOND).last, "Your answer", KEPT)

    panel.get_by_label(f"{SECOND} may go out").uncheck()
    learner.press(panel, "Show what goes out")
    shown = panel.locator("blockquote").filter(has_text="washing vans at six")
    expect(shown.last).to_be_visible()
    learner.press(panel, "Hand in")
    learner.hears(panel, "1 of 2 exercises are in it.")
    name, data = learner.take(panel, ", for your coach")

    assert LINE.encode() in data
    assert KEPT.encode() not in data
    (office / "came").mkdir()
    (office / "came" / f"{name} (1)").write_bytes(data)


def test_the_coach_collects_marks_with_keys_and_gives_back(coach: Learner, office: Path) -> None:
    desk = coach.panel("Your desk")
    (came,) = (office / "came").iterdir()
    coach.bring(desk, "Bring what came back", came.name, came.read_bytes(), "application/json")
    coach.hears(desk, "Taken in: 1 new")
    expect(desk.get_by_text("Ben Osei")).to_be_visible()
    coach.write(desk, "Or a file, a folder or a ZIP", "came")
    coach.press(desk, "1 Collect")
    coach.hears(desk, "Taken in: 0 new, 1 that were there already")
    coach.press(desk, "2 Have the rules mark")
    coach.hears(desk, "2 lines in 1 hand-in are still to be judged.")
    coach.press(desk, "Judge the first of them")

    marking = coach.panel("Mark what only you can judge")
    expect(marking.get_by_text("washing vans at six")).to_be_visible()
    coach.write(marking, "Comment on the whole answer", COMMENT)
    marking.get_by_label("Points for line 3").press_sequentially("21")
    coach.page.keyboard.press("Enter")
    coach.hears(marking, "Kept for number 1: points and comment. All of these are marked.")
    expect(marking.get_by_role("heading", name="All 1 are marked")).to_be_visible()
    expect(marking.get_by_label("b is the answer before")).to_be_focused()
    coach.page.keyboard.type("b")
    coach.page.keyboard.press("Enter")
    expect(marking.get_by_text("yours: 2 of 2")).to_be_visible()
    marking.get_by_label("Is a rule wrong here?").select_option(index=1)
    coach.write(marking, "Your points for line 1", "0")
    coach.write(marking, "Why, in a few words", "Only named.")
    coach.press(marking, "Overrule the rule")
    expect(marking.get_by_text("by hand: 0 of 1")).to_be_visible()
    coach.press(marking, "Take back")
    expect(marking.get_by_text("by hand: 0 of 1")).to_be_hidden()
    coach.press(desk, "3 Write what goes back")

    coach.hears(desk, "To give back: 1")
    assert (office / "week-1" / "class.html").is_file()


def test_the_learner_sees_the_coachs_words_in_the_lesson(learner: Learner, office: Path) -> None:
    back = next((office / "week-1" / "back").glob("Ada Novak */feedback-*.json"))
    panel = learner.panel("Your assignment")

    learner.bring(panel, "Bring your coach's feedback", back.name, back.read_bytes(), "application/json")

    learner.hears(panel, "Your coach's feedback is below.")
    expect(panel.get_by_text(COMMENT)).to_be_visible()
    learner.reload()
    expect(learner.panel("Your assignment").get_by_text(COMMENT)).to_be_visible()


def test_every_control_of_the_desk_is_reached_by_tab_in_its_turn(coach: Learner) -> None:
    marking = coach.panel("Mark what only you can judge")
    marking.get_by_label("Is a rule wrong here?").select_option(index=1)
    expect(marking.get_by_role("button", name="Overrule the rule")).to_be_visible()

    assert missed_by_tab(coach.page) == []


@pytest.mark.parametrize("who", ["coach", "learner"])
def test_both_screens_shut_nobody_out(who: str, request: pytest.FixtureRequest) -> None:
    person: Learner = request.getfixturevalue(who)

    assert barriers(person.page) == []
    assert too_wide(person.page) == []
    with person.at_width(700):
        assert too_wide(person.page) == []
    person.sees("JupyterLab Dark")
    assert too_faint(person.page) == []
    assert barriers(person.page) == []
    person.sees("JupyterLab Light")
    person.finds_no_fault()


@pytest.mark.site  # a quarter of a minute: every control, with what follows from it
def test_the_desk_answers_when_every_control_is_used_by_keys_alone(coach: Learner) -> None:
    coach.reload()
    cells = coach.page.locator(".jp-Cell").count()

    assert len(use_everything(coach.page, coach.wait_for_the_kernel)) > 40

    assert coach.page.locator(".jp-Cell").count() == cells, "no key was taken for a command"
    expect(coach.page.get_by_text(OUR_FAULT[:30])).to_have_count(0)
    coach.finds_no_fault()
    assert missed_by_tab(coach.page) == []


def test_the_exercises_are_those_that_are_shipped() -> None:
    texts = [path.read_text("utf-8") for path in exercises_folder().glob("*.toml")]
    assert all(any(f'title = "{title}"' in text for text in texts) for title in (FIRST, SECOND))
