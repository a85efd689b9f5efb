from __future__ import annotations

import json
import sqlite3
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path

import pytest

from rapportkit.cards import Card
from rapportkit.downloads import out_of_reach
from rapportkit.follow_ups.follow_up import Recipient
from rapportkit.ground.link import Choice, Link
from rapportkit.interviews import Answer, Debrief, Interview, Line
from rapportkit.people.dossier import Dossier, Note
from rapportkit.people.person import Fact, Person, Reading, Source
from rapportkit.words.review import Remark, Review
from rapportkit.workbook.backups import backups_of
from rapportkit.workbook.codec import KINDS
from rapportkit.workbook.export import Restored, export, restore
from rapportkit.workbook.forget import forget, people_called
from rapportkit.workbook.store import Workbook
from rapportkit.workbook.traces import OF_A_PERSON, OF_THE_LEARNER, PEOPLE
from tests.workbook.conftest import Clock

NAME, SECRET = "Ingibjörg Halldórsdóttir", "Landmannalaugar"
HER, HIM = "interviewer-1", "interviewer-2"


def link(words: str) -> Link:
    theirs = (Source(text=words, where="your own words"),)
    return Link(kind="sport", label=words, status="confirmed", light="green", mine=(), theirs=theirs, why="both say it")


def line(person: str, words: str) -> Line:
    return Line(person=person, about_kind="sport", about_label="hiking", text=words)


def writes_to(person: str, name: str, draft: str) -> Recipient:
    return Recipient(key=person, name=name, drafts={"thank-you": draft})


def review(says: str) -> Review:
    return Review(verdict="rework", remarks=(Remark(rule="canned", weight="fix", says=says, span=None),), looked_for=())


def interview(*people: str) -> Interview:
    at = datetime(2026, 12, 3, 14, tzinfo=UTC)
    return Interview(id="port-authority", at=at, zone="Atlantic/Reykjavik", role="harbour pilot", interviewers=people)


@pytest.fixture
def full(workbook: Workbook, clock: Clock) -> Workbook:
    """Two interviewers, everything about both, over three days: two backups."""
    workbook.save(HER, Person(name="Ingibjörg"))
    clock.move(days=1)
    workbook.save(HER, Person(name=NAME, facts=(Fact(kind="sport", label=SECRET, where="your own words"),)))
    workbook.save(HIM, Person(name="Tendai Moyo"))
    workbook.save("port-authority", interview(HER))
    workbook.save("port-authority", interview(HER, HIM))
    clock.move(days=1)
    for person, words in ((HER, SECRET), (HIM, "rowing")):
        key = f"{person}/sport/{words}"
        workbook.save(key, Choice(person=person, link=link(words), stance="curious"))
        workbook.save(key, line(person, f"How was {words}?"))
        workbook.save(key, line(person, f"Do tell me about {words}!"))
        workbook.save(key, review(f"about {words}"))
    workbook.save(HER, writes_to(HER, NAME, f"Dear {NAME}, {SECRET}"))
    workbook.save(HIM, writes_to(HIM, "Tendai Moyo", "Dear Tendai"))
    workbook.remove(Choice, f"{HER}/sport/{SECRET}")
    return workbook


def bytes_of(workbook: Workbook) -> bytes:
    files = [path for path in workbook.path.parent.rglob("*") if path.is_file()]
    assert len(files) > 2
    return b"".join(path.read_bytes() for path in files)


def test_nothing_of_a_forgotten_person_is_left_in_any_byte(full: Workbook) -> None:
    assert all(word.encode() in bytes_of(full) for word in (NAME, SECRET))
    gone = forget(full, HER)
    for word in (NAME, "Ingibj", "Halldór", SECRET, HER):
        assert word.encode() not in bytes_of(full), word
        assert word not in export(full).decode()
    assert gone.name == NAME
    assert gone.entries == 8
    assert gone.not_cleaned == gone.still_mentioned_in == ()


