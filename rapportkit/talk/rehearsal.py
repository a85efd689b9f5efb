"""
The practice interviewer: offline, made of rules, the same for the same scene, seed and words.

What was said is listened to once (`hearing`), and the first of the handlers below that knows what to do with it puts
the reply together (`turn`). Each reply carries its reason.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache

from rapportkit.talk.answering import asks, takes_up
from rapportkit.talk.crossing import meets_a_crossed_line, stands
from rapportkit.talk.hearing import SHORT
from rapportkit.talk.listening import (
    answers,
    has_no_answer,
    has_no_more_questions,
    is_canned,
    is_nervous,
    is_private,
    is_short,
    says_little,
    thanks,
)
from rapportkit.talk.manners import (
    asks_to_repeat,
    digs,
    doubts_that_we_are_real,
    is_rude,
    is_too_private,
    makes_no_sense,
    says_goodbye,
    says_nothing,
    speaks_another_language,
    takes_a_moment,
    time_is_up,
    wants_to_stop,
)
from rapportkit.talk.memory import Exchange, Memory, NoteKind, Talk, asked_in, plan_of
from rapportkit.talk.own_words import interests_of, takes_up_hint, telling
from rapportkit.talk.scene import Change, Scene
from rapportkit.talk.turn import Turn

WHAT_WE_ARE = (
    "(Before we start: I am a practice partner made of rules, not a person. I play {who}, and nobody else hears this. "
    "Say “let's stop” whenever you like.)"
)

_STORY = (
    "I walked here with my sister, past the old mill, and on the way I met a man from my school, who found and sold "
    "things in your street, and we talked about the house, the land and the year before, and I noticed that your "
    "building has a new door, so we asked about it, and he told me that their company had the office there after "
    "the war, and that people have always come from the town, since they were children, and we laughed. And you?"
)
_TOLD = (
    "I mended the boiler on a Sunday with my neighbour, who was ill, and nobody noticed until it was warm. Then I "
    "trained the others, because my boss had seen my work, and when she left they asked me to look after it, and in "
    "my last job I was the one who did that for eleven years, and I got a letter from a customer about my name."
)
_LONGER = (
    (
        "Before that I ran the post room at the brewery for eleven years. I sorted letters by hand, and when the "
        "new machine jammed I took it apart with a spoon. I found a deed from the land register in a drawer, dug "
        "out the old plans, asked around, rang the firm, and since the flood that had been through the cellar "
        "nobody had traced them."
    ),
    (
        "I've two children, and I looked after my mother until she died last year, so I worked nights in a shop "
        "and drove a van for the council. During the week I cooked, at the weekend I played in a band, and it went "
        "well, though after that I lost my job, which was hard. We moved here, my husband and I, because of the "
        "school."
    ),
    (
        "Well, there was a customer who shouted at me about a wrong bill. I let him finish, then I said sorry, "
        "checked it with my manager, and gave him his money back. He came again the next day with flowers. I "
        "learnt that most people only want to be heard, and my colleagues would say that I'm calm, careful and on "
        "time. Does that happen here?"
    ),
    (
        "Honestly, I'm a bit nervous, it's my first interview in years. I like working with my hands, I grow "
        "beans, keep hens, and swim every morning. I'd never use a computer if I could help it. I taught myself to "
        "read a map, made a list, measured everything twice, and was wrong once, over a door. What would you have "
        "done? Could I see it?"
    ),
)
_DUG = "I saw on your page that your daughter got married."
_QUESTIONS = (
    "How did you come to this work?",
    "What do you like best about the place, and who would teach me what to do when it is busy?",
    "Is it cold here, or do people get used to it?",
    "When will you decide, and how long have you been here?",
    "Do you have a break, and where can I eat?",
    "Would there be other people with me, and could I learn more after the first weeks?",
)
_MANY_WORDS_OF_A_GREETING = 12


def start(scene: Scene, seed: int) -> Talk:
    """A new talk, with the interviewer's opening as its first reply."""
    who = scene.name if not scene.second else f"{scene.name} and {scene.second}"
    speaker = f"{scene.name}: " if scene.second else ""
    opening = f"{WHAT_WE_ARE.format(who=who)} {speaker}{scene.greets} {scene.first.asks}"
    told = Exchange(said="", reply=opening, reason="The interviewer opens, and says what it is.")
    _get_ready(scene)
    return _opened(scene, seed, told)


