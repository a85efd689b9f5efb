"""Lesson 06 as a learner walks through it: a talk, the debrief, a minute replayed, a transcript in the mirror."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

from tests.browser.learner import Learner, barriers, too_wide

pytestmark = [pytest.mark.browser, pytest.mark.timeout(180)]

PARTNER = "Practise with a partner made of rules"
TALK = b"""Joan: Hello, did you find us?
Amina: Yes, easily. Have you been here long?
Joan: Eleven years. We moved here for the sea, I swim before work.
Amina: Before work! How cold is it in January?
"""


@pytest.fixture(scope="module")
def talker(learner: Learner) -> Learner:
    learner.open("06_rehearsal")
    return learner


def test_a_talk_is_held_looked_back_on_and_a_minute_of_it_replayed(talker: Learner) -> None:
    panel = talker.panel(PARTNER)
    talker.press(panel, "Start a new talk")
    talker.hears(panel, "made of rules, not a person")
    for line in ("I came by bus. How long have you been here?", "I am a team player."):
        panel.get_by_label("What you say").fill(line)  # a press overtakes keys that are held back
        talker.press(panel, "Say it")
        expect(panel.locator(".rk-said").filter(has_text=line)).to_be_visible()
    talker.press(panel, "Stop here")

    talker.hears(panel, "The talk is over: look at what worked.")
    expect(panel.get_by_role("img", name="Who spoke when")).to_be_visible()
    panel.get_by_label("A minute to replay").select_option(label="your turn 2")
    talker.press(panel, "Replay from there")
    talker.hears(panel, "You are back in that minute.")
    expect(panel.locator(".rk-said").filter(has_text="I am a team player.")).to_have_count(0)


def test_a_transcript_is_read_and_shown_in_the_mirror(talker: Learner) -> None:
    panel = talker.panel("A talk with a friend, in the mirror")
    talker.bring(panel, "Bring a transcript", "talk.txt", TALK, "text/plain")
    talker.hears(panel, "say which of them you are")
    panel.get_by_label("Which of them are you?").select_option("Amina")

    expect(panel.get_by_text("How cold is it in January").first).to_be_visible()
    panel.get_by_label("A question of another kind").select_option(index=1)
    talker.press(panel, "Name it so")
    talker.hears(panel, "Saved as you say.")


def test_the_talk_is_there_again_the_next_day_and_shuts_nobody_out(talker: Learner) -> None:
    talker.reload()

    expect(talker.panel(PARTNER).locator(".rk-said").filter(has_text="I came by bus.")).to_be_visible()
    assert barriers(talker.page) == []
    with talker.at_width(700):
        assert too_wide(talker.page) == []
    assert talker.went_wrong == []
