"""
Write a workbook in each form that there has been: `python -m tests.workbook.make_forms`.

A file that is there is never written anew: it stands for what people have on their disks, whatever we think today.
Run it when a step was added to the migrations, and commit what it made.
"""

from __future__ import annotations

import sqlite3
from contextlib import closing
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

from rapportkit.assignment import Assignment, Learner
from rapportkit.cards import Card
from rapportkit.exercises import read_exercise
from rapportkit.follow_ups import Recipient
from rapportkit.ground.link import Choice, Link
from rapportkit.ground.taught import Taught
from rapportkit.interviews import Answer, Debrief, InHand, Interview, Line, Proof
from rapportkit.lessons import exercises_folder
from rapportkit.moments import Played
from rapportkit.people.dossier import ME, Dossier, Note
from rapportkit.people.person import Fact, Person, Source
from rapportkit.practice import ListenFor, MyWays, Practice
from rapportkit.record import Record
from rapportkit.relationships import NextStep
from rapportkit.talk.kept import KeptTalk
from rapportkit.talk.practice_talk import PracticeTalk
from rapportkit.talk.tally import Tally
from rapportkit.talk.transcript import read_transcript
from rapportkit.words.opening import About, review_opening
from rapportkit.workbook.codec import encode, kind_of
from rapportkit.workbook.export import FORMAT_VERSION, export
from rapportkit.workbook.migrations import APPLICATION_ID, MIGRATIONS, VERSION
from rapportkit.workbook.store import Workbook
from rapportkit.workbook.sums import sum_of, teach_sums

FORMS = Path(__file__).with_name("forms")
FIRST_DAY = datetime(2026, 1, 5, 9, tzinfo=UTC)


def records() -> list[tuple[str, Record | None, type[Record]]]:
    """What a learner may have: every kind there is, one card written twice, one taken away."""
    me, helen = Source(text="I keep bees 🐝", where="your own words"), Source(text="Bees!", where="helen.pdf, page 1")
    link = Link(
        kind="interest", label="beekeeping", status="confirmed", light="green", mine=(me,), theirs=(helen,), why="Both."
    )
    line = "I got my first hive in June, and was stung that very day. What do you keep yours on?"
    exercise = read_exercise("one.toml", min(exercises_folder().glob("*.toml")).read_bytes())
    talk = read_transcript("talk.txt", "Zoé: What do you like here?\nHelen: The bees on the roof.\n".encode())
    kept: list[tuple[str, Record]] = [
        (ME, Dossier(name="Zoé Ñandú", headline="Nurse", notes=(Note(kind="interest", text="bees 🐝\nold maps"),))),
        (
            "helen",
            Dossier(name="Helen Ashworth", left_out=(Fact(kind="place", label="Leeds", where="helen.pdf, page 1"),)),
        ),
        (
            "interviewer-1",
            Person(name="Nokuthula Dlamini", facts=(Fact(kind="sport", label="judo", where="her page"),)),
        ),
        ("interview-1", Interview(id="interview-1", at=FIRST_DAY, zone="Europe/London", interviewers=("helen",))),
        ("in-hand", InHand(interview="interview-1")),
        ("helen/interest/beekeeping", Choice(person="helen", link=link, stance="true", question="Which hives?")),
        ("apiary", Taught(phrase="my apiary", means="beekeeping")),
        ("helen/interest/beekeeping", Line(person="helen", about_kind="interest", about_label="bees", text=line)),
        ("helen/interest/beekeeping", review_opening(line, About(kind="interest", label="beekeeping"))),
        ("silence", Card(lesson="04_conversation", if_="there is a silence", then="I count to three")),
        ("proof-1", Proof(situation="Night shift", action="I drew up a list", change="Nobody waited twice")),
        ("one", Answer(exercise="one", text="Dear Helen,\nthank you.")),
        ("helen", Recipient(key="helen", name="Helen", accepted=date(2026, 1, 9), drafts={"thank-you": "Dear Helen"})),
        ("interview-1", Debrief(interview="interview-1", surprised_me="She laughed")),
        ("door", Played(moment="door", chosen="ask", words="May I?")),
        ("helen", NextStep(person="helen", step="write", gift="the honey list", when=date(2026, 2, 1), unanswered=1)),
        ("talk-1", PracticeTalk(scene_id="chatty", seed=7, said=("Hello!", "What do you like here?"))),
        ("talk-2", KeptTalk(file="talk.txt", me="Zoé", transcript=talk)),
        ("talk-2", Tally(questions=1, follow_ups=0)),
        ("2026-01-06/echo", Practice(on=date(2026, 1, 6), drill="echo", note="with Ana")),
        ("my-ways", MyWays(tips={"T1": "practise", "T2": "skip"}, drills=("echo",))),
        ("interview-1", ListenFor(what="bees")),
        ("silence", Card(lesson="04_conversation", if_="there is a silence", then="I ask 🧵")),
        ("hello", Card(lesson="04_conversation", if_="we shake hands", then="I say her name")),
    ]
    learner = Learner(id="17", name="Zoé")
    due = FIRST_DAY + timedelta(days=7)
    kept.append(("week-1", Assignment(id="week-1", title="Week 1", due=due, learner=learner, token="0" * 32,
                                      exercises=(exercise,))))  # fmt: skip
    return [(key, record, type(record)) for key, record in kept] + [("hello", None, Card)]


def make(path: Path, form: int) -> None:
    """A workbook as the steps up to *form* left it; small pages keep it small."""
    kept = records()
    with closing(sqlite3.connect(path)) as connection:
        teach_sums(connection)
        connection.execute("pragma page_size = 512")
        for statement in (statement for step in MIGRATIONS[:form] for statement in step):
            connection.execute(statement)
        columns = {row[1] for row in connection.execute("pragma table_info(record)")}
        for day, (key, record, kind) in enumerate(kept):
            saved_at = (FIRST_DAY + timedelta(days=day)).isoformat(timespec="microseconds")
            row = {"kind": kind_of(kind), "key": key, "body": record and encode(record), "saved_at": saved_at}
            if "sum" in columns:
                row["sum"] = sum_of(*row.values())
            names, marks = ", ".join(row), ", ".join("?" * len(row))
            connection.execute(f"insert into record ({names}) values ({marks})", tuple(row.values()))
        connection.execute(f"pragma application_id = {APPLICATION_ID}")
        connection.execute(f"pragma user_version = {form}")
        connection.commit()


def main() -> None:
    """Make what is missing."""
    for form in range(1, VERSION + 1):
        path = FORMS / f"form-{form}.sqlite3"
        if not path.exists():
            make(path, form)
    exported = FORMS / f"export-{FORMAT_VERSION}.json"
    if not exported.exists():
        newest = Workbook(FORMS / f"form-{VERSION}.sqlite3", lambda: FIRST_DAY + timedelta(days=60))
        exported.write_bytes(export(newest))


if __name__ == "__main__":
    main()