def test_what_is_about_others_stays_with_its_history(full: Workbook) -> None:
    forget(full, HER)
    key = f"{HIM}/sport/rowing"
    assert full.all(Person) == {HIM: Person(name="Tendai Moyo")}
    assert full.all(Choice).keys() == full.all(Line).keys() == full.all(Review).keys() == {key}
    assert [saved.record.text for saved in full.history(Line, key)] == ["How was rowing?", "Do tell me about rowing!"]
    assert full.latest(Recipient, HIM) == writes_to(HIM, "Tendai Moyo", "Dear Tendai")


def test_interviews_stay_without_the_person_in_their_history_too(full: Workbook) -> None:
    forget(full, HER)
    assert [saved.record for saved in full.history(Interview, "port-authority")] == [interview(), interview(HIM)]


def test_every_backup_still_opens_and_holds_the_others(full: Workbook) -> None:
    forget(full, HER)
    newest, oldest = backups_of(full.path)
    assert Workbook(newest, full.now).all(Person) == {HIM: Person(name="Tendai Moyo")}
    assert Workbook(oldest, full.now).all(Person) == {}


def test_an_old_download_does_not_bring_them_back(full: Workbook) -> None:
    old = export(full)
    forget(full, HER)
    done = restore(full, old)
    assert done.added == 0
    assert done.left_out == 8
    assert full.all(Person) == {HIM: Person(name="Tendai Moyo")}
    assert full.latest(Interview, "port-authority") == interview(HIM)
    assert SECRET.encode() not in bytes_of(full)


def test_the_mark_travels_with_a_download_and_tells_no_name(full: Workbook, tmp_path: Path) -> None:
    old = export(full)
    forget(full, HER)
    data = export(full)
    assert len(json.loads(data)["forgotten"]) == 3
    new = Workbook(tmp_path / "new.sqlite3", full.now)
    restore(new, data)
    assert restore(new, old).left_out == 8
    assert set(new.all(Person)) == {HIM}


def test_a_mark_does_not_shut_out_somebody_else_who_has_the_same_key_now(full: Workbook, tmp_path: Path) -> None:
    other = Workbook(tmp_path / "other.sqlite3", full.now)
    other.save(HER, Person(name="Somchai Srisuk"))
    other.save(f"{HER}/sport/chess", line(HER, "Do you play?"))
    forget(full, HER)
    assert restore(full, export(other)) == Restored(added=2, already_there=0, left_out=0)
    assert full.latest(Person, HER) == Person(name="Somchai Srisuk")


def test_an_old_download_gives_nothing_of_hers_to_the_one_who_has_her_key_now(full: Workbook) -> None:
    old = export(full)
    forget(full, HER)
    full.save(HER, Person(name="Somchai Srisuk"))
    assert restore(full, old).left_out == 8
    assert full.latest(Person, HER) == Person(name="Somchai Srisuk")
    assert set(full.all(Line)) == {f"{HIM}/sport/rowing"}


def test_a_person_without_a_name_is_known_again_by_the_key(workbook: Workbook) -> None:
    workbook.save("interviewer-9/sport/judo", line("interviewer-9", "Judo?"))
    old = export(workbook)
    forget(workbook, "interviewer-9")
    assert restore(workbook, old) == Restored(0, 0, 1)


def test_adding_them_again_lifts_the_mark(full: Workbook) -> None:
    old = export(full)
    forget(full, HER)
    full.save(HER, Person(name=NAME.upper()))
    restore(full, old)
    assert full.latest(Line, f"{HER}/sport/{SECRET}") == line(HER, f"Do tell me about {SECRET}!")


def test_a_further_name_is_honoured_too(full: Workbook, tmp_path: Path) -> None:
    other = Workbook(tmp_path / "other.sqlite3", full.now)
    other.save("inga", Person(name="Inga H."))
    forget(full, HER, "Inga  h.")
    assert restore(full, export(other)).left_out == 1


