"""Which of the interviewer's topics a question is about, and which of their words answers it best."""

from __future__ import annotations

from typing import NamedTuple

from rapportkit.talk.asking import CLOSED, FACTS, way_of_asking
from rapportkit.talk.bank import answers_for, explained, is_loose, subjects, subjects_in, subjects_told, topics_of
from rapportkit.talk.own_words import (
    line_stems,
    names_in,
    of_this_place,
    own_words,
    stems_of,
    telling,
    times_told,
    told_of,
)
from rapportkit.talk.pairs import heard_by_pairs, line_for
from rapportkit.talk.scene import Scene
from rapportkit.talk.topic import Topic
from rapportkit.words.phrases import phrases, words
from rapportkit.words.speech import Speech
from rapportkit.words.tokens import stem

_NAMING = ("role", "company", "team")
"""Subjects that may be named in passing."""

_PERSONAL = ("hobby", "town", "way")
"""Subjects on which two people may find that they share something."""

_OWN_WORD, _HOBBY_WORD, _BROAD_WORD, _SUBJECT, _NAMED, _OVERLAP, _LAST, _NEAR = 3.0, 2.1, 1.7, 2.0, 1.0, 0.6, 1.2, 0.4
"""What a word of a topic's own counts for, in a narrow topic of the scene's and in a wide one; and the rest."""
_MORE_WORDS = 0.25
"""What each further word of a topic's own adds."""

_PAIR, _PAIR_NEAR = 2.5, 1.3
"""How much it adds that a topic has an answer to just this: to a topic asked for, and to the one told last."""

_WIDEST = frozenset({"day", "team", "company", "hard", "cares", "role"})
_BY_NAME = 1.5
"""A wide topic is asked for by a word of its own, where nothing else is named."""

_UNSURE = 1.1
"""How much less a topic counts where a question speaks more of other things: then a subject asked for goes first."""

_BY_PHRASE = 1.2
"""How much more it counts where it was asked for by a phrase: then it goes before a topic of which a word was said."""

_OWN_FIRST = 0.5
"""How much more a narrow subject counts of which the scene has a fact of its own."""

_MOST_OVERLAP, _MOST_BESIDE = 3, 0
_ENOUGH = 1.0
_SURE = 1.75
_LITTLE = 0.2
"""What of that counts in a topic that was asked for anyhow."""

_CIRCUMSTANCES = frozenset(stem(word) for word in words("ways_of_asking", "circumstances"))
"""When it is so, or how often: no other thing that a question speaks of."""

_OF_OTHERS = 0.3
"""How much less a word says of a person in a question that is not about them."""

_YOU = frozenset({"you", "your", "yours", "yourself"})
_PRONOUNS = frozenset({"it", "that", "they", "them", "this", "he", "she", "him", "her", "his", "those", "one", "then"})


class About(NamedTuple):
    """
    The topic that a question is about; `goes_on` where it follows up what the interviewer told last.

    `line` answers just this question, where the topic has such a line. `is_sure` where the topic was asked for, and not
    only words of it stood in the question (a narrow topic of the scene's own is asked for by its words).
    """

    topic: Topic
    goes_on: bool
    line: str | None = None
    is_sure: bool = True


def asked_about(question: Speech, scene: Scene, last: str, hinted: str, by: str | None = None) -> About | None:
    """
    The topic that a question is about; None where the scene knows of none.

    A topic's own words count most, then the subject's, then words that the interviewer used of it. *last* is the topic
    told last, *hinted* the one just let fall: "why?" and "was it far?" ask about these. Of a panel *by* is asked.
    """
    near = hinted or last
    candidates = [one for one in topics_of(scene) if by is None or by in (one.by, scene.name) or one not in scene.topic]
    read = (_read(question, scene, topic, near, hinted) for topic in candidates)
    found = max(read, key=lambda one: one[0], default=None)
    return found[1] if found is not None and found[0] >= _ENOUGH else None


def _read(question: Speech, scene: Scene, topic: Topic, near: str, hinted: str = "") -> tuple[float, About]:
    asked = _asked_for(question, scene, topic)
    is_near = topic.about == near
    line = line_for(question, topic)
    goes_on = is_near and phrases("rehearsal", "more").first(question) is not None
    points = goes_on and _points_back(question, scene, near)
    weight = asked + _overlap(question, scene, topic) * (_LITTLE if asked else 1)
    is_taken_up = topic.about == hinted and _takes_up(question, topic)
    if line is not None and (asked >= _ENOUGH or is_taken_up):
        weight += _PAIR
    elif line and (_pairs_name(question, scene, topic) or (is_near and _speaks_of_no_more(question, topic))):
        weight += _PAIR_NEAR
    is_subject = any(_answers(question, topic, one) for one in subjects_in(question))
    if topic in scene.topic and _is_narrow(topic) and asked >= _SURE:
        weight += _BY_PHRASE if is_subject and topic.about != near else _OWN_FIRST
    if is_near:
        weight += _LAST if points else _NEAR if weight else 0
    is_sure = is_taken_up or (asked >= _SURE and (is_subject or topic.about not in subjects()))
    if topic.about not in subjects() and is_sure and line is None and _names_others(question, scene, topic):
        is_sure = False
        weight -= _UNSURE
    elif asked >= _BY_NAME and names_in(question, topic) and not _others_named(question, scene, topic):
        is_sure = True
    return weight, About(topic, goes_on=points or (is_near and asked > 0), line=line, is_sure=is_sure)


