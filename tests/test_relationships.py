"""Where things stand with everybody met: next steps, the stop rule, notes that run out."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from rapportkit.relationships import (
    STATES,
    Counts,
    NextStep,
    Relationship,
    State,
    in_order,
    progress_as_svg,
    progress_in_words,
    standing_of,
)
from rapportkit.views.people_table import rows_of

TODAY = date(2026, 12, 1)
MET = date(2026, 11, 20)


def somebody(name: str = "Helen", met: date | None = MET, **more: object) -> Relationship:
    mine = {field: more.pop(field) for field in list(more) if field in NextStep.model_fields}
    step = NextStep.model_validate({"person": name.lower(), **mine})
    return Relationship.model_validate({"key": name.lower(), "name": name, "met": met, "next": step, **more})


def state(one: Relationship) -> State:
    return standing_of(one, TODAY).state


def test_a_person_with_no_step_is_asked_about_by_what_was_promised_or_what_they_care_about() -> None:
    promised = somebody(promised="To send the trainer's name\nand a map", cares_about="the night shift")

    assert standing_of(promised, TODAY) == ("no step yet", "Begin with what you promised: To send the trainer's name.")
    assert "the night shift. What could you pass on?" in standing_of(somebody(cares_about="the night shift"), TODAY)[1]
    assert state(somebody(cares_about="  ")) == "no step yet"


@pytest.mark.parametrize(
    ("when", "expected"),
    [(None, "no date yet"), (TODAY, "due"), (TODAY - timedelta(days=3), "due"), (TODAY + timedelta(days=1), "planned")],
)
def test_a_step_is_due_on_its_day_and_asks_for_one_where_it_has_none(when: date | None, expected: State) -> None:
    assert state(somebody(step="Send the recipe", when=when)) == expected


def test_whoever_has_had_an_answer_of_them_does_not_meet_them_for_the_first_time_later() -> None:
    later = TODAY + timedelta(days=4)

    assert state(somebody(met=later)) == "to come"
    assert state(somebody(met=later, heard=True)) == "no step yet"
    assert state(somebody(met=later, heard=True, step="Send the recipe", when=TODAY)) == "due"
    assert rows_of([somebody(met=later)], TODAY)[0]["Met"] == later.isoformat()
    assert rows_of([somebody(met=later, heard=True)], TODAY)[0]["Met"] == ""


def test_after_two_notes_without_an_answer_somebody_is_left_be_whatever_was_planned() -> None:
    assert state(somebody(step="Write again", when=TODAY, unanswered=1)) == "due"
    assert state(somebody(step="Write again", when=TODAY, unanswered=2)) == "leave be"
    assert state(somebody(step="Write again", when=TODAY, unanswered=5)) == "leave be"


def test_notes_run_out_a_year_after_the_interview_unless_another_day_was_chosen() -> None:
    last_year = TODAY - timedelta(days=365)
    assert state(somebody(met=last_year + timedelta(days=1))) == "no step yet"
    assert state(somebody(met=last_year)) == "notes ran out"
    assert state(somebody(met=last_year, expires=TODAY + timedelta(days=1))) == "no step yet"
    assert state(somebody(expires=TODAY)) == "notes ran out"
    assert somebody(met=None).expires is None


def test_somebody_who_is_still_to_be_met_wants_nothing_yet() -> None:
    assert standing_of(somebody(met=TODAY + timedelta(days=2)), TODAY) == (
        "to come",
        "You meet them on 3 December 2026.",
    )


def test_what_wants_looking_at_comes_first() -> None:
    people = [
        somebody("Left", unanswered=2),
        somebody("Planned", step="x", when=TODAY + timedelta(days=9)),
        somebody("None"),
        somebody("Late", step="x", when=TODAY - timedelta(days=1)),
        somebody("Later", step="x", when=TODAY),
        somebody("anna"),
    ]

    assert [one.name for one in in_order(people, TODAY)] == ["Late", "Later", "anna", "None", "Planned", "Left"]
    assert len(set(STATES)) == len(STATES)


def test_progress_is_counted_and_set_beside_ones_own_past() -> None:
    now, since = Counts(people=2, notes=3, connected=1, steps=1), date(2026, 11, 1)

    assert "On 1 November 2026 it was 1 person and 1 note sent." in progress_in_words(now, Counts(1, 1, 0, 0), since)
    assert progress_in_words(now, Counts(0, 0, 0, 0), since).endswith("1 next step.")  # begun since: there is no past
    assert "a quiet month is no step back" in progress_in_words(now, now, since)
    assert "Nobody is noted yet" in progress_in_words(Counts(0, 0, 0, 0), Counts(0, 0, 0, 0), since)


def test_the_picture_says_in_words_what_it_shows() -> None:
    picture = progress_as_svg([("1 <Nov>", Counts(1, 2, 0, 0)), ("today", Counts(2, 4, 1, 1))])

    assert 'aria-label="Notes sent so far. 1 &lt;Nov&gt;: 2; today: 4"' in picture
    assert picture.count("<rect") == 2
    assert "<Nov>" not in picture
    assert 'height="70"' in picture
    assert "<rect" not in progress_as_svg([])
