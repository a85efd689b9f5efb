"""The cues of personal prose, read once from `data/people/prose.toml` and made into patterns."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable
from functools import cache
from importlib.resources import files
from typing import NamedTuple


class Cues(NamedTuple):
    """The patterns by which `rapportkit.people.prose` reads a sentence; apostrophes are straight in the text."""

    spare_time: re.Pattern[str]
    liking: re.Pattern[str]
    passion: re.Pattern[str]
    being: re.Pattern[str]
    starts: re.Pattern[str]
    family: re.Pattern[str]
    openings: re.Pattern[str]
    denied: re.Pattern[str]
    others: re.Pattern[str]
    company: re.Pattern[str]
    work: re.Pattern[str]
    doubtful: re.Pattern[str]
    personal: re.Pattern[str]
    groups: re.Pattern[str]
    honours: re.Pattern[str]
    doing: re.Pattern[str]
    either: re.Pattern[str]
    often: re.Pattern[str]
    times: re.Pattern[str]
    on_the_job: re.Pattern[str]
    trades: re.Pattern[str]
    helped: re.Pattern[str]
    places: re.Pattern[str]
    place_is_now: dict[str, str]

    def bare(self, phrase: str) -> str:
        """A phrase without the words that only lead up to it: "you'll find me sailing" -> "sailing"."""
        while found := self.openings.match(phrase):
            phrase = phrase[found.end() :].lstrip(" ,:")
        return phrase.strip()

    def speaks_of_others(self, words: str) -> bool:
        """Whether somebody else does it: "my flatmate bakes", not "I bake with my flatmate"."""
        return self.others.search(words) is not None

    def when(self, cue: str) -> bool | None:
        """Whether a place is so today: "based in" is, "grew up in" says nothing of today."""
        return True if self.place_is_now[" ".join(cue.casefold().split())] == "now" else None


@cache
def cues() -> Cues:
    """The patterns, made once."""
    data = tomllib.loads(files("rapportkit").joinpath("data/people/prose.toml").read_text(encoding="utf-8"))
    lists = {
        name: _any_of(data[name]) for name in Cues._fields if isinstance(data.get(name), list) and name != "others"
    }
    lists["starts"] = re.compile(r"\W*" + lists["starts"].pattern, re.IGNORECASE)
    for name in ("doing", "either"):
        lists[name] = re.compile(rf"{SELF}I (?:{HOW} )?(?P<does>{lists[name].pattern})", re.IGNORECASE)
    lists["times"] = re.compile(
        rf"\W*{lists['times'].pattern}(?:,? (?=I\b)|:| (?:are|is|means?)(?: for)? )", re.IGNORECASE
    )
    others = re.compile(_SUBJECT + _any_of(data["others"]).pattern, re.IGNORECASE)
    company = _any_of(word for word in data["others"] if word not in ("he", "she"))
    return Cues(**lists, others=others, company=company, places=_any_of(data["places"]), place_is_now=data["places"])


SELF = (
    r"(?:^|[,;:–—-]\s*|\b(?:and|but|when|weekends?|evenings?|days?|mornings?|afternoons?|nights?|week|summers?|winters?"
    r"|work)\s+)"
)
"""Where a sentence or a clause begins, in which "I" comes first."""

HOW = r"(?:also|still|usually|often|mostly|regularly|sometimes|mainly|happily|now|even|secretly|proudly)"

# Where a sentence or a clause begins, somebody who stands there is the one who does it.
_SUBJECT = (
    r"(?:^|[,;:.(]\s*|\b(?:and|but|that|because|while|where|as|when|find)\s+)"
    r"(?:(?:my|our|the|his|her|their|old|older|younger|two|three|lovely)\s+){0,3}"
)


def _any_of(phrases: Iterable[str]) -> re.Pattern[str]:
    longest_first = sorted(phrases, key=len, reverse=True)
    alternatives = "|".join(re.escape(phrase).replace(r"\ ", r"\s+") for phrase in longest_first)
    return re.compile(rf"(?<![\w'])(?:{alternatives})(?![\w'])", re.IGNORECASE)
