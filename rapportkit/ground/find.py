"""What two people share: every matcher asked, the answers ranked, what could not be read listed."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from rapportkit.ground.employers import shared_employers
from rapportkit.ground.found import Found
from rapportkit.ground.groups import shared_groups
from rapportkit.ground.interests import shared_interests
from rapportkit.ground.languages import shared_languages
from rapportkit.ground.link import Ground, NotUnderstood
from rapportkit.ground.mentions import ACTIVITIES
from rapportkit.ground.places import shared_places
from rapportkit.ground.rank import ranked
from rapportkit.ground.schools import shared_schools
from rapportkit.ground.service import is_force, shared_service
from rapportkit.ground.taught import Taught, understood
from rapportkit.ground.unknown import not_understood, shared_initials, shared_phrases, unknown_phrases
from rapportkit.people.person import Fact, Person


def find_common_ground(me: Person, them: Person, taught: Iterable[Taught] = ()) -> Ground:
    """
    All that two people share, best first, with the words on both sides that it rests on.

    Skills and job duties never count, employers come last (and after them English, which all share), and a
    headline is no fact: it says what somebody is paid for. *taught* are phrases whose meaning the learner has told.
    Which of the two is *me* changes nothing but the sides.

        >>> from rapportkit.people.person import Fact
        >>> ada = Person(name="Ada", facts=(Fact(kind="sport", label="bouldering", where="form"),))
        >>> ben = Person(name="Ben", facts=(Fact(kind="interest", label="keen climber", where="form"),))
        >>> [(link.label, link.status) for link in find_common_ground(ada, ben).links]
        [('Rock climbing', 'confirmed')]
    """
    taught = tuple(taught)
    me, them = understood(me, taught), understood(them, taught)
    doing, done = me.of_kind(*ACTIVITIES), them.of_kind(*ACTIVITIES)
    mine, theirs = unknown_phrases(doing), unknown_phrases(done)
    found = (
        *shared_interests(doing, done),
        *shared_groups(doing, done),
        *_known(me, them),
        *shared_phrases(mine, theirs),
        *shared_initials(mine, theirs),
    )
    return Ground(
        links=tuple(one.link() for one in ranked(found)),
        not_understood=NotUnderstood(mine=not_understood(mine, theirs), theirs=not_understood(theirs, mine)),
    )


def _known(me: Person, them: Person) -> Iterator[Found]:
    """All that stands in facts of a kind of its own."""
    yield from shared_places(me.of_kind("place", "school"), them.of_kind("place", "school"))
    yield from shared_schools(me.of_kind("school"), them.of_kind("school"))
    yield from shared_languages(me.of_kind("language"), them.of_kind("language"))
    yield from shared_service(_served(me), _served(them))
    yield from shared_employers(_worked(me), _worked(them))


def _served(person: Person) -> tuple[Fact, ...]:
    return tuple(fact for fact in person.of_kind("service", "employer") if fact.kind == "service" or is_force(fact))


def _worked(person: Person) -> tuple[Fact, ...]:
    return tuple(fact for fact in person.of_kind("employer") if not is_force(fact))
