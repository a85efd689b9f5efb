"""The whole way in a browser, by clicking and typing: from the date of the interview to the four follow-ups."""

from __future__ import annotations

import json
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import Running
from tests.browser.learner import Learner
from tests.people.profile_pdf import profile_pdf

pytestmark = [pytest.mark.browser, pytest.mark.timeout(300)]

LONDON = ZoneInfo("Europe/London")

RESUME = {
    "basics": {"name": "Ewa Lindqvist", "label": "Tram driver", "location": {"city": "Leeds", "countryCode": "GB"}},
    "education": [{"institution": "University of Hull", "startDate": "2010", "endDate": "2013"}],
    "work": [{"name": "Ridge Line Trams", "position": "Tram driver", "startDate": "2014-02"}],
    "interests": [{"name": "Beekeeping", "keywords": ["two hives on a shed roof"]}],
    "languages": [{"language": "Swedish", "fluency": "Native speaker"}],
}
MENDED = (
    "My first swarm left me on a Sunday, straight over the fence into the vicarage. I believe you keep bees as well. "
    "What did yours teach you first?"
)
TOO_LONG = MENDED + " I ran after them in my slippers with a bucket and a sheet, and the vicar held the ladder." * 4
NOTE = (
    "Dear Rosalind,\n\nthank you for the hour yesterday. What you said about the night shift, and that nobody rings it "
    "back, stayed with me on the tram home.\n\nKind regards\nEwa"
)


def test_a_learner_goes_the_whole_way(learner: Learner, running: Running) -> None:
    set_the_date(learner)
    research_the_interviewer(learner)
    find_common_ground(learner)
    write_a_line(learner)
    come_back_after_the_interview(learner)
    follow_up(learner)
    keep_the_workbook(learner)
    find_everything_again(learner)
    assert (running.folder / "workbook.sqlite3").is_file()


def an_hour_ago() -> datetime:
    return datetime.now(LONDON) - timedelta(hours=1)


def set_the_date(learner: Learner) -> None:
    learner.open("00_welcome")
    panel = learner.panel("When is your interview, and how?")
    learner.press(panel, "Save my interview")
    learner.hears(panel, "The day is missing.")

    in_three_days = datetime.now(LONDON) + timedelta(days=3)
    panel.get_by_label("Day").fill(f"{in_three_days:%Y-%m-%d}")
    panel.get_by_label("Time it starts").fill("14:30")
    panel.get_by_label("How").select_option("in a room")
    another = panel.get_by_role("button", name="It is in another time zone")
    if another.is_visible():  # a machine whose zone is known is not asked for it
        another.click()
    learner.write(panel, "Time zone of the interview", "Europe/London")
    learner.press(panel, "Save my interview")

    learner.hears(panel, "Saved.")
    learner.hears(panel, "Your path: this week")
    learner.finds_no_fault()


def research_the_interviewer(learner: Learner) -> None:
    learner.follow("Research the person")
    panel = learner.panel("The person you will meet")
    learner.bring(panel, "Bring a file you saved", "Profile.pdf", profile_pdf(), "application/pdf")
    learner.hears(panel, "facts on Rosalind Okafor. Check them here.")
    expect(panel.get_by_label("Their name")).to_have_value("Rosalind Okafor")
    learner.write(panel, "Own time: hobbies, music, sport, what they read", "Keeps bees on the roof of the depot")
    learner.press(panel, "Save and show what I have")

    learner.hears(panel, "Saved.")
    dossier = panel.get_by_role("table")
    expect(dossier.get_by_role("row", name="Schools")).to_contain_text("University of Hull")
    expect(dossier.get_by_role("row", name="Own time")).to_contain_text("Keeps bees on the roof of the depot")
    learner.finds_no_fault()


def find_common_ground(learner: Learner) -> None:
    learner.follow("Find common ground")
    me = learner.panel("You")
    resume = json.dumps(RESUME).encode()
    learner.bring(me, "Bring a file you saved", "resume.json", resume, "application/json")
    learner.hears(me, "facts on Ewa Lindqvist. Check them here.")

    ground = learner.panel("What you two share")
    learner.press(ground, "Look again")
    bees = ground.get_by_label("Beekeeping: what is true?")
    expect(bees).to_be_visible()
    card = ground.locator(".rk-card").filter(has_text="Beekeeping")
    expect(card).to_contain_text("green: bring it up")
    expect(card).to_contain_text("Keeps bees on the roof of the depot")
    expect(card).to_contain_text("resume.json")

    bees.select_option("I could pretend")
    learner.hears(ground, "What you pretend has to be kept up")
    expect(bees.locator("option:checked")).to_have_text("choose ...")
    bees.select_option("true for me")
    learner.hears(ground, "Noted. It is on your shortlist.")
    learner.hears(ground, "Beekeeping, true for me")
    learner.finds_no_fault()


