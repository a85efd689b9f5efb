"""What one person tells of themselves, each part of it read once, however many they are compared with."""

from __future__ import annotations

from functools import lru_cache
from typing import NamedTuple

from rapportkit.ground.employers import Employers, employers_of
from rapportkit.ground.groups import Doing, doing_of
from rapportkit.ground.languages import languages_of
from rapportkit.ground.mentions import ACTIVITIES
from rapportkit.ground.named import Names
from rapportkit.ground.places import Spots, spots_of
from rapportkit.ground.said import said_in
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


@lru_cache(maxsize=256)
def told_by(person: Person) -> Told:
    """What *person* tells. A headline is no fact: it says what somebody is paid for."""
    said = [said_in(fact) for fact in person.of_kind(*ACTIVITIES)]
    worked = person.of_kind("employer", "service")
    return Told(
        doing=doing_of(said),
        unknown=unknown_of(said),
        places=spots_of(person.of_kind("place", "school", "interest")),
        schools=schools_of(person.of_kind("school")),
        languages=languages_of(person.of_kind("language")),
        service=service_of(fact for fact in worked if fact.kind == "service" or is_force(fact)),
        employers=employers_of(fact for fact in worked if fact.kind == "employer" and not is_force(fact)),
    )
