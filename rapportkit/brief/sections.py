"""What stands on the front of the brief: its sections, each with its entries in order of importance."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Literal, NamedTuple

from rapportkit.brief.asked import called_on_a_page, still_to_ask
from rapportkit.brief.discreet import fit_for_a_table, link_is_discreet
from rapportkit.brief.gathered import Brief
from rapportkit.follow_ups.wording import one_line
from rapportkit.ground.fold import folded_words
from rapportkit.ground.link import Choice
from rapportkit.interviews import Line, Proof
from rapportkit.people.person import Fact, FactKind, Person, Source
from rapportkit.practice import TIPS, MyWays
from rapportkit.words.tokens import stem

Style = Literal["name", "say", "text", "small"]

LEAVE = {
    "Religion": "faith",
    "Politics": "politics",
    "Health": "health and disability",
    "Family": "family and children",
    "Relationships": "love life",
    "Orientation": "orientation",
    "Age": "age",
    "Origin": "origin",
    "Pay": "pay",
}
"""
Every red topic in plain words. All of them stand on every brief, whatever two people share: a list made for one
person would tell, on a table in the room, what is private to them.
"""

OF_THE_DAY = ("00", "01", "03", "04", "05", "07")
"""Lessons whose cards are for the day itself: those on research and on the days after are of no use in the room."""

_WORTH_KNOWING: tuple[FactKind, ...] = ("employer", "interest", "creative", "sport", "school", "place")
"""What a page about somebody may tell of them; groups, causes and languages say too much of who they are."""


_LIKED: tuple[FactKind, ...] = ("interest", "creative", "sport", "place")
"""Of these, what is said among the shared things in other words is not said again of the person."""


_LINES = 3
_GROUND = "lesson 3, Find common ground"
"""Lines on a page: more than one talk has room for."""


class Piece(NamedTuple):
    """
    A text of one style. Where room is short it gets *roomy* lines, and where it is very short *tight* ones.

    *lead* stands before it and is never shortened; *said* sets the text in quotation marks.
    """

    style: Style
    text: str
    roomy: int
    tight: int
    lead: str = ""
    said: bool = False


class Section(NamedTuple):
    """
    A heading and what stands under it: entries, best first, or a hint where there are none.

    At most *limit* entries are printed, and *enough* of them where room is short.
    """

    title: str
    entries: tuple[tuple[Piece, ...], ...]
    hint: str
    limit: int
    enough: int
    note: str = ""


def wide_column(brief: Brief) -> tuple[Section, ...]:
    """Whom one meets, what one shares with them, and what to say first."""
    discreet = [chosen for chosen in brief.shortlist if link_is_discreet(chosen.link)]
    lines = _lines(brief)
    # What is only theirs stands under "Ask them", with the question.
    shared = [chosen for chosen in discreet if chosen.link.mine or not chosen.question.strip()]
    people = _people(brief, discreet)
    hidden = len(brief.shortlist) - len(discreet)
    return (
        Section("Whom you meet", people, f"Nobody noted yet: {brief.made_in('lesson 2, Research the person')}.", 8, 4),
        Section(
            "What you share",
            tuple(_shared(chosen, brief.people) for chosen in shared),
            "Finding nothing is normal: you have something to ask them."
            if discreet
            else f"Nothing chosen yet: {brief.made_in(_GROUND)}. Finding nothing is normal; be curious instead.",
            6,
            3,
            f"Kept off this page, since it may lie on a table: {hidden} from your shortlist." if hidden else "",
        ),
        Section(
            "Lines to open with",
            tuple(_line(line, brief.people) for line in lines),
            f"No line yet: {brief.made_in('lesson 4, Bring it into the talk')}.",
            _LINES,
            _LINES,
        ),
    )


def narrow_column(brief: Brief) -> tuple[Section, ...]:
    """What to ask, what to show of one's skill, what to do when, and what to leave."""
    asked = [one for one in brief.shortlist if one.question.strip() and link_is_discreet(one.link)]
    not_said = still_to_ask(asked, _lines(brief)[:_LINES])
    proofs = tuple(filter(None, map(_proof, brief.proofs)))
    plans = [card.sentence for card in brief.cards if card.sentence and card.lesson.startswith(OF_THE_DAY)]
    cards = (*((Piece("text", one_line(plan), 4, 2),) for plan in plans), *_ways(brief.ways))
    if brief.listen_for.strip():
        cards = ((Piece("text", one_line(brief.listen_for), 2, 1, "Listen for: "),), *cards)
    return (
        Section(
            "Ask them",
            tuple(_question(one, brief.people) for one in not_said),
            "What you ask stands in your line." if asked else f"No question yet: {brief.made_in(_GROUND)}.",
            4,
            3,
        ),
        Section("Proofs of skill", proofs, f"No proof yet: {brief.made_in('lesson 1, Why make a friend')}.", 3, 3),
        Section("If this, then that", cards, "No card yet for the day itself: lesson 7, The interview day.", 8, 4),
        Section("Leave alone", ((Piece("small", leave(), 9, 9),),), "", 1, 1),
    )


def _lines(brief: Brief) -> list[Line]:
    return [line for line in brief.lines if line.text.strip() and fit_for_a_table(line.about_kind, line.about_label)]


def _ways(ways: MyWays) -> Iterable[tuple[Piece]]:
    """What the learner does in place of a tip, in their own words."""
    for tip, says in TIPS.items():
        own = ways.instead.get(tip, "")
        if ways.way_with(tip) == "replace" and own.strip():
            yield (Piece("text", one_line(own), 2, 1, f"In place of “{says.lower()}”: "),)


