"""A voice: what a practice interviewer says on each occasion, in several ways, as `data/voices.toml` lists them."""

from __future__ import annotations

import tomllib
from functools import cache
from importlib.resources import files
from typing import Annotated

from pydantic import StringConstraints

from rapportkit.record import Record

Line = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=700)]
"""Something that is said in one go."""


class Says(Record):
    """
    What an interviewer says on an occasion, in several ways; what is left out is said as the temperament says it.

    `{echo}` stands for the learner's own words, `{language}` for the language that they spoke, `{what}` for an interest
    that both share. The `aside_` lines answer, in the part, a question of that way of asking of which nothing is known.
    """

    hears: tuple[Line, ...] = ()
    hears_story: tuple[Line, ...] = ()
    takes: tuple[Line, ...] = ()
    hears_bad: tuple[Line, ...] = ()
    hears_good: tuple[Line, ...] = ()
    follows_up: tuple[Line, ...] = ()
    hears_sad: tuple[Line, ...] = ()
    hears_short: tuple[Line, ...] = ()
    hears_long: tuple[Line, ...] = ()
    cuts_in: tuple[Line, ...] = ()
    caught: tuple[Line, ...] = ()
    shared: tuple[Line, ...] = ()
    comment: tuple[Line, ...] = ()
    bored: tuple[Line, ...] = ()
    taken_aback: tuple[Line, ...] = ()
    keeps_private: tuple[Line, ...] = ()
    hears_private: tuple[Line, ...] = ()
    unknown: tuple[Line, ...] = ()
    notes_silent: tuple[Line, ...] = ()
    aside_why: tuple[Line, ...] = ()
    aside_who: tuple[Line, ...] = ()
    aside_where: tuple[Line, ...] = ()
    aside_when: tuple[Line, ...] = ()
    aside_when_did: tuple[Line, ...] = ()
    aside_soon: tuple[Line, ...] = ()
    aside_how_long: tuple[Line, ...] = ()
    aside_how_often: tuple[Line, ...] = ()
    aside_how_many: tuple[Line, ...] = ()
    aside_which: tuple[Line, ...] = ()
    aside_name: tuple[Line, ...] = ()
    aside_best: tuple[Line, ...] = ()
    aside_how: tuple[Line, ...] = ()
    aside_how_was: tuple[Line, ...] = ()
    aside_how_did: tuple[Line, ...] = ()
    aside_what: tuple[Line, ...] = ()
    aside_what_did: tuple[Line, ...] = ()
    aside_what_if: tuple[Line, ...] = ()
    aside_tell: tuple[Line, ...] = ()
    aside_do: tuple[Line, ...] = ()
    aside_like: tuple[Line, ...] = ()
    aside_did: tuple[Line, ...] = ()
    aside_is: tuple[Line, ...] = ()
    aside_is_there: tuple[Line, ...] = ()
    aside_are_you: tuple[Line, ...] = ()
    aside_ever: tuple[Line, ...] = ()
    aside_how_so: tuple[Line, ...] = ()
    aside_is_true: tuple[Line, ...] = ()
    aside_may: tuple[Line, ...] = ()
    aside_would_you: tuple[Line, ...] = ()
    aside_either: tuple[Line, ...] = ()
    aside_confirm: tuple[Line, ...] = ()
    aside_mean: tuple[Line, ...] = ()
    told_all: tuple[Line, ...] = ()
    as_said: tuple[Line, ...] = ()
    back: tuple[Line, ...] = ()
    again: tuple[Line, ...] = ()
    put_simply: tuple[Line, ...] = ()
    takes_time: tuple[Line, ...] = ()
    silence: tuple[Line, ...] = ()
    still_silent: tuple[Line, ...] = ()
    moves_on: tuple[Line, ...] = ()
    lost: tuple[Line, ...] = ()
    foreign: tuple[Line, ...] = ()
    emoji: tuple[Line, ...] = ()
    rude: tuple[Line, ...] = ()
    rude_end: tuple[Line, ...] = ()
    robot: tuple[Line, ...] = ()
    refusal: tuple[Line, ...] = ()
    unsure: tuple[Line, ...] = ()
    nervous: tuple[Line, ...] = ()
    own_english: tuple[Line, ...] = ()
    greets_back: tuple[Line, ...] = ()
    how_are_you: tuple[Line, ...] = ()
    thanked: tuple[Line, ...] = ()
    laughs: tuple[Line, ...] = ()
    sorry: tuple[Line, ...] = ()
    bare_yes: tuple[Line, ...] = ()
    bare_no: tuple[Line, ...] = ()
    nudge: tuple[Line, ...] = ()
    mine: tuple[Line, ...] = ()
    why_ask: tuple[Line, ...] = ()
    feedback: tuple[Line, ...] = ()
    resumes: tuple[Line, ...] = ()
    hand_over: tuple[Line, ...] = ()
    more_questions: tuple[Line, ...] = ()
    last_question: tuple[Line, ...] = ()
    no_statement: tuple[Line, ...] = ()
    goodbye: tuple[Line, ...] = ()
    stopped: tuple[Line, ...] = ()
    crossing_job: tuple[Line, ...] = ()
    crossing_steer: tuple[Line, ...] = ()
    crossing_declined: tuple[Line, ...] = ()
    crossing_told: tuple[Line, ...] = ()
    crossing_silence: tuple[Line, ...] = ()


@cache
def voices() -> dict[str, Says]:
    """What each temperament says on an occasion, and under `plain` what all of them fall back on."""
    text = files("rapportkit").joinpath("data", "voices.toml").read_text(encoding="utf-8")
    return {name: Says.model_validate(lists) for name, lists in tomllib.loads(text)["voice"].items()}
