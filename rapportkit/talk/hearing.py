"""What kind of thing a learner said to the practice interviewer, told by words and word classes."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cached_property
from itertools import dropwhile, pairwise

from rapportkit.ground.fold import folded_words
from rapportkit.ground.interests import interests
from rapportkit.people.english import language_of_text
from rapportkit.words.judgement import opinions
from rapportkit.words.phrases import phrases, words
from rapportkit.words.review import Span
from rapportkit.words.speech import Sentence, Speech
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
_ASKING = frozenset({"why", "how", "what", "who", "where", "when", "which", "you", "really"})
_TELLERS = frozenset({"i", "we"})
_SOFTENING = frozenset({"just", "then", "even", "always", "also", "only", "really", "once", "never", "quickly"})
_WHOM = frozenset({"i", "you", "we", "they", "he", "she", "it", "that", "there", "the", "this", "your", "people"})
_BEFORE_ONESELF = frozenset({"well", "um", "so", "and", "like", "oh", "but", "er", "yes", "no", "okay", ",", "mean"})
_WHICH = frozenset(
    {
        "what",
        "who",
        "where",
        "when",
        "why",
        "which",
        "how",
        "or",
        "there",
        "here",
        "allowed",
        "if",
        "right",
        "okay",
        "ok",
        "this",
    }
)
_A_PAST = 4
_A_FRAGMENT = 8
_FACTS_OF_A_JOB = ("pay", "hours", "training", "next")
_MAY_I_ASK = re.compile(
    r"^(?:and |so |but |well )?(?:(?:may|can|could|might) i (?:just )?|(?:do|would) you mind (?:if i |me )?)"
    r"ask(?:ing)? (?:you )?"
    r"(?:(?:straight|right) away |first |quickly |directly |already |please )?(?:, )?(?=(?:\S+ ){2})"
)
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
        asked = (" ".join(self.speech.words_in(one)) for one in self.speech.sentences if self._asks(one))
        return tuple(_MAY_I_ASK.sub("", question) for question in asked)

    @cached_property
    def told_speech(self) -> Speech:
        """What the learner told of their own, without what they asked."""
        telling = [one for one in self.speech.sentences if not self._asks(one)]
        spans = (self.speech.span_of_words(one.first, one.last) for one in telling if one.last > one.first)
        return Speech(". ".join(self.text[slice(*span)] for span in spans) + " .")

    @cached_property
    def before_question(self) -> str:
        """The sentence that stands before the last question, in plain words; empty where none does."""
        said = list(self.speech.sentences)
        at = next((at for at in range(len(said) - 1, 0, -1) if self._asks(said[at])), 0)
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
        return sum(one.last - one.first for one in rest if not self._asks(one))

    @cached_property
    def is_event(self) -> bool:
        """Whether things are told that one did once, and not what one always does or would do."""
        done = words("rehearsal", "done_once")
        said = [word for word in self.told_speech.words if word not in _SOFTENING]
        told = [
            did
            for who, did in pairwise(said)
            if who in _TELLERS and (did in done or (did.endswith("ed") and len(did) > _A_PAST))
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

    def _asks(self, sentence: Sentence) -> bool:
        said = self.speech.words_in(sentence)
        if phrases("rehearsal", "no_asking").inside(self.speech, sentence) or self._answers_itself(sentence):
            return False
        if sentence.end == "?" and _is_told_rising(said):
            return False
        if sentence.end == "?":
            return not (len(said) > 4 and phrases("opening", "tags").inside(self.speech, sentence) and said[0] == "i")
        if phrases("rehearsal", "prompts").inside(self.speech, sentence):
            return True
        begins = phrases("rehearsal", "begins_question").inside(self.speech, sentence)
        at = self.speech.starts[sentence.first]
        return any(found.start == at for found in begins) and len(said) > 2

    def _answers_itself(self, sentence: Sentence) -> bool:
        """Whether a few words with a question mark begin an answer: "My hands? I can solder." """
        if self.speech.sentences[-1] == sentence or sentence.last - sentence.first > _A_FRAGMENT:
            return False
        spoken = self.speech.words_in(sentence)
        said = set(spoken)
        is_fragment = said.isdisjoint(_ASKING) and said.isdisjoint(words("ways_of_asking", "auxiliary"))
        is_echo = list(spoken[1:2]) == ["not"] and _WHOM.isdisjoint(spoken[2:3])  # "didn't want it?"
        is_fragment = is_fragment or is_echo
        if is_fragment and sentence.last - sentence.first > 2:
            is_fragment = not any(phrases("rehearsal", name).inside(self.speech, sentence) for name in _FACTS_OF_A_JOB)
        later = self.speech.sentences[self.speech.sentences.index(sentence) + 1 :]
        is_told_after = any(one.end != "?" for one in later)
        return is_told_after and (is_fragment or ("sorry" in said and said.isdisjoint(_YOU)))


def _is_told_rising(said: Sequence[str]) -> bool:
    """Whether a statement about oneself only ends as a question does: "I liked the handwriting best?"."""
    told = " ".join(dropwhile(_BEFORE_ONESELF.__contains__, said)).removeprefix("i mean ").split()
    told = list(dropwhile(_BEFORE_ONESELF.__contains__, told))
    asked = any(
        verb in words("ways_of_asking", "auxiliary") and who in _WHOM - {"the", "this", "that", "your", "people"}
        for verb, who in pairwise(told)
    )
    is_of_them = not _YOU.isdisjoint(said) or not _WHICH.isdisjoint(said)
    return told[:1] in (["i"], ["my"]) and len(told) > _A_PAST and not asked and not is_of_them