def test_texts_that_may_still_say_the_name_are_listed_and_kept(full: Workbook) -> None:
    full.save("04_conversation", Card(lesson="04_conversation", if_="she laughs", then="I ask\nIngibjörg why"))
    full.save("port-authority", Debrief(interview="port-authority", i_promised=f"a map for {NAME.lower()}"))
    full.save("other", Card(lesson="x", if_="he laughs", then="I laugh"))
    gone = forget(full, HER)
    assert gone.still_mentioned_in == (("card", "04_conversation"), ("debrief", "port-authority"))
    assert full.latest(Debrief, "port-authority") is not None
    assert "card '04_conversation', debrief 'port-authority'" in str(gone)


def test_older_wordings_lose_the_name_and_what_stands_now_is_listed(full: Workbook) -> None:
    for words in (f"I ask {NAME} why", "I ask her why"):
        full.save("changed", Card(lesson="x", if_="she laughs", then=words))
    for words in ("I ask her why", "I ask Ingibjörg why"):
        full.save("as it is", Card(lesson="x", if_="she laughs", then=words))
    full.save("taken away", Card(lesson="x", if_="INGIBJÖRG laughs", then="I laugh"))
    full.remove(Card, "taken away")
    gone = forget(full, HER)
    assert gone.still_mentioned_in == (("card", "as it is"),)
    assert gone.reworded == 2
    assert [saved.record.then for saved in full.history(Card, "changed")] == ["I ask N. N. why", "I ask her why"]
    assert [saved.record.if_ for saved in full.history(Card, "taken away")] == ["N. N. laughs"]
    assert "may still say the name, as they stand now, here and in backups: card 'as it is'. Change them" in str(gone)
    assert "where N. N. stands for the name now: 2." in str(gone)


def test_a_text_that_named_the_person_when_a_backup_was_made_names_nobody_in_it(full: Workbook, clock: Clock) -> None:
    full.save("card", Card(lesson="x", if_="Ingibjörg laughs", then=f"I say {NAME}"))
    full.save("kept", Card(lesson="x", if_="nobody laughs", then="I laugh"))
    clock.move(days=1)
    full.save("card", Card(lesson="x", if_="she laughs", then="I laugh"))
    forget(full, HER)
    assert b"Ingibj" not in bytes_of(full)
    backup = Workbook(backups_of(full.path)[0], full.now)
    assert backup.latest(Card, "card") == Card(lesson="x", if_="N. N. laughs", then="I say N. N.")
    assert backup.latest(Card, "kept") == full.latest(Card, "kept")


def test_a_person_who_was_renamed_is_out_by_every_name_and_announced_by_the_present_one(
    workbook: Workbook, clock: Clock
) -> None:
    workbook.save(HER, Dossier(name="Josephine Wetherby-Smythe"), typing=True)
    clock.move(days=1)
    workbook.save("x", Card(lesson="x", if_="Wetherby nods", then="I nod"))
    clock.move(seconds=-86_400 + 60)
    workbook.save(HER, Dossier(name="Jo West"), typing=True)  # types over: only the backup knows the longer name
    workbook.save("x", Card(lesson="x", if_="Jo nods", then="I nod"))
    workbook.save("x", Card(lesson="x", if_="she nods", then="I nod"))
    assert len(workbook.history(Dossier, HER)) == 1
    gone = forget(workbook, HER)
    assert str(gone).startswith("Jo West is out of the workbook")
    assert [saved.record.if_ for saved in workbook.history(Card, "x")] == ["N. N. nods", "N. N. nods", "she nods"]
    assert all(word not in bytes_of(workbook) for word in (b"Wetherby", b"Jo West", b"Jo nods"))


def test_an_older_wording_about_somebody_else_of_that_first_name_stays(full: Workbook) -> None:
    full.save("interviewer-3", Person(name="Ingibjörg Ólafsdóttir"))
    for words in ("Ingibjörg laughs", f"{NAME} laughs", "she laughs"):
        full.save("x", Card(lesson="x", if_=words, then="I laugh"))
    forget(full, HER)
    assert [saved.record.if_ for saved in full.history(Card, "x")] == ["Ingibjörg laughs", "N. N. laughs", "she laughs"]
    assert full.latest(Person, "interviewer-3") == Person(name="Ingibjörg Ólafsdóttir")


