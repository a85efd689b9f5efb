"""The first and the last lesson in a browser, by clicking and typing: every panel of theirs is used once."""

from __future__ import annotations

from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from playwright.sync_api import Locator, expect

from rapportkit.follow_ups import Recipient
from rapportkit.interviews import Debrief, Interview
from rapportkit.people.dossier import Dossier
from rapportkit.workbook.store import Workbook
from tests.browser.conftest import Running
from tests.browser.learner import Learner

pytestmark = [pytest.mark.browser, pytest.mark.timeout(300)]

LONDON = ZoneInfo("Europe/London")
AT_THE_DOOR = (
    "My only hive left me on a market day, straight over the fish stall. I think you look after the bees here. "
    "What do the children say to them?"
)
NOTE = (
    "Dear Ms Falk,\n\nthank you for connecting. Two people I know like the early hours; shall I tell them of your milk "
    "round? If there is anything else I can help you with, I would be glad to.\n\nBogdan"
)


def test_a_learner_finds_a_purpose_and_a_next_step(learner: Learner, running: Running) -> None:
    listen_at_the_door(learner)
    write_and_say_a_proof(learner)
    find_a_reason(learner)
    meet_people(running)
    choose_what_comes_next(learner)
    keep_a_step_for_everybody(learner)
    find_it_all_after_a_restart(learner)


def listen_at_the_door(learner: Learner) -> None:
    learner.open("01_purpose")
    door = learner.panel("Four finalists, one place")
    learner.press(door, "Listen at the door")
    learner.hears(door, "That is how most people leave a room.")
    door.get_by_label("had something in common").check()
    learner.press(door, "Listen at the door")
    learner.hears(door, "Liking alone leaves a friend with empty hands.")
    door.get_by_label("told one true proof of skill").check()
    learner.press(door, "Listen at the door")
    learner.hears(door, "had a champion")
    learner.hears(door, "Not fair:")
    door.get_by_label("How does this panel decide?").select_option("They mark answers on a sheet first")
    learner.press(door, "Listen at the door")
    learner.hears(door, "On a sheet the proofs count")
    learner.press(door, "Another room")
    learner.hears(door, "Another room, other people.")
    expect(door.locator("summary")).to_have_text("What you have tried (4)")


def write_and_say_a_proof(learner: Learner) -> None:
    proofs = learner.panel("Three proofs of what you can do")
    learner.write(proofs, "The situation", "Two porters off sick on a Monday")
    learner.hears(proofs, "First proof: still to come: what i did, what changed")
    learner.write(proofs, "What I did", "I drew up who goes where, and took the long round")
    learner.write(proofs, "What changed", "Nobody waited more than ten minutes")
    learner.press(proofs, "Save my proof")
    learner.hears(proofs, "First proof: all three parts are there")
    proofs.get_by_label("Which proof").select_option("Second proof")
    expect(proofs.get_by_label("The situation")).to_have_value("")

    aloud = learner.panel("Say one aloud")
    learner.press(aloud, "Start: one minute")
    learner.hears(aloud, "One minute; the bar fills as it passes")
    learner.press(aloud, "No clock, thank you")
    learner.hears(aloud, "No clock.")
    learner.press(aloud, "Show me my words")
    learner.hears(aloud, "Two porters off sick on a Monday")
    learner.press(learner.panel("If you want more"), "Turn a sales talk into a meeting")
    answer(learner, "Turn a sales talk into a meeting", AT_THE_DOOR)


def answer(learner: Learner, exercise: str, text: str) -> None:
    panel = learner.panel(exercise)
    learner.write(panel, "Your answer", text)
    learner.press(panel, "Look at my answer")
    learner.hears(panel, "Nothing that we look for needs mending")
    learner.press(panel, "Show a good answer")
    learner.hears(panel, "One good answer")


