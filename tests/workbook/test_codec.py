from __future__ import annotations

import pytest

from rapportkit.errors import InvalidValue
from rapportkit.people.person import Person
from rapportkit.record import Record
from rapportkit.workbook.codec import KINDS, class_of, decode, encode, kind_of


@pytest.mark.parametrize("kind", KINDS)
def test_every_kind_leads_to_a_record_and_back(kind: str) -> None:
    assert issubclass(class_of(kind), Record)
    assert kind_of(class_of(kind)) == kind


def test_a_field_that_is_wrong_is_named_with_its_place() -> None:
    with pytest.raises(InvalidValue, match=r"x\.json: record 3: name should be text, not 7"):
        decode("person", {"name": 7}, "x.json: record 3")


def test_an_unknown_kind_is_refused_with_the_kinds_that_there_are() -> None:
    with pytest.raises(InvalidValue, match="'horoscope' is not a kind of record that we know"):
        decode("horoscope", {}, "x.json: record 3")


def test_a_record_without_a_name_in_the_codec_is_a_slip_of_ours() -> None:
    with pytest.raises(LookupError, match="Record has no name"):
        kind_of(Record)


def test_text_is_written_as_itself() -> None:
    assert encode(Person(name="Åsa Ñandú 🧗🏽")).startswith('{"name": "Åsa Ñandú 🧗🏽"')
