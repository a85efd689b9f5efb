"""The form in the learner's own words."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as some

from rapportkit.people.form import read_form
from rapportkit.people.person import Fact, FactKind


def labels(kind: FactKind, answer: str) -> list[str]:
    return [fact.label for fact in read_form("Omar", "", {kind: answer}).person.facts]


def test_each_line_and_each_piece_between_semicolons_is_a_fact() -> None:
    assert labels("interest", "- chess\n\n• sea swimming; knitting ;\n") == ["chess", "sea swimming", "knitting"]


def test_commas_part_only_a_list_of_short_things() -> None:
    assert labels("interest", "chess, sea swimming, choir") == ["chess", "sea swimming", "choir"]
    assert labels("interest", "I sing in a choir, badly, on Tuesdays") == ["I sing in a choir, badly, on Tuesdays"]
    assert labels("place", "Leeds, England") == ["Leeds, England"]
    assert labels("school", "University of California, Davis") == ["University of California, Davis"]


def test_years_become_dates_and_the_source_is_the_learner() -> None:
    [leeds, pune] = read_form("Omar", "", {"place": "Leeds 2014-2016\nPune since 2019"}).person.facts

    assert leeds == Fact(kind="place", label="Leeds", start="2014", end="2016", current=False, where="your own words")
    assert (pune.label, pune.start, pune.current) == ("Pune", "2019", True)


def test_a_skill_is_kept_as_a_skill() -> None:
    [fact] = read_form("Omar", "Head teacher", {"skill": "timetables"}).person.facts

    assert fact.kind == "skill"


def test_what_cannot_be_a_fact_is_handed_back_to_the_letter() -> None:
    reading = read_form("Omar", "", {"interest": "??!\n" + "x" * 3_000})

    assert reading.person.facts == ()
    assert [source.text for source in reading.not_understood] == ["??!", "x" * 3_000]


def test_an_empty_form_is_a_person_without_a_name() -> None:
    assert read_form(" ", "", {}).person.name == "(no name given)"


def test_markup_is_kept_as_it_was_typed() -> None:
    reading = read_form("<script>", "=HYPERLINK(1)", {"interest": "<b>chess</b>"})

    assert (reading.person.name, reading.person.headline) == ("<script>", "=HYPERLINK(1)")
    assert reading.person.facts[0].label == "<b>chess</b>"


@given(some.text(max_size=60), some.sampled_from(["place", "interest", "school", "group"]))
def test_no_letter_that_was_typed_is_lost(answer: str, kind: FactKind) -> None:
    reading = read_form("Omar", "", {kind: answer})
    kept = " ".join([*(fact.label for fact in reading.person.facts), *(p.text for p in reading.not_understood)])

    typed = {letter for letter in answer if letter.isalpha()}
    assert typed <= set(kept) | set("sincefromunteladrgyposw" + "SINCEFROMUNTELADRGYPOSW")