def find_a_reason(learner: Learner) -> None:
    reason = learner.panel("A reason of your own")
    learner.write(reason, "I will try to make a friend of them, because ...", "I am curious about people")
    learner.write(reason, "So I will prepare in another way, like this", "I ask the porter what she is like")
    learner.press(reason, "Save my reason")
    learner.hears(reason, "Saved.")
    recall(learner, "I am curious about people")
    learner.finds_no_fault()


def recall(learner: Learner, shown: str) -> Locator:
    memory = learner.panel("From memory")
    learner.write(memory, "Without looking up", "what I remember")
    learner.press(memory, "Now show me what I saved")
    learner.hears(memory, shown)
    return memory


def meet_people(running: Running) -> None:
    """As the lessons in between would have left the workbook."""
    now = datetime.now(LONDON)
    workbook = Workbook(running.folder / "workbook.sqlite3", lambda: now)
    for key, name in (("helen", "Helen Ashworth"), ("blake", "Tom Blake")):
        workbook.save(key, Dossier(name=name))
    at = now - timedelta(days=12)
    met = Interview(id="interview-1", at=at, zone="Europe/London", interviewers=("helen", "blake"))
    workbook.save(met.id, met)
    workbook.save(met.id, Debrief(interview=met.id, i_promised="To send the name of the trainer"))
    workbook.save("blake", Recipient(key="blake", name="Tom Blake", done=("thank-you", "invitation")))


def choose_what_comes_next(learner: Learner) -> None:
    learner.open("09_champions")
    three = learner.panel("Three people: what next?")
    learner.press(three, "Ask whether a place has come free by now")
    learner.hears(three, "We would try another way first.")
    learner.press(three, "Pass on what you read about the call list")
    learner.hears(three, "We would do the same.")
    own = "Write to Helen: two or three sentences that give, and ask for nothing."
    learner.write(three, own, "Dear Helen, this list may help your nights.")
    learner.press(three, "Show a good answer")
    learner.hears(three, "One good answer")
    learner.press(three, "Next")
    learner.hears(three, "2 of 3: Mr Blake, who owns the garage.")
    learner.press(three, "Leave him be, and be glad for him in private")
    learner.hears(three, "We would do the same.")

    champion = learner.panel("What does a champion need from you?")
    learner.press(champion, "A fresh thank-you")
    learner.hears(champion, "A proof travels from mouth to mouth")
    answer(learner, "They accepted. What do you write?", NOTE)


def keep_a_step_for_everybody(learner: Learner) -> None:
    people = learner.panel("Everybody you have met")
    helen = people.get_by_role("row", name="Helen Ashworth")
    expect(helen).to_contain_text("Begin with what you promised: To send the name of the trainer.")
    people.get_by_label("The next step for").select_option("Helen Ashworth")
    learner.write(people, "What I do next", "Send the name of the trainer")
    people.get_by_label("When", exact=True).fill(f"{datetime.now(LONDON) + timedelta(days=4):%Y-%m-%d}")
    learner.press(people, "Save this step")
    learner.hears(people, "Saved. Helen Ashworth: planned.")

    people.get_by_label("The next step for").select_option("Tom Blake")
    people.get_by_label("Notes without an answer").select_option("two or more")
    expect(people.get_by_role("row", name="Tom Blake")).to_contain_text("leave be")
    people.get_by_label("Show").select_option("only: leave be")
    expect(helen).to_have_count(0)
    people.get_by_label("Show").select_option("everybody")

    learner.press(people, "Make a file for a spreadsheet")
    name, table = learner.take(people, "Table of everybody")
    assert name == "people.csv"
    assert b"Send the name of the trainer" in table
    recall(learner, "Send the name of the trainer")
    learner.finds_no_fault()


def find_it_all_after_a_restart(learner: Learner) -> None:
    learner.restart()
    three = learner.panel("Three people: what next?")
    learner.hears(three, "Pass on what you read about the call list")
    expect(learner.panel("Everybody you have met").get_by_role("row", name="Tom Blake")).to_contain_text("leave be")
    learner.finds_no_fault()
