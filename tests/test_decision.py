"""The decision among four finalists: both halves are needed, and it is not fair."""

from __future__ import annotations

import pytest

from rapportkit.decision import Room, Way, decide, rooms

SEEDS = range(60)
BOTH = Way()
PROOF_ALONE = Way(connection=False)
LIKED_ALONE = Way(proof=False)
NEITHER = Way(proof=False, connection=False)


@pytest.fixture(params=rooms(), ids=lambda room: room.id)
def room(request: pytest.FixtureRequest) -> Room:
    return request.param  # type: ignore[no-any-return]


def wins(room: Room, way: Way) -> int:
    return sum(decide(room, way, seed).chosen == room.finalist[0].name for seed in SEEDS)


def test_every_room_has_three_who_decide_and_everybody_shares_something_with_one_of_them(room: Room) -> None:
    assert len({one.name for one in room.finalist} | set(room.panel)) == 7
    assert {one.sharer for one in room.finalist} <= set(room.panel)


def test_the_same_seed_gives_the_same_talk(room: Room) -> None:
    assert decide(room, BOTH, 7) == decide(room, BOTH, 7)


def test_proof_and_connection_together_always_make_a_champion(room: Room) -> None:
    mine = room.finalist[0]
    assert all(decide(room, BOTH, seed).champions[mine.name] == mine.sharer for seed in SEEDS)


@pytest.mark.parametrize("way", [PROOF_ALONE, LIKED_ALONE, NEITHER])
def test_either_half_alone_makes_none(room: Room, way: Way) -> None:
    assert all(room.finalist[0].name not in decide(room, way, seed).champions for seed in SEEDS)


def test_being_liked_without_a_proof_never_wins(room: Room) -> None:
    assert wins(room, LIKED_ALONE) == 0
    assert wins(room, NEITHER) == 0


def test_a_proof_alone_wins_now_and_then_and_both_win_more_often_but_not_always(room: Room) -> None:
    assert 0 < wins(room, PROOF_ALONE) < wins(room, BOTH) < len(SEEDS)


def test_somebody_who_shares_nothing_loses_with_the_same_proof_and_is_told_that_it_is_unfair(room: Room) -> None:
    decision = decide(room, BOTH, 1)
    passed_over = [one.name for one in room.finalist if one.name not in decision.champions]

    assert passed_over
    assert all(name in decision.unfair for name in passed_over)


def test_where_answers_are_marked_before_the_talk_liking_counts_for_nothing(room: Room) -> None:
    for seed in SEEDS:
        with_it, without = (decide(room, Way(connection=liked, marked=True), seed) for liked in (True, False))
        assert with_it.chosen == without.chosen
        assert with_it.champions == {}
    assert all(decide(room, Way(proof=False, marked=True), s).chosen != room.finalist[0].name for s in SEEDS)


def test_nobody_but_the_panel_speaks_and_everybody_is_spoken_of(room: Room) -> None:
    decision = decide(room, NEITHER, 3)

    assert {turn.who for turn in decision.said} <= set(room.panel)
    assert all(any(one.name in turn.says for turn in decision.said) for one in room.finalist)


def test_a_friend_without_a_proof_to_tell_is_asked_for_one_and_has_none(room: Room) -> None:
    mine = room.finalist[0]
    talk = [turn.says for turn in decide(room, LIKED_ALONE, 1).said]

    assert any(f"what has {mine.name} done" in says for says in talk)
    assert not any(mine.proof in says for says in talk)