def _opened(scene: Scene, seed: int, told: Exchange) -> Talk:
    return Talk(scene=scene, seed=seed, exchanges=(told,), memory=Memory(plan=plan_of(scene, seed)))


@lru_cache(maxsize=64)
def _get_ready(scene: Scene) -> None:
    """Read the lists before the talk begins: the first reply would else wait a tenth of a second for them."""
    talk = _opened(scene, 0, Exchange(said="", reply="", reason=""))
    for said in (_STORY, _TOLD, *_LONGER, _DUG, *_QUESTIONS, "no"):
        answer(talk, said)
    telling(scene)
    for topic in scene.topic:
        interests_of(topic)


def begin(scene: Scene, seed: int, said: str) -> Talk:
    """
    A new talk in which the learner speaks first: a greeting or nothing gets the opening, anything else an answer too.
    """
    talk = start(scene, seed)
    turn = Turn(talk, said)
    is_greeting = turn.heard.has("greeting") and turn.heard.words <= _MANY_WORDS_OF_A_GREETING
    if turn.heard.is_silence or (is_greeting and not turn.heard.questions):
        return talk
    after = answer(talk, said)
    opening = talk.reply.removesuffix(scene.first.asks) if scene.first.simply in after.reply else talk.reply
    both = after.exchanges[-1].with_(reply=f"{opening.strip()} {after.reply}")
    return after.with_(exchanges=(talk.exchanges[0], both))


def answer(talk: Talk, said: str) -> Talk:
    """
    The talk after the learner has said *said*, with the interviewer's reply last. A talk that is over stays as it is.

        >>> from rapportkit.talk.scene import scene_called
        >>> talk = answer(start(scene_called("chatty"), seed=1), "Let's stop here, please.")
        >>> talk.over
        True
    """
    if talk.over:
        return talk
    turn = Turn(talk, said)
    for handles in _HANDLERS:
        if handles(turn):
            break
    _settle(turn, talk)
    return turn.done()


def _settle(turn: Turn, before: Talk) -> None:
    """What was let fall and not taken up is missed; a changed subject was followed, or the old one held on to."""
    hinted, done = before.memory.hinted, {note.kind for note in turn.memory.notes if note.turn == turn.number}
    if hinted and "taken" not in done:
        if takes_up_hint(turn.heard.speech, before.scene, hinted):
            turn.note("taken", hinted)
        elif not _leaves(turn, done):
            turn.note("missed", hinted)
    asked = asked_in(before.scene, before.memory.step)
    if not isinstance(asked, Change) or turn.memory.at == before.memory.at:
        return
    if turn.heard.has("resume"):
        turn.note("held", asked.simply)
    elif turn.heard.words < SHORT or stands(asked.words, turn.heard.speech):
        turn.note("followed", asked.simply)


def _leaves(turn: Turn, done: set[NoteKind]) -> bool:
    """Whether the learner only stopped or said goodbye: they had no turn after what was let fall."""
    return "stop" in done or (turn.over and turn.heard.has("goodbye"))


_HANDLERS: tuple[Callable[[Turn], bool], ...] = (
    wants_to_stop,
    time_is_up,
    says_nothing,
    speaks_another_language,
    doubts_that_we_are_real,
    is_rude,
    says_goodbye,
    asks_to_repeat,
    takes_a_moment,
    meets_a_crossed_line,
    digs,
    is_too_private,
    makes_no_sense,
    asks,
    is_nervous,
    has_no_more_questions,
    takes_up,
    thanks,
    says_little,
    has_no_answer,
    is_canned,
    is_private,
    is_short,
    answers,
)
"""Who looks at a turn, in this order; the first that knows what to do does it."""
