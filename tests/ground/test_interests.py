"""What a hobby is told by, and what the same words are told apart from."""

from __future__ import annotations

import pytest

from rapportkit.ground.find import find_common_ground
from rapportkit.people.person import Fact, Person


def status(mine: str, theirs: str) -> str | None:
    one, other = (Person(name="A", facts=(Fact(kind="interest", label=said, where="form"),)) for said in (mine, theirs))
    return next((link.status for link in find_common_ground(one, other).links), None)


@pytest.mark.parametrize(
    ("evidence", "hobby"),
    [
        ("second violin in the town orchestra", "violin"),
        ("Whit Friday marches every year", "brass band"),
        ("kickflips", "skateboarding"),
        ("Jukola with my old club", "orienteering"),
        ("uchi-mata is my throw", "judo"),
        ("pitmaster for the street party", "barbecue"),
        ("varroa and queen rearing", "beekeeping"),
        ("Tour of Islay for Fèis Ìle", "whisky"),
        ("THW Kiel on television", "handball"),
        ("Mosconi Cup every December", "pool"),
        ("cochonnet and carreau on Sundays", "boules"),
        ("salchow and toe loop", "ice skating"),
        ("cabeceo and boleo", "tango"),
        ("pinpointer and Thames foreshore permit", "metal detecting"),
        ("Eddie Stobart spotting", "trucks"),
        ("Great Yorkshire Show with my Swaledale sheep", "showing sheep"),
        ("Concurs de Castells in Tarragona", "casteller"),
        ("shayari and mushaira", "poetry"),
        ("Klettern", "rock climbing"),
        ("apiculture", "beekeeping"),
    ],
)
def test_a_hobby_is_told_by_a_maker_a_place_an_event_a_role_or_its_slang(evidence: str, hobby: str) -> None:
    assert status(evidence, hobby) == "confirmed"


@pytest.mark.parametrize(
    ("elsewhere", "hobby"),
    [
        ("Anansi Boys by Neil Gaiman", "mythology"),
        ("Lost seven stone with a slimming club", "street games"),
        ("The long arm of the law podcast", "quilting"),
        ("A real tree at Christmas", "hunting"),
        ("Everything is hunky dory at home", "paper crafts"),
        ("Skechers trainers", "drawing"),
        ("Golden hour care in trauma medicine", "photography"),
        ("Drop zone for parcels at the depot", "skydiving"),
        ("Pool of volunteers at the charity", "billiards and pool"),
        ("Class clown at school reunions", "circus skills"),
        ("Vintage Ford Cortina owners club", "tango"),
        ("Google Fuchsia operating system", "gardening"),
        ("Tiger moths at the light trap", "flying light aircraft"),
        ("Scythe board game", "scything"),
        ("My travel bug took me to Peru", "geocaching"),
        ("First pressing of olive oil", "vinyl records"),
    ],
)
def test_the_same_words_for_another_thing_are_never_confirmed(elsewhere: str, hobby: str) -> None:
    assert status(elsewhere, hobby) != "confirmed"


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("jai alai", "squash"),
        ("zydeco", "folk music"),
        ("showing cattle", "smallholding"),
        ("banger racing", "demolition derby"),
        ("taarab", "highlife"),
    ],
)
def test_hobbies_next_door_are_possible(one: str, other: str) -> None:
    assert status(one, other) == "possible"


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Ajax", "Feyenoord"),
        ("Everton season ticket, Everton fan", "Gooner since birth"),
        ("Chicago Cubs", "Red Sox fan"),
        ("Bath Rugby", "Leinster Rugby"),
        ("Packers fan", "Dallas Cowboys"),
    ],
)
def test_fans_of_two_clubs_may_only_talk_of_the_game(one: str, other: str) -> None:
    assert status(one, other) == "possible"


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Ajax", "Ajax Amsterdam"),
        ("Anfield every other Saturday", "Liverpool FC"),
        ("Gooner since birth", "Arsenal"),
        ("Cubs fan", "Wrigley Field"),
        ("Ajax", "football"),
        ("Ajax, Premier League on Sundays", "Feyenoord, Champions League nights"),
    ],
)
def test_one_club_by_two_names_and_the_game_itself_are_shared(one: str, other: str) -> None:
    assert status(one, other) == "confirmed"


@pytest.mark.parametrize(
    ("one", "other"),
    [("candle making", "soap making"), ("banjo", "mandolin"), ("making wreaths", "making corn dollies")],
)
def test_two_things_under_one_name_are_told_apart(one: str, other: str) -> None:
    assert status(one, other) != "confirmed"
