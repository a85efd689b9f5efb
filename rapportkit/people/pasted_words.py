"""The words by which pasted text is read, taken once from `data/people/pasted.toml`."""

from __future__ import annotations

import re
import tomllib
from functools import cache
from importlib.resources import files
from typing import NamedTuple

_MARKS = re.compile(r"^[^\w\n]{0,20}|[#*_\s:=-]{0,20}$")
_COUNT = re.compile(r"(?<=\w)\s?\(\d{1,4}\)\s*$")
_LOOKS_SO = re.compile(r"^\s*(?:#|\*\*|__|=)|[:=]\s*[*_]*\s*$")
_ITEM = re.compile(r"^\s*[-*•▪●+]\s")
_LABEL = re.compile(
    r"^[^\w\n]{0,12}([^\W\d_](?:[^\W\d_]|[&'’ -]){1,34}?)[*_]{0,2}(?:\s?:|\s[-–—](?=\s))[*_]{0,2}\s*(.*)$"
)
_SEVERAL = re.compile(r",? (?:&|and|und|et|y) |, | / ")
_WHOSE = re.compile(r"^(?:(?:in|on|at|his|her|their|my|our|the|he|she|they|also|other|main|favourite|favorite) )+")
_SPOKEN = re.compile(r"^[\s>*_•-]{0,12}(?:(?:[Hh]e|[Ss]he|[Tt]hey)\s)?\s{0,3}([A-Za-z].*)$")
_LONGEST_SPOKEN = 90
_VERBS = {
    "were",
    "was",
    "are",
    "is",
    "had",
    "have",
    "has",
    "of",
    "and",
    "or",
    "from",
    "for",
    "to",
    "that",
    "this",
    "by",
    "on",
}
_WITHIN_NAMES = {"upon", "on", "of", "the", "de", "la", "le", "del", "and", "in", "&"}


class Words(NamedTuple):
    """Headings and labels by what they stand for, and the word lists by name."""

    headings: dict[str, str]
    labels: dict[str, str]
    lists: dict[str, frozenset[str]]

    def heading(self, line: str) -> str | None:
        """
        What a line is the heading of; None where it is none.

        A label that looks like a heading is one of `label:` and the label: what it labels stands below it.
        """
        if len(line) > 60 or _ITEM.match(line):
            return None
        bare = _bare(line)
        part = self.headings.get(bare) or self._of_several(bare)
        marked = part is None or bare in self.lists["only_marked"]
        if marked and not (_LOOKS_SO.search(line) or line.strip().isupper()):
            return None
        if part is None and (kind := self.labels.get(_without_owner(bare, self.labels))):
            return "passed_over" if kind == "private" else f"label:{_without_owner(bare, self.labels)}"
        return part

    def _of_several(self, bare: str) -> str | None:
        """What "Hobbies & sports" is the heading of: all its parts are known for one thing, or for free time."""
        parts = {self.headings.get(part) for part in _SEVERAL.split(bare)} if _SEVERAL.search(bare) else set()
        if parts == {"interests", "sports"}:
            return "interests"
        return next(iter(parts)) if len(parts) == 1 else None

    def labelled(self, line: str) -> tuple[str, str, str] | None:
        """What a line is labelled as, its label and what follows; None where it carries no label that is known."""
        found = _LABEL.match(line)
        label = _without_owner(_plain(found[1]), self.labels) if found else ""
        return (self.labels[label], label, found[2].strip(" *_")) if found and label in self.labels else None

    def spoken(self, line: str) -> tuple[str, str, str] | None:
        """The same for a line that says it without a colon: `Lives in Leeds`, `She likes chess`."""
        found = _SPOKEN.match(line) if len(line) <= _LONGEST_SPOKEN else None
        plain = " ".join(found[1].split()) if found else ""
        for label in self.lists["spoken"]:
            if plain.casefold().startswith(f"{label} "):
                value = plain[len(label) + 1 :].rstrip(" .")
                kind = self.labels[label]
                named = kind in ("interest", "sport", "cause") or all(
                    word[:1].isupper() or word in _WITHIN_NAMES for word in re.split(r"[\s,;]+", value)
                )
                is_subject = value.partition(" ")[0].casefold() in _VERBS  # "Likes were shared"
                return (kind, label, value) if named and value and not is_subject else None
        return None

    def has(self, name: str, text: str) -> bool:
        """Whether one of the words of the list *name* stands in *text*."""
        return not self.lists[name].isdisjoint(re.split(r"[\s,;:()/]+", text.casefold()))


@cache
def words() -> Words:
    """The words, read once."""
    data = tomllib.loads(files("rapportkit").joinpath("data/people/pasted.toml").read_text(encoding="utf-8"))
    headings = {heading: part for part, known in data["headings"].items() for heading in known}
    labels = {label: kind for kind, known in data["labels"].items() for label in known}
    return Words(headings, labels, {name: frozenset(known) for name, known in data["words"].items()})


def _bare(line: str) -> str:
    """A heading without its marks and without how many stand below it: "Received (2)"."""
    return _plain(_MARKS.sub("", _COUNT.sub("", line)))


def _plain(text: str) -> str:
    return " ".join(text.casefold().replace("’", "'").split())


def _without_owner(label: str, known: dict[str, str]) -> str:
    """ "In his free time" is labelled as "free time" is."""
    return label if label in known else _WHOSE.sub("", label)
