from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rapportkit.cards import RECALL_DAYS_BEFORE, Card, recall_days

DAY = date(2026, 12, 10)


def test_lines_are_recalled_three_days_one_day_and_the_morning_before():
    assert recall_days(DAY, today=date(2026, 12, 1)) == (date(2026, 12, 7), date(2026, 12, 9), DAY)


@pytest.mark.parametrize(
    ("today", "left"), [("2026-12-07", 3), ("2026-12-08", 2), ("2026-12-10", 1), ("2026-12-11", 0), ("2027-12-01", 0)]
)
def test_a_day_that_is_past_is_left_out_and_today_is_not(today, left):
    assert len(recall_days(DAY, date.fromisoformat(today))) == left


def test_leap_days_and_year_ends_are_days_like_others():
    assert recall_days(date(2028, 3, 1), date(2028, 1, 1)) == (date(2028, 2, 27), date(2028, 2, 29), date(2028, 3, 1))
    assert recall_days(date(2027, 1, 1), date(2026, 1, 1))[0] == date(2026, 12, 29)


@given(
    st.dates(date(1970, 1, 1), date(2199, 12, 31)),
    st.integers(-10, 10),
)
def test_recall_days_come_in_order_from_today_to_the_interview(interview, ahead):
    today = interview - timedelta(days=ahead)
    days = recall_days(interview, today)
    assert list(days) == sorted(days)
    assert all(today <= day <= interview for day in days)
    assert len(days) == sum(before <= ahead for before in RECALL_DAYS_BEFORE)


@pytest.mark.parametrize(
    ("condition", "action", "sentence"),
    [
        ("they change the subject", "I follow and breathe.", "If they change the subject, then I follow and breathe."),
        (" they change the subject, ", " I follow. ", "If they change the subject, then I follow."),
        ("they say hello...", "I smile", "If they say hello, then I smile"),
        ("er schweigt", "warte ich – drei Atemzüge", "If er schweigt, then warte ich – drei Atemzüge"),
    ],
)
def test_a_card_reads_as_one_sentence(condition, action, sentence):
    assert Card(lesson="05_listening", if_=condition, then=action).sentence == sentence


@pytest.mark.parametrize(
    ("typed", "read"),
    [
        ("count to four.", "I count to four."),
        ("Ask Helen about the fells", "I ask Helen about the fells"),
        ("say to myself: nobody dies of this", "I say to myself: nobody dies of this"),
        ("don't hurry", "I don't hurry"),
        ("will drink some water", "I will drink some water"),
        ("say I need a moment", "I say I need a moment"),
        ("then put the pen down", "I put the pen down"),
        ("to look at the picture", "I look at the picture"),
        ("STOP and breathe", "I STOP and breathe"),
        ("“One moment, please.”", "I say “One moment, please.”"),
        ("breathe", "I breathe"),
    ],
)
def test_what_is_typed_after_then_i_is_read_with_that_i(typed, read):
    assert Card(lesson="01_purpose", if_="it gets loud", then=typed).sentence == f"If it gets loud, then {read}"


@pytest.mark.parametrize(
    "typed",
    [
        "I'll wait", "I’m quiet", "i wait", "my pen goes down", "the page stays shut", "we both laugh",
        "slowly I count to four", "first I drink", "so, I wait", "warte ich", "je respire", "j'attends", "it may rain",
    ],
)  # fmt: skip
def test_a_half_with_a_subject_of_its_own_stays_as_it_is(typed):
    assert Card(lesson="01_purpose", if_="it gets loud", then=typed).sentence == f"If it gets loud, then {typed}"


def test_a_card_keeps_what_was_typed_to_the_letter():
    card = Card(lesson="05_listening", if_="  they\nlaugh, ", then="\tI laugh ")
    assert Card.model_validate_json(card.model_dump_json()) == card
    assert card.if_ == "  they\nlaugh, "
