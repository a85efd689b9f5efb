from __future__ import annotations

from dataclasses import replace
from datetime import date, time, timedelta

import pytest

from rapportkit.errors import InvalidValue
from rapportkit.views.lesson import Lesson
from rapportkit.views.plan_interview import NEW, PlanInterview
from tests.views.conftest import said


def test_saving_keeps_the_date_in_its_own_zone_and_shows_the_path(lesson: Lesson) -> None:
    view = PlanInterview(lesson)
    view.form.day.value, view.form.time.value, view.form.zone.value = date(2026, 12, 3), time(14, 0), "America/Chicago"

    view.save()

    assert lesson.interview is not None
    assert lesson.interview.starts.isoformat() == "2026-12-03T14:00:00-06:00"
    assert "Your path: this week" in said(view)


def test_an_interview_tomorrow_gets_the_hours_path(lesson: Lesson) -> None:
    view = PlanInterview(lesson)
    view.form.day.value, view.form.time.value = date(2026, 12, 1), time(11, 0)

    view.save()

    assert "Your path: an hour" in said(view)
    assert "The hour has a lesson of its own" in said(view)


def test_from_the_welcome_an_interview_tomorrow_leads_straight_to_the_brief(lesson: Lesson) -> None:
    straight = 'Go on to <a href="one_hour.ipynb">In one hour</a> now.'
    for name, day, leads in (
        ("00_welcome", date(2026, 12, 1), True),
        ("00_welcome", date(2026, 12, 14), False),
        ("one_hour", date(2026, 12, 1), False),
    ):
        view = PlanInterview(replace(lesson, id=name))
        view.form.day.value, view.form.time.value = day, time(11, 0)
        view.save()
        assert (straight in said(view)) is leads


@pytest.mark.parametrize("minutes", [15, 45, 120, 50, None])
def test_how_long_it_takes_is_what_they_said_and_unknown_where_nobody_did(lesson: Lesson, minutes: int | None) -> None:
    view = PlanInterview(lesson)
    view.form.day.value, view.form.time.value = date(2026, 12, 3), time(14, 0)
    view.save()
    assert lesson.interview is not None
    assert lesson.interview.minutes is None
    assert lesson.interview.ends - lesson.interview.starts == timedelta(hours=1)

    lesson.take_in_hand(lesson.interview.with_(minutes=minutes))  # as an older workbook may have it
    again = PlanInterview(lesson)
    assert (again.form.length.value or None, again.form.length.label) == (
        minutes,
        {None: "I do not know", 120: "about two hours"}.get(minutes, f"about {minutes} minutes"),
    )
    again.save()

    assert lesson.interview.minutes == minutes


def test_a_missing_time_is_asked_for_and_nothing_is_stored(lesson: Lesson) -> None:
    view = PlanInterview(lesson)
    view.form.day.value = date(2026, 12, 3)

    with pytest.raises(InvalidValue, match="time is missing"):
        view.save()

    assert lesson.interview is None


def test_a_second_interview_stands_beside_the_first_and_either_can_be_taken_in_hand(half_way: Lesson) -> None:
    view = PlanInterview(half_way)
    view.which.value = NEW
    assert view.form.day.value is None
    view.form.day.value, view.form.time.value = date(2026, 12, 9), time(9, 30)

    view.save()
    assert half_way.interview is not None
    assert (half_way.interview.id, half_way.interview.interviewers) == ("interview-2", ())
    view.which.value = "interview-1"

    assert half_way.interview.id == "interview-1"
    assert view.form.day.value == date(2026, 12, 3)


def test_a_time_that_the_clocks_leave_out_moves_forward(lesson: Lesson) -> None:
    view = PlanInterview(lesson)
    view.form.day.value, view.form.time.value = date(2027, 3, 28), time(1, 30)

    view.save()

    assert lesson.interview is not None
    assert lesson.interview.starts.isoformat() == "2027-03-28T02:30:00+01:00"


def test_an_unknown_zone_is_named(lesson: Lesson) -> None:
    view = PlanInterview(lesson)
    view.form.day.value, view.form.time.value, view.form.zone.value = date(2026, 12, 3), time(14, 0), "Leeds"

    with pytest.raises(InvalidValue, match="'Leeds' is not a time zone"):
        view.save()


def test_a_changed_date_keeps_the_people_and_the_company(half_way: Lesson) -> None:
    before = half_way.interview
    view = PlanInterview(half_way)
    view.form.day.value = date(2026, 12, 4)

    view.save()

    assert before is not None
    assert half_way.interview == before.with_(at=half_way.interview.at)


def test_a_sample_fills_an_empty_workbook_and_leaves_a_filled_one_alone(lesson: Lesson) -> None:
    view = PlanInterview(lesson)
    view.borrow()
    borrowed = lesson.interviewers

    view.borrow()

    assert len(borrowed) == 1
    assert lesson.interviewers == borrowed
    assert "nothing was borrowed" in said(view)


def test_a_recorded_interview_is_told_that_most_of_it_does_not_apply(lesson: Lesson) -> None:
    view = PlanInterview(lesson)
    view.form.day.value, view.form.time.value, view.form.format.value = date(2026, 12, 3), time(14, 0), "recorded"

    view.save()

    assert "most of this method does not apply" in said(view)


def test_the_zone_of_a_machine_that_is_nowhere_is_not_shown_and_still_taken(lesson: Lesson) -> None:
    nowhere = replace(lesson, zone="Etc/UTC")
    view = PlanInterview(nowhere)
    assert view.form.zone.value == ""
    view.form.day.value, view.form.time.value = date(2026, 12, 3), time(14, 0)

    view.save()

    assert nowhere.interview is not None
    assert nowhere.interview.zone == "Etc/UTC"
    assert PlanInterview(nowhere).form.zone.value == ""
    assert PlanInterview(lesson).form.zone.value == "Etc/UTC"


def test_a_city_alone_stands_for_its_zone(lesson: Lesson) -> None:
    view = PlanInterview(lesson)
    view.form.day.value, view.form.time.value, view.form.zone.value = date(2026, 12, 1), time(10), "new york"

    view.save()

    assert lesson.interview
    assert lesson.interview.zone == "America/New_York"
