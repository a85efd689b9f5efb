"""Moments to decide in: each has something that fits, and a reason for everything."""

from __future__ import annotations

import pytest

from rapportkit.errors import InvalidValue
from rapportkit.moments import Moment, moments
from rapportkit.words.context import MessageContext
from rapportkit.words.message import review_message

SETS = ("three-people", "champion-next")
ALL = [moment for name in SETS for moment in moments(name)]


@pytest.fixture(params=ALL, ids=lambda moment: moment.id)
def moment(request: pytest.FixtureRequest) -> Moment:
    return request.param  # type: ignore[no-any-return]


def test_one_thing_fits_in_each_moment_and_the_others_are_told_why_not(moment: Moment) -> None:
    assert sum(option.fits for option in moment.option) == 1
    assert len({option.why for option in moment.option}) == len(moment.option)


def test_what_fits_does_not_always_stand_in_the_same_place() -> None:
    for name in SETS:
        places = {[option.fits for option in moment.option].index(True) for moment in moments(name)}
        assert len(places) == 3


def test_one_of_three_people_is_to_be_left_alone_and_nothing_is_written_to_them() -> None:
    people = moments("three-people")
    alone = [one for one in people if "leave him be" in next(o.says for o in one.option if o.fits).casefold()]

    assert [one.id for one in alone] == ["leave-be"]
    assert [bool(one.ask) for one in people] == [one not in alone for one in people]


def test_a_good_answer_asks_for_nothing() -> None:
    for moment in ALL:
        if moment.model:
            rules = {
                one.rule for one in review_message("thanks-for-connecting", moment.model, MessageContext()).remarks
            }
            assert not rules & {"pushy", "bitter", "placeholder", "canned"}


def test_what_a_champion_needs_is_played_for_all_three_that_may_happen() -> None:
    assert [one.id for one in moments("champion-next")] == ["declined", "another-role", "peer-asks"]


def test_an_unknown_set_is_named_with_the_ones_that_there_are() -> None:
    with pytest.raises(InvalidValue, match=r"no moments 'none'.*three-people, champion-next"):
        moments("none")
