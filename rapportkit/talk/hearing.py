"""What kind of thing a learner said to the practice interviewer, told by words and word classes."""

from __future__ import annotations

import re
from functools import cached_property
from itertools import pairwise

from rapportkit.ground.fold import folded_words
from rapportkit.ground.interests import interests
from rapportkit.people.english import language_of_text
from rapportkit.talk.is_asking import asks, without_preamble
from rapportkit.words.judgement import opinions
from rapportkit.words.phrases import phrases, words
from rapportkit.words.review import Span
from rapportkit.words.speech import Speech
from rapportkit.words.tact import canned, surveillance

HEARD_FIRST, HEARD_LAST = 4_000, 1_000
"""Of a speech that is longer, these many characters of its beginning and its end are listened to."""

LONG, FAR_TOO_LONG = 160, 260
"""Words in one turn: over a minute of speech, and about two, after which an interviewer cuts in."""

SHORT = 9
"""An answer of fewer words says too little to go on from."""

_SHORT_INSULT = 14
"""In a turn of more words one rude word is part of a story."""

_SURE_OF_DIGGING = 0.2
"""How likely the model must hold it: a good question about the place must never be refused as prying."""

_PASSING = 15
"""In a turn of more words "I don't know" or "sorry" is part of a story."""

_LETTERS = re.compile(r"[^\W\d_]{2,}")
_MASHED = re.compile(r"[bcdfghjklmnpqrstvwxz]{5}|(.)\1{3}|^(?:asdf|qwer|zxcv|hjkl|jkl)", re.IGNORECASE)
_YOU = frozenset({"you", "your", "yours"})
_ED = 4
"""A word of no more letters that ends so is no past ("need")."""

_TELLERS = frozenset({"i", "we"})
_SOFTENING = frozenset({"just", "then", "even", "always", "also", "only", "really", "once", "never", "quickly"})
_FALTERS = re.compile(r"(?<!\.)(?:\.{2,}+|…)(?=\s{1,3}[a-z])")
_VOWEL = re.compile(r"[aeiouyà-öø-ý]", re.IGNORECASE)


