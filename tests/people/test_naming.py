"""Names and headlines: what a page or a person puts beside them is no part of them."""

from __future__ import annotations

import pytest

from rapportkit.people.naming import headline_of, without_pronouns
from tests.linear import grows_linearly


@pytest.mark.parametrize(
    ("written", "kept"),
    [
        ("Ana Reis (She/Her)", "Ana Reis"),
        ("Ana Reis She/Her", "Ana Reis"),
        ("(they/them) Sam Doe", "Sam Doe"),
        ("Sam Doe (he, him)", "Sam Doe"),
        ("Sam Doe [ze / zir / zirs]", "Sam Doe"),
        ("Baker (She/They) at Acme", "Baker at Acme"),
        ("Baker | She/Her | Choir singer", "Baker | Choir singer"),
        ("Lea Roth (sie/ihr) · 2nd", "Lea Roth"),
        ("Pronouns: she/her", ""),
    ],
)
def test_pronouns_are_no_part_of_a_name_or_a_headline(written: str, kept: str) -> None:
    assert without_pronouns(written) == kept


@pytest.mark.parametrize("written", ["He Li", "IT/IT specialist", "Il/La presidente", "Runner-up, 2nd", "Theyyam Her"])
def test_names_and_trades_that_look_like_pronouns_stay(written: str) -> None:
    assert without_pronouns(written) == written


@pytest.mark.parametrize(
    ("written", "kept"),
    [
        ("Call 0164 960 0123", ""),
        ("Mobile 07700 900456", ""),
        ("Visit https://bread.example now", ""),
        ("Clerk, ring or 0164 960 0123", "Clerk"),
        ("Clerk at Acme, tel. 0164 960 0123", "Clerk at Acme"),
        ("Clerk at Acme 0164 960 0123", "Clerk at Acme"),
        ("Clerk (m: +44 7700 900123)", "Clerk"),
        ("Clerk. Email me: ana@mail.example", "Clerk"),
        ("Clerk | ana@mail.example | Leeds", "Clerk | Leeds"),
        ("Nurse - 0164 960 0123 - Leeds", "Nurse - Leeds"),
        ("Call centre manager, call 0164 960 0123", "Call centre manager"),
        ("Nurse &amp; carer, since 2012", "Nurse & carer, since 2012"),
        ("Founder @ Acme", "Founder @ Acme"),
    ],
)
def test_the_words_that_lead_to_a_number_leave_the_headline_with_it(written: str, kept: str) -> None:
    assert headline_of(written) == kept


@pytest.mark.parametrize("piece", ["she/", "(she", "a | ", "call ", "· ", "she / ", " - 0164 960 0123"])
def test_a_long_headline_is_read_in_linear_time(piece: str) -> None:
    assert grows_linearly(lambda size: headline_of(piece * (size // len(piece))), 60_000)
