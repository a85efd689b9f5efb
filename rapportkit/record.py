"""The one form that everything we keep has: a frozen record that refuses what it does not know."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated, Any, Self, TypeVar

from pydantic import BaseModel, ConfigDict, StringConstraints, ValidationError

from rapportkit.errors import InvalidValue

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
    """The most telling problem of a pydantic error in one sentence: place, remedy, the value found."""
    problems = error.errors(include_url=False)
    # A misspelt field is both missing and unknown: its wrong name tells more.
    first = next((one for one in problems if one["type"] == "extra_forbidden"), problems[0])
    place = ": ".join([where, *_place(first["loc"])])
    remedy = _remedy(first["type"], first["msg"], first.get("ctx", {}))
    if first["type"] in _WITHOUT_VALUE:
        return f"{place} {remedy}."
    return f"{place} {remedy}, not {_shown(first['input'])}."


_MOMENT = "should be a date and a time with its offset, such as 2026-12-03T14:00+01:00"
_DAY = "should be a date such as 2026-12-03"
_TRUTH = "should be true or false"
_WITHOUT_VALUE = ("missing", "extra_forbidden", "string_too_short", "too_short", "string_unicode")
_REMEDIES = {
    "missing": "is missing",
    "extra_forbidden": "is not a field that we know",
    "string_type": "should be text",
    "string_unicode": "holds half a character; type it again",
    "string_too_short": "should not be empty",
    "string_too_long": "should be at most {max_length} characters long",
    "string_pattern_mismatch": "is not in its proper form",
    "int_type": "should be a whole number",
    "int_parsing": "should be a whole number",
    "int_parsing_size": "should be a smaller number",
    "int_from_float": "should be a whole number",
    "float_parsing": "should be a number",
    "float_type": "should be a number",
    "greater_than_equal": "should be at least {ge}",
    "less_than_equal": "should be at most {le}",
    "bool_type": _TRUTH,
    "bool_parsing": _TRUTH,
    "literal_error": "should be {expected}",
    "list_type": "should be a list",
    "tuple_type": "should be a list",
    "too_short": "should not be empty",
    "too_long": "should have at most {max_length} entries",
    "dict_type": "should be an object with named fields",
    "model_type": "should be an object with named fields",
    "timezone_aware": _MOMENT,
    "datetime_type": _MOMENT,
    "datetime_from_date_parsing": _MOMENT,
    "datetime_parsing": _MOMENT,
    "date_from_datetime_parsing": _DAY,
    "date_from_datetime_inexact": _DAY,
    "date_type": _DAY,
    "date_parsing": _DAY,
}


def _remedy(kind: str, message: str, facts: Mapping[str, Any]) -> str:
    if kind in _REMEDIES:
        return _REMEDIES[kind].format(**facts)
    if kind == "value_error":  # a sentence of ours, from a check that raised ValueError
        return str(facts["error"])
    return _lower_first(message)


def _place(loc: tuple[int | str, ...]) -> list[str]:
    """('facts', 2, 'kind') -> ['facts 3', 'kind']: people count from one."""
    names: list[str] = []
    for step in loc:
        if isinstance(step, int) and names:
            names[-1] = f"{names[-1]} {step + 1}"
        else:
            names.append(str(step))
    return names


_KINDS: Mapping[type, str] = {dict: "an object with fields", list: "a list", tuple: "a list"}


def _shown(value: object) -> str:
    if isinstance(value, int) and abs(value) > 10**50:
        return "a number of very many digits"
    text = (
        repr(value) if isinstance(value, str | int | float | bool) or value is None else _KINDS.get(type(value), "that")
    )
    return text if len(text) <= 60 else text[:57] + "..."


def _lower_first(sentence: str) -> str:
    return sentence[:1].lower() + sentence[1:]
