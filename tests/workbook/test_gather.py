from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

from rapportkit.cards import Card
from rapportkit.follow_ups import Recipient
from rapportkit.ground.link import Choice, Link
from rapportkit.interviews import Debrief, Interview, Line, Outcome, Proof
from rapportkit.people.dossier import ME, Dossier
from rapportkit.practice import LISTEN_FOR, ListenFor
from rapportkit.relationships import Counts, NextStep
from rapportkit.words.review import Remark, Review
from rapportkit.workbook.gather import counts_at, gather_brief, people_of, relationships_of
from rapportkit.workbook.store import Workbook
from tests.workbook.conftest import Clock

NOW = datetime(2026, 12, 1, 9, tzinfo=UTC)
MET = Interview(id="interview-1", at=datetime(2026, 12, 3, 14, tzinfo=UTC), zone="Europe/London", interviewers=("ama",))


def filled(workbook: Workbook) -> Workbook:
    """Two people to meet, a choice and a line for each, a proof and a card."""
    workbook.save(ME, Dossier(name="Kwame Boateng"))
    for key, name in (("ama", "Ama Mensah"), ("jo", "Jo Lindqvist")):
        link = Link(
            kind="sport", label="Rowing", status="confirmed", light="green", mine=(), theirs=(), why="Both row."
        )
        workbook.save(key, Dossier(name=name))
        workbook.save(f"{key}/sport/Rowing", Choice(person=key, link=link, stance="true"))
        line = Line(person=key, about_kind="sport", about_label="Rowing", text="I row at six.")
        workbook.save(f"{key}/sport/Rowing", line)
    workbook.save("proof-1", Proof(situation="A flood", action="I swept", change="It was dry"))
    workbook.save("04", Card(lesson="04", if_="they yawn", then="I stop"))
    return workbook


def test_a_brief_is_of_the_people_whom_the_interview_names(workbook: Workbook) -> None:
    brief = gather_brief(filled(workbook), MET, NOW)

    assert [person.name for person in brief.people.values()] == ["Ama Mensah"]
    assert {one.person for one in (*brief.shortlist, *brief.lines, *brief.follow_ups)} == {"ama"}
    assert len(brief.follow_ups) == 4
    assert (len(brief.proofs), len(brief.cards)) == (1, 1)


def test_an_interview_that_names_nobody_is_with_everybody_but_oneself(workbook: Workbook) -> None:
    assert list(people_of(filled(workbook), MET.with_(interviewers=()))) == ["ama", "jo"]
    assert list(people_of(workbook, MET.with_(interviewers=("nobody-known",)))) == ["ama", "jo"]


def test_what_was_done_already_is_done_on_the_brief(workbook: Workbook) -> None:
    filled(workbook).save("ama", Recipient(key="ama", name="Ama", done=("thank-you",)))

    first = gather_brief(workbook, MET, NOW).follow_ups[0]

    assert (first.state, first.to) == ("done", "Ama Mensah")


def test_the_one_thing_to_listen_for_goes_onto_the_brief(workbook: Workbook) -> None:
    workbook.save(LISTEN_FOR, ListenFor(what="what they laugh at"))

    assert gather_brief(filled(workbook), MET, NOW).listen_for == "what they laugh at"


def test_a_line_with_a_remark_that_is_sure_is_to_be_mended_and_one_to_consider_is_not(workbook: Workbook) -> None:
    key, sure = "ama/sport/Rowing", Remark(rule="sensitive", weight="fix", says="Leave the pay alone.", span=None)
    filled(workbook).save(key, Review(verdict="rework", remarks=(sure,), looked_for=("sensitive",)))
    assert gather_brief(workbook, MET, NOW).to_mend == {key: "Leave the pay alone."}

    workbook.save(key, Review(verdict="ready", remarks=(sure.with_(weight="consider"),), looked_for=("sensitive",)))
    assert gather_brief(workbook, MET, NOW).to_mend == {}


def test_an_empty_workbook_makes_an_empty_brief(workbook: Workbook) -> None:
    brief = gather_brief(workbook, MET, NOW)

    assert not any((brief.people, brief.shortlist, brief.lines, brief.proofs, brief.cards, brief.follow_ups))


def test_everybody_noted_is_met_in_the_last_interview_that_names_them(workbook: Workbook) -> None:
    for key in ("ana", "bo"):
        workbook.save(key, Dossier(name=key.title()))
    workbook.save(ME, Dossier(name="Me"))
    for number, keys in ((1, ("ana", "bo")), (2, ("ana",))):
        at = datetime(2026, 11, 10 * number, 14, tzinfo=UTC)
        one = Interview(id=f"interview-{number}", at=at, zone="UTC", interviewers=keys, company=f"No. {number}")
        workbook.save(one.id, one)
    workbook.save("interview-2", Debrief(interview="interview-2", they_care_about="nights"))
    workbook.save("bo", Recipient(key="bo", name="Bo", done=("thank-you",)))

    ana, bo = relationships_of(workbook)

    assert (ana.name, ana.company, ana.met, ana.cares_about) == ("Ana", "No. 2", date(2026, 11, 20), "nights")
    assert (bo.company, bo.sent, bo.connected, bo.cares_about) == ("No. 1", 1, False, "")
    assert bo.next == NextStep(person="bo")

    refused = workbook.latest(Interview, "interview-1")
    assert refused
    workbook.save(refused.id, refused.with_(outcome=Outcome(kind="refusal", on=date(2026, 11, 8))))
    assert [one.heard for one in relationships_of(workbook)] == [False, True]


def test_what_there_was_at_a_moment_is_counted_from_the_history(workbook: Workbook, clock: Clock) -> None:
    workbook.save("ana", Dossier(name="Ana"))
    clock.move(days=10)
    workbook.save("ana", Recipient(key="ana", name="Ana", done=("thank-you",)))
    workbook.save("ana", NextStep(person="ana", step="Call"))
    clock.move(days=10)
    workbook.save("ana", Recipient(key="ana", name="Ana", done=("thank-you", "invitation"), accepted=date(2026, 12, 1)))
    now = clock()

    counts = counts_at(workbook, [now - timedelta(days=30), now - timedelta(days=10), now])

    assert counts == [Counts(0, 0, 0, 0), Counts(1, 1, 0, 1), Counts(1, 2, 1, 1)]
