"""Short talks for tests, written line by line."""

from __future__ import annotations

from rapportkit.talk.heard import Heard, Talk
from rapportkit.talk.report import TalkReport, review_talk
from rapportkit.talk.transcript import Transcript, read_transcript


def transcript(*lines: str) -> Transcript:
    """A talk of these lines; one that begins with `I:` is the interviewer's, `Me:` the candidate's."""
    return read_transcript("talk", "\n".join(lines).encode())


def report(*lines: str) -> TalkReport:
    """What the mirror says of these lines."""
    return review_talk(transcript(*lines), "Me")


def talk(*lines: str) -> Talk:
    """These lines as the rules read them."""
    return Talk(transcript(*lines), "Me")


def turn(text: str) -> Heard:
    """One turn of the candidate."""
    return Heard(1, "Me", text, mine=True)


_AT_WORK = (
    "Me: I ran the early shift for three years, four people and two ovens. When I came we threw away a tenth of the "
    "bread. I wrote down what was left each day, and we baked less on Mondays. It fell by half in a month."
)
WHOLE = (
    "I: Hello, come in. Sorry about the wet floor, my boys brought half the beach home on Sunday.",
    "Me: No trouble. I grew up by the sea, so I know sand in every shoe. Which beach was it?",
    "I: Whitley Bay. We go every week, whatever the weather.",
    "Me: And what do you do there when it rains?",
    "I: Chips in the car. Anyway, the job. Tell me about your work at the bakery.",
    _AT_WORK,
    "I: What would you say is your greatest strength?",
    "Me: I'm a team player, um, and I give it my all, you know.",
    "I: Right. Before I forget, can you start at four in the morning?",
    "Me: Yes, I can.",
    "I: Good. Any questions for me?",
    "Me: Yes. How do you decide what to bake?",
    "I: My sister does. She tastes everything first.",
    "Me: What does she look for?",
    "I: Crust, mostly. Well, we have two more to see, and you will hear from us by Friday.",
    "Me: Thank you very much for your time. Goodbye.",
)
"""A whole talk: all four phases, a follow-up, a stock phrase, a change of subject."""
