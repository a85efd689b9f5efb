"""If-then cards, and when a card, a proof or a line is to be said again from memory."""

from __future__ import annotations

from datetime import date, datetime, timedelta

from rapportkit.record import Prose, Record, Short

RECALL_DAYS_BEFORE = (3, 1, 0)
"""Days before the interview on which to recall: three days, one day, the morning of."""

A_DAY = timedelta(days=1)
"""What was said from memory a moment ago is still there; asked again so soon, it trains nothing."""

_I = frozenset({"i", "ich", "je", "j", "yo", "io", "eu", "ik", "jag", "jeg", "ja"})
"""The one who makes the card, in the languages in which cards are written."""

_OTHERS = frozenset({
    "you", "he", "she", "it", "we", "they", "my", "your", "his", "her", "its", "our", "their", "the", "a", "an",
    "this", "that", "these", "those", "there", "nobody", "everybody", "somebody", "mein", "meine", "mon", "ma",
    "mes", "mi", "mis", "il", "elle", "on", "wir", "nous",
})  # fmt: skip
"""Words with which a half begins that tells of something else: the field's own "I" has no place before them."""

_LEADING = frozenset({
    "and", "also", "at", "first", "if", "in", "instead", "just", "maybe", "next", "now", "on", "only", "perhaps",
    "so", "still", "then", "today", "when", "with",
})  # fmt: skip
"""Words that may stand before an "I" of the learner's own, besides those in -ly."""


class Card(Record):
    """A plan for one moment: if this happens, then I do that. In the learner's own words."""

    lesson: Short
    if_: Prose
    then: Prose

    @property
    def sentence(self) -> str:
        """
        The card as it is read aloud; empty while a half is missing.

            >>> Card(lesson="x", if_="If they smile,", then="then I smile back.").sentence
            'If they smile, then I smile back.'
            >>> Card(lesson="x", if_="they smile", then="Smile back.").sentence
            'If they smile, then I smile back.'
        """
        moment, plan = _without("if", self.if_).rstrip(",. "), _told_by_me(_without("then", self.then))
        return f"If {moment}, then {plan}" if moment and plan else ""


def _without(word: str, half: str) -> str:
    """A half of the card without its first word, where the learner has typed that too."""
    first, _, rest = half.strip().partition(" ")
    return rest.strip() if first.casefold() == word else half.strip()


def _told_by_me(plan: str) -> str:
    """What was typed behind the field's "then I ...", with that "I", unless it has a subject of its own."""
    if not plan or _has_a_subject(plan):
        return plan
    if not plan[0].isalnum():
        return f"I say {plan}" if plan[0] in "\"'“‘«„" else plan
    first, space, rest = plan.partition(" ")
    if first.casefold() == "to" and rest:  # "to breathe out" is what I do
        first, space, rest = rest.partition(" ")
    return f"I {first if first[1:2].isupper() else first[0].lower() + first[1:]}{space}{rest}"


def _has_a_subject(plan: str) -> bool:
    first, second = (*(_subject(word) for word in plan.split()[:2]), "")[:2]
    if first in _I or first in _OTHERS:
        return True
    return second in _I and (second != "i" or first in _LEADING or first.endswith("ly"))


def _subject(word: str) -> str:
    """A word as it may be a subject: "I'll" and "I'm" are "i"."""
    return word.replace("’", "'").partition("'")[0].strip(",.:;!").casefold()


def recall_days(interview: date, today: date) -> tuple[date, ...]:
    """
    The days, from *today* on, on which to say one's lines, proofs and cards from memory.

        >>> recall_days(date(2026, 12, 10), today=date(2026, 12, 8))
        (datetime.date(2026, 12, 9), datetime.date(2026, 12, 10))
    """
    days = (interview - timedelta(days=before) for before in RECALL_DAYS_BEFORE)
    return tuple(day for day in days if day >= today)


def is_asked_again(answered: datetime, now: datetime, interview: date | None = None) -> bool:
    """
    Whether what was *answered* from memory is to be asked *now*: on the next day for it, else after a day at least.

    Days are those of the clock that *now* tells.

        >>> said = datetime(2026, 12, 9, 20)
        >>> is_asked_again(said, datetime(2026, 12, 10, 8)), is_asked_again(said, datetime(2026, 12, 10, 21))
        (False, True)
        >>> is_asked_again(said, datetime(2026, 12, 10, 8), interview=date(2026, 12, 10))
        True
    """
    then, today = answered.astimezone(now.tzinfo).date() if now.tzinfo else answered.date(), now.date()
    days = recall_days(interview, then) if interview else ()
    return then > today or any(then < day <= today for day in days) or now - answered >= A_DAY
