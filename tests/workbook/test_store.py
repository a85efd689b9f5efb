from __future__ import annotations

import shutil
import sys
from datetime import UTC, datetime, timedelta, timezone
from pathlib import Path
from typing import Protocol

import pytest

from rapportkit.cards import Card
from rapportkit.errors import InvalidValue
from rapportkit.people.person import Fact, Person
from rapportkit.record import Record
from rapportkit.workbook.backups import backups_of, is_whole
from rapportkit.workbook.rescue import bring_back
from rapportkit.workbook.store import Workbook

NOON = datetime(2026, 11, 23, 12, tzinfo=UTC)


class Clock(Protocol):
    """The clock of conftest.py: it stands still until it is moved."""

    at: datetime

    def __call__(self) -> datetime: ...

    def move(self, **by: float) -> None: ...


def card(then: str) -> Card:
    return Card(lesson="04_conversation", if_="there is a silence", then=then)


def test_what_was_saved_is_found_again_by_another_lesson(workbook: Workbook, clock: Clock) -> None:
    workbook.save("silence", card("I count to three"))
    assert Workbook(workbook.path, clock).latest(Card, "silence") == card("I count to three")


def test_a_workbook_that_is_not_there_reads_as_empty_and_makes_nothing(workbook: Workbook) -> None:
    assert workbook.latest(Card, "silence") is None
    assert workbook.all(Card) == {}
    assert workbook.history(Card, "silence") == ()
    workbook.remove(Card, "silence")
    assert not workbook.path.parent.exists()


def test_the_history_keeps_every_answer_oldest_first(workbook: Workbook, clock: Clock) -> None:
    for words in ("I count to three", "I ask about the journey", "I count to three"):
        workbook.save("silence", card(words))
        clock.move(days=1)
    history = workbook.history(Card, "silence")
    assert [saved.record.then for saved in history] == [
        "I count to three",
        "I ask about the journey",
        "I count to three",
    ]
    assert [saved.saved_at for saved in history] == [NOON + timedelta(days=n) for n in range(3)]


def test_saving_the_same_again_changes_nothing(workbook: Workbook, clock: Clock) -> None:
    workbook.save("silence", card("I count to three"))
    clock.move(hours=1)
    workbook.save("silence", card("I count to three"))
    assert len(workbook.history(Card, "silence")) == 1


def test_all_gives_the_latest_of_each_key_in_the_order_of_the_first_save(workbook: Workbook, clock: Clock) -> None:
    for key in ("zebra", "ant", "zebra", "moth"):
        workbook.save(key, card(f"{key} at {clock.at.isoformat()}"))
        clock.move(minutes=1)
    assert list(workbook.all(Card)) == ["zebra", "ant", "moth"]
    assert workbook.all(Card)["zebra"].then == "zebra at 2026-11-23T12:02:00+00:00"


def test_kinds_do_not_get_in_each_others_way(workbook: Workbook) -> None:
    workbook.save("me", card("I breathe"))
    workbook.save("me", Person(name="Oluwaseun Adébáyò"))
    assert workbook.latest(Card, "me") == card("I breathe")
    assert workbook.latest(Person, "me") == Person(name="Oluwaseun Adébáyò")


def test_a_clock_set_back_does_not_hide_the_newer_answer(workbook: Workbook, clock: Clock) -> None:
    workbook.save("silence", card("first"))
    clock.move(days=-300)
    workbook.save("silence", card("second"))
    assert workbook.latest(Card, "silence") == card("second")
    assert workbook.history(Card, "silence")[1].saved_at == NOON + timedelta(microseconds=1)


def test_a_clock_that_stands_still_keeps_the_order(workbook: Workbook) -> None:
    for number in range(20):
        workbook.save("silence", card(str(number)))
    moments = [saved.saved_at for saved in workbook.history(Card, "silence")]
    assert moments == sorted(set(moments))


def test_times_are_kept_in_utc_wherever_the_learner_sits(workbook: Workbook, clock: Clock) -> None:
    clock.at = datetime(2026, 11, 23, 23, 30, tzinfo=timezone(timedelta(hours=-7)))
    workbook.save("silence", card("I count to three"))
    assert workbook.history(Card, "silence")[0].saved_at == datetime(2026, 11, 24, 6, 30, tzinfo=UTC)


def test_a_clock_without_an_offset_is_a_slip_of_ours(workbook: Workbook, clock: Clock) -> None:
    clock.at = datetime(2026, 11, 23)  # noqa: DTZ001 - that is the slip
    with pytest.raises(ValueError, match="offset"):
        workbook.save("silence", card("I count to three"))


def test_what_is_taken_away_is_hidden_and_its_history_stays(workbook: Workbook) -> None:
    workbook.save("silence", card("I count to three"))
    workbook.remove(Card, "silence")
    workbook.remove(Card, "silence")
    assert workbook.latest(Card, "silence") is None
    assert workbook.all(Card) == {}
    assert [saved.record for saved in workbook.history(Card, "silence")] == [card("I count to three")]


def test_what_was_taken_away_can_be_saved_again(workbook: Workbook) -> None:
    workbook.save("silence", card("I count to three"))
    workbook.remove(Card, "silence")
    workbook.save("silence", card("I count to three"))
    assert workbook.all(Card) == {"silence": card("I count to three")}


@pytest.mark.parametrize("key", ["", "  ", "x" * 1_001, "half an emoji \ud83d"])
def test_a_key_that_can_name_nothing_is_refused(workbook: Workbook, key: str) -> None:
    with pytest.raises(InvalidValue, match="cannot name a record"):
        workbook.save(key, card("I count to three"))
    assert not workbook.path.exists()


