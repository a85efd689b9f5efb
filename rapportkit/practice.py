"""What a learner practised and when, and which of the tips they practise, replace or skip."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Annotated, Literal

from pydantic import Field

from rapportkit.record import Prose, Record, Short

Tip = Literal["T1", "T2", "T3", "T4", "T5", "T6", "T7", "T8", "T9", "T10"]
Way = Literal["practise", "replace", "skip"]

Claim = Annotated[str, Field(pattern=r"^(P[1-5]|R[1-7]|C[1-5]|T([1-9]|10)|F[1-5]|O[1-6]|A[1-4])$")]
"""The id of a claim of the method, of which the tips are some."""

TIPS: Mapping[Tip, str] = {
    "T1": "Make and keep eye contact",
    "T2": "Listen, really listen",
    "T3": "Let the conversation flow",
    "T4": "Go along when they change the subject",
    "T5": "Nod, smile and laugh where it fits",
    "T6": "Keep off canned replies",
    "T7": "Pause and think before you speak",
    "T8": "Be genuine",
    "T9": "Be your best self",
    "T10": "Listen more than you talk",
}
"""The nine tips of the method and its bottom line, in its order."""

MOST_DRILLS = 3
"""So many drills are in hand at a time; the others wait."""


READ_ONCE, VANISHING_LINE = "read-once", "the-vanishing-line"
"""What is in the practice log beside the drills: an answer read once, a line that vanished."""


class Practice(Record):
    """One time that something was practised: the day, what it was, a note to oneself, and about how long it took."""

    on: date
    drill: Short
    note: Prose = ""
    minutes: int = Field(default=3, ge=1, le=120)


class MyWays(Record):
    """
    What the learner does with each tip; a tip that is not named is practised.

    `instead` holds what they do in place of a tip, in their own words; `drills` are the drills in hand, by id.
    """

    tips: dict[Tip, Way] = Field(default_factory=dict)
    instead: dict[Tip, Prose] = Field(default_factory=dict)
    drills: tuple[Short, ...] = Field(default=(), max_length=MOST_DRILLS)

    def way_with(self, tip: Tip) -> Way:
        """
        What the learner does with this tip.

            >>> MyWays(tips={"T1": "skip"}).way_with("T1"), MyWays().way_with("T2")
            ('skip', 'practise')
        """
        return self.tips.get(tip, "practise")

    def leaves_out(self, claims: Iterable[str]) -> bool:
        """
        Whether what practises these claims of the method is about nothing but tips that the learner skips.

            >>> ways = MyWays(tips={"T4": "skip"})
            >>> ways.leaves_out(["T4"]), ways.leaves_out(["T4", "C5"]), ways.leaves_out([])
            (True, False, False)
        """
        claims = tuple(claims)
        return bool(claims) and all(self.tips.get(claim) == "skip" for claim in claims)  # type: ignore[call-overload]


MY_WAYS = "my-ways"
"""The key under which the learner's ways are kept."""

LISTEN_FOR = "listen-for"
"""The key under which the one thing to listen for is kept."""


class ListenFor(Record):
    """The one thing that the learner means to listen for in an interview."""

    what: Prose


def practice_key(practice: Practice) -> str:
    """
    The key under which a practice is kept: one entry a day for each drill, so that a second press doubles nothing.

        >>> practice_key(Practice(on=date(2026, 12, 1), drill="hear-it-back"))
        '2026-12-01/hear-it-back'
    """
    return f"{practice.on.isoformat()}/{practice.drill}"
