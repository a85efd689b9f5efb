"""A lexicon of meanings: which phrases say what, found in running text, the longest first."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache
from operator import methodcaller
from types import MappingProxyType
from typing import Any, Literal, NamedTuple

from rapportkit.ground.drawers import Drawers
from rapportkit.ground.fold import data, fold, is_fresh
from rapportkit.ground.link import Light
from rapportkit.ground.slips import LONG, Spelling, spelling_of
from rapportkit.ground.ways import JOINED_FROM, phrases_of, starts_of, ways_of
from rapportkit.people.person import FactKind

_IN_ONE = 3
"""The most words of a phrase that somebody may write as one."""


class Concept(NamedTuple):
    """Something that people do, make, follow or belong to."""

    name: str
    kind: FactKind
    rarity: int
    """From 1 (travel) to 3 (bell ringing); 0 for what everybody writes of themselves, which ranks last."""
    near: frozenset[str]
    ways: tuple[str, ...]
    light: Light
    alike: Literal["confirmed", "same-words", "possible"]
    """
    What two people who both say it share. Churches are many, so that a church is never more than `possible`;
    folk instruments are many too, and are confirmed where both name the same (`same-words`).
    """
    covers: frozenset[str] = frozenset()
    """What a field (sports, music) holds: it is too wide to be more than `possible`."""
    within: frozenset[str] = frozenset()
    """What this is a kind of: who bakes bread bakes."""
    not_with: frozenset[str] = frozenset()
    """Words beside which a single word of this concept means something else (Tango beside Fanta)."""
    kind_of: str = ""
    """Of a group, the interest that it is a kind of (a church choir, of singing)."""
    clubs: Mapping[str, str] = MappingProxyType({})
    """
    Of a team sport, what names a club that one follows, with the name that the club is known by here: to follow
    one is not to play, and fans of two clubs do not share a club.
    """


class Lexicon(NamedTuple):
    """Concepts by name, and the folded phrases that mean them (an empty meaning blocks its words)."""

    concepts: Mapping[str, Concept]
    phrases: Mapping[str, Sequence[str]]
    starts: Mapping[str, int]
    """The most words of a phrase that begins with a word: most words begin none, and need no further look."""
    ends: Mapping[str, Sequence[str]] = MappingProxyType({})
    """The long words of the phrases, by how they begin and how they end."""
    wares: frozenset[tuple[str, ...]] = frozenset()
    """Things: a single word right before one of them names the thing (yoga pants, reading lights)."""
    together: Mapping[str, Sequence[tuple[Sequence[str], str]]] = MappingProxyType({})
    """Beginnings of words that mean a concept where all stand in one clause, by the first letters of the first."""

    def __hash__(self) -> int:
        return id(self.phrases)

    @property
    def spelling(self) -> Spelling:
        """The long words of the phrases, by which a slip of the pen is told."""
        return Spelling(self.ends)

    def around(self, name: str) -> frozenset[str]:
        """The words by which this concept and its neighbours are told."""
        return _around(self, name)

    def read(self, words: tuple[str, ...], beside: frozenset[str] = frozenset()) -> Mapping[str, str]:
        """
        The concepts that folded *words* speak of, each with the phrase that says so.

        The longest phrase wins and uses up its words, so that "Ford Fiesta" is a car before it is a party.
        *beside* are all the words of the fact that these stand in: they tell two meanings of one word apart.
        """
        found, doubtful = _told(self, words)
        return _read(self, words, beside) if doubtful and beside else found

    def reading(self, words: tuple[str, ...], beside: frozenset[str]) -> Mapping[str, str]:
        """What `read` answers, worked out anew."""
        found: dict[str, str] = {}
        if any(len(word) >= LONG and word not in self.phrases for word in words):
            words = tuple(self.spelling.right(word) for word in words)
        at = 0
        while at < len(words):
            size = self._longest_at(words, at)
            phrase = " ".join(words[at : at + size])
            if size > 1 or (size and words[at + 1 : at + 2] not in self.wares):
                for name in self._meant(phrase):
                    if size > 1 or not self._elsewhere(name, beside):
                        found.setdefault(name, phrase)
            at += size or 1
        self._read_together(words, found)
        return found

    def _read_together(self, words: tuple[str, ...], found: dict[str, str]) -> None:
        """Add what is said in words of one's own: "gave blood last May" has no phrase of ours, but gives blood."""
        said = dict.fromkeys(words)
        there: dict[str, bool] = {}  # each beginning is looked for once, however long the text
        for word in said:
            for beginnings, name in self.together.get(word[:3], ()):
                for one in beginnings:
                    if one not in there:
                        there[one] = any(map(methodcaller("startswith", one), said))
                if name not in found and all(map(there.__getitem__, beginnings)):
                    found[name] = " ".join(beginnings)

    def _elsewhere(self, name: str, beside: frozenset[str]) -> bool:
        return not self.concepts[name].not_with.isdisjoint(beside)

    def _meant(self, phrase: str) -> Sequence[str]:
        return self.phrases[phrase] if phrase in self.phrases else self.phrases.get(phrase.replace(" ", ""), ())

    def _longest_at(self, words: tuple[str, ...], at: int) -> int:
        longest = self.starts.get(words[at], 0)
        for size in range(min(max(3, longest), len(words) - at), 0, -1):
            if size <= longest and " ".join(words[at : at + size]) in self.phrases:
                return size
            if 1 < size <= _IN_ONE:
                joined = "".join(words[at : at + size])
                if len(joined) >= JOINED_FROM and joined in self.phrases:
                    return size
        return 0


