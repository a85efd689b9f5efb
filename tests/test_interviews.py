from __future__ import annotations

from datetime import UTC, date, datetime, timedelta, timezone
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import ValidationError

from rapportkit.errors import InvalidValue
from rapportkit.interviews import Interview, Outcome, path_for, zone_called

FERRY = Interview(
    id="ferry",
    at=datetime(2026, 12, 3, 9, 30, tzinfo=ZoneInfo("Europe/Oslo")),
    zone="Europe/Oslo",
    role="Deckhand",
    company="Fjord Ferries",
    interviewers=("ingrid", "sami"),
    format="panel",
    minutes=45,
)


def test_an_interview_starts_and_ends_on_the_clock_where_it_is():
    elsewhere = FERRY.with_(at=datetime(2026, 12, 3, 8, 30, tzinfo=UTC))
    assert elsewhere.starts.isoformat() == "2026-12-03T09:30:00+01:00"
    assert elsewhere.ends.isoformat() == "2026-12-03T10:15:00+01:00"


def test_an_interview_may_end_on_the_next_day():
    late = FERRY.with_(at=datetime(2026, 12, 31, 23, 30, tzinfo=UTC), zone="UTC")
    assert late.ends.isoformat() == "2027-01-01T00:15:00+00:00"


def test_an_interview_needs_an_offset():
    with pytest.raises(ValidationError):
        FERRY.with_(at=FERRY.at.replace(tzinfo=None))


@pytest.mark.parametrize(
    "zone", ["Mars/Base", "", "../../etc/passwd", "Europe/Oslo\n", "x" * 10_000, "nul\0", "\ud83d"]
)
def test_a_zone_that_nobody_knows_is_refused_with_an_example(zone):
    with pytest.raises(InvalidValue, match="Europe/London"):
        FERRY.with_(zone=zone)


@pytest.mark.parametrize(
    ("name", "ahead"),
    [
        ("+05:30", timedelta(hours=5, minutes=30)),
        ("-03:30", -timedelta(hours=3, minutes=30)),
        ("+00:00", timedelta(0)),
        ("-00:00", timedelta(0)),
        ("+14:00", timedelta(hours=14)),
    ],
)
def test_an_offset_is_a_zone_where_no_more_is_known(name, ahead):
    assert zone_called(name) == timezone(ahead)
    assert FERRY.with_(zone=name).starts.utcoffset() == ahead


@pytest.mark.parametrize("name", ["+24:00", "+5:30", "05:30", "+05:60", "+0530", "+05:30:00", "+٠٥:٣٠", "+05:30\n"])
def test_what_only_looks_like_an_offset_is_none(name):
    with pytest.raises(InvalidValue):
        zone_called(name)


def test_an_interview_survives_being_stored():
    whole = FERRY.with_(outcome=Outcome(kind="silence", on=date(2027, 1, 15)))
    assert Interview.model_validate_json(whole.model_dump_json()) == whole


NOW = datetime(2026, 12, 1, 12, tzinfo=UTC)


@pytest.mark.parametrize(
    ("left", "path"),
    [
        (timedelta(0), "an-hour"),
        (timedelta(hours=23, minutes=59), "an-hour"),
        (timedelta(days=1), "this-week"),
        (timedelta(days=10) - timedelta(seconds=1), "this-week"),
        (timedelta(days=10), "three-weeks"),
        (timedelta(days=400), "three-weeks"),
        (timedelta(seconds=-1), "this-week"),
        (timedelta(days=-90), "this-week"),
    ],
)
def test_the_time_that_is_left_chooses_the_path(left, path):
    assert path_for(NOW + left, NOW) == path


@given(st.integers(-14 * 60, 14 * 60))
def test_the_path_is_the_same_on_every_clock(minutes):
    zone = timezone(timedelta(minutes=minutes))
    assert path_for((NOW + timedelta(hours=20)).astimezone(zone), NOW) == "an-hour"
