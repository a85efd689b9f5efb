"""Where somebody says that they live or lived, in a sentence about themselves."""

from __future__ import annotations

import re

from rapportkit.people.dates import years_in
from rapportkit.people.gathering import Gathering
from rapportkit.people.phrases import cues
from rapportkit.people.telling import ends_there, years_spent


def read_places(found: Gathering, text: str, sentence: str, place: str) -> bool:
    """
    Add the places of a sentence, its words in *text*; False where one is named that cannot be read.

        >>> gathered = Gathering("maya.json")
        >>> read_places(gathered, "Born & bred in Hull", "Born & bred in Hull", "summary")
        True
        >>> [fact.label for fact in gathered.facts]
        ['Hull']
    """
    understood = True
    for cue in cues().places.finditer(text):
        named = _name_after(text[cue.end() :])
        if not named:
            continue
        if not _is_about_oneself(text[: cue.start()]):
            understood = understood and not cues().denied.search(text)
            continue
        target = text[cue.end() :].lstrip()[len(named) :].lstrip()
        if cue[0].casefold().startswith(("moved from", "relocated from")) and target.startswith("to "):
            found.fact("place", named, place, detail=sentence)
            named = _name_after(target[3:]) or named
        when, (_, span) = cues().when(cue[0]), years_in(text[cue.end() :])
        current = when if span.current is None else span.current
        found.fact("place", named, place, detail=sentence, span=span._replace(current=current))
    for before, after in years_spent(cues(), text):
        named = _name_after(after)
        if named and ends_there(after.removeprefix("the ")[len(named) :]) and _is_of_oneself(before):
            found.fact("place", named, place, detail=sentence)
    return understood


def _is_of_oneself(before: str) -> bool:
    """Whether nobody else, and no denial, stands before the years that were spent somewhere."""
    return not cues().speaks_of_others(before) and not cues().denied.search(before)


def _is_about_oneself(before: str) -> bool:
    """Whether the words before a cue of place leave no doubt who grew up or lives there."""
    if cues().speaks_of_others(before) or cues().denied.search(before):
        return False
    if _I_AM_A.fullmatch(before) and not _OF_A_FIRM.search(before):
        return True  # "I'm a site foreman based in Swansea"
    words = re.findall(r"[^\W_]+(?:'[^\W_]+)?|[,;:.()–—-]", before[-60:].casefold())
    return words in ([], ["is"], ["was"]) or words[-1] in _OWN_WORDS or not words[-1][0].isalnum()


_I_AM_A = re.compile(
    r"\W*(?:(?:I(?:'m| am)|is|was)\s+)?an?\s+(?:[\w'/&-]+\s+){1,6}(?:(?:and|who|now|currently)\s+)?", re.IGNORECASE
)
_OF_A_FIRM = re.compile(
    r"\b(?:for|at|with|of|by|to|company|firm|team|business|agency|charity|start-?up|studio|organi[sz]ation|client|practice"
    r"|school|university|bank|group|chain|network|people|clients|customers|teams)\b",
    re.IGNORECASE,
)
_OWN_WORDS = {"i", "i'm", "am", "was", "i've", "been", "currently", "now", "having", "and", "then", "but", "originally"}
_OWN_WORDS |= {"still", "proudly", "happily", "actually", "have", "later", "who", "since", "recently", "today", "also"}


_SMALL_WORDS = {"upon", "on", "de", "la", "of", "the", "al", "el", "del", "do", "da", "le", "les", "am", "der", "in"}


def _name_after(text: str) -> str:
    """The place's name at the start of *text*: words with a capital, small words between them, `City, Region` too."""
    taken: list[str] = []
    end = 0
    for word in re.finditer(r"\s*([^\s,.;:!?()]+\.?)(,?)", text[:120]):
        bare = word[1].rstrip(".")
        if bare == "the" and not taken:
            continue
        capital = bare[:1].isupper() and bare not in {"I", "I'm", "I've", "And", "But"}
        if not capital and (bare not in _SMALL_WORDS or not taken):
            break
        taken.append(bare)
        if capital:
            end = len(taken)
        ends = word[1].endswith(".") and bare not in {"St", "Mt", "Ft"}
        if word[2] or ends or text[word.end() : word.end() + 1] in ".;:!?()":
            break
    return " ".join(taken[:end])
