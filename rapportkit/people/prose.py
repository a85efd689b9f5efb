"""
What somebody says of their own time in running prose, and nothing else.

Only a sentence with a cue ("in my spare time ...", "I am a keen ...", "grew up in ...") becomes a fact. What is
denied, past or somebody else's does not; where a sentence speaks of personal life and cannot be read, it is
handed back as not understood. Job duties and everything else are left alone.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from rapportkit.people.english import reads_as_english
from rapportkit.people.gathering import Gathering
from rapportkit.people.phrases import Cues, cues
from rapportkit.people.plain_text import plain
from rapportkit.people.prose_places import read_places
from rapportkit.people.remarks import NOTHING_TOLD
from rapportkit.people.telling import does, helps_at

_SENTENCE_END = re.compile(r"(?<=[.!?…])[\"'”’)]?\s+(?=[\"'“‘(]?[^\W\d_])|\n+")
_ABBREVIATION = re.compile(r"\b(?:St|Mt|Ft|Dr|Mr|Mrs|Ms|e\.g|i\.e|U\.S|D\.C|vs|No|[A-Z])\.$")
_SPLIT = re.compile(r"\s*(?:[;,•|·]|(?<!\bw)/|\s[-–—]\s|\s(?:and|or|&|\+)\s)\s*", re.IGNORECASE)
"""Where a list is parted; not in "w/ my son", which is "with"."""
_KEPT_PAIRS = re.compile(
    r"\b(rock|drum|arts?|dungeons|track|fish|salt|black|pen|food|true|country|sword|wining)"
    r" (?:and|&) (roll|bass|crafts?|dragons|field|chips|pepper|white|paper|wine|crime|western|sorcery|dining)\b",
    re.IGNORECASE,
)
_OR_THERE = re.compile(
    r"(?<!\w)(?i:in|at|off|near|around|round|along|up|on|from|to|over|through|between|across) (?:the )?"
    r"[A-Z][\w'’-]*(?: [A-Z][\w'’-]*){0,3}(?:, [A-Z][\w'’-]*(?: [A-Z][\w'’-]*){0,2}){0,3},? (?:or|and|&) "
    r"(?=(?:the )?(?!I\b)[A-Z])"
)
"""Places of one hobby ("walking in Snowdonia or the Peaks"), which are no hobbies of their own."""

_ASIDE = re.compile(r"(?:my|our|his|her|their|the|some|a|an) ", re.IGNORECASE)
_FIRST_PERSON = re.compile(r"\b(?:I|my|me|mine|we|our|us)\b|\bI['’]", re.IGNORECASE)
_THIRD_PERSON = re.compile(r"\b(?:he|she)(?:['’]s)?\s+(?=[a-z])", re.IGNORECASE)
_ONE_THING = re.compile(r"(?:^|(?<=and )|(?<=or )|(?<=, ))the (?=[^\W\d_]+(?:$|,| and | or ))")
"""The article before a single word, as in "the cello": the doubtful "the" is that of "the way we work"."""
_LEAD = re.compile(r"^[\s,:;.–—-]+")
_TRAIL = re.compile(r"[\s,:;.!?–—-]+$")
_LONGEST_SENTENCE = 1_000
"""Characters; a text without any full stop is no sentence that could be read."""

_STORY = re.compile(r",? (?:where|which|who|when|because|while|since|so that) ")
_LONGEST_PHRASE = 14
"""Words; what is longer is a story, and its owner should say which word counts."""


def read_summary(found: Gathering, *paragraphs: tuple[str, str]) -> None:
    """
    Read what somebody wrote of themselves, paragraph by paragraph with its place, and say so where nothing is in it.

        >>> gathered = Gathering("maya.json")
        >>> read_summary(gathered, ("I lead two teams. Results count.", "summary"))
        >>> [source.text for source in gathered.reading("Maya", None).not_understood]
        ['Nothing in this text was found about places or free time.']
    """
    before = found.size
    for text, place in paragraphs:
        read_prose(found, text, place)
    if found.size == before and any(text.strip() for text, _ in paragraphs):
        found.puzzle(NOTHING_TOLD, paragraphs[0][1])


def read_prose(found: Gathering, text: str, place: str) -> None:
    """
    Add to *found* what *text* says of its writer's own time.

        >>> gathered = Gathering("maya.json")
        >>> read_prose(gathered, "I lead two teams. In my spare time I restore motorbikes. Gave up chess.", "summary")
        >>> [fact.label for fact in gathered.facts]
        ['restore motorbikes']
        >>> [source.text for source in gathered.reading("Maya", None).not_understood]
        ['Gave up chess.']
    """
    prose = plain(found.kept(text, place))
    if not reads_as_english(prose):
        found.puzzle(prose, place)
        return
    is_told_by_another = _is_told_by_another(prose)
    for sentence in _sentences(prose):
        _read_sentence(found, sentence, place, is_told_by_another=is_told_by_another)


def _is_told_by_another(prose: str) -> bool:
    """Whether a text says "she" of the one whom it is about: nobody says "I" in it, and nobody else is in it."""
    return not _FIRST_PERSON.search(prose) and not cues().company.search(prose)


def _sentences(prose: str) -> Iterator[str]:
    held = ""
    for piece in _SENTENCE_END.split(prose):
        held = f"{held} {piece}".strip() if held else piece.strip()
        if _ABBREVIATION.search(held[-8:]) and len(held) < 1_000:
            continue
        if held:
            yield held
        held = ""
    if held:
        yield held


def _read_sentence(found: Gathering, sentence: str, place: str, *, is_told_by_another: bool) -> None:
    known, before = cues(), len(found.facts)
    text = sentence.replace("’", "'")
    if is_told_by_another:
        text = _THIRD_PERSON.sub("", found.without_name(text))
    if len(text) > _LONGEST_SENTENCE:
        if known.spare_time.search(text) or known.personal.search(text):
            found.puzzle(sentence, place)
        return
    understood = read_places(found, text, sentence, place)
    if group := helps_at(known, text):
        found.fact("group", group, place, detail=sentence)
    if cue := _own_time(known, text):
        understood = _pastimes(found, known, text, cue, sentence, place) and understood
    elif cue := known.passion.search(text):
        understood = known.work.search(text, cue.end()) is not None and understood
    elif cue := known.liking.search(text) or known.being.search(text) or known.starts.match(text):
        understood = _liked(found, known, text, text[cue.end() :], sentence, place) and understood
    elif not group and (done := does(known, text)):
        understood = _liked(found, known, text, done, sentence, place) and understood
    if not understood or (len(found.facts) == before and known.personal.search(text)):
        found.puzzle(sentence, place)


def _own_time(known: Cues, text: str) -> re.Match[str] | None:
    """The words that say when it is done: outside work, or at the beginning a time that is hardly ever work's."""
    time = known.times.match(text)
    is_own = time and not known.on_the_job.search(text) and not known.work.search(text)
    return time if is_own else known.spare_time.search(text)


