"""The one form that everything we keep has: a frozen record that refuses what it does not know."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Any, Self, TypeVar

from pydantic import BaseModel, ConfigDict, StringConstraints, ValidationError

from rapportkit.errors import InvalidValue

if TYPE_CHECKING:
    from collections.abc import Mapping

Short = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=300)]
"""A name, a label, a place: one line that a person typed."""

Prose = Annotated[str, StringConstraints(max_length=200_000)]
"""Running text, kept to the letter as it was typed."""


R = TypeVar("R", bound="Record")


class Record(BaseModel):
    """
    A frozen record.

    Records are compared by value, never changed in place (`with_(...)` makes a changed copy, checked like
    a new one), and refuse fields that they do not know.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    def with_(self, **changes: Any) -> Self:
        """This record with some fields replaced, validated again."""
        return type(self).model_validate({**dict(self), **changes})


def build(kind: type[R], values: Mapping[str, Any], where: str) -> R:
    """
    A record of *kind* from untrusted *values*.

    Raises:
        InvalidValue: a sentence with the place and the remedy, such as
            `interview: at should be a date and a time, not 'soon'`.
    """
    try:
        return kind.model_validate(values)
    except ValidationError as error:
        raise InvalidValue(explain(error, where)) from None


def explain(error: ValidationError, where: str) -> str:
    """The first problem of a pydantic error in one sentence: place, remedy, the value found."""
    first = error.errors(include_url=False)[0]
    place = ": ".join([where, *_place(first["loc"])])
    remedy = _REMEDIES.get(first["type"], _lower_first(first["msg"]))
    if first["type"] in ("missing", "extra_forbidden"):
        return f"{place} {remedy}."
    return f"{place} {remedy}, not {_shown(first['input'])}."


_REMEDIES = {
    "missing": "is missing",
    "extra_forbidden": "is not a field that we know",
    "string_type": "should be text",
    "string_too_short": "should not be empty",
    "int_type": "should be a whole number",
    "int_parsing": "should be a whole number",
    "bool_type": "should be true or false",
    "bool_parsing": "should be true or false",
    "datetime_from_date_parsing": "should be a date and a time such as 2026-12-03 14:00",
    "datetime_parsing": "should be a date and a time such as 2026-12-03 14:00",
    "date_from_datetime_parsing": "should be a date such as 2026-12-03",
    "date_parsing": "should be a date such as 2026-12-03",
}


def _place(loc: tuple[int | str, ...]) -> list[str]:
    """('facts', 2, 'kind') -> ['facts 3', 'kind']: people count from one."""
    names: list[str] = []
    for step in loc:
        if isinstance(step, int) and names:
            names[-1] = f"{names[-1]} {step + 1}"
        else:
            names.append(str(step))
    return names


def _shown(value: object) -> str:
    text = repr(value) if isinstance(value, str | int | float | bool) or value is None else f"a {type(value).__name__}"
    return text if len(text) <= 60 else text[:57] + "..."


def _lower_first(sentence: str) -> str:
    return sentence[:1].lower() + sentence[1:]
