"""A workbook with everything in it, and some of it hostile: markup for names, and words that never end."""

from __future__ import annotations

from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

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
from rapportkit.views.lesson import Lesson
from rapportkit.views.practise import STOP
from rapportkit.workbook.store import Workbook
from tests.browser.conftest import Running

HOSTILE = '<script>window.itRan = true</script><img src="nowhere" onerror="window.itRan = true">'
LONG = "Llanfairpwllgwyngyllgogerychwyrndrobwllllantysiliogogogoch" * 3
NOTES = (
    Note(kind="interest", text=f"Keeps bees\nOld maps {HOSTILE}\n{LONG}"),
    Note(kind="place", text="Leeds 2012-2016"),
    Note(kind="group", text="St Aidan's church choir\nParkrun volunteer"),
    Note(kind="school", text=f"University of Hull 2009-2012\n{HOSTILE} 1999"),
)


def fill(running: Running) -> Running:
    """A server whose workbook has something to show in every panel."""
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
