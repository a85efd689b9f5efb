"""Lesson 05 as a learner walks through it: read, hide, ask; own ways; drills; a line that vanishes; the log."""

from __future__ import annotations

import pytest
from playwright.sync_api import Locator, expect

from tests.browser.learner import Learner, barriers, too_wide

pytestmark = [pytest.mark.browser, pytest.mark.timeout(180)]


@pytest.fixture(scope="module")
def listener(learner: Learner) -> Learner:
    learner.open("05_listening")
    return learner


def log(listener: Learner) -> Locator:
    return listener.panel("Your practice log")


def test_an_answer_is_read_once_hidden_and_asked_about(listener: Learner) -> None:
    panel = listener.panel("Read once, then ask")
    listener.press(panel, "Show me the answer, once")
    expect(panel.get_by_text("we lit the old brick oven")).to_be_visible()

    listener.press(panel, "I have read it. Hide it")
    listener.hears(panel, "What would you like to know?")
    expect(panel.get_by_text("we lit the old brick oven")).to_have_count(0)
    listener.write(panel, "Your next question", "How did the oven smell?")
    listener.press(panel, "Look at my question")

    listener.hears(panel, "Nothing that we look for needs mending")
    expect(panel.locator("mark").filter(has_text="oven")).to_have_count(2)
    expect(log(listener).get_by_text("Marta, who runs a bakery")).to_be_visible()


def test_a_fourth_drill_waits_and_a_skipped_one_is_gone(listener: Learner) -> None:
    panel = listener.panel("Three drills of your choice").first
    for title in ("A dot to come back to", "Hear it back", "What would you say next?"):
        panel.get_by_label(title).check()
        expect(panel.get_by_role("heading", name=title, exact=True)).to_be_visible()

    panel.get_by_label("Go where they go").click()
    listener.hears(panel, "Three is plenty for one time.")
    expect(panel.get_by_label("Go where they go")).not_to_be_checked()

    ways = listener.panel("My ways")
    ways.get_by_label("Make and keep eye contact").select_option("skip it")
    listener.hears(ways, "needs no reason")
    expect(panel.get_by_role("heading", name="A dot to come back to")).to_have_count(0)


def test_a_drill_answers_at_once_and_is_put_in_the_log(listener: Learner) -> None:
    panel = listener.panel("Three drills of your choice").first
    listener.press(panel, "Which cereal?")
    listener.hears(panel, "Light, and about them.")

    listener.press(panel, "Show me the text, once")
    listener.press(panel, "I have read it. Hide it")
    listener.write(panel, "What did he say?", "So the crane was stuck, and the neighbours had a barbecue.")
    listener.press(panel, "Look at it")
    listener.hears(panel, "You gave back things that he really said.")

    panel.get_by_label("A note to myself").first.fill("ask, then stop")
    panel.get_by_role("button", name="Done: put it in my log").first.click()
    expect(log(listener).get_by_text("ask, then stop")).to_be_visible()


def test_a_line_vanishes_by_the_keyboard_alone(listener: Learner) -> None:
    panel = listener.panel("The line that vanishes")
    panel.get_by_label("Which line").focus()
    listener.page.keyboard.press("Tab")
    for _ in range(3):
        listener.page.keyboard.press("Space")
    expect(panel.locator(".rk-gone")).to_have_count(3)

    panel.get_by_label("I said it without looking").focus()
    listener.page.keyboard.press("Space")
    listener.hears(panel, "It is in your practice log")
    expect(log(listener).get_by_text("The line that vanishes")).to_be_visible()


def test_the_words_of_a_line_go_out_at_once_for_those_who_want_no_motion(listener: Learner) -> None:
    panel = listener.panel("The line that vanishes")
    listener.page.emulate_media(reduced_motion="reduce")

    listener.press(panel, "Let them go by themselves")

    word = panel.locator(".rk-fading span").first
    assert set(word.evaluate("it => getComputedStyle(it).animationDuration").split(", ")) == {"0.01s"}
    listener.page.emulate_media(reduced_motion="no-preference")


def test_all_of_it_is_there_again_the_next_day_and_shuts_nobody_out(listener: Learner) -> None:
    listener.reload()

    expect(log(listener).get_by_text("ask, then stop")).to_be_visible()
    expect(listener.panel("Read once, then ask").get_by_label("Your next question")).to_have_value(
        "How did the oven smell?"
    )
    panel = listener.panel("Three drills of your choice").first
    expect(panel.get_by_role("heading", name="Hear it back", exact=True)).to_be_visible()
    assert barriers(listener.page) == []
    with listener.at_width(700):
        assert too_wide(listener.page) == []
    assert listener.went_wrong == []
