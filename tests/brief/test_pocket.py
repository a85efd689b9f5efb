"""The pocket page: the prompts first, the words below the fold, and the days that are left."""

from __future__ import annotations

from datetime import date, datetime
from zoneinfo import ZoneInfo

from rapportkit.brief import Brief
from rapportkit.brief.pocket import pocket_name, pocket_page
from rapportkit.cards import Card
from rapportkit.interviews import Interview, Line, Proof

AT = datetime(2026, 12, 10, 14, 0, tzinfo=ZoneInfo("Europe/London"))
INTERVIEW = Interview(id="interview-1", at=AT, zone="Europe/London")
LINE = Line(person="them", about_kind="interest", about_label="Bees", text="I kept <bees> on a roof. And you?")
RED = Line(person="them", about_kind="group", about_label="Asthma support group", text="We both go there.")
BRIEF = Brief(
    interview=INTERVIEW,
    lines=(LINE, RED),
    proofs=(
        Proof(situation="A flood", action="I swept", change="It was dry"),
        Proof(situation="Half a fire", action="", change=""),
    ),
    cards=(Card(lesson="04", if_="they yawn", then="I stop"), Card(lesson="05", if_="they laugh", then="")),
)


def test_the_prompts_stand_above_the_fold_and_the_words_below_it() -> None:
    above, below = pocket_page(BRIEF, date(2026, 12, 1)).split("Fold here")

    for prompt in ("Your line: Bees", "number 1", "If they yawn, then ..."):
        assert prompt in above
    for words in ("I kept &lt;bees&gt; on a roof. And you?", "It was dry", "If they yawn, then I stop"):
        assert words in below
        assert words not in above


def test_half_a_proof_and_half_a_card_are_not_asked_for() -> None:
    page = pocket_page(BRIEF, date(2026, 12, 1))

    assert "Half a fire" not in page
    assert "they laugh" not in page


def test_the_days_that_are_left_stand_on_it() -> None:
    early, late = pocket_page(BRIEF, date(2026, 12, 1)), pocket_page(BRIEF, date(2026, 12, 10))

    for day in (
        "three days before, Monday 7 December",
        "the day before, Wednesday 9",
        "the morning of it, Thursday 10",
    ):
        assert day in early
    assert "the day before" not in late
    assert "the morning of it" in late


def test_what_touches_a_red_topic_is_kept_off_the_paper_and_counted() -> None:
    page = pocket_page(BRIEF, date(2026, 12, 1))

    assert "Asthma" not in page
    assert "Kept off this page, since it may lie on a table: 1 line." in page


def test_an_empty_workbook_gives_a_page_that_says_so() -> None:
    assert "nothing to say from memory yet" in pocket_page(Brief(interview=INTERVIEW), date(2026, 12, 1))


def test_the_file_bears_no_name() -> None:
    assert pocket_name(BRIEF) == "pocket-page-2026-12-10.html"
