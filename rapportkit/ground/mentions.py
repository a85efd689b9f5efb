"""What people do and belong to: the concepts that their words speak of, paired between two people."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator

from rapportkit.ground.clear import is_clear
from rapportkit.ground.concept import Concept
from rapportkit.ground.fans import clubs_of_both
from rapportkit.ground.fold import fold, folded_words
from rapportkit.ground.found import PERSONAL, SHARED_BY_ALL, Found, one_kind
from rapportkit.ground.lexicon import Lexicon
from rapportkit.ground.link import Light
from rapportkit.ground.mention import Mention, Mentions
from rapportkit.ground.one_thing import Alike, alike_in
from rapportkit.ground.said import Said
from rapportkit.ground.topics import darkest, light_of, remark_on, topics_in
from rapportkit.ground.wording import in_words, listed
from rapportkit.ground.work import work_in
from rapportkit.ground.you_both import both_follow, drawn_to, you_both
from rapportkit.people.person import Fact, FactKind

ACTIVITIES: tuple[FactKind, ...] = ("interest", "creative", "sport", "group", "cause")
"""Kinds of fact that people file one thing under now this way, now that."""

_ORGANISED = ("group", "cause")
_OF_EVERYBODY = {"Family"}
"""Topics of which people speak themselves beside a hobby ("I bake with my girls"): no more is said of that."""


def mentions(facts: Iterable[Said], lexicon: Lexicon) -> Mentions:
    """The concepts of *lexicon* that *facts* speak of, their owners' own and of today, or at least wished for."""
    found: dict[str, list[Mention]] = {}
    speaking: set[int] = set()
    for number, said in enumerate(facts):
        for clause in said.clauses:
            for name, phrase in lexicon.read(clause.words, said.words).items():
                work = work_in(said, clause.words, name)
                if work == "surely":
                    continue
                clear = not work and is_clear(said, clause, phrase, name, lexicon)
                certain = clause.stance == "mine"
                if certain:
                    speaking.add(number)
                mention = Mention(said.fact, clause, certain, phrase, clear=clear, words=said.words)
                found.setdefault(name, []).append(mention)
                if within := lexicon.concepts[name].within:
                    part = mention._replace(kind_of=name)
                    for roof in sorted(within):
                        found.setdefault(roof, []).append(part)
    of = {name: _borne_out(same) for name, same in found.items()}
    return Mentions(lexicon, of, frozenset(speaking), tuple(name for name in of if lexicon.concepts[name].covers))


def _borne_out(said: list[Mention]) -> list[Mention]:
    """What one fact says in two ways ("horses, horse shows") is clear, whatever one of the words may mean elsewhere."""
    if len(said) == 1:
        return said
    times = Counter(mention.fact for mention in {(m.fact, m.phrase, m.kind_of): m for m in said}.values())
    return [mention._replace(clear=True) if times[mention.fact] > 1 else mention for mention in said]


def shared_concepts(mine: Mentions, theirs: Mentions) -> Iterator[Found]:
    """Each concept on both sides, then each pair of neighbours of which neither is on both sides, then wide fields."""
    concepts = mine.lexicon.concepts
    same = {name for name in mine.of if name in theirs.of and name not in mine.wide}
    for name in mine.of:
        if name in same:
            if not _told_already(mine.of[name], theirs.of[name]):
                yield _same(concepts[name], mine.of[name], theirs.of[name])
        elif name not in mine.wide:
            for other in concepts[name].near:
                if other in theirs.of and other not in same and other not in theirs.wide:
                    yield _near(concepts[name], concepts[other], mine.of[name], theirs.of[other])
    for name in dict.fromkeys((*mine.wide, *theirs.wide)):
        yield from _field(concepts[name], mine, theirs)


def _field(field: Concept, mine: Mentions, theirs: Mentions) -> Iterator[Found]:
    """A wide word (sports) against itself or against anything in it: a reason to ask, no more."""
    here, there = mine.of.get(field.name, []), theirs.of.get(field.name, [])
    if here and there:
        why = f"You both name {in_words(field.name)}, which is a wide field: ask which part of it they like."
    else:
        here, inside = (here, theirs) if here else (there, mine)
        names = sorted(name for name in inside.of if name in field.covers)
        if not names:
            return
        there = [mention for name in names for mention in inside.of[name]]
        if inside is mine:
            here, there = there, here
        why = f"One of you names {in_words(field.name)} in general, one {listed(names)}: ask whether they meet there."
    light, care = _light((field,), here, there)
    facts = _facts(here), _facts(there)
    yield Found(field.kind, field.name, "possible", *facts, f"{why} {care}".strip(), light, 1)


def _told_already(mine: list[Mention], theirs: list[Mention]) -> bool:
    """Whether both name the same kind of it, which says more than the general word would."""
    shared = {mention.kind_of for mention in mine} & {mention.kind_of for mention in theirs}
    return bool(shared) and "" not in shared