def write_a_line(learner: Learner) -> None:
    learner.follow("Next: Bring it into the talk")
    panel = learner.panel("Your line")
    expect(panel.get_by_label("About").locator("option:checked")).to_have_text("Beekeeping, with Rosalind Okafor")
    learner.write(panel, "Your line, as you would say it", TOO_LONG)
    learner.press(panel, "Look at my line")
    learner.hears(panel, "To mend")
    expect(panel.locator("mark")).to_have_count(1)

    learner.write(panel, "Your line, as you would say it", MENDED)
    learner.press(panel, "Look at my line")
    learner.hears(panel, "Nothing that we look for needs mending")

    card = learner.panel("Your card")
    learner.write(card, "then I ...", "I smile, let it go and listen.")
    learner.press(card, "Save my card")
    learner.hears(card, "then I smile, let it go and listen.")
    learner.finds_no_fault()


def come_back_after_the_interview(learner: Learner) -> None:
    learner.follow("Welcome")
    panel = learner.panel("When is your interview, and how?")
    expect(panel.get_by_label("Time it starts")).to_have_value("14:30")
    over = an_hour_ago()
    panel.get_by_label("Day").fill(f"{over:%Y-%m-%d}")
    panel.get_by_label("Time it starts").fill(f"{over:%H:%M}")
    learner.press(panel, "Save my interview")
    learner.hears(panel, "Saved.")
    learner.finds_no_fault()


def follow_up(learner: Learner) -> None:
    learner.follow("The four follow-ups")
    debrief = learner.panel("Three questions, right afterwards")
    learner.write(debrief, "What do they care about? One thing a line, in their words", "nobody rings the night shift")
    learner.press(debrief, "Save my answers")
    learner.hears(debrief, "Saved.")

    desk = learner.panel("Your four follow-ups")
    desk.get_by_label("How did it end?").select_option("Somebody else got it")
    desk.get_by_label("The day I heard").fill(f"{datetime.now(LONDON):%Y-%m-%d}")
    learner.press(desk, "Plan my follow-ups")
    learner.hears(desk, "Planned.")
    for note in ("Thank-you", "Gracious reply", "Invitation to connect", "Thanks for connecting"):
        expect(desk.get_by_role("row", name=note)).to_contain_text("to Rosalind Okafor")

    learner.write(desk, "Your note", NOTE.replace("Rosalind", "[name]"))
    learner.press(desk, "Look at my note")
    learner.hears(desk, "To mend")
    expect(desk.locator("mark").filter(has_text="[name]").first).to_be_visible()
    learner.write(desk, "Your note", NOTE)
    learner.press(desk, "Look at my note")
    learner.hears(desk, "Nothing that we look for needs mending")

    learner.press(desk, "Make my calendar and mail files")
    name, calendar = learner.take(desk, "Calendar file")
    assert name == "follow-ups.ics"
    assert calendar.startswith(b"BEGIN:VCALENDAR")
    name, mail = learner.take(desk, "Thank-you to Rosalind Okafor")
    assert name.endswith(".eml")
    assert b"night shift" in mail
    learner.finds_no_fault()


def keep_the_workbook(learner: Learner) -> None:
    panel = learner.panel("Keep your work")
    learner.press(panel, "Prepare my download")
    name, data = learner.take(panel, "Download rapportkit-workbook-")
    assert name.endswith(".json")
    kept = json.dumps(json.loads(data), ensure_ascii=False)
    for words in ("Rosalind Okafor", "Ewa Lindqvist", MENDED, "nobody rings the night shift", "refusal"):
        assert words in kept


def find_everything_again(learner: Learner) -> None:
    learner.restart()
    see_what_was_written(learner)
    learner.reload()
    see_what_was_written(learner)
    learner.finds_no_fault()


def see_what_was_written(learner: Learner) -> None:
    debrief = learner.panel("Three questions, right afterwards")
    care = debrief.get_by_label("What do they care about? One thing a line, in their words")
    expect(care).to_have_value("nobody rings the night shift")
    desk = learner.panel("Your four follow-ups")
    expect(desk.get_by_label("How did it end?").locator("option:checked")).to_have_text("Somebody else got it")
    expect(desk.get_by_role("row", name="Gracious reply")).to_contain_text("to Rosalind Okafor")
    expect(desk.get_by_label("Your note")).to_have_value(NOTE)
