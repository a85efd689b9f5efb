"""Which person in a JSON file is meant: a JSON Resume, several of them, or what `rapportkit read` printed."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, NamedTuple

from rapportkit.errors import InvalidValue, UnreadableFile
from rapportkit.people.choosing import chosen
from rapportkit.people.gathering import NO_NAME, Gathering
from rapportkit.people.json_resume import looks_like_resume, name_in, read_json_resume
from rapportkit.people.person import Reading
from rapportkit.people.plain_text import one_line, shown
from rapportkit.record import build

_MOST_PEOPLE = 1_000
_EXPECTED = (
    "Expected is a JSON Resume (with parts such as basics, work, education, interests) "
    "or what `rapportkit read` printed. You can also type what you know into the form."
)


class _Candidate(NamedTuple):
    name: str
    value: Mapping[str, Any]


def one_person(file: str, value: Any, person: str | None) -> Reading:
    """
    The one person in *value*, or the one of several whom *person* names.

    Raises:
        UnreadableFile: there is nobody in it, or nobody of that name.
        SeveralPeople: there are several, and *person* fits none or more than one.
    """
    people = _people_in(value)
    if not people:
        raise UnreadableFile(f"'{file}' is JSON, but not a résumé. {_EXPECTED}")
    return _read(file, people[chosen(file, [candidate.name for candidate in people], person)].value)


def _people_in(value: Any) -> list[_Candidate]:
    if _is_person(value):
        return [_Candidate(_name_of(value) or NO_NAME, value)]
    if isinstance(value, dict):
        entries = [(str(key), entry) for key, entry in value.items()]
        lists = [(key, inner) for key, entry in entries if isinstance(entry, list) for inner in entry[:_MOST_PEOPLE]]
        named = [(key, entry) for key, entry in entries if not isinstance(entry, list)]
        pairs = named + [("", inner) for _, inner in lists]
    elif isinstance(value, list):
        pairs = [("", entry) for entry in value]
    else:
        pairs = []
    return [
        _Candidate(_name_of(entry) or key or NO_NAME, entry) for key, entry in pairs[:_MOST_PEOPLE] if _is_person(entry)
    ]


def _is_person(value: Any) -> bool:
    return looks_like_resume(value) or _is_printed(value)


def _is_printed(value: Any) -> bool:
    return isinstance(value, dict) and isinstance(value.get("person"), dict) and "facts" in value["person"]


def _name_of(value: Mapping[str, Any]) -> str:
    name = value["person"].get("name") if _is_printed(value) else name_in(value)
    return one_line(name)[:300] if isinstance(name, str) else ""


def _read(file: str, value: Mapping[str, Any]) -> Reading:
    if not _is_printed(value):
        reading = read_json_resume(file, value)
    else:
        try:
            known = {field: _cleaned(value[field]) for field in ("person", "not_understood") if field in value}
            reading = _without_private(file, build(Reading, known, file))
        except InvalidValue as problem:
            raise UnreadableFile(f"{problem} Print it with `rapportkit read` once more.") from None
    if reading.person.name == NO_NAME and not reading.person.facts:
        raise UnreadableFile(f"'{file}' is JSON, but neither a name nor anything about a person is in it. {_EXPECTED}")
    return reading


def _without_private(file: str, reading: Reading) -> Reading:
    """What was printed may have been written by hand as well: private matters are taken out of it like of any file."""
    found, person = Gathering(file), reading.person
    facts = [
        fact.with_(label=label, detail=found.kept(fact.detail or "", fact.kind) or None)
        for fact, label in [(fact, found.kept(fact.label, fact.kind)) for fact in person.facts]
        if any(letter.isalnum() for letter in label)
    ]
    said = [source.with_(text=text) for source in reading.not_understood if (text := found.kept(source.text, "rest"))]
    head = found.reading(person.name, person.headline)
    person = person.with_(name=head.person.name, headline=head.person.headline, facts=tuple(facts))
    return Reading(person=person, not_understood=(*said, *head.not_understood))


def _cleaned(value: Any) -> Any:
    """The same value with every text fit to be shown; no deeper than a printed person goes."""
    return _cleaned_to(value, 4)


def _cleaned_to(value: Any, depth: int) -> Any:
    if isinstance(value, str):
        return shown(value)
    if depth and isinstance(value, list):
        return [_cleaned_to(inner, depth - 1) for inner in value]
    if depth and isinstance(value, dict):
        return {shown(str(key)): _cleaned_to(inner, depth - 1) for key, inner in value.items()}
    return value
