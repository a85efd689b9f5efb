"""The sample people: invented learners and interviewers on whom every lesson can be tried."""

from __future__ import annotations

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


@cache
def _people(folder: str) -> tuple[tuple[str, Person], ...]:
    found = sorted(files("rapportkit").joinpath(f"data/people/{folder}").iterdir(), key=lambda file: file.name)
    return tuple(
        (file.name.removesuffix(".json"), read_person(file.name, file.read_bytes()).person)
        for file in found
        if file.name.endswith(".json")
    )
