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
    that both share. The `near_` lines pass over a detail of what the interviewer must know, the `own_` ones answer of
    their own life, and the `owes_` ones promise to find out.
    """

    hears: tuple[Line, ...] = ()
    hears_story: tuple[Line, ...] = ()
    takes: tuple[Line, ...] = ()
    settles_in: tuple[Line, ...] = ()
    of_mine: tuple[Line, ...] = ()
    knows_already: tuple[Line, ...] = ()
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
    notes_name: tuple[Line, ...] = ()
    owes_fact: tuple[Line, ...] = ()
    owes_yes: tuple[Line, ...] = ()
    owes_either: tuple[Line, ...] = ()
    owes_why: tuple[Line, ...] = ()
    owes_account: tuple[Line, ...] = ()
    owes_best: tuple[Line, ...] = ()
    owes_promise: tuple[Line, ...] = ()
    own_like: tuple[Line, ...] = ()
    own_ever: tuple[Line, ...] = ()
    own_do: tuple[Line, ...] = ()
    own_did: tuple[Line, ...] = ()
    own_tell: tuple[Line, ...] = ()
    own_feels: tuple[Line, ...] = ()
    near_yes: tuple[Line, ...] = ()
    near_no: tuple[Line, ...] = ()
    near_either: tuple[Line, ...] = ()
    near_why: tuple[Line, ...] = ()
    near_first: tuple[Line, ...] = ()
    near_who: tuple[Line, ...] = ()
    near_many: tuple[Line, ...] = ()
    near_long: tuple[Line, ...] = ()
    near_when: tuple[Line, ...] = ()
    near_where: tuple[Line, ...] = ()
    near_degree: tuple[Line, ...] = ()
    near_name: tuple[Line, ...] = ()
    near_story: tuple[Line, ...] = ()
    near_what: tuple[Line, ...] = ()
    near_how: tuple[Line, ...] = ()
    near_did: tuple[Line, ...] = ()
    near_like: tuple[Line, ...] = ()
    own_who: tuple[Line, ...] = ()
    own_when: tuple[Line, ...] = ()
    own_many: tuple[Line, ...] = ()
    own_why: tuple[Line, ...] = ()
    may: tuple[Line, ...] = ()
    would_you: tuple[Line, ...] = ()
    what_if: tuple[Line, ...] = ()
    is_true: tuple[Line, ...] = ()
    confirm: tuple[Line, ...] = ()
    mean: tuple[Line, ...] = ()
    other_too: tuple[Line, ...] = ()
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
    go_ahead: tuple[Line, ...] = ()
    counts: tuple[Line, ...] = ()
    gently: tuple[Line, ...] = ()
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
