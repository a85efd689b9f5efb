"""Whether a sentence of the learner's asks the interviewer something, and the question without its preamble."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import dropwhile, pairwise

from rapportkit.words.phrases import phrases, words
from rapportkit.words.speech import Sentence, Speech

_YOU = frozenset({"you", "your", "yours"})
_ASKING = frozenset({"why", "how", "what", "who", "where", "when", "which", "you", "really"})
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
_SAYING = frozenset({"say", "said", "ask", "asked", "tell", "told", "explained", "shouted", "whispered"})
_NEAR_THE_START = 4
_A_PAST = 4
_A_FRAGMENT = 8
_FACTS_OF_A_JOB = ("pay", "hours", "training", "next")
_MAY_I_ASK = re.compile(
    r"^(?:and |so |but |well )?(?:(?:may|can|could|might) i (?:just )?|(?:do|would) you mind (?:if i |me )?)"
    r"ask(?:ing)? (?:you )?"
    r"(?:(?:straight|right) away |first |quickly |directly |already |please )?(?:, )?(?=(?:\S+ ){2})"
)
_WALK_ME = re.compile(
    r"^(?:and |so |but |well )?(?:can|could|would|will) you (?:please |just |maybe |perhaps )?"
    r"(?:walk|talk|take) (?:me|us) through (?=\S)"
)


def without_preamble(question: str) -> str:
    """
    A question without the words that only ask to ask, and "could you walk me through" as the plain "tell me about".

        >>> without_preamble("could you talk me through a normal day")
        'tell me about a normal day'
    """
    return _WALK_ME.sub("tell me about ", _MAY_I_ASK.sub("", question))


def asks(speech: Speech, sentence: Sentence) -> bool:
    """Whether a sentence asks the interviewer something."""
    said = speech.words_in(sentence)
    if sentence.end != "?" and "i" in said[:1] and not _SAYING.isdisjoint(said[1:_NEAR_THE_START]):
        return False  # "I say, tell me where it hurts" is told of somebody else
    if phrases("rehearsal", "no_asking").inside(speech, sentence) or _answers_itself(speech, sentence):
        return False
    if sentence.end == "?" and _is_told_rising(said):
        return False
    if sentence.end == "?":
        return not (len(said) > 4 and phrases("opening", "tags").inside(speech, sentence) and said[0] == "i")
    if phrases("rehearsal", "prompts").inside(speech, sentence):
        return True
    begins = phrases("rehearsal", "begins_question").inside(speech, sentence)
    at = speech.starts[sentence.first]
    return any(found.start == at for found in begins) and len(said) > 2


def _answers_itself(speech: Speech, sentence: Sentence) -> bool:
    """Whether a few words with a question mark begin an answer: "My hands? I can solder." """
    if speech.sentences[-1] == sentence or sentence.last - sentence.first > _A_FRAGMENT:
        return False
    spoken = speech.words_in(sentence)
    said = set(spoken)
    is_fragment = said.isdisjoint(_ASKING) and said.isdisjoint(words("ways_of_asking", "auxiliary"))
    is_echo = list(spoken[1:2]) == ["not"] and _WHOM.isdisjoint(spoken[2:3])  # "didn't want it?"
    is_fragment = is_fragment or is_echo
    if is_fragment and sentence.last - sentence.first > 2:
        is_fragment = not any(phrases("rehearsal", name).inside(speech, sentence) for name in _FACTS_OF_A_JOB)
    later = speech.sentences[speech.sentences.index(sentence) + 1 :]
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
