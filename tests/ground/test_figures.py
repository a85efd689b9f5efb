"""The shared ground against the labelled pairs: figures are printed (`pytest -s`) and held."""

from __future__ import annotations

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))

import pytest
from figures import HANDS, examples, lights, people, phrases, trapped, wilson

# precision of confirmed, recall: a little below what was reached, so that only a step back fails.
PHRASES = {"tune": (0.98, 0.96), "set_aside": (0.93, 0.82)}
PEOPLE = {"tune": (0.98, 0.97), "set_aside": (0.94, 0.82)}
LIGHTS = {"tune": 0.98, "set_aside": 0.97}
TRAPS = {"tune": 0, "set_aside": 5}


@pytest.mark.parametrize("part", ["tune", "set_aside"])
def test_pairs_of_phrases_are_told_as_well_as_before(part: str) -> None:
    for hand in (hand for hand in HANDS if examples("ground_phrases", part, hand)):
        print("\n" + phrases(part, hand).line(f"phrases, {part}, {hand}"), end="")  # noqa: T201 the figures are meant to be read
    figures = phrases(part)
    print("\n" + figures.line(f"phrases, {part}, all hands"))  # noqa: T201 the figures are meant to be read
    assert figures.precision >= PHRASES[part][0]
    assert figures.recall >= PHRASES[part][1]


@pytest.mark.parametrize("part", ["tune", "set_aside"])
def test_pairs_of_people_are_told_as_well_as_before(part: str) -> None:
    for hand in (hand for hand in HANDS if examples("ground_people", part, hand)):
        print("\n" + people(part, hand).line(f"people, {part}, {hand}"), end="")  # noqa: T201 the figures are meant to be read
    figures = people(part)
    hits, traps = trapped(part)
    print("\n" + figures.line(f"people, {part}, all hands") + f"; {hits} of {traps} traps")  # noqa: T201 the figures are meant to be read
    assert figures.precision >= PEOPLE[part][0]
    assert figures.recall >= PEOPLE[part][1]
    assert hits <= TRAPS[part]


@pytest.mark.parametrize("part", ["tune", "set_aside"])
def test_both_sets_together_are_as_sure_as_one_needs_to_be_to_show_them_to_a_person(part: str) -> None:
    one, other = phrases(part), people(part)
    right, reported = one.right + other.right, one.reported + other.reported
    found, expected = one.found + other.found, one.expected + other.expected
    low, high = wilson(right, reported)
    told = f"precision {right}/{reported} ({low:.2f} to {high:.2f}), recall {found}/{expected}"
    print(f"\nboth, {part}: {told}")  # noqa: T201 the figures are meant to be read
    assert right / reported >= 0.93
    assert found / expected >= 0.75


@pytest.mark.parametrize("part", ["tune", "set_aside"])
def test_lights_are_as_labelled(part: str) -> None:
    hits, of, _ = lights(part)
    print(f"\nlights, {part}: {hits}/{of}")  # noqa: T201 the figures are meant to be read
    assert hits / of >= LIGHTS[part]


def test_the_interval_is_wilsons() -> None:
    assert wilson(9, 10) == pytest.approx((0.596, 0.982), abs=0.001)
