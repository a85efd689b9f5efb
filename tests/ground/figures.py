"""How well the shared ground agrees with the labelled pairs: counts, never examples."""

from __future__ import annotations

import math
import tomllib
from pathlib import Path
from typing import Any, NamedTuple

from rapportkit.ground.find import find_common_ground
from rapportkit.ground.link import Link
from rapportkit.people.person import Fact, Person

LABELLED = Path(__file__).parents[1] / "labelled"
HANDS = {"first two hands": LABELLED} | {
    f"{at} hand": LABELLED / f"{at}_hand"
    for at in ("third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth")
}
FAMILY = {"interest", "creative", "sport"}


class Figures(NamedTuple):
    """Counts over one part of one set, and the ids of what went wrong (for the tuning part only)."""

    right: int
    reported: int
    found: int
    expected: int
    wrong_ids: tuple[str, ...]
    missed_ids: tuple[str, ...]

    @property
    def precision(self) -> float:
        return self.right / self.reported

    @property
    def recall(self) -> float:
        return self.found / self.expected

    def line(self, name: str) -> str:
        low, high = wilson(self.right, self.reported)
        low_r, high_r = wilson(self.found, self.expected)
        return (
            f"{name}: precision of confirmed {self.precision:.3f} "
            f"({self.right}/{self.reported}, {low:.2f} to {high:.2f}), "
            f"recall {self.recall:.3f} ({self.found}/{self.expected}, {low_r:.2f} to {high_r:.2f})"
        )


def wilson(hits: int, of: int, z: float = 1.96) -> tuple[float, float]:
    """The Wilson score interval of 95 %."""
    part, square = hits / of, z * z / of
    middle, spread = part + square / 2, z * math.sqrt(part * (1 - part) / of + square / (4 * of))
    return (middle - spread) / (1 + square), (middle + spread) / (1 + square)


def examples(name: str, part: str, hand: str = "all") -> list[dict[str, Any]]:
    """The pairs of a part, by one hand or all of them; not every hand wrote both parts of both sets."""
    folders = HANDS.values() if hand == "all" else (HANDS[hand],)
    paths = [path for folder in folders if (path := folder / f"{name}_{part}.toml").is_file()]
    return [row for path in paths for row in tomllib.loads(path.read_text(encoding="utf-8"))["pair"]]


def phrases(part: str, hand: str = "all") -> Figures:
    """Pairs of facts: a confirmed link is right where `confirmed` is expected, of the right family of kinds."""
    right, reported, found, expected, wrong, missed = 0, 0, 0, 0, [], []
    for row in examples("ground_phrases", part, hand):
        links = _links({"name": "A", "facts": [row["mine"]]}, {"name": "B", "facts": [row["theirs"]]})
        confirmed = [link for link in links if link.status == "confirmed"]
        good = [link for link in confirmed if row["expect"] == "confirmed" and _kind_fits(row["link_kind"], link.kind)]
        reported += len(confirmed)
        right += len(good)
        if len(good) < len(confirmed):
            wrong.append(row["id"])
        if row["expect"] in ("confirmed", "possible"):
            expected += 1
            hit = bool(good) if row["expect"] == "confirmed" else any(link.status == "possible" for link in links)
            found += hit
            if not hit:
                missed.append(row["id"])
        elif row["expect"] == "none" and links:
            wrong.append(row["id"] + ":possible")
    return Figures(right, reported, found, expected, tuple(wrong), tuple(missed))


def lights(part: str) -> tuple[int, int, tuple[str, ...]]:
    """How many of the found links of labelled light have it."""
    hits, of, wrong = 0, 0, []
    for row in examples("ground_phrases", part):
        links = _links({"name": "A", "facts": [row["mine"]]}, {"name": "B", "facts": [row["theirs"]]})
        if "light" in row and links:
            of += 1
            hits += links[0].light == row["light"]
            if links[0].light != row["light"]:
                wrong.append(f"{row['id']} {links[0].light}")
    return hits, of, tuple(wrong)


def people(part: str, hand: str = "all") -> Figures:
    """Whole people: every confirmed link must be listed, every listed link found, nothing forbidden reported."""
    right, reported, found, expected, wrong, missed = 0, 0, 0, 0, [], []
    for row in examples("ground_people", part, hand):
        links = _links(row["mine"], row["theirs"])
        for link in links:
            if link.status == "confirmed":
                reported += 1
                good = any(_fits(want, link) and want["status"] == "confirmed" for want in row["links"])
                right += good
                if not good:
                    wrong.append(f"{row['id']} {link.label}")
        for want in row["links"]:
            hit = any(_fits(want, link) and want["status"] == link.status for link in links)
            expected += 1
            found += hit
            if not hit:
                missed.append(f"{row['id']} {want['label']}")
        wrong += [f"{row['id']} TRAP {trap}" for trap in row["not_reported"] if any(_trapped(trap, x) for x in links)]
    return Figures(right, reported, found, expected, tuple(wrong), tuple(missed))


def trapped(part: str) -> tuple[int, int]:
    """How many of the traps of a part were walked into, and how many there are."""
    rows = examples("ground_people", part)
    hits = [
        any(_trapped(trap, link) for link in _links(row["mine"], row["theirs"]))
        for row in rows
        for trap in row["not_reported"]
    ]
    return sum(hits), len(hits)


def _links(mine: dict[str, Any], theirs: dict[str, Any]) -> tuple[Link, ...]:
    return find_common_ground(_person(mine), _person(theirs)).links


def _person(row: dict[str, Any]) -> Person:
    facts = tuple(Fact(**fact, where=f"example: fact {at + 1}") for at, fact in enumerate(row["facts"]))
    return Person(name=row["name"], headline=row.get("headline"), facts=facts)


def _kind_fits(wanted: str, kind: str) -> bool:
    return wanted == kind or {wanted, kind} <= FAMILY or {wanted, kind} <= {"group", "cause"}


def _fits(want: dict[str, Any], link: Link) -> bool:
    words = " ".join([link.label, *(source.text for source in (*link.mine, *link.theirs))]).casefold()
    loose = _kind_fits(want["kind"], link.kind) or {want["kind"], link.kind} <= FAMILY | {"group", "cause"}
    return loose and want["label"].casefold() in words


def _trapped(trap: dict[str, str], link: Link) -> bool:
    mine = " | ".join(source.text for source in link.mine).casefold()
    theirs = " | ".join(source.text for source in link.theirs).casefold()
    return trap.get("mine", "").casefold() in mine and trap.get("theirs", "").casefold() in theirs and bool(link.mine)
