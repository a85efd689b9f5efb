"""Whether something of one's own goes with the shared thing, and where nothing has to."""

from __future__ import annotations

import pytest

from rapportkit.words.opening import About, is_own_story, review_opening
from tests.words.variants import variants

BEES = About(kind="interest", label="Beekeeping")
KITES = About(kind="creative", label="Kite making", shared=False)


def rules(line: str, about: About) -> set[str]:
    return {remark.rule for remark in review_opening(line, about).remarks}


@pytest.mark.parametrize("line", variants("out-of-curiosity")["caught"])
def test_where_nothing_is_shared_nobody_may_say_that_it_is(line: str) -> None:
    assert "tossed-out" in rules(line, KITES)


@pytest.mark.parametrize("line", [*variants("out-of-curiosity")["left"], "A soup pot! Who cooked?"])
def test_a_question_out_of_curiosity_needs_no_story(line: str) -> None:
    assert "tossed-out" not in rules(line, KITES)


def test_the_same_question_about_something_shared_wants_one() -> None:
    assert "tossed-out" in rules("What made you begin with kites?", KITES.with_(shared=True))


@pytest.mark.parametrize("line", variants("nothing-of-ones-own")["caught"])
def test_to_see_something_of_theirs_is_no_story_of_ones_own(line: str) -> None:
    assert not is_own_story(line)


@pytest.mark.parametrize("line", variants("nothing-of-ones-own")["left"])
def test_a_story_beside_what_one_sees_is_one(line: str) -> None:
    assert is_own_story(line)
    assert "tossed-out" not in rules(line, BEES)


@pytest.mark.parametrize("line", variants("skills-for-the-job")["caught"])
def test_skills_are_heard_as_such(line: str) -> None:
    assert "skill-talk" in rules(line, BEES)


@pytest.mark.parametrize("line", variants("skills-for-the-job")["left"])
def test_a_question_about_how_many_there_are_here_is_not_about_the_job(line: str) -> None:
    assert not {"skill-talk", "no-invitation"} & rules(line, BEES)
