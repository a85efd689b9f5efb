"""What a message rests on: loaded without the rules that judge it, since an exercise holds one."""

from __future__ import annotations

from datetime import date, datetime
from typing import Annotated, Any

from pydantic import BeforeValidator
from pydantic_core import PydanticCustomError

from rapportkit.record import Record


def _day(value: Any) -> Any:
    """A day out of a day, a date and time, or text in ISO form; numbers are no dates."""
    if value is None or value == "":
        return None
    if isinstance(value, datetime):
        return value.date()
    if isinstance(value, str):
        try:
            return datetime.fromisoformat(value.strip()).date()
        except ValueError:
            pass
    elif isinstance(value, date):
        return value
    raise PydanticCustomError("date_parsing", "should be a date such as 2026-12-03")


Day = Annotated[date | None, BeforeValidator(_day)]


class MessageContext(Record):
    """
    What a message rests on, as far as it is known.

    `interviewer` may name several people ("Priya Nair and Tom Webb"); `talked_about` holds what was spoken of
    in the interview, in the learner's words.
    """

    interviewer: str = ""
    role: str = ""
    company: str = ""
    talked_about: tuple[str, ...] = ()
    interview_date: Day = None
    sent_date: Day = None

    @property
    def known(self) -> tuple[str, ...]:
        """Names and titles that any note to this person would have."""
        return (self.interviewer, self.role, self.company)