def test_answers_of_ones_own_that_never_named_the_person_keep_their_history(full: Workbook) -> None:
    texts = ["Will you rest?", "may I?", "Landmannalaugar it is", "Hall"]
    for text in texts:
        full.save("mine", Answer(exercise="mine", text=text))
    forget(full, HER)
    assert [saved.record.text for saved in full.history(Answer, "mine")] == texts


def test_a_place_of_the_same_name_stays_a_time_zone(full: Workbook) -> None:
    full.save(HER, Person(name="Paris London"))
    at = datetime(2026, 12, 3, 14, tzinfo=UTC)
    for role in ("driver in Paris", "driver"):
        full.save("paris", Interview(id="paris", at=at, zone="Europe/Paris", role=role, interviewers=(HER,)))
    forget(full, HER)
    was, stands = (saved.record for saved in full.history(Interview, "paris"))
    assert (was.role, was.zone, was.interviewers) == ("driver in N. N.", "Europe/Paris", ())
    assert stands.role == "driver"


def test_an_old_download_does_not_bring_the_name_back_in_older_wordings(full: Workbook, clock: Clock) -> None:
    full.save("x", Card(lesson="x", if_="Ingibjörg laughs", then="I laugh"))
    full.save("y", Card(lesson="x", if_="Ingibjörg smiles", then="I smile"))
    old = export(full)
    clock.move(hours=1)
    full.save("x", Card(lesson="x", if_="she laughs", then="I laugh"))
    forget(full, HER)
    assert restore(full, old).added == 0
    assert [saved.record.if_ for saved in full.history(Card, "x")] == ["N. N. laughs", "she laughs"]
    assert full.latest(Card, "y") == Card(lesson="x", if_="Ingibjörg smiles", then="I smile")
    new = Workbook(full.path.with_name("new.sqlite3"), clock)
    restore(new, export(full))
    assert restore(new, old).left_out == 8
    assert [saved.record.if_ for saved in new.history(Card, "x")] == ["N. N. laughs", "she laughs"]


def test_a_name_in_the_key_of_what_was_taken_away_goes_with_it(full: Workbook) -> None:
    full.save("for Ingibjörg", Card(lesson="x", if_="she laughs", then="I laugh"))
    full.remove(Card, "for Ingibjörg")
    forget(full, HER)
    assert b"Ingibj" not in bytes_of(full)


def test_what_a_forgetting_cut_short_left_of_a_backup_that_is_gone_goes_too(full: Workbook) -> None:
    journal = full.path.parent / "backups" / "workbook-2026-01-01.sqlite3-journal"
    journal.write_bytes(SECRET.encode())
    forget(full, HER)
    assert not journal.exists()


def test_the_message_names_what_is_out_of_reach(full: Workbook) -> None:
    said = str(forget(full, HER))
    assert said.startswith(f"{NAME} is out of the workbook, its history and its backups (entries: 8).")
    assert out_of_reach() in said


def test_forgetting_twice_or_somebody_unknown_does_no_harm(full: Workbook, tmp_path: Path) -> None:
    forget(full, HER)
    assert forget(full, HER).entries == 0
    nowhere = Workbook(tmp_path / "nowhere" / "workbook.sqlite3", full.now)
    assert forget(nowhere, HER).entries == 0
    assert not nowhere.path.parent.exists()


def test_a_backup_that_cannot_be_cleaned_is_named(full: Workbook) -> None:
    backup = backups_of(full.path)[0]
    backup.write_bytes(b"not a database at all, for whatever reason")
    gone = forget(full, HER)
    assert gone.not_cleaned == (backup,)
    assert f"We could not clean '{backup}'" in str(gone)