def _pastimes(found: Gathering, known: Cues, text: str, cue: re.Match[str], sentence: str, place: str) -> bool:
    """What is done outside work: the words after the cue, or before it where nothing follows."""
    before, after = _TRAIL.sub("", text[: cue.start()]), _LEAD.sub("", text[cue.end() :])
    rest = after if _TRAIL.sub("", after) else before
    phrases = [_without_story(phrase) for phrase in map(known.bare, _items(rest)) if phrase]
    if any(known.family.match(phrase) and "(" in phrase for phrase in phrases):
        return True  # "the father of three (Ann, Bo and Cy)": names of a family are nobody's business
    phrases = [phrase for phrase in phrases if not known.family.match(phrase)]
    around = f"{before} {after}"
    if known.denied.search(around) or known.speaks_of_others(rest) or not all(_is_short(phrase) for phrase in phrases):
        return False
    for phrase in phrases:
        found.fact("interest", phrase, place, detail=sentence)
    return bool(phrases)


def _liked(found: Gathering, known: Cues, text: str, rest: str, sentence: str, place: str) -> bool:
    """What is loved, unless it is a duty (then nothing is said of it) or nobody can tell (then it is shown)."""
    rest = _TRAIL.sub("", rest)
    if known.work.search(rest):
        return True
    phrases = [_without_story(phrase) for phrase in map(known.bare, _items(rest)) if phrase]
    if known.denied.search(text) or known.doubtful.search(_ONE_THING.sub("", rest)) or known.speaks_of_others(text):
        return False
    if not phrases or not all(_is_short(phrase) for phrase in phrases):
        return False
    for phrase in phrases:
        found.fact("interest", phrase, place, detail=sentence)
    return True


def _without_story(phrase: str) -> str:
    """A phrase too long for a pastime without the clause that hangs on it ("shouting at matches where I help ...")."""
    return phrase if _is_short(phrase) else _STORY.split(phrase, maxsplit=1)[0]


def _is_short(phrase: str) -> bool:
    return len(phrase.split()) <= _LONGEST_PHRASE


def _items(rest: str) -> list[str]:
    """The pastimes in a list; "rock and roll" is one, and so is "walks with the kids and our dog"."""
    guarded = _KEPT_PAIRS.sub(lambda pair: _together(pair[0]), rest)
    guarded = _OR_THERE.sub(lambda found: _together(found[0]), guarded)
    pieces = [piece.translate(_APART) for piece in _SPLIT.split(_TRAIL.sub("", guarded)) if piece]
    joined: list[str] = []
    for piece in pieces:
        if joined and " with " in f" {joined[-1]}" and _ASIDE.match(piece):
            joined[-1] = f"{joined[-1]} and {piece}"
        else:
            joined.append(piece)
    return [_TRAIL.sub("", _LEAD.sub("", piece)) for piece in joined]


_MARKS, _TOKENS = " ,", "\x00\x01"
_APART = str.maketrans(_TOKENS, _MARKS)
_TOGETHER = str.maketrans(_MARKS, _TOKENS)


def _together(words: str) -> str:
    """The words with marks in place of spaces and commas, so that nothing parts them."""
    return words.translate(_TOGETHER)
