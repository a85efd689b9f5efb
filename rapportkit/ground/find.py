"""What two people share: every matcher asked, the answers ranked, what could not be read listed."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from rapportkit.ground.employers import shared_employers
from rapportkit.ground.found import Found
from rapportkit.ground.groups import shared_groups
from rapportkit.ground.languages import shared_languages
from rapportkit.ground.link import Ground, NotUnderstood
from rapportkit.ground.mentions import shared_concepts
from rapportkit.ground.places import shared_places
from rapportkit.ground.rank import ranked
from rapportkit.ground.schools import shared_schools
from rapportkit.ground.service import shared_service
from rapportkit.ground.taught import Taught, understood
from rapportkit.ground.told import Told, told_by
from rapportkit.ground.unknown import not_understood, shared_initials, shared_phrases
from rapportkit.people.person import Person


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
    mine, theirs = told_by(understood(me, taught)), told_by(understood(them, taught))
    return Ground(
        links=tuple(one.link() for one in ranked(_found(mine, theirs))),
        not_understood=NotUnderstood(
            mine=not_understood(mine.unknown, theirs.unknown), theirs=not_understood(theirs.unknown, mine.unknown)
        ),
    )


def _found(mine: Told, theirs: Told) -> Iterator[Found]:
    """What each matcher finds."""
    yield from shared_concepts(mine.doing.interests, theirs.doing.interests)
    yield from shared_groups(mine.doing, theirs.doing)
    yield from shared_places(mine.places, theirs.places)
    yield from shared_schools(mine.schools, theirs.schools)
    yield from shared_languages(mine.languages, theirs.languages)
    yield from shared_service(mine.service, theirs.service)
    yield from shared_employers(mine.employers, theirs.employers)
    yield from shared_phrases(mine.unknown, theirs.unknown)
    yield from shared_initials(mine.unknown, theirs.unknown)
