from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import ValidationError

from rapportkit.errors import InvalidValue
from rapportkit.record import Prose, Record, Short, build


class Shift(Record):
    place: Short
    on: date
    hours: int = 8


class Rota(Record):
    name: Short
    shifts: tuple[Shift, ...] = ()
    note: Prose = ""


KITCHEN = Shift(place="Kitchen", on=date(2026, 12, 3))


def test_a_record_is_never_changed_in_place():
    with pytest.raises(ValidationError):
        KITCHEN.hours = 9


def test_a_changed_copy_leaves_the_first_as_it_was():
    assert KITCHEN.with_(hours=4).hours == 4
    assert KITCHEN.hours == 8


def test_a_changed_copy_is_checked_like_a_new_one():
    with pytest.raises(ValidationError):
        KITCHEN.with_(hours="many")
    with pytest.raises(ValidationError):
        KITCHEN.with_(wages=12)


def test_records_are_equal_by_value():
    assert Shift(place=" Kitchen ", on=date(2026, 12, 3)) == KITCHEN
    assert len({KITCHEN, KITCHEN.with_(), KITCHEN.with_(hours=8)}) == 1


def test_a_changed_copy_keeps_the_records_inside():
    rota = Rota(name="Week 49", shifts=(KITCHEN,))
    assert rota.with_(note="swap?").shifts == (KITCHEN,)


def refused(values: object, where: str = "rota.json") -> str:
    with pytest.raises(InvalidValue) as caught:
        build(Rota, values, where)
    return str(caught.value)


def test_what_is_right_is_built():
    rota = build(Rota, {"name": "Week 49", "shifts": [{"place": "Bar", "on": "2026-12-04"}]}, "rota.json")
    assert rota.shifts[0].on == date(2026, 12, 4)


def test_a_missing_field_is_named_with_its_place():
    assert refused({}) == "rota.json: name is missing."


def test_people_count_from_one():
    said = refused({"name": "x", "shifts": [{"place": "Bar", "on": "2026-12-04"}, {"place": "Bar"}]})
    assert said == "rota.json: shifts 2: on is missing."


def test_an_unknown_field_is_named():
    assert refused({"name": "x", "colour": "red"}) == "rota.json: colour is not a field that we know."


@pytest.mark.parametrize(
    ("shift", "said"),
    [
        ({"place": "Bar", "on": "soon"}, "shifts 1: on should be a date such as 2026-12-03, not 'soon'."),
        ({"place": "Bar", "on": "2026-12-03", "hours": "two"}, "shifts 1: hours should be a whole number, not 'two'."),
        ({"place": 7, "on": "2026-12-03"}, "shifts 1: place should be text, not 7."),
        ({"place": None, "on": "2026-12-03"}, "shifts 1: place should be text, not None."),
        ({"place": ["Bar"], "on": "2026-12-03"}, "shifts 1: place should be text, not a list."),
    ],
)
def test_a_wrong_value_is_shown_with_the_remedy(shift, said):
    assert refused({"name": "x", "shifts": [shift]}) == f"rota.json: {said}"


def test_only_the_first_of_many_problems_is_told():
    assert refused({"shifts": [{}, {}], "colour": "red"}).count("rota.json") == 1


def test_a_long_value_is_not_shown_whole():
    assert len(refused({"name": "x", "shifts": [{"place": "Bar", "on": "y" * 100_000}]})) < 200


def test_an_empty_label_is_refused_and_one_of_300_letters_is_not():
    assert "rota.json: name should not be empty" in refused({"name": " \t "})
    assert build(Rota, {"name": "n" * 300}, "rota.json").name == "n" * 300
    assert refused({"name": "n" * 301}).startswith("rota.json: name ")


def test_running_text_is_kept_to_the_letter():
    typed = "  <b>two\r\n lines</b>\t\u202e=1+1 \x07 "
    assert build(Rota, {"name": "x", "note": typed}, "rota.json").note == typed


@given(
    st.recursive(
        st.none() | st.booleans() | st.floats() | st.text(),
        lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner),
    )
)
def test_whatever_comes_is_a_record_or_one_sentence(value):
    said = "rota.json."
    try:
        build(Rota, value, "rota.json")
    except InvalidValue as error:
        said = str(error)
    assert said.startswith("rota.json")
    assert said.endswith(".")


@given(name=st.text(min_size=1, max_size=300).filter(str.strip), note=st.text())
def test_a_record_survives_being_stored(name, note):
    rota = Rota(name=name, note=note)
    assert Rota.model_validate_json(rota.model_dump_json()) == rota
