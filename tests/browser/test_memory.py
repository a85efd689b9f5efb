"""A slip in the date, what is left alone, and what is said from memory in one lesson after the other."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest
from playwright.sync_api import expect

from tests.browser.learner import Learner, too_faint, too_wide

pytestmark = [pytest.mark.browser, pytest.mark.timeout(240)]

HOUSE = "When is your interview, and how?"


def looks_right(learner: Learner) -> None:
    for theme in ("JupyterLab Dark", "JupyterLab Light"):
        learner.sees(theme)
        assert too_faint(learner.page) == []
    for width in (700, 1280):
        with learner.at_width(width):
            assert too_wide(learner.page) == []


def test_a_slip_in_the_year_is_asked_about_and_mended_with_one_press(learner: Learner) -> None:
    learner.open("00_welcome")
    panel = learner.panel(HOUSE)
    learner.press(panel, "No interview yet: borrow a sample")
    slip = datetime.now(UTC).date() - timedelta(days=140)
    panel.get_by_label("Day").fill(f"{slip:%Y-%m-%d}")
    panel.get_by_label("Time it starts").fill("10:00")
    learner.press(panel, "Save my interview")

    learner.hears(panel, "is past, so nothing is saved yet.")
    looks_right(learner)
    learner.press(panel, "It is on")
    learner.hears(panel, "Saved.")
    expect(panel.get_by_label("Day")).not_to_have_value(f"{slip:%Y-%m-%d}")

    more = learner.panel("If you want more")
    more.get_by_role("button").first.click()
    told = more.get_by_role("status").filter(has_text="Below:")
    expect(told).to_be_visible()
    exercise = more.locator(".rk-view").first
    expect(exercise).to_be_visible()
    place, below = told.bounding_box(), exercise.bounding_box()
    assert place
    assert below
    assert place["y"] < below["y"]
    learner.finds_no_fault()


def test_what_is_left_is_still_left_after_a_restart(learner: Learner) -> None:
    learner.open("03_common_ground")
    stance = learner.panel("What you two share").get_by_label("what is true?").first
    stance.select_option("leave it")
    learner.hears(learner.panel("What you two share"), "Left out.")

    learner.restart()

    expect(
        learner.panel("What you two share").get_by_label("what is true?").first.locator("option:checked")
    ).to_have_text("leave it")


def test_what_was_just_said_from_memory_is_not_asked_again_at_once(learner: Learner) -> None:
    learner.open("04_conversation")
    memory = learner.panel("From memory")
    learner.write(memory, "Without looking up", "I mended a clock, and it ran backwards.")
    learner.press(memory, "Now show me what I saved")

    learner.open("07_interview_day")
    memory = learner.panel("From memory")
    expect(memory).to_contain_text("within the last day")
    expect(memory.get_by_label("Without looking up")).to_be_hidden()
    looks_right(learner)
    learner.press(memory, "Ask me all the same")
    expect(memory.get_by_label("Without looking up")).to_have_value("")
    learner.finds_no_fault()
