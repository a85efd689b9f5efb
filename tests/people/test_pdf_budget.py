from __future__ import annotations

import io

import pytest

from rapportkit.people.pdf_budget import MOST_STEPS, Budget, MeteredBytes, TooMuch


def test_what_is_spent_is_gone_and_no_more_than_there_is_can_be_spent() -> None:
    budget = Budget(10)
    budget.spend(10)

    with pytest.raises(TooMuch):
        budget.spend(1)


def test_whoever_passes_over_every_exception_does_not_pass_over_this_one() -> None:
    assert not issubclass(TooMuch, Exception)


def test_bytes_read_as_ever_and_each_reading_is_a_step() -> None:
    budget = Budget()
    data = MeteredBytes(b"%PDF-1.5 and more", budget)

    assert (data.read(5), data.seek(0), data.read()) == (b"%PDF-", 0, b"%PDF-1.5 and more")
    assert budget.left == MOST_STEPS - 3


def test_looking_through_a_large_file_costs_more() -> None:
    budget = Budget()
    data = MeteredBytes(bytes(1_000_000), budget)
    data.seek(0, io.SEEK_END)
    assert MOST_STEPS - budget.left > 10_000

    before = budget.left
    with data.getbuffer() as everything:
        assert len(everything) == 1_000_000
    assert before - budget.left > 10_000
