"""Every panel on a filled workbook: seen in light and dark, on a narrow window, by keyboard, and with hostile names."""

from __future__ import annotations

import re
from datetime import datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from playwright.sync_api import Error, Locator, expect

from rapportkit.cards import Card
from rapportkit.follow_ups import Recipient
from rapportkit.ground.link import Choice
from rapportkit.interviews import Debrief, Interview, Line, Outcome, Proof
from rapportkit.moments import Played
from rapportkit.people.dossier import ME, Dossier, Note
from rapportkit.relationships import NextStep
from rapportkit.talk.kept import KeptTalk
from rapportkit.talk.practice_talk import PracticeTalk
from rapportkit.talk.transcript import read_transcript
from rapportkit.views._page import OUR_FAULT
from rapportkit.views.lesson import Lesson
from rapportkit.views.practise import STOP
from rapportkit.workbook.store import Workbook
from tests.browser.conftest import Running
from tests.browser.learner import Learner, barriers, too_faint, too_wide

pytestmark = [pytest.mark.browser, pytest.mark.timeout(180)]

HOSTILE = '<script>window.itRan = true</script><img src="nowhere" onerror="window.itRan = true">'
LONG = "Llanfairpwllgwyngyllgogerychwyrndrobwllllantysiliogogogoch" * 3
WORDS = "I once kept a pigeon on a roof, and it never came home. Do you keep any?"
SPARED = re.compile(r"forget|upload|bring|choose|restore|download", re.IGNORECASE)
"""Buttons that a person would not press in passing: what is lost is lost, and a dialog for files waits for a file."""
NOTES = (
    Note(kind="interest", text=f"Keeps bees\nOld maps {HOSTILE}\n{LONG}"),
    Note(kind="place", text="Leeds 2012-2016"),
    Note(kind="group", text="St Aidan's church choir\nParkrun volunteer"),
    Note(kind="school", text=f"University of Hull 2009-2012\n{HOSTILE} 1999"),
)
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
    now = datetime.now(ZoneInfo("Europe/London"))
    workbook = Workbook(running.folder / "workbook.sqlite3", lambda: now)
    lesson = Lesson("03_common_ground", workbook, lambda: now, "Europe/London")
    workbook.save(ME, Dossier(name=f"Ewa {HOSTILE}", headline=HOSTILE, notes=NOTES))
    workbook.save("them", Dossier(name=f"Rosalind {HOSTILE}", headline=HOSTILE, notes=NOTES))
    at = now - timedelta(days=1)
    refused = Outcome(kind="refusal", on=now.date())
    workbook.save("interview-1", Interview(
        id="interview-1", at=at, zone="Europe/London", company=HOSTILE, interviewers=("them",), outcome=refused,
    ))  # fmt: skip
    link = next(link for link in lesson.ground_with("them").links if link.light == "green")
    key = f"them/{link.kind}/{link.label}"
    workbook.save(key, Choice(person="them", link=link, stance="true", question=HOSTILE))
    line = f"{HOSTILE} and that is all I have to say of anything here today. " * 12
    workbook.save(key, Line(person="them", about_kind=link.kind, about_label=link.label, text=line))
    workbook.save("interview-1", Debrief(interview="interview-1", they_care_about=HOSTILE))
    draft = f"Dear [name],\n\nthank you for the hour. {HOSTILE} {LONG}"
    workbook.save("them", Recipient(key="them", name="Rosalind", drafts={"thank-you": draft}))
    workbook.save("proof-1", Proof(situation=HOSTILE, action=f"I swept {LONG}", change=HOSTILE))
    workbook.save("them", NextStep(person="them", step=f"{HOSTILE} {LONG}", gift=HOSTILE, when=now.date()))
    workbook.save("give-first", Played(moment="give-first", chosen=HOSTILE[:200], words=HOSTILE))
    stopped = PracticeTalk(scene_id="chatty", said=(f"{HOSTILE} {LONG} and you?", "I am a team player.", STOP))
    workbook.save("practice-1", stopped)
    spoken = f"Rosalind: We moved here for the river. {HOSTILE}\nEwa {LONG}: Which river? {HOSTILE}\n"
    talk = read_transcript(f"{HOSTILE}.txt", spoken.encode())
    workbook.save("talk-1", KeptTalk(file=HOSTILE, me=talk.speakers[-1], transcript=talk))
    workbook.save("00_welcome", Card(lesson="00_welcome", if_=HOSTILE, then=HOSTILE))
    return running


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


def test_every_panel_answers_when_it_is_used(reader: Learner) -> None:
    for panel in reader.page.locator(".rk-view:not(.rk-view .rk-view)").all():
        for box in panel.locator("textarea, input[type=text]").filter(visible=True).all():
            if not box.input_value():
                box.fill(WORDS)
        for button in panel.locator("button.rk-button").filter(visible=True).all_inner_texts():
            pressed = panel.get_by_role("button", name=button, exact=True).first
            if not SPARED.search(button) and pressed.is_visible():
                try:
                    pressed.click(timeout=5_000)
                except Error:
                    expect(pressed, "a button that another has put away").not_to_be_visible()
    reader.wait_for_the_kernel()

    expect(reader.page.get_by_text(OUR_FAULT[:30])).to_have_count(0)
    reader.finds_no_fault()


@pytest.mark.usefixtures("filled")
def test_a_name_that_is_markup_is_shown_to_the_letter(learner: Learner) -> None:
    learner.open("02_research")
    panel = learner.panel("The person you will meet")
    learner.write(panel, "Their name", HOSTILE)
    learner.press(panel, "Save and show what I have")

    expect(panel.get_by_role("heading", name=HOSTILE, exact=True)).to_be_visible()
    assert learner.page.evaluate("window.itRan") is None
    assert learner.went_wrong == []


@pytest.mark.usefixtures("filled")
def test_the_keyboard_alone_reaches_and_presses_everything(learner: Learner) -> None:
    learner.open("00_welcome")
    panel = learner.panel("When is your interview, and how?")
    keyboard = learner.page.keyboard
    controls = panel.locator("input, select, textarea, button, a, summary").filter(visible=True)
    controls.first.focus()

    assert tabbed_through(panel) == controls.evaluate_all(f"found => found.map(it => {NAME})")

    panel.get_by_label("How").focus()
    for key in ("Space", "ArrowDown", "Enter"):
        keyboard.press(key)
    panel.get_by_role("button", name="Save my interview").focus()
    keyboard.press("Enter")
    learner.hears(panel, "On the phone they cannot see you nod.")

    card = learner.panel("Your card")
    card.get_by_label("If ...").focus()
    keyboard.press("Tab")
    keyboard.press("ControlOrMeta+a")
    keyboard.type("I breathe out slowly.")
    keyboard.press("Tab")
    keyboard.press("Space")
    learner.hears(card, "Saved. Read it aloud once")
    learner.hears(card, "then I breathe out slowly.")


NAME = "it.labels?.[0]?.innerText ?? it.innerText"
"""What a control is called on the screen."""


def tabbed_through(panel: Locator) -> list[str]:
    """The controls that Tab reaches from here to the end of the panel, each once; a date has several stops."""
    here = f"panel => {{ const it = document.activeElement; return panel.contains(it) ? {NAME} : null; }}"
    names: list[str] = []
    for _ in range(100):
        name = panel.evaluate(here)
        if name is None:
            return names
        names += [name] if name not in names else []
        panel.page.keyboard.press("Tab")
    raise AssertionError(f"Tab never leaves the panel: {names}")
