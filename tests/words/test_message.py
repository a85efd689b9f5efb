"""The review of a message."""

from __future__ import annotations

from datetime import UTC, date, datetime
from typing import get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rapportkit.errors import InvalidValue
from rapportkit.record import build
from rapportkit.words.context import MessageContext
from rapportkit.words.explain import explain_rule
from rapportkit.words.message import MessageKind, review_message
from tests.linear import grows_linearly

KINDS: tuple[MessageKind, ...] = get_args(MessageKind)
GOOD = (
    "Dear Ms Haddad,\n\nThank you for showing me the workshop today. The old lathe stays in my mind.\n\n"
    "Best wishes,\nOwen"
)

HADDAD = MessageContext(interviewer="Rana Haddad", interview_date=date(2026, 12, 3), sent_date=date(2026, 12, 4))


def test_a_good_thank_you_needs_no_mending() -> None:
    review = review_message("thank-you", GOOD, HADDAD)
    assert review.verdict == "ready"
    assert review.remarks == ()
    assert review.looked_for == (
        *("bitter", "pushy", "placeholder", "no-name", "wrong-name", "no-thanks", "sensitive", "canned", "too-long"),
        "late",
    )


def test_all_that_is_wrong_is_said_at_once() -> None:
    context = HADDAD.with_(sent_date=date(2026, 12, 9))
    review = review_message("thank-you", "Dear Mr Cole,\nthank you for [topic]. " + "word " * 200, context)
    assert {"wrong-name", "placeholder", "too-long", "late"} <= {remark.rule for remark in review.remarks}
    assert review.remarks[-1].rule == "late"
    assert review.verdict == "rework"
    assert review.remarks[-1].span is None
    assert "4 December 2026" in review.remarks[-1].says


def test_what_is_not_known_is_not_looked_for() -> None:
    looked_for = review_message("thank-you", GOOD, MessageContext()).looked_for
    assert not {"wrong-name", "not-specific", "late"} & set(looked_for)


def test_only_a_thank_you_can_be_late() -> None:
    late = HADDAD.with_(sent_date=date(2026, 12, 30))
    assert all("late" not in review_message(kind, GOOD, late).looked_for for kind in KINDS if kind != "thank-you")


def test_a_remark_to_consider_leaves_the_verdict_ready() -> None:
    review = review_message("invitation", "Dear Rana, " + "I like the old lathe. " * 9, HADDAD)
    assert [(remark.rule, remark.weight) for remark in review.remarks] == [("too-long", "consider")]
    assert review.verdict == "ready"


@pytest.mark.parametrize("text", ["", "  \n\t ", "\u00a0"])
def test_nothing_written_is_no_verdict(text: str) -> None:
    review = review_message("invitation", text, MessageContext())
    assert (review.verdict, review.reason, review.looked_for) == (None, "Nothing is written yet.", ())


def test_a_language_that_is_not_read_gets_no_verdict() -> None:
    review = review_message("thank-you", "Vielen Dank für das Gespräch gestern, es hat mir sehr gefallen.", HADDAD)
    assert review.verdict is None
    assert review.reason


def test_every_rule_that_is_looked_for_can_be_explained() -> None:
    for kind in KINDS:
        for rule in review_message(kind, GOOD, HADDAD).looked_for:
            assert kind in explain_rule(rule, kind).applies_to


@pytest.mark.parametrize(
    "value", ["2026-12-03", "2026-12-03T14:00:00+01:00", date(2026, 12, 3), datetime(2026, 12, 3, 14, tzinfo=UTC)]
)
def test_a_day_may_come_as_a_day_or_with_a_time(value: object) -> None:
    assert build(MessageContext, {"interview_date": value}, "context").interview_date == date(2026, 12, 3)


@pytest.mark.parametrize("value", ["soon", 20261203, "2026-13-01", True])
def test_what_is_no_day_is_refused_with_a_remedy(value: object) -> None:
    with pytest.raises(InvalidValue, match="interview_date should be a date such as 2026-12-03"):
        build(MessageContext, {"interview_date": value}, "context")


@given(st.text(), st.text(max_size=80), st.sampled_from(KINDS))
def test_any_unicode_goes_through_and_spans_lie_within_the_text(text: str, name: str, kind: MessageKind) -> None:
    review = review_message(kind, f"Dear {name}, thank you. {text}", MessageContext(interviewer=name, company=text))
    length = len(f"Dear {name}, thank you. {text}")
    assert all(0 <= one.span[0] < one.span[1] <= length for one in review.remarks if one.span)


@pytest.mark.parametrize(
    "piece",
    ["Dear Priya, ", "[a ", "___ ", "{a", "Subject: x\n", "thanks, ", "a'", "X", "\n", "Best,\nPriya\n", "(insert "],
)
def test_a_hundred_kilobytes_take_linear_time(piece: str) -> None:
    context = MessageContext(interviewer="Priya Nair and Tom Webb", company="Fern Lodge")

    def look(size: int) -> None:
        review_message("thank-you", "Thank you for the talk. " + piece * (size // len(piece)), context)

    assert grows_linearly(look, 100_000)