class Heard:
    """One turn of the learner's, listened to once. Each property answers one question about it."""

    def __init__(self, said: str) -> None:
        self.words = len(said.split())
        is_long = len(said) > HEARD_FIRST + HEARD_LAST
        heard = f"{said[:HEARD_FIRST]} {said[-HEARD_LAST:]}" if is_long else said
        self.text = _FALTERS.sub(",", heard)  # "should I just... start?" is one sentence
        self.speech = Speech(self.text)

    def has(self, name: str) -> bool:
        """Whether a phrase of one of the lists in `data/words/rehearsal.toml` stands anywhere."""
        return phrases("rehearsal", name).first(self.speech) is not None

    def has_in_passing(self, name: str) -> bool:
        """Whether such a phrase is most of what was said, not a word in a story."""
        return self.words <= _PASSING and self.has(name)

    @cached_property
    def is_silence(self) -> bool:
        """Whether there is neither a letter nor a digit."""
        return not any(sign.isalnum() for sign in self.text)

    @cached_property
    def is_pictures(self) -> bool:
        """Whether there are signs beyond punctuation and no words: emoji."""
        return self.is_silence and any(ord(sign) > 0x2100 for sign in self.text)

    @cached_property
    def language(self) -> str | None:
        """The language that was spoken, where it is plainly not English."""
        found = language_of_text(self.text)
        english = sum(word in words("story", "empty") for word in self.speech.words)
        if found in ("English", None) or 2 * english >= len(self.speech.words):
            return None
        return found if self.words > 2 or not self._is_known_here else None

    @property
    def _is_known_here(self) -> bool:
        return any(self.has(name) for name in ("yes", "no", "greeting", "thanks", "pause", "goodbye"))

    @cached_property
    def is_nonsense(self) -> bool:
        """Whether no word of it can be made out: mashed keys, or several words none of which is a small English one."""
        said = _LETTERS.findall(self.text[:HEARD_LAST])
        if not said:
            return not any(sign.isdigit() for sign in self.text)
        if len(said) > 2 and len(set(said)) == 1:
            return True
        mashed = sum(bool(_MASHED.search(word)) or not _VOWEL.search(word) for word in said)
        if 2 * mashed >= len(said) and not all(word.isupper() for word in said):
            return True
        return len(said) >= 4 and language_of_text(self.text) is None and not self._makes_sense

    @property
    def _makes_sense(self) -> bool:
        known = words("story", "empty") | words("story", "bare")
        return bool(self.hobbies) or any(word in known for word in self.speech.words if len(word) > 1)

    @cached_property
    def is_rude(self) -> bool:
        """Whether it is an insult: in few words, or more than once."""
        found = phrases("rehearsal", "rude").find(self.speech)
        return len(found) > 2 or bool(found and self.words <= _SHORT_INSULT)

    @cached_property
    def canned(self) -> str | None:
        """The stock phrase in it, as it was said; a pause in its midst makes two things of it."""
        found = canned(self.speech)
        said = self.text[slice(*found.span)] if found else None
        return None if said is None or "," in said else said

    @cached_property
    def digging(self) -> str | None:
        """The words that show digging into the interviewer's life, as they were said; one's own life is no digging."""
        if _YOU.isdisjoint(self.speech.words):
            return None  # most stories: looking through them for all that digging can be takes long
        found = surveillance(self.speech)
        if found is None or opinions("opening", self.speech)["surveillance"].likely < _SURE_OF_DIGGING:
            return None
        return self.text[slice(*found.span)] if self._is_about_you(found.span) else None

    def _is_about_you(self, span: Span) -> bool:
        """Whether the interviewer is spoken of in the sentence where a span begins."""
        for sentence in self.speech.sentences:
            start, end = self.speech.span_of_words(sentence.first, sentence.last)
            if start <= span[0] < end:
                return not _YOU.isdisjoint(self.speech.words_in(sentence))
        return False

    @cached_property
    def hobbies(self) -> tuple[str, ...]:
        """The interests that it speaks of, by their names in our taxonomy."""
        return tuple(interests().read(folded_words(self.text[:HEARD_FIRST])))

    @cached_property
    def questions(self) -> tuple[str, ...]:
        """The sentences that ask the interviewer something, in plain words."""
        asked = (" ".join(self.speech.words_in(one)) for one in self.speech.sentences if asks(self.speech, one))
        return tuple(map(without_preamble, asked))

    @cached_property
    def told_speech(self) -> Speech:
        """What the learner told of their own, without what they asked."""
        telling = [one for one in self.speech.sentences if not asks(self.speech, one)]
        spans = (self.speech.span_of_words(one.first, one.last) for one in telling if one.last > one.first)
        return Speech(". ".join(self.text[slice(*span)] for span in spans) + " .")

    @cached_property
    def before_question(self) -> str:
        """The sentence that stands before the last question, in plain words; empty where none does."""
        said = list(self.speech.sentences)
        at = next((at for at in range(len(said) - 1, 0, -1) if asks(self.speech, said[at])), 0)
        return " ".join(self.speech.words_in(said[at - 1])) if at else ""

    @cached_property
    def hobbies_told(self) -> tuple[str, ...]:
        """The interests of which the learner told, and did not ask; what one does not do is none."""
        if not {"not", "never", "no"}.isdisjoint(self.told_speech.words):
            return ()
        return tuple(interests().read(folded_words(self.told_speech.text[:HEARD_FIRST])))

    @cached_property
    def told(self) -> int:
        """How many words are no question: what the learner told of their own."""
        return self.words - sum(len(question.split()) for question in self.questions)

    def told_beside(self, name: str) -> int:
        """How many words stand in sentences that neither ask nor hold a phrase of the list called *name*."""
        rest = (one for one in self.speech.sentences if not phrases("rehearsal", name).inside(self.speech, one))
        return sum(one.last - one.first for one in rest if not asks(self.speech, one))

    @cached_property
    def is_event(self) -> bool:
        """Whether things are told that one did once, and not what one always does or would do."""
        done = words("rehearsal", "done_once")
        said = [word for word in self.told_speech.words if word not in _SOFTENING]
        told = [
            did
            for who, did in pairwise(said)
            if who in _TELLERS and (did in done or (did.endswith("ed") and len(did) > _ED))
        ]
        return len(told) > 1

    @cached_property
    def is_closed(self) -> bool:
        """Whether the last question can be answered by yes, no, a number, a name or a place."""
        if not self.questions:
            return False
        question = Speech(self.questions[-1])
        if phrases("rehearsal", "fact_words").first(question) is not None:
            return True
        return phrases("rehearsal", "open_words").first(question) is None
