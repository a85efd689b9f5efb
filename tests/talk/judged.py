"""How the mirror agrees with the judged talks: counts for a part, one number for each thing that is looked for."""

from __future__ import annotations

import re
import tomllib
from collections import Counter
from collections.abc import Iterable, Iterator
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple

from rapportkit.talk.report import TalkReport, review_talk
from rapportkit.talk.transcript import Transcript, read_transcript

TALKS = Path(__file__).parent.parent / "labelled" / "talks"
_WORD = re.compile(r"[^\W_]+")


class Score(NamedTuple):
    """What was found and right, all that was found, and all that was to be found."""

    right: int
    found: int
    wanted: int

    @property
    def f1(self) -> float:
        """The harmonic mean of precision and recall; 0 where nothing is right."""
        return 2 * self.right / (self.found + self.wanted) if self.right else 0.0


def talks(part: str) -> Iterator[dict[str, Any]]:
    """The judged talks of all hands."""
    for path in sorted(TALKS.glob(f"*_{part}.toml")):
        yield from tomllib.loads(path.read_text(encoding="utf-8"))["talk"]


def transcript(talk: dict[str, Any], *, marks: bool = True) -> Transcript:
    """The talk as a file would bring it; without *marks* its question marks are taken out."""
    text = talk["text"] if marks else talk["text"].replace("?", "")
    return read_transcript(talk["id"], text.encode())


def report(talk: dict[str, Any], *, marks: bool = True) -> TalkReport:
    """What the mirror says of one talk."""
    return review_talk(transcript(talk, marks=marks), talk["candidate"])


def bare(text: str) -> Counter[str]:
    """The words of a text, however they are written."""
    return Counter(_WORD.findall(text.casefold().replace("’", "'")))


def alike(one: str, other: str) -> bool:
    """Whether most words of the shorter text stand in the other one."""
    here, there = bare(one), bare(other)
    return 2 * (here & there).total() > min(here.total(), there.total())


def pairs(found: Iterable[Any], wanted: Iterable[Any]) -> list[tuple[Any, Any]]:
    """What was found with what it stands for: of one turn and alike, each used once."""
    left, both = list(wanted), []
    for one in found:
        for other in left:
            if one[0] == other[0] and alike(one[1], other[1]):
                both.append((one, other))
                left.remove(other)
                break
    return both


def scored(found: list[Any], wanted: list[Any]) -> Score:
    return Score(len(pairs(found, wanted)), len(found), len(wanted))


def added(scores: Iterable[Score]) -> Score:
    return Score(*(sum(column) for column in zip(*scores, strict=True)))


@cache
def reports(part: str, *, marks: bool = True) -> list[tuple[dict[str, Any], TalkReport]]:
    """Every talk of a part with its report; of those whose marks are taken out, only those that have some."""
    return [(talk, report(talk, marks=marks)) for talk in talks(part) if marks or talk["marks"]]


def questions(part: str, *, marks: bool) -> Score:
    """Questions found, in talks with question marks, or in talks without (their own, or taken out)."""
    rows = [row for row in reports(part) if row[0]["marks"] == marks] + ([] if marks else reports(part, marks=False))
    return added(
        scored([(one.turn, one.text) for one in made.questions], [(q["turn"], q["text"]) for q in talk["questions"]])
        for talk, made in rows
    )


def follow_ups(part: str) -> Score:
    """Follow-ups found, of all questions in talks as they stand."""
    return added(
        scored(
            [(one.turn, one.text) for one in made.questions if one.kind == "follow-up"],
            [(q["turn"], q["text"]) for q in talk["questions"] if q["kind"] == "follow-up"],
        )
        for talk, made in reports(part)
    )


def labels(part: str) -> tuple[Score, Score]:
    """Of the questions found: those whose kind is right, and those whose openness is."""
    kinds = opens = of = 0
    for talk, made in reports(part):
        found = [(one.turn, one.text, one.kind, one.open) for one in made.questions]
        wanted = [(q["turn"], q["text"], q["kind"], q["open"]) for q in talk["questions"]]
        both = pairs(found, wanted)
        of += len(both)
        kinds += sum(one[2] == other[2] for one, other in both)
        opens += sum(one[3] == other[3] for one, other in both)
    return Score(kinds, of, of), Score(opens, of, of)


def boundaries(part: str) -> Score:
    """Phases whose first turn is right within one; a phase found or left out wrongly counts against."""
    right = of = 0
    for talk, made in reports(part):
        wanted = {phase["name"]: phase["from_turn"] for phase in talk["phases"] if phase["from_turn"]}
        found = {phase.name: phase.from_turn for phase in made.phases if phase.from_turn}
        right += sum(name in found and abs(found[name] - turn) <= 1 for name, turn in wanted.items())
        of += len(wanted.keys() | found.keys())
    return Score(right, of, of)


def fillers(part: str) -> tuple[Score, dict[str, tuple[int, int, int]]]:
    """How many fillers were counted against how many there are; and by word: right, found, wanted."""
    by_word: dict[str, list[int]] = {}
    for talk, made in reports(part):
        for word in {*talk["fillers"], *made.fillers}:
            here, there = made.fillers.get(word, 0), talk["fillers"].get(word, 0)
            counts = by_word.setdefault(word, [0, 0, 0])
            counts[0] += min(here, there)
            counts[1] += here
            counts[2] += there
    total = [sum(column) for column in zip(*by_word.values(), strict=True)] if by_word else [0, 0, 0]
    return Score(*total), {word: (a, b, c) for word, (a, b, c) in sorted(by_word.items())}


def filler_talks(part: str) -> Score:
    """Talks whose count of all fillers together is right within a tenth (or one, where there are few)."""
    rows = reports(part)
    right = sum(
        abs(sum(made.fillers.values()) - sum(talk["fillers"].values())) <= max(1, sum(talk["fillers"].values()) / 10)
        for talk, made in rows
    )
    return Score(right, len(rows), len(rows))


def turns_of(part: str, name: str) -> Score:
    """Subject changes, missed openings or canned phrases: by their turn, and alike in words where they have some."""
    words = {"missed_openings": "said", "canned": "phrase"}.get(name)
    return added(
        scored(
            [(one.turn, getattr(one, words) if words else "x") for one in getattr(made, name)],
            [(row["turn"], row[words] if words else "x") for row in talk[name]],
        )
        for talk, made in reports(part)
    )


def followed(part: str) -> Score:
    """Of the changes of subject that were found: those of which it is rightly said whether they were followed."""
    right = of = 0
    for talk, made in reports(part):
        wanted = {row["turn"]: row["followed"] for row in talk["subject_changes"]}
        both = [(one.followed, wanted[one.turn]) for one in made.subject_changes if one.turn in wanted]
        right += sum(one == other for one, other in both)
        of += len(both)
    return Score(right, of, of)


def first_personal(part: str) -> Score:
    """Talks whose first personal turn is right within one turn of the candidate, or rightly none."""
    rows = reports(part)
    right = 0
    for talk, made in rows:
        wanted, found = talk.get("first_personal_turn"), made.first_personal_turn
        right += wanted == found or (wanted is not None and found is not None and abs(wanted - found) <= 1)
    return Score(right, len(rows), len(rows))


def worst_share(part: str) -> float:
    """How far the share of words is ever from what counting by white space gives."""
    worst = 0.0
    for talk, made in reports(part):
        counted: Counter[str] = Counter()
        for line in talk["text"].strip().splitlines():
            name, _, said = line.partition(": ")
            counted[name] += len(said.split())
        worst = max(worst, abs((made.share_words or 0) - counted[talk["candidate"]] / counted.total()))
    return worst