def test_strange_signs_come_back_as_they_were_typed(workbook: Workbook) -> None:
    where = "nul \0, bell \a, half an emoji \ud83d, whole 🧗🏽, right to left \u202e, 'quotes\" and \\"
    person = Person(name="Nguyễn Thị Hương", facts=(Fact(kind="sport", label="leo núi", where=where),))
    workbook.save("key with \0 and 'quotes' 🧗🏽", person)
    assert workbook.all(Person) == {"key with \0 and 'quotes' 🧗🏽": person}


NOT_ON_WINDOWS = pytest.mark.skipif(sys.platform == "win32", reason="Windows takes no question mark in a name")


@pytest.mark.parametrize(
    "name",
    [
        "with space.sqlite3",
        pytest.param("what?.sqlite3", marks=NOT_ON_WINDOWS),
        "50% #1.sqlite3",
        "Übung 🧗.sqlite3",
        "[a].sqlite3",
    ],
)
def test_the_file_may_have_any_name(tmp_path: Path, clock: Clock, name: str) -> None:
    workbook = Workbook(tmp_path / name, clock)
    workbook.save("silence", card("I count to three"))
    assert workbook.latest(Card, "silence") == card("I count to three")
    assert [file.name for file in tmp_path.iterdir()] == [name]


@pytest.mark.parametrize(
    "folder", ["OneDrive - Müller & Søn", "Zoé's 100% #1", "iCloud~Drive/[a] (b)", "Übung 🧗/.hidden"]
)
def test_it_may_lie_in_any_folder_with_its_backups(tmp_path: Path, clock: Clock, folder: str) -> None:
    workbook = Workbook(tmp_path / folder / "workbook.sqlite3", clock)
    for words in ("I count to three", "I ask"):
        workbook.save("silence", card(words))
        clock.move(days=1)

    assert workbook.latest(Card, "silence") == card("I ask")
    (backup,) = backups_of(workbook.path)
    assert is_whole(backup)
    assert bring_back(Workbook(tmp_path / folder / "other.sqlite3", clock), backup).added == 1


def test_two_workbooks_side_by_side_do_not_mix(tmp_path: Path, clock: Clock) -> None:
    mine, hers = Workbook(tmp_path / "mine.sqlite3", clock), Workbook(tmp_path / "hers.sqlite3", clock)
    mine.save("silence", card("mine"))
    hers.save("silence", card("hers"))
    assert (mine.latest(Card, "silence"), hers.latest(Card, "silence")) == (card("mine"), card("hers"))


def test_a_copy_of_the_one_file_is_a_whole_workbook(workbook: Workbook, tmp_path: Path, clock: Clock) -> None:
    workbook.save("silence", card("I count to three"))
    copy = shutil.copy(workbook.path, tmp_path / "on a stick.sqlite3")
    assert Workbook(Path(copy), clock).latest(Card, "silence") == card("I count to three")


def test_a_record_without_a_name_in_the_codec_is_a_slip_of_ours(workbook: Workbook) -> None:
    class Homeless(Record):
        """Nobody gave it a kind."""

    with pytest.raises(LookupError, match="Homeless"):
        workbook.save("key", Homeless())


def test_pauses_of_typing_make_one_version_and_a_press_of_save_makes_it_stay(workbook: Workbook, clock: Clock) -> None:
    for words in ("I", "I count", "I count to"):
        workbook.save("silence", card(words), typing=True)
        clock.move(seconds=2)
    workbook.save("silence", card("I count to three"))
    workbook.save("silence", card("I ask"), typing=True)
    workbook.save("silence", card("I ask about the journey"), typing=True)

    history = [saved.record.then for saved in workbook.history(Card, "silence")]

    assert history == ["I count to", "I count to three", "I ask about the journey"]


def test_saving_on_purpose_what_was_typed_makes_it_stay(workbook: Workbook) -> None:
    workbook.save("silence", card("I count"), typing=True)
    workbook.save("silence", card("I count"))
    workbook.save("silence", card("I ask"), typing=True)

    assert [saved.record.then for saved in workbook.history(Card, "silence")] == ["I count", "I ask"]


def test_typing_that_goes_on_for_long_leaves_versions_behind(workbook: Workbook, clock: Clock) -> None:
    for number in range(7):
        workbook.save("silence", card(f"version {number}"), typing=True)
        clock.move(minutes=2)
    history = [saved.record.then for saved in workbook.history(Card, "silence")]

    assert history[-1] == "version 6"
    assert 1 < len(history) < 7


def test_keys_are_told_by_kind_without_those_that_were_taken_away(workbook: Workbook) -> None:
    assert workbook.keys() == {}
    workbook.save("a", Card(lesson="a", if_="x", then="y"))
    workbook.save("b", Card(lesson="b", if_="x", then="y"))
    workbook.remove(Card, "a")

    assert workbook.keys() == {"card": ("b",)}


def test_the_state_changes_with_every_save_also_in_one_spell_of_typing_and_with_a_removal(tmp_path: Path) -> None:
    at = iter(datetime(2026, 12, 1, 9, 0, second, tzinfo=UTC) for second in range(30))
    book = Workbook(tmp_path / "w.sqlite3", lambda: next(at))
    states = [book.state()]
    for text in ("I c", "I count"):
        book.save("silence", card(text), typing=True)
        states.append(book.state())
    book.remove(Card, "silence")
    states.append(book.state())

    assert len(set(states)) == 4
    assert book.state() == states[-1]