def _is_narrow(topic: Topic) -> bool:
    """Whether a topic is a narrow subject known by name: a scene's own goes before what anybody says of it."""
    name = topic.subject or topic.about
    return name in subjects() and name not in _WIDEST | frozenset(_PERSONAL)


def _asked_for(question: Speech, scene: Scene, topic: Topic) -> float:
    """How plainly a question asks for a topic: by its own words, its subject, or in passing."""
    name = topic.subject or topic.about
    is_of_others = name in _PERSONAL and _YOU.isdisjoint(question.words)
    names = names_in(question, topic)
    if names and _is_anothers(question, scene, topic):
        return _NAMED
    word = (_HOBBY_WORD if name == "hobby" else _BROAD_WORD if name in subjects() else _OWN_WORD) * (
        _OF_OTHERS if is_of_others else 1
    )
    weight = word + _MORE_WORDS * (len(names) - 1) if names else 0.0
    named = subjects_in(question)
    nearer = subjects_told(scene) - {name}
    answered = [place for place, one in enumerate(named) if one not in nearer and _answers(question, topic, one)]
    whole = [place for place in answered if not _speaks_of_more(question, scene, topic, named[place])]
    if answered:
        weight += _SUBJECT - whole[0] / 5 if whole else 0
    elif name in _NAMING and phrases("rehearsal", f"{name}_named").first(question) is not None:
        weight += _NAMED if phrases("rehearsal", "open_words").first(question) is not None else _NAMED / 2
    return weight


def _speaks_of_more(question: Speech, scene: Scene, topic: Topic, name: str) -> bool:
    """
    Whether a question speaks of other things too: "how many staff have left?" is not about how many they are.

    The phrases of the widest subjects are so wide that one such word is enough there, and where a wider subject stands
    in for a narrower one; of the others two.
    """
    known = explained(question.plain, name) | heard_by_pairs(question, topic)
    beside = {stem(word) for word in known} | told_of(topic) | of_this_place(scene) | _CIRCUMSTANCES
    others = stems_of(question) - beside
    is_wide = name in _WIDEST or name != (topic.subject or topic.about)
    is_narrow = subjects()[name].is_own and way_of_asking(question) in CLOSED | FACTS
    return len(others) > (not (is_wide or is_narrow))


def _names_others(question: Speech, scene: Scene, topic: Topic) -> bool:
    """Whether a question for a narrow topic speaks of more other things, of which it does not tell, than of it."""
    most = 0 if way_of_asking(question) in CLOSED else max(1, len(names_in(question, topic)))
    return len(_others_named(question, scene, topic)) > most


def _others_named(question: Speech, scene: Scene, topic: Topic) -> frozenset[str]:
    named = frozenset(word for own in own_words(topic) for word in own)
    return stems_of(question) - named - told_of(topic) - of_this_place(scene) - _CIRCUMSTANCES


def _is_anothers(question: Speech, scene: Scene, topic: Topic) -> bool:
    """Whether a topic's word stands in a phrase that asks for another subject: "who would train me?" for trains."""
    told = subjects_told(scene)
    phrased = {stem(word) for one in subjects_in(question) if one in told for word in explained(question.plain, one)}
    is_asked = any(answers_for(topic, one) for one in subjects_in(question))
    return not is_asked and names_in(question, topic) <= phrased


def _takes_up(question: Speech, topic: Topic) -> bool:
    """Whether a word of what was just let fall comes back in the question: "what did you do on that roof?"."""
    heard = stems_of(Speech(" ".join(heard_by_pairs(question, topic))))
    return bool(topic.hint) and not heard.isdisjoint(line_stems(topic.hint or ""))


def _speaks_of_no_more(question: Speech, topic: Topic) -> bool:
    """Whether a question can go on from a topic: it asks for no other subject and names nothing else."""
    heard = stems_of(Speech(" ".join(heard_by_pairs(question, topic))))
    return not subjects_in(question) and not stems_of(question) - heard - told_of(topic)


def _pairs_name(question: Speech, scene: Scene, topic: Topic) -> bool:
    """Whether a question has a word of a topic's pairs that no other topic uses, and speaks of little else."""
    if "my" in question.words:
        return False
    heard = stems_of(Speech(" ".join(heard_by_pairs(question, topic))))
    others = times_told(scene)
    is_unique = any(others[one] <= (one in told_of(topic)) for one in heard)
    return is_unique and len(stems_of(question) - heard - told_of(topic)) <= _MOST_BESIDE


def _answers(question: Speech, topic: Topic, name: str) -> bool:
    """Whether a topic answers for a subject; a wide one may have to have words of the question."""
    if not answers_for(topic, name):
        return False
    if not is_loose(topic, name) or line_for(question, topic) is not None:
        return True
    return way_of_asking(question) not in CLOSED and not told_of(topic).isdisjoint(stems_of(question))


def _overlap(question: Speech, scene: Scene, topic: Topic) -> float:
    times = times_told(scene)
    if topic.about in subjects() and topic is subjects()[topic.about]:
        return 0.0
    found = sorted((_OVERLAP / times[one] for one in stems_of(question) & told_of(topic) if one in times), reverse=True)
    return sum(found[:_MOST_OVERLAP])


def _points_back(question: Speech, scene: Scene, near: str) -> bool:
    """Whether a question can be about what was told last: "why?", "was it far?", or one with words of it."""
    stems = stems_of(question)
    if not stems or not stems.isdisjoint(telling(scene)[near]):
        return True
    return len(stems) <= 1 and not _PRONOUNS.isdisjoint(question.words)
