from __future__ import annotations

import pytest

from rapportkit.errors import InvalidValue
from rapportkit.talk.practice_talk import ME, PracticeTalk, back_to, moments_to_replay, played, transcript_of

TALKED = PracticeTalk(
    scene_id="chatty", seed=3, said=("I came by bus.", "I am a team player and a perfectionist.", "Bye.")
)


def test_a_practice_plays_the_same_each_time() -> None:
    assert played(TALKED) == played(TALKED)


def test_going_back_keeps_what_came_before() -> None:
    assert back_to(TALKED, 2).said == ("I came by bus.",)
    with pytest.raises(InvalidValue, match="no turn 9"):
        back_to(TALKED, 9)


def test_the_transcript_leaves_out_what_the_partner_says_of_itself() -> None:
    transcript = transcript_of(played(TALKED))
    assert ME in transcript.speakers
    assert "made of rules" not in transcript.turns[0].text


def test_a_phrase_that_everybody_says_is_a_minute_to_replay() -> None:
    assert any(moment.turn == 2 for moment in moments_to_replay(played(TALKED)))