@lru_cache(maxsize=16_384)
def _told(lexicon: Lexicon, words: tuple[str, ...]) -> tuple[Mapping[str, str], bool]:
    """What *words* speak of, and whether words beside them could change that."""
    found = lexicon.reading(words, frozenset())
    return found, any(lexicon.concepts[name].not_with for name in found)


@lru_cache(maxsize=16_384)
def _read(lexicon: Lexicon, words: tuple[str, ...], beside: frozenset[str]) -> Mapping[str, str]:
    return lexicon.reading(words, beside)


@lru_cache(maxsize=2_048)
def _around(lexicon: Lexicon, name: str) -> frozenset[str]:
    concept = lexicon.concepts[name]
    kin = (concept, *(lexicon.concepts[other] for other in (concept.near | concept.within) - concept.covers))
    return frozenset(word for one in kin if not one.covers for way in one.ways for word in fold(way).split())


def lexicon_of(name: str, table: str, wares: Iterable[str] = ()) -> Lexicon:
    """The lexicon of a *table* of concepts in a data file of this *name*, as `quick.tsv` has it."""
    things = frozenset((fold(word),) for word in wares)
    if not is_fresh(name):
        return _lexicon(worked_out(data(name)[table]), things)
    parts = {
        "concepts": Drawers(name, "concepts", _concept_of),
        **{part: Drawers(name, part) for part in ("phrases", "starts", "ends", "together")},
    }
    return Lexicon(**parts, wares=things)


def _lexicon(parts: Mapping[str, Mapping[str, Any]], wares: frozenset[tuple[str, ...]]) -> Lexicon:
    concepts = {name: _concept_of(row) for name, row in parts["concepts"].items()}
    return Lexicon(**{**parts, "concepts": concepts}, wares=wares)


def worked_out(entries: Iterable[Mapping[str, Any]]) -> dict[str, dict[str, Any]]:
    """The tables of a lexicon's concepts, as `quick.tsv` keeps them in drawers."""
    entries = tuple(entries)
    phrases = phrases_of(entries)
    concepts = _both_ways({entry["name"]: _concept(entry, entries) for entry in entries})
    return {
        "concepts": {name: _row_of(concept) for name, concept in concepts.items()},
        "phrases": phrases,
        "starts": starts_of(phrases),
        "ends": dict(spelling_of(phrases).by_ends),
        "together": _together(entries),
    }


def _row_of(concept: Concept) -> dict[str, Any]:
    """A concept as JSON can hold it, without what most of them have."""
    row: dict[str, Any] = {}
    for field, value in concept._asdict().items():
        if value != Concept._field_defaults.get(field):
            row[field] = sorted(value) if isinstance(value, frozenset) else value
    return row


def _concept_of(row: Mapping[str, Any]) -> Concept:
    sets = {field: frozenset(row[field]) for field in ("near", "covers", "within", "not_with") if field in row}
    return Concept(**{**row, **sets, "ways": tuple(row["ways"])})


def _together(entries: Iterable[Mapping[str, Any]]) -> dict[str, list[tuple[list[str], str]]]:
    table: dict[str, list[tuple[list[str], str]]] = {}
    for entry in entries:
        for line in entry.get("together", ()):
            beginnings = line.split()
            table.setdefault(beginnings[0][:3], []).append((beginnings, entry["name"]))
    return table


def _concept(entry: Mapping[str, Any], entries: tuple[Mapping[str, Any], ...]) -> Concept:
    kind = entry.get("covers_kind")
    of_kind = (other["name"] for other in (entries if kind else ()) if other.get("kind") == kind)
    covers = {*entry.get("covers", ()), *of_kind}
    within = frozenset(entry.get("within", ()))
    near = frozenset((*entry.get("near", ()), *covers, *within)) - {entry["name"]}
    return Concept(
        name=entry["name"],
        kind=entry.get("kind", "cause"),
        rarity=entry.get("rarity", 2),
        near=near,
        ways=ways_of(entry),
        light=entry.get("light", "green"),
        alike="possible" if covers else entry.get("alike", "confirmed"),
        covers=frozenset(covers) - {entry["name"]},
        within=within,
        clubs=_clubs(entry),
        kind_of=entry.get("kind_of", ""),
        not_with=frozenset(fold(word) for word in entry.get("not_with", ())),
    )


def _clubs(entry: Mapping[str, Any]) -> dict[str, str]:
    """
    Of a team sport the brands, each a club of its own unless `clubs` lists it beside other names of the same.

    The artists and works of a kind of music or stories are told apart in the same way.
    """
    apart = entry.get("team_sport") or entry.get("works")
    alone = {fold(club): club for club in entry["brands"]} if apart else {}
    return alone | {fold(name): names[0] for names in entry.get("clubs", ()) for name in names}


def _both_ways(concepts: dict[str, Concept]) -> dict[str, Concept]:
    """Neighbours are neighbours on both sides, whichever of the two entries says so; a field is nobody's neighbour."""
    near = {name: set(concept.near) for name, concept in concepts.items()}
    for name, concept in concepts.items():
        for other in concept.near - concept.covers:
            near[other].add(name)
    more = {name: frozenset(near[name]) for name, concept in concepts.items() if len(near[name]) > len(concept.near)}
    return {name: c._replace(near=more[name]) if name in more else c for name, c in concepts.items()}
