"""Every panel on a filled workbook: seen in light and dark, on a narrow window, by keyboard, and with hostile names."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import expect

from rapportkit.views._page import OUR_FAULT
from tests.browser.conftest import Running
from tests.browser.filled import HOSTILE, fill
from tests.browser.keyboard import missed_by_tab, use_everything
from tests.browser.learner import Learner, barriers, too_faint, too_wide

pytestmark = [pytest.mark.browser, pytest.mark.timeout(180)]

SHOWS_MORE = {
    "00_welcome": (),
    "01_purpose": (("Four finalists, one place", "Listen at the door"), ("Say one aloud", "Show me my words")),
    "02_research": (("Eight minutes are enough", "Start the clock: the first 5 of 8 minutes"),),
    "03_common_ground": (("What you two share", "Show the rest"),),
    "04_conversation": (("Your line", "Look at my line"),),
    "05_listening": (("Read once, then ask", "Show me the answer, once"),),
    "06_rehearsal": (("At the kitchen table", "Make the page"),),
    "07_interview_day": (),
    "assignment": (),
    "one_hour": (("Your line", "Look at my line"),),
    "08_follow_up": (
        ("Your four follow-ups", "Look at my note"),
        ("Your four follow-ups", "Make my calendar and mail files"),
    ),
    "09_champions": (
        ("Three people: what next?", "Pass on what you read about the call list"),
        ("What does a champion need from you?", "Nothing: she liked you"),
        ("Everybody you have met", "Make a file for a spreadsheet"),
    ),
}


@pytest.fixture(scope="module")
def filled(running: Running) -> Running:
    """The server, on a workbook in which every panel has something to show."""
    return fill(running)


@pytest.fixture(scope="module", params=SHOWS_MORE)
def reader(request: pytest.FixtureRequest, learner: Learner, filled: Running) -> Learner:
    """Somebody with one lesson open, and all of its panels showing what they have."""
    assert Path(filled.folder, f"{request.param}.ipynb").is_file()
    learner.open(request.param)
    for title, button in SHOWS_MORE[request.param]:
        learner.press(learner.panel(title), button)
    learner.page.locator(".rk-view details").evaluate_all("closed => closed.forEach(it => { it.open = true; })")
    learner.wait_for_the_kernel()
    return learner


def test_nothing_that_was_typed_is_run(reader: Learner) -> None:
    assert reader.page.evaluate("window.itRan") is None
    assert reader.went_wrong == []


def test_no_panel_shuts_anybody_out(reader: Learner) -> None:
    assert barriers(reader.page) == []


def test_no_panel_scrolls_sideways_at_700_pixels(reader: Learner) -> None:
    with reader.at_width(700):
        wide = too_wide(reader.page)
    assert not wide, "\n".join(wide)


@pytest.mark.parametrize("theme", ["JupyterLab Dark", "JupyterLab Light"])
def test_all_words_stand_out_from_their_background(reader: Learner, theme: str) -> None:
    reader.sees(theme)

    assert too_faint(reader.page) == []


def test_tab_comes_by_everything_in_its_turn(reader: Learner) -> None:
    assert missed_by_tab(reader.page) == []


@pytest.mark.site  # minutes: every control of every lesson, with what follows from it
def test_every_panel_answers_when_it_is_used_by_keys_alone(reader: Learner) -> None:
    cells = reader.page.locator(".jp-Cell").count()
    if "one_hour" not in reader.page.url:  # the panels there are those of other lessons
        assert len(use_everything(reader.page, reader.wait_for_the_kernel)) > 20

    assert reader.page.locator(".jp-Cell").count() == cells, "no key was taken for a command"
    expect(reader.page.get_by_text(OUR_FAULT[:30])).to_have_count(0)
    reader.finds_no_fault()
    assert missed_by_tab(reader.page) == []


@pytest.mark.usefixtures("filled")
def test_a_name_that_is_markup_is_shown_to_the_letter(learner: Learner) -> None:
    learner.open("02_research")
    panel = learner.panel("The person you will meet")
    learner.write(panel, "Their name", HOSTILE)
    learner.press(panel, "Save and show what I have")

    expect(panel.get_by_role("heading", name=HOSTILE, exact=True)).to_be_visible()
    assert learner.page.evaluate("window.itRan") is None
    assert learner.went_wrong == []