def test_a_lesson_that_reads_meanwhile_holds_up_the_tidying_and_is_told(
    full: Workbook, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("rapportkit.workbook.connection.PATIENCE", 0.05)
    with closing(sqlite3.connect(backups_of(full.path)[0])) as reader:
        reader.execute("begin")
        reader.execute("select * from record").fetchone()
        assert forget(full, HER).not_cleaned == (backups_of(full.path)[0],)
    assert forget(full, HER).not_cleaned == ()
    assert NAME.encode() not in bytes_of(full)


def test_what_a_killed_backup_left_behind_goes_and_a_workbook_put_aside_is_named(full: Workbook) -> None:
    unfinished = full.path.parent / "backups" / "workbook.unfinished"
    unfinished.write_bytes(SECRET.encode())
    aside = full.path.with_name("workbook-damaged-1.sqlite3")
    aside.write_bytes(SECRET.encode())
    assert forget(full, HER).not_cleaned == (aside,)
    assert not unfinished.exists()


def test_a_dossier_goes_with_what_was_read_in_files_and_every_name_in_it(workbook: Workbook) -> None:
    reading = Reading(person=Person(name=NAME), not_understood=(Source(text=SECRET, where="profile.pdf, page 1"),))
    workbook.save(HER, Dossier(notes=(Note(kind="sport", text=SECRET),)))
    workbook.save(HER, Dossier(name="Inga").with_file("profile.pdf", reading))
    workbook.save("x", Card(lesson="x", if_="Inga smiles", then="I smile"))
    old = export(workbook)
    assert people_called(workbook, "inga").keys() == people_called(workbook, NAME).keys() == {HER}
    gone = forget(workbook, HER)
    assert gone.still_mentioned_in == (("card", "x"),)
    assert SECRET.encode() not in workbook.path.read_bytes()
    assert restore(workbook, old).left_out == 2
    assert workbook.all(Dossier) == {}


def test_the_recipient_of_notes_goes_too_and_a_name_that_stands_in_for_one_marks_nobody(workbook: Workbook) -> None:
    workbook.save(HER, Recipient(key=HER, name="your interviewer", drafts={"thank-you": SECRET}))
    workbook.save(HIM, Recipient(key=HIM, name="your interviewer"))
    old = export(workbook)
    assert forget(workbook, HER).entries == 1
    assert SECRET.encode() not in workbook.path.read_bytes()
    assert restore(workbook, old) == Restored(added=0, already_there=1, left_out=1)
    assert set(workbook.all(Recipient)) == {HIM}


def test_of_every_kind_it_is_settled_what_forgetting_does_to_it() -> None:
    settled = [*PEOPLE, *OF_A_PERSON, *OF_THE_LEARNER]
    assert sorted(settled) == sorted(KINDS)


def test_people_are_found_by_key_and_by_any_name_they_had(full: Workbook) -> None:
    assert people_called(full, HER) == {HER: NAME}
    assert people_called(full, "ingibjörg  HALLDÓRSDÓTTIR") == {HER: NAME}
    assert people_called(full, "Tendai Moyo") == {HIM: "Tendai Moyo"}
    assert people_called(full, "Nobody") == {}


def test_two_people_of_one_name_are_both_found(full: Workbook) -> None:
    full.save("interviewer-3", Person(name="tendai moyo"))
    assert set(people_called(full, "Tendai Moyo")) == {HIM, "interviewer-3"}


@pytest.mark.parametrize(
    ("name", "typed"),
    [
        ("Siobhán O'Neill", "O’Neill"),
        ("Siobhán O'Neill", "siobhan oneill"),
        ("Anna van der Berg", "van der Berg"),
        ("Rhys Pryce-Ellis", "Pryce-Ellis"),
        ("Lucía García Lorca", "Garcia"),
        ("Lucía García Lorca", "García Lorca"),
    ],
)
def test_a_surname_is_enough_however_it_is_typed(workbook: Workbook, name: str, typed: str) -> None:
    workbook.save("her", Dossier(name=name))
    workbook.save("another", Dossier(name="Berit Lund"))

    assert people_called(workbook, typed) == {"her": name}
