"""A sign that what was told was heard: sad things and nerves first, small talk as small talk."""

from __future__ import annotations

import pytest

from rapportkit.talk.voice import voices
from tests.talk.played import play


def _lines(temperament: str, occasion: str) -> tuple[str, ...]:
    return (*getattr(voices()[temperament], occasion), *getattr(voices()["plain"], occasion))


def _is_said(reply: str, temperament: str, occasion: str) -> bool:
    return any(line in reply for line in _lines(temperament, occasion))


@pytest.mark.parametrize(
    "said",
    [
        "I took the tram. I moved in with my brother after the separation, so it is not far for me.",
        "No trouble at all, I used to work next door until they closed us down last winter.",
        "Yes thanks. I have been at home since the redundancy, so it is good to be out.",
        "I walked. My brother is having chemo, and I come past the hospital each morning.",
    ],
)
def test_something_sad_gets_a_human_word_before_the_next_question(said: str) -> None:
    talk = play("formal", said)

    assert "Something sad was told" in talk.reason
    assert _is_said(talk.reply, "formal", "hears_sad")
    assert _is_said(talk.reply, "formal", "gently")


@pytest.mark.parametrize(
    "said",
    [
        "I left at eight and the bus let me off at the gate, so I was early.",
        "I went down the hill and over the bridge, and then I was here.",
        "The shop on the corner was closed, so I came without a coffee.",
    ],
)
def test_a_closed_shop_and_a_way_down_the_hill_are_nothing_sad(said: str) -> None:
    assert "sad" not in play("formal", said).reason


@pytest.mark.parametrize(
    "said",
    [
        "The bus was fine. It is ten years since I sat in an interview, so I am a little out of practice.",
        "I came by train and I walked the last bit. My heart is thumping, I have to say.",
        "Thank you, yes. Please bear with me, I have not done one of these for ages.",
    ],
)
def test_nerves_beside_an_answer_get_a_kind_word_and_the_talk_goes_on(said: str) -> None:
    talk = play("formal", said)

    assert _is_said(talk.reply, "formal", "nervous")
    assert talk.scene.first.simply not in talk.reply


@pytest.mark.parametrize("scene", ["formal", "hurried", "phone", "note-taker", "panel", "line-age"])
def test_small_talk_is_answered_as_small_talk(scene: str) -> None:
    talk = play(scene, "It was easy to find, and there was a man with a trombone on the corner who played for me.")

    assert _is_said(talk.reply, talk.scene.temperament, "settles_in")


def test_grief_goes_before_a_remark_on_what_was_let_fall() -> None:
    talk = play("phone", "Yes, I hear you fine.", "I have not slept much since my dad passed. The patches sound nice.")

    assert "Something sad was told" in talk.reason


@pytest.mark.parametrize(
    "said",
    [
        "I like order. I sorted the stock room for a year. Sorry, what did you want to know again?",
        "Well, the trams were late that day, and I walked. I have lost the thread, I am afraid.",
    ],
)
def test_whoever_has_lost_the_question_hears_it_again(said: str) -> None:
    talk = play("chatty", "By bus, it was fine, thank you.", said)

    assert "asks for the question again" in talk.reason
