"""The sample people: invented learners and interviewers on whom every lesson can be tried."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from importlib.resources import files

from rapportkit.people.person import Person
from rapportkit.people.read import read_person


def sample_learners() -> dict[str, Person]:
    """The invented learners by short first name; a new dictionary of the same people each time."""
    return dict(_people("learners"))


def sample_interviewers() -> dict[str, Person]:
    """The invented interviewers by short first name; a new dictionary of the same people each time."""
    return dict(_people("interviewers"))


def sample_learner(name: str) -> Person:
    """One invented learner; the others are not read."""
    return _person("learners", name)


def sample_interviewer(name: str) -> Person:
    """One invented interviewer; the others are not read."""
    return _person("interviewers", name)


def _people(folder: str) -> Iterator[tuple[str, Person]]:
    for file in sorted(files("rapportkit").joinpath(f"data/people/{folder}").iterdir(), key=lambda file: file.name):
        if file.name.endswith(".json"):
            name = file.name.removesuffix(".json")
            yield name, _person(folder, name)


@cache
def _person(folder: str, name: str) -> Person:
    file = files("rapportkit").joinpath(f"data/people/{folder}/{name}.json")
    return read_person(file.name, file.read_bytes()).person
