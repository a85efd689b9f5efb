"""Namesakes are told apart, names are joined, and a shared country is no ground."""

from __future__ import annotations

import pytest

from rapportkit.ground.meeting import between
from rapportkit.ground.spots import spot


def status(mine: str, theirs: str) -> str | None:
    meeting = between(spot(mine), spot(theirs))
    return meeting.status if meeting else None


@pytest.mark.parametrize(
    ("mine", "theirs"),
    [
        ("Leeds", "Leeds, England, United Kingdom"),
        ("Greater Leeds Area", "Leeds"),
        ("Bombay", "Mumbai, Maharashtra, India"),
        ("München", "Munich"),
        ("Muenchen", "Munich, Germany"),
        ("Philly", "Philadelphia, PA"),
        ("Brum", "Birmingham, UK"),
        ("grew up in Austin TX", "Austin, Texas"),
        ("Nether Wallop", "nether wallop"),
        ("Peterhead, Scotland", "Peterhead, Aberdeenshire"),
        ("São Paulo", "Sao Paulo, Brazil"),
        ("London", "London, England"),
        ("Dallas-Fort Worth Metroplex", "DFW"),
    ],
)
def test_one_place_under_two_names_is_confirmed(mine: str, theirs: str) -> None:
    assert status(mine, theirs) == "confirmed"


@pytest.mark.parametrize(
    ("mine", "theirs"),
    [
        ("Cambridge", "Cambridge, MA"),
        ("Greater Boston", "Cambridge, MA"),
        ("San Francisco Bay Area", "Oakland, CA"),
        ("Germany", "Germany"),
        ("Texas", "Austin, TX"),
        ("Newcastle", "Newcastle upon Tyne"),
        ("Worcester", "Worcester, Massachusetts"),
        ("Manila", "Quezon City"),
        ("Manila", "Quezon City, National Capital Region, Philippines"),
        ("Germany", "Berlin"),
        ("Ohio", "Wilmot, OH"),
        ("Kollam, Kerala, India", "Thrissur, Kerala, India"),
    ],
)
def test_what_is_near_or_unclear_is_possible(mine: str, theirs: str) -> None:
    assert status(mine, theirs) == "possible"


@pytest.mark.parametrize(
    ("mine", "theirs"),
    [
        ("Cambridge, England", "Cambridge, Massachusetts"),
        ("Richmond, VA", "Richmond, CA"),
        ("London", "London, Ontario"),
        ("Cork", "New Cork"),
        ("Munich, Germany", "Berlin, Germany"),
        ("Cambridge, Maryland", "Cambridge, MA"),
        ("Exeter, England", "Durham, England"),
        ("Kent", "Manchester"),
        ("Paris, Kentucky", "Paris"),
        ("Ashwell, Hertfordshire", "Ashwell, Rutland"),
    ],
)
def test_namesakes_and_compatriots_share_nothing(mine: str, theirs: str) -> None:
    assert status(mine, theirs) is None


def test_a_city_with_its_county_and_country_code_in_the_detail_is_understood() -> None:
    assert between(spot("Leeds", "West Yorkshire, GB"), spot("Leeds")) is not None


@pytest.mark.parametrize(
    ("mine", "theirs"),
    [
        ("Inbhir Nis", "brought up in Inverness"),
        ("An Daingean", "Dingle, County Kerry"),
        ("Caernarfon, Gwynedd", "Caernarfon"),
        ("Warszawa", "born and bred in Warsaw"),
        ("Grahamstown", "Makhanda, Eastern Cape"),
        ("Frankfurt (Oder)", "Frankfurt (Oder), Brandenburg"),
        ("Makati", "Makati City, Philippines"),
    ],
)
def test_a_place_is_known_in_its_languages_and_under_its_old_name(mine: str, theirs: str) -> None:
    assert status(mine, theirs) == "confirmed"


@pytest.mark.parametrize(
    ("wide", "town"),
    [
        ("Cornwall", "Penzance"),
        ("the Black Country", "Dudley"),
        ("Isle of Mull", "Tobermory"),
        ("Ruhrgebiet", "Bochum"),
        ("Mindanao", "Davao City, Philippines"),
        ("Hokkaido", "Sapporo"),
        ("Bahia", "Feira de Santana, BA"),
        ("Gippsland", "Traralgon"),
    ],
)
def test_a_county_an_island_or_a_landscape_and_a_town_in_it_are_possible(wide: str, town: str) -> None:
    assert status(wide, town) == "possible"
    assert status(town, wide) == "possible"


@pytest.mark.parametrize(
    ("mine", "theirs"),
    [
        ("Frankfurt (Oder)", "Frankfurt am Main"),
        ("Halle (Saale)", "Halle (Westfalen)"),
        ("Cornwall", "Cornwall, Ontario"),
        ("Long Island", "Southampton, England"),
        ("Isle of Wight", "Newport, Gwent"),
        ("West Midlands", "Birmingham, Alabama"),
        ("Cornwall", "Whitby"),
        ("Kerry", "Kent"),
    ],
)
def test_a_namesake_or_another_part_of_the_country_is_no_place_in_common(mine: str, theirs: str) -> None:
    assert status(mine, theirs) is None


@pytest.mark.parametrize(
    ("mine", "theirs"),
    [("St Ives, Cornwall", "St Ives, Cambridgeshire"), ("Gillingham, Kent", "Gillingham, Dorset")],
)
def test_two_counties_tell_two_towns_of_one_name_apart(mine: str, theirs: str) -> None:
    assert status(mine, theirs) is None
    assert status("Leeds, Yorkshire", "Leeds, West Yorkshire") == "confirmed"