def _same(concept: Concept, mine: list[Mention], theirs: list[Mention]) -> Found:
    alike = alike_in(concept, mine, theirs)
    facts = _facts(mine), _facts(theirs)
    label = _named_by_both(concept, mine, theirs) if concept.alike == "same-words" else concept.name
    kind = _kind(concept, *facts)
    why, advice = _against(concept, label, alike) or _for(concept, label, kind, mine, theirs)
    if not advice and alike.certain and not alike.sure:
        why, advice = f"{why}, but perhaps not the same one", ": ask which"
    light, care = _light((concept,), mine, theirs)
    why += f"{advice}." if light != "red" else "."  # what is to be left alone is not to be asked about
    tier = PERSONAL if concept.rarity else SHARED_BY_ALL
    return Found(kind, label, alike.status, *facts, f"{why} {care}".strip(), light, concept.rarity, tier)


def _against(concept: Concept, label: str, alike: Alike) -> tuple[str, str] | None:
    """What speaks against it, and what the learner may do; None where nothing does but that it has many kinds."""
    name = in_words(label)
    if not alike.certain:
        return f"{drawn_to(label)}, but for one of you it is a wish so far", ""
    if not alike.general:
        return f"Each of you has a kind of {name}, but not the same kind", ": ask about theirs"
    if alike.apart:
        return f"One of you plays {name}, the other follows a club", ": ask which side of it they love"
    if alike.watched:
        return f"One of you watches {name}; whether the other does too is open", ": ask"
    if alike.rivals:
        one = "follows a club in" if concept.kind == "sport" else "names something of"
        return f"Each of you {one} {name}, but not the same one", ": ask about theirs, kindly"
    if not alike.clear:
        return f"You may both mean {name}, but the words could also stand for something else", ": you judge"
    return None


def _for(concept: Concept, label: str, kind: FactKind, mine: list[Mention], theirs: list[Mention]) -> tuple[str, str]:
    """What both do, in the words that they use themselves."""
    here, there = ([(mention.phrase, mention.words) for mention in side] for side in (mine, theirs))
    said = ([folded_words(mention.clause.said) for mention in side] for side in (mine, theirs))
    clubs = clubs_of_both(concept, here, there)
    return both_follow(clubs, concept.kind) if clubs else you_both(label, kind, *said), ""


def _named_by_both(concept: Concept, mine: list[Mention], theirs: list[Mention]) -> str:
    """Of a concept of many things, the one that both name: two who play the oud do not play the banjo."""
    both = {mention.phrase for mention in mine} & {mention.phrase for mention in theirs}
    way = next((way for way in concept.ways if fold(way) in both), concept.name) if both else concept.name
    return way[:1].upper() + way[1:]


def _kind(concept: Concept, mine: tuple[Fact, ...], theirs: tuple[Fact, ...]) -> FactKind:
    """The concept's, unless both filed it elsewhere: a choir that both list among their groups is a group."""
    organised = {fact.kind in _ORGANISED for fact in (*mine, *theirs)}
    return concept.kind if organised != {concept.kind not in _ORGANISED} else one_kind((*mine, *theirs))


def _near(one: Concept, other: Concept, mine: list[Mention], theirs: list[Mention]) -> Found:
    first, second = sorted((one, other))
    light, care = _light((first, second), mine, theirs)
    label = f"{first.name} and {second.name}"
    here, there = in_words(first.name), in_words(second.name)
    why = f"One of you mentions {here}, the other {there}: close, but not the same. {care}".strip()
    return Found(
        first.kind, label, "possible", _facts(mine), _facts(theirs), why, light, min(first.rarity, second.rarity)
    )


def _light(concepts: tuple[Concept, ...], mine: list[Mention], theirs: list[Mention]) -> tuple[Light, str]:
    """
    The light of a shared thing, with its reason.

    A topic to be careful with counts in full where both sides touch it; the football that one of them plays
    with people from the mosque is shared, and a word says that the mosque is left alone.
    """
    here = {topic for mention in mine for topic in topics_in(mention.clause.words)}
    there = {topic for mention in theirs for topic in topics_in(mention.clause.words)}
    both = sorted(here & there, key=lambda topic: (light_of(topic) != "red", topic))
    light = darkest((*(light_of(topic) for topic in both), *(concept.light for concept in concepts)))
    for topic in both:
        if light_of(topic) == light:
            return light, remark_on(topic)
    beside = {topic for topic in here ^ there if light_of(topic) == "red"} - _OF_EVERYBODY
    if light == "green" and beside:
        return light, "One of you says it beside something private: keep to what you share, and leave the rest to them."
    return light, {"green": "", "amber": "Bring it up with care.", "red": "Leave it, unless they raise it."}[light]


def _facts(found: list[Mention]) -> tuple[Fact, ...]:
    return tuple(dict.fromkeys(mention.fact for mention in found))
