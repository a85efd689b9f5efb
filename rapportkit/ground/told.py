"""What one person tells of themselves, each part of it read once, however many they are compared with."""

from __future__ import annotations

from typing import NamedTuple

from rapportkit.ground.employers import Employers, employers_of
from rapportkit.ground.groups import Doing, doing_of
from rapportkit.ground.languages import languages_of
from rapportkit.ground.mentions import ACTIVITIES
from rapportkit.ground.named import Names
from rapportkit.ground.places import Spots, spots_of
from rapportkit.ground.said import said_in, with_what_is_under
from rapportkit.ground.schools import Schools, schools_of
from rapportkit.ground.service import is_force, service_of
from rapportkit.ground.unknown import Unknown, unknown_of
from rapportkit.people.person import Person


class Told(NamedTuple):
    """What a person tells, as each matcher reads it."""

    doing: Doing
    unknown: Unknown
    places: Spots
    schools: Schools
    languages: Names
    service: Names
    employers: Employers


_LATELY: dict[int, tuple[Person, Told]] = {}
"""What people told lately, by who they are: to compare two long profiles word for word costs more than it saves."""
_MOST = 256


def told_by(person: Person) -> Told:
    """What *person* tells, worked out once for a learner who is compared with many."""
    known = _LATELY.get(id(person))
    if known is None or known[0] is not person:
        while len(_LATELY) >= _MOST:
            _LATELY.pop(next(iter(_LATELY), 0), None)
        known = _LATELY[id(person)] = person, _told(person)
    return known[1]


def _told(person: Person) -> Told:
    """A headline is no fact: it says what somebody is paid for."""
    said = with_what_is_under([said_in(fact) for fact in person.of_kind(*ACTIVITIES)])
    worked = person.of_kind("employer", "service")
    doing = doing_of(said)
    return Told(
        doing=doing,
        unknown=unknown_of(said, doing.interests.speaking | doing.groups.speaking),
        places=spots_of(person.of_kind("place", "school", "interest")),
        schools=schools_of(person.of_kind("school")),
        languages=languages_of(person.of_kind("language")),
        service=service_of(fact for fact in worked if fact.kind == "service" or is_force(fact)),
        employers=employers_of(fact for fact in worked if fact.kind == "employer" and not is_force(fact)),
    )
