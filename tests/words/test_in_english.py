"""Texts in other languages are not judged, and how a text is typed changes nothing of what is said of it."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from rapportkit.words.context import MessageContext
from rapportkit.words.in_english import is_english, quietly
from rapportkit.words.message import review_message
from rapportkit.words.opening import About, review_opening
from rapportkit.words.speech import Speech

CHESS = About(kind="interest", label="chess")
TOLD = "My grandad let me win at chess until I was nine, on the night ferry. Who taught you?"
WATCHED = "A friend in your HR department sent me the picture from your birthday with that chess set on the cake. Nice."


@pytest.mark.parametrize(
    "text",
    [
        "Min farfar lät mig vinna i schack. Vem lärde dig?",
        "Isoisä antoi minun voittaa shakissa. Kuka opetti sinua?",
        "Dedem satrançta kazanmama izin verirdi. Size kim öğretti?",
        "Babu yangu aliniacha nishinde chess. Nani alikufundisha wewe?",
        "asdf qwer zxcv lkjh poiu mnbv?",
    ],
)
def test_what_holds_hardly_a_word_of_english_is_not_judged(text: str) -> None:
    assert review_opening(text, CHESS).verdict is None
    assert review_message("thank-you", text, MessageContext()).verdict is None


@pytest.mark.parametrize("text", [TOLD, "Badminton, Tuesdays. You?", "Dundee! Mine.", "Net cord, wrong glasses."])
def test_short_and_clipped_english_is(text: str) -> None:
    assert is_english(Speech(text))


@pytest.mark.parametrize("text", [TOLD, WATCHED])
@pytest.mark.parametrize(
    "typed", [str.upper, lambda text: f"\n\n  {text}", lambda text: text.replace("with ", "with\n")]
)
def test_capitals_space_before_and_a_full_line_change_no_verdict(text: str, typed: Callable[[str], str]) -> None:
    told, again = review_opening(text, CHESS), review_opening(typed(text), CHESS)
    assert [(remark.rule, remark.weight) for remark in told.remarks] == [
        (remark.rule, remark.weight) for remark in again.remarks
    ]


def test_capitals_are_quietened_sign_for_sign() -> None:
    shouted = "İSTANBUL IN MAY: I SAW “TWO” FERRIES, ß AND ALL. DID YOU?"
    assert len(quietly(shouted)) == len(shouted)
    assert quietly("I saw ABBA in Leeds with my mum.") == "I saw ABBA in Leeds with my mum."
