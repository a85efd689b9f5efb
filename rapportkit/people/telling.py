"""Common sentences of somebody about themselves: what they do, where they help, how long they lived somewhere."""

from __future__ import annotations

import re
from collections.abc import Iterator

from rapportkit.people.phrases import HOW, SELF, Cues

_NUMBER = (
    r"(?:\d{1,2}|an?|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fifteen|eighteen|twenty|thirty"
    r"|several|many|some|a few|a couple of)"
)
_YEARS_IN = re.compile(
    rf"(?<!\w)(?:my |the |those )?{_NUMBER} (?:[a-z]+ )?(?:and a half )?(?:years?|yrs?|months?|summers?|winters?)"
    r" (?:living |spent )?in (?=[^\W\d_])",
    re.IGNORECASE,
)
_AFTER_PLACE = re.compile(
    r"\s*(?:$|[,.;:!?()–—-]|(?:before|and|then|changed|taught|made|gave|left|turned|as|with|where|when|which|that|after|until"
    r"|or|for|working|teaching|studying|showed|was|were|but|while|since|shaped|followed|brought|have|has|had|I|got|"
    r"still|on|spoiled|spoilt|opened|means|meant)\b)"
)
_THERE = r"(?:(?:the|our|my|a) )?(?:local )?"
_HELPS = re.compile(
    rf"{SELF}I(?:'m| am|'ve)? (?:{HOW} )?(?:"
    r"(?:help|lend a hand|steward|marshal|muck in)(?: out)?(?: (?:on|every|most|some) [a-z ]{3,20})? (?:down )?at"
    r"|help out with|(?:a volunteer|volunteer|volunteering|volunteered)(?: as [\w' -]{2,30}?)? (?:at|with|for|in)"
    rf") {_THERE}",
    re.IGNORECASE,
)
_COACHES = re.compile(
    rf"{SELF}I(?:'m)? (?:{HOW} )?(?:coach|help|help coach|help with|help run|manage|train|referee|run"
    r"|look after|coaching) (?:w(?:ith|/) )?(?:the )?(?:[\w']{1,15} ){0,2}?"
    r"(?:U\d{1,2}s?|under[- ][\w']{1,9}|juniors|minis|colts|girls|boys|kids|youth|beginners)"
    rf"(?: [\w']{{1,12}}){{0,2}}? (?:at|for|of) {_THERE}",
    re.IGNORECASE,
)
_ORGANISATION_ENDS = re.compile(
    r"[,.;:!?()]|\s[-–—]\s|\s(?:and|&)\s(?=(?-i:[a-z]))|\s(?:on|every|each|most|twice|once|three|since|for|when|where"
    r"|which|who|whenever|at|because|and I|with my|as|during|if|while|in my|in the|by)\b",
    re.IGNORECASE,
)
_LONGEST_NAME = 8


def years_spent(known: Cues, text: str) -> Iterator[tuple[str, str]]:
    """
    What stands before "nine years in", and what after it, where a place may be named there and no trade.

        >>> from rapportkit.people.phrases import cues
        >>> list(years_spent(cues(), "Nine years in Kathmandu before I came home"))
        [('', 'Kathmandu before I came home')]
        >>> list(years_spent(cues(), "Ten years in Sales"))
        []
    """
    for found in _YEARS_IN.finditer(text):
        after = text[found.end() :]
        named = re.match(r"(?:the )?([^\s,.;:!?()]+)", after)
        if named and named[1][:1].isupper() and not named[1].isupper() and not known.trades.match(after):
            yield text[: found.start()], after


def ends_there(after: str) -> bool:
    """Whether a name of a place ends where *after* begins: "Leeds before ...", not "Leeds hospitals"."""
    return _AFTER_PLACE.match(after) is not None


def helps_at(known: Cues, text: str) -> str:
    """
    The group at which somebody says to help; empty where none is named.

        >>> from rapportkit.people.phrases import cues
        >>> helps_at(cues(), "I help out at the food bank on Thursdays"), helps_at(cues(), "I help with reports")
        ('food bank', '')
    """
    found = _COACHES.search(text) or _HELPS.search(text)
    if not found or known.denied.search(text[: found.end()]):
        return ""
    rest = text[found.end() :]
    end = _ORGANISATION_ENDS.search(rest)
    name = rest[: end.start() if end else len(rest)].strip()
    is_group = any(letter.isupper() for letter in name) or known.groups.search(name) or known.helped.search(name)
    is_work = known.on_the_job.search(name) or known.work.search(name)
    return name if is_group and not is_work and len(name.split()) <= _LONGEST_NAME else ""


def does(known: Cues, text: str) -> str:
    """
    What somebody says that they do, from the verb on, where it is a pastime and no trade; empty where nothing is.

        >>> from rapportkit.people.phrases import cues
        >>> does(cues(), "I climb indoors twice a week"), does(cues(), "I climb ladders for a living")
        ('climb indoors twice a week', '')
    """
    found = known.doing.search(text) or (known.often.search(text) and known.either.search(text))
    if not found or known.on_the_job.search(text) or known.work.search(text, found.end()):
        return ""
    return text[found.start("does") :]