def leave() -> str:
    """The topics to leave alone, in a sentence or two; the same for everybody."""
    *first, last = LEAVE.values()
    return (
        f"{', '.join(first)[0].upper()}{', '.join(first)[1:]} and {last}, also where you share them. "
        "If they raise one: answer the job behind it, or steer."
    )


def worth_knowing(person: Person, told: Iterable[Source] = (), most: int = 3) -> tuple[Fact, ...]:
    """
    Up to *most* facts that are good to have in mind and may lie on a table, without those that were *told* already.

    One of each kind first: what they do now, what they like, where they learned. A post in the headline is told there.
    """
    known = tuple(told)
    said = [_stems(source.text) for source in known]
    at_head = _stems(person.headline or "")
    fit = [fact for fact in person.of_kind(*_WORTH_KNOWING)
           if fact.source not in known and fit_for_a_table(fact.kind, fact.source.text)
           and not (fact.kind in _LIKED and any(_stems(fact.label) <= words for words in said))
           and not (fact.kind == "employer" and _stems(fact.label) <= at_head)]  # fmt: skip
    fit.sort(key=lambda fact: (not fact.current, _WORTH_KNOWING.index(fact.kind)))
    firsts = {fact.kind: fact for fact in reversed(fit)}
    by_kind = [firsts[kind] for kind in _WORTH_KNOWING if kind in firsts]
    return tuple([*by_kind, *(fact for fact in fit if fact not in by_kind)][:most])


def _stems(text: str) -> frozenset[str]:
    """Its words without their endings: who grows vegetables and who likes growing them say one thing."""
    return frozenset(map(stem, folded_words(text)))


def _people(brief: Brief, shared: Iterable[Choice]) -> tuple[tuple[Piece, ...], ...]:
    told = [source for chosen in shared for source in chosen.link.theirs]
    most = {1: 3, 2: 2}.get(len(brief.people), 1)
    return tuple(_person(person, worth_knowing(person, told, most)) for person in brief.people.values())


def _person(person: Person, facts: Iterable[Fact]) -> tuple[Piece, ...]:
    headline = one_line(person.headline or "")  # printed as it is: nobody minds their own headline
    head = [Piece("text", headline, 2, 1)] if headline else []
    return (Piece("name", one_line(person.name), 2, 1), *head, *(Piece("small", _fact(fact), 2, 1) for fact in facts))


def _fact(fact: Fact) -> str:
    years = (fact.start or "")[:4], (fact.end or "")[:4]
    when = f", {years[0]} to {years[1]}" if all(years) else f", since {years[0]}" if years[0] and fact.current else ""
    if fact.kind in ("employer", "school"):
        return f"{_words(fact.source)}{when}"
    label = one_line(fact.label)
    return label[:1].upper() + label[1:]


def _words(source: Source) -> str:
    """The words themselves: where a sentence stands behind what was read in it, the sentence alone."""
    text = one_line(source.text)
    label, _, sentence = text.partition(" (")
    return sentence.removesuffix(")") if label and label in sentence else text


def _shared(chosen: Choice, people: Mapping[str, Person]) -> tuple[Piece, ...]:
    link = chosen.link
    mine = _apart([one for one in link.mine if fit_for_a_table(link.kind, one.text)][:2])
    theirs = _apart([one for one in link.theirs if fit_for_a_table(link.kind, one.text)][:2])
    words = [
        *(Piece("small", f"“{_words(one)}”", 2, 1, "You: ") for one in mine),
        # Not where it was read: a file and its row, on a table, look like a record kept of somebody.
        *(Piece("small", f"“{_words(one)}”", 2, 1, "They: ") for one in theirs),
    ]
    why = Piece("text", one_line(link.why), 2, 1)
    return (Piece("name", _with(link.label, chosen.person, people), 2, 1), why, *words)


def _apart(sources: Iterable[Source]) -> list[Source]:
    """The sources without those whose words another says too: "Leeds (England)" beside "Leeds (England, GB)"."""
    kept: list[Source] = []
    for one in sources:
        words = frozenset(folded_words(one.text))
        if not any(words <= frozenset(folded_words(other.text)) for other in kept):
            kept = [other for other in kept if not frozenset(folded_words(other.text)) < words] + [one]
    return kept


def _line(line: Line, people: Mapping[str, Person]) -> tuple[Piece, ...]:
    about = Piece("small", _with(line.about_label, line.person, people), 1, 1)
    return (about, Piece("say", one_line(line.text), 8, 5, said=True))  # it ends in its question: it stays whole


def _question(chosen: Choice, people: Mapping[str, Person]) -> tuple[Piece, ...]:
    about = Piece("small", _with(chosen.link.label, chosen.person, people), 1, 1)
    return (about, Piece("text", one_line(chosen.question), 5, 2))


def _proof(proof: Proof) -> tuple[Piece, ...]:
    beats = (("Situation: ", proof.situation), ("What I did: ", proof.action), ("What changed: ", proof.change))
    return tuple(Piece("text", one_line(words), 4, 1, lead) for lead, words in beats if words.strip())


def _with(label: str, person: str, people: Mapping[str, Person]) -> str:
    """What it is about and, where there are several to meet, with whom."""
    named = person in people and len(people) > 1
    return one_line(f"{label}, with {called_on_a_page(person, people)}" if named else label)
