"""One reply in the making: what is said, why, and what the interviewer will remember of it."""

from __future__ import annotations

from typing import Any

from rapportkit.talk.hearing import Heard
from rapportkit.talk.memory import Asked, Exchange, Memory, Note, NoteKind, Talk, asked_in, in_order
from rapportkit.talk.own_words import best_of
from rapportkit.talk.scene import Change, Crossing
from rapportkit.talk.told_before import was_told
from rapportkit.talk.topic import Topic
from rapportkit.talk.voice import Says, voices
from rapportkit.words.speech import Speech
from rapportkit.words.tokens import bare

WINDING_UP = 24
"""After so many turns of the learner's nothing new is asked."""

LAST_TURN = 30
"""In this turn the interviewer says goodbye, whatever happens."""

MOST_SAID = 100_000
"""Characters of one turn that are kept."""

_COLDEST, _WARMEST = -6, 6


class Turn:
    """A reply being put together from lines; `done` makes the next state of the talk of it."""

    def __init__(self, talk: Talk, said: str) -> None:
        self.talk = talk
        self.said = said[:MOST_SAID].encode("utf-8", "replace").decode()  # half a character is none that can be kept
        self.heard = Heard(self.said)
        self.memory: Memory = talk.memory
        self.over = False
        self.is_gentle = False
        self.voice: str | None = None
        self._parts: list[tuple[str, str]] = []
        self._reasons: list[str] = []

    @property
    def number(self) -> int:
        """The number of this turn of the learner's; the first is 1."""
        return self.talk.turns + 1

    def keep(self, **changes: Any) -> None:
        """Change what is remembered."""
        self.memory = self.memory.with_(**changes)

    def note(self, kind: NoteKind, what: str = "") -> None:
        """Remember what the learner did."""
        self.keep(notes=(*self.memory.notes, Note(turn=self.number, kind=kind, what=what)))

    def warm(self, by: int) -> None:
        """Grow warmer, or cooler where *by* is below 0."""
        self.keep(warmth=max(_COLDEST, min(_WARMEST, self.memory.warmth + by)))

    def because(self, reason: str) -> None:
        """Say why, for the curious."""
        self._reasons.append(reason)

    def utter(self, line: str) -> None:
        """Say a line as it stands."""
        self._parts.append((self._speaker(), line))

    def say(self, occasion: str, **fills: str | None) -> None:
        """Say one of the lines for an occasion, one that has not been used where there is one."""
        line = self._line(occasion, {name: value for name, value in fills.items() if value})
        self.keep(used=(*self.memory.used, line))
        for name, value in fills.items():
            line = line.replace(f"{{{name}}}", value or "")
        self.utter(line[:1].upper() + line[1:])

    def turns_to(self, topic: Topic | None, question: Speech) -> None:
        """Of a panel the one who is named answers, else the one who tells of a topic; `voice` None ends it."""
        if self.talk.scene.second:
            own = topic.by or self.talk.scene.name if topic in self.talk.scene.topic and topic else None
            self.voice = own or self.named_in(question) or (self.talk.scene.name if topic else None)

    def named_in(self, question: Speech) -> str | None:
        """Who of a panel is spoken to by name; None where nobody is, or both."""
        scene = self.talk.scene
        if not scene.second:
            return None
        said = [word for word in question.words if word not in ".,?!"]
        named = [who for who in (scene.name, scene.second) if bare(who.split()[0]) in said]
        is_called = {"you", "your"} & set(said) or {said[0], said[-1]} & {bare(who.split()[0]) for who in named}
        return named[0] if len(named) == 1 and is_called else None

    def tell(self, topic: Topic, line: str) -> None:
        """Tell a line of a topic; it is the interviewer's own, whoever of a panel has just asked."""
        self.keep(told=(*self.memory.told, line), told_in=self.number, last_topic=topic.about)
        is_of_any = topic not in self.talk.scene.topic  # what anybody can say, the one says who is asked
        self._parts.append((topic.by or (self.voice if is_of_any else None) or self.talk.scene.name, line))

    def untold(self, topic: Topic) -> tuple[str, ...]:
        """What there still is to tell of a topic."""
        return tuple(line for line in topic.more if line not in self.memory.told)

    def tell_more(self, topic: Topic, question: Speech | None = None) -> bool:
        """Tell the next thing of a topic, the one nearest to the question; False where all is told."""
        left = self.untold(topic)
        if left:
            self.tell(topic, best_of(left, question) if question else left[0])
        return bool(left)

    # --- what comes next

    def advance(self) -> None:
        """Go on to what the interviewer meant to say next; at the end of it, to the learner's own questions."""
        last = len(self.memory.plan) - 1
        at = last if self.number >= WINDING_UP else min(self.memory.at + 1, last)
        skipped = at
        while at < last and self._is_needless(asked_in(self.talk.scene, self.memory.plan[at])):
            at += 1
        if at > skipped:
            self.because("what the learner has told already is not asked")
            self.say("knows_already")
        self.keep(at=at, followed_up=False, asked_again=0, detours=0, blanks=0, hinted="")
        step = self.memory.step
        asked = asked_in(self.talk.scene, step)
        if asked is None:
            self.say("hand_over")
            self.because("it is the learner's turn to ask")
            return
        if self.is_gentle:
            self.say("gently")
        elif step.hint:
            self._let_fall(step.hint)
        self.utter(self._as_asked(asked))
        if step.kind == "change":
            self.because("the subject is changed on purpose")
        elif step.kind == "crossing":
            self.because("this question crosses a line on purpose")

    def _is_needless(self, asked: Asked | None) -> bool:
        """Whether the learner has told it already; a crossed line is asked about all the same."""
        return not isinstance(asked, Crossing) and was_told(self.talk, self.said, asked)

    def _as_asked(self, asked: Asked) -> str:
        """A question as it is asked now: after something sad simply, and knowing what was told before."""
        if isinstance(asked, Crossing) and asked.knowing and was_told(self.talk, self.said, asked):
            return asked.knowing
        return simply(asked) if self.is_gentle and isinstance(asked, Change) else asked.asks

    def ask_again(self, occasion: str) -> None:
        """Come back to what was asked, in other words than last time; in the learner's part, to their questions."""
        asked = asked_in(self.talk.scene, self.memory.step)
        times = self.memory.asked_again
        if asked is None:
            self.say("more_questions")
            return
        self.keep(asked_again=times + 1)
        self.say(occasion)
        in_few_words = times % 2 == 0 or isinstance(
            asked, Change
        )  # a change of subject has its scenery: once is enough
        if occasion == "put_simply":
            in_few_words = simply(asked) not in self.talk.reply
        self.utter(simply(asked) if in_few_words else asked.asks)

    def end(self, occasion: str) -> None:
        """Say goodbye."""
        self.say(occasion)
        self.over = True

    def done(self) -> Talk:
        """The talk with this turn and its reply; never the reply that was given last."""
        if not self._parts or self._text() == self.talk.reply:
            self.say("nudge")
        reasons = "; ".join(dict.fromkeys(self._reasons)) or "it goes on from what was said"
        made = Exchange(said=self.said, reply=self._text(), reason=reasons[:1].upper() + reasons[1:] + ".")
        return self.talk.with_(exchanges=(*self.talk.exchanges, made), memory=self.memory, over=self.over)

    def _let_fall(self, about: str) -> None:
        topic = next(one for one in self.talk.scene.topic if one.about == about)
        if topic.hint and topic.about not in self.memory.last_topic and not set(topic.more) & set(self.memory.told):
            self.keep(hinted=about)
            self._parts.append((self.talk.scene.name, topic.hint))
            self.because(f"an opening is let fall ({about})")

    def _speaker(self) -> str:
        """Of a panel the two ask in turns, and in the learner's part they answer in turns."""
        scene = self.talk.scene
        if self.voice:
            return self.voice
        at = self.number if self.memory.step.kind == "questions" else self.memory.at
        return scene.second if scene.second and at % 2 else scene.name

    def _text(self) -> str:
        if not self.talk.scene.second:
            return " ".join(line for _, line in self._parts)
        said: list[list[str]] = []
        for speaker, line in self._parts:
            if said and said[-1][0] == speaker:
                said[-1].append(line)
            else:
                said.append([speaker, line])
        return "\n".join(f"{speaker}: {' '.join(lines)}" for speaker, *lines in said)

    def _line(self, occasion: str, fills: dict[str, str]) -> str:
        """A line not heard yet: the scene's own, else its temperament's, else one that all say; else the oldest."""
        used, number = self.memory.used, self.number
        sources = (self.talk.scene.says, voices()[self.talk.scene.temperament], voices()["plain"])
        fitting = _naming([tuple(line for line in _of(says, occasion) if _fits(line, fills)) for says in sources])
        for lines in fitting:
            fresh = tuple(line for line in lines if line not in used)
            if fresh:
                return in_order(fresh, self.talk.seed, f"{occasion} {number}")[0]
        return min((line for lines in fitting for line in lines), key=lambda line: -used[::-1].index(line))


def simply(asked: Asked) -> str:
    """A question in simpler words, where it has any."""
    return asked.presses if isinstance(asked, Crossing) else asked.simply


def _of(says: Says, occasion: str) -> tuple[str, ...]:
    lines: tuple[str, ...] = getattr(says, occasion)
    return lines


def _fits(line: str, fills: dict[str, str]) -> bool:
    return all(f"{{{name}}}" not in line or name in fills for name in ("echo", "language", "what", "thing"))


def _naming(fitting: list[tuple[str, ...]]) -> list[tuple[str, ...]]:
    """Of lines, those that name the thing that was asked, where there are any."""
    naming = [tuple(line for line in lines if "{thing}" in line) for lines in fitting]
    return naming if any(naming) else fitting
