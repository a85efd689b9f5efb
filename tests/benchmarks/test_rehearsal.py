"""How long a reply takes, printed by `make bench`; nothing is asserted of time."""

from __future__ import annotations

import pytest
from pytest_benchmark.fixture import BenchmarkFixture

from rapportkit.talk.rehearsal import answer, start
from rapportkit.talk.scene import scene_called

STORY = "I mended the freezer with my neighbour on a Sunday, and by the evening the whole street had ice. And you?"


@pytest.mark.parametrize(
    "said", [STORY, "How did you get into this work?", "word " * 2_000], ids=["story", "question", "long"]
)
def test_a_reply(benchmark: BenchmarkFixture, said: str) -> None:
    talk = start(scene_called("chatty"), 1)

    assert benchmark(answer, talk, said).turns == 1
