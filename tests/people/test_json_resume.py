"""A JSON Resume, in the shapes that real files have."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as some

from rapportkit.people.json_resume import read_json_resume
from rapportkit.people.person import Fact, FactKind, Reading


def read(**sections: Any) -> Reading:
    return read_json_resume("ana.json", {"basics": {"name": "Ana Reis"}} | sections)


def facts(reading: Reading, kind: FactKind) -> list[tuple[str, str | None]]:
    return [(fact.label, fact.detail) for fact in reading.person.of_kind(kind)]


def only(reading: Reading) -> Fact:
    [fact] = reading.person.facts
    return fact


def puzzles(reading: Reading) -> list[tuple[str, str]]:
    return [(source.text, source.where) for source in reading.not_understood]


def test_name_headline_and_home_are_read() -> None:
    location = {
        "address": "1 Secret Lane",
        "postalCode": "LS1",
        "city": "Leeds",
        "region": "England",
        "countryCode": "GB",
    }
    reading = read(basics={"name": "Ana Reis", "label": "Nurse", "location": location})

    assert (reading.person.name, reading.person.headline) == ("Ana Reis", "Nurse")
    assert only(reading) == Fact(
        kind="place", label="Leeds", detail="England, GB", current=True, where="ana.json: basics: location"
    )


def test_nothing_by_which_somebody_could_be_reached_is_kept() -> None:
    reading = read(
        basics={
            "name": "Ana Reis",
            "email": "ana@mail.example",
            "phone": "0123 456",
            "url": "https://ana.example",
            "birthDate": "1980-01-01",
            "location": {"address": "1 Secret Lane", "city": "Leeds"},
            "profiles": [{"network": "X", "username": "anareis", "url": "https://x.example/anareis"}],
            "summary": "In my spare time I answer mail at ana@mail.example and call +44 20 7946 0000.",
        }
    )
    kept = reading.model_dump_json()

    for secret in ("mail.example", "0123", "https", "1980", "Secret", "anareis", "7946"):
        assert secret not in kept


def test_each_position_is_an_employer_with_its_title_and_dates() -> None:
    reading = read(
        work=[
            {"name": "Acme", "position": "Lead", "startDate": "2019-03", "endDate": "Present"},
            {"company": "Acme", "position": "Picker", "startDate": "2015", "endDate": "2019-02-28"},
        ]
    )

    assert [(fact.label, fact.detail, fact.start, fact.end, fact.current) for fact in reading.person.facts] == [
        ("Acme", "Lead", "2019-03", None, True),
        ("Acme", "Picker", "2015", "2019-02-28", False),
    ]


def test_a_list_inside_work_counts_as_if_it_stood_there() -> None:
    reading = read(work=[[{"name": "Acme"}, {"name": "Bolt"}], {"name": "Cord"}])

    assert [fact.where for fact in reading.person.facts] == [f"ana.json: work {number}" for number in (1, 2, 3)]


def test_a_place_of_work_has_the_dates_of_the_work() -> None:
    reading = read(work=[{"name": "Acme", "location": "Hull, England", "startDate": "2012", "endDate": "2014"}])
    [place] = reading.person.of_kind("place")

    assert (place.label, place.detail, place.start, place.end) == ("Hull", "England", "2012", "2014")
    assert place.where == "ana.json: work 1: location"


@pytest.mark.parametrize("nowhere", ["Remote", "remote, worldwide", "Hybrid", "Home office", "", None])
def test_what_is_everywhere_is_no_place(nowhere: str | None) -> None:
    assert read(work=[{"name": "Acme", "location": nowhere}]).person.of_kind("place") == ()


def test_a_building_is_no_town_and_is_handed_back() -> None:
    reading = read(work=[{"name": "Acme", "location": "Mission Bay Campus"}])

    assert reading.person.of_kind("place") == ()
    assert puzzles(reading) == [("Mission Bay Campus", "ana.json: work 1: location")]


def test_schools_say_degree_and_area() -> None:
    reading = read(
        education=[{"institution": "Hull College", "studyType": "BSc", "area": "Logistics", "endDate": "2012"}]
    )

    assert facts(reading, "school") == [("Hull College", "BSc, Logistics")]


@pytest.mark.parametrize("entry", [{"language": "Polish", "fluency": "Fluent"}, {"name": "Polish", "level": "Fluent"}])
def test_languages_are_read_in_both_spellings(entry: dict[str, str]) -> None:
    assert facts(read(languages=[entry]), "language") == [("Polish", "Fluent")]


def test_an_interest_is_its_name_and_each_keyword() -> None:
    reading = read(interests=[{"name": "Climbing", "keywords": ["Bouldering", "climbing"]}, "Chess"])

    assert facts(reading, "interest") == [("Climbing", None), ("Bouldering", "Climbing"), ("Chess", None)]
    assert reading.person.facts[1].where == "ana.json: interests 1"


@pytest.mark.parametrize("bucket", ["Other", "Hobbies", "misc", "Interests", "Personal:"])
def test_a_bucket_is_no_interest_but_what_lies_in_it_is(bucket: str) -> None:
    assert facts(read(interests=[{"name": bucket, "keywords": "Chess, Choir"}]), "interest") == [
        ("Chess", None),
        ("Choir", None),
    ]


def test_volunteering_is_a_group() -> None:
    reading = read(volunteer=[{"organization": "Code Club", "position": "Helper", "startDate": "2020", "endDate": ""}])
    [group] = reading.person.facts

    assert (group.kind, group.label, group.detail, group.start, group.current) == (
        "group",
        "Code Club",
        "Helper",
        "2020",
        True,
    )


def test_skills_are_kept_as_skills() -> None:
    assert facts(read(skills=[{"name": "Web", "keywords": ["HTML", "CSS"]}]), "skill") == [("Web", "HTML, CSS")]


def test_only_a_publication_that_is_certainly_creative_is_read() -> None:
    reading = read(
        publications=[
            {"name": "The Salt Road", "summary": "My first novel, about my aunt.", "releaseDate": "2019-05-01"},
            {"name": "A novel approach to queues", "summary": "A novel method in logistics."},
            {"name": "Tuesday Poems"},
        ]
    )

    assert facts(reading, "creative") == [
        ("The Salt Road", "My first novel, about my aunt."),
        ("Tuesday Poems", "Poems"),
    ]


def test_references_projects_awards_and_certificates_are_nobodys_ground() -> None:
    entry = [{"name": "Thing", "title": "Thing", "reference": "Great person"}]

    assert read(references=entry, projects=entry, awards=entry, certificates=entry).person.facts == ()


def test_markup_in_labels_becomes_plain_words() -> None:
    assert facts(read(interests=[{"name": "<b>Fish &amp; chips</b>"}]), "interest") == [("Fish & chips", None)]


def test_a_date_that_is_none_is_null_and_shown() -> None:
    reading = read(work=[{"name": "Acme", "startDate": "the good old days", "endDate": "2019"}])

    assert (only(reading).start, only(reading).end) == (None, "2019")
    assert puzzles(reading) == [("the good old days", "ana.json: work 1: startDate")]


@pytest.mark.parametrize(
    ("written", "shown"), [("32/12/2019", "32/12/2019"), ("01632 960012", "a date that is not read"), (" ", None)]
)
def test_a_date_that_is_not_read_is_always_listed(written: str, shown: str | None) -> None:
    reading = read(work=[{"name": "Acme", "startDate": written}])

    assert [text for text, _ in puzzles(reading)] == ([shown] if shown else [])


def test_an_end_before_the_start_is_listed_and_neither_is_kept() -> None:
    reading = read(work=[{"name": "Acme", "startDate": "2020", "endDate": "2010"}])

    assert (only(reading).start, only(reading).end, only(reading).current) == (None, None, None)
    assert puzzles(reading) == [("from 2020 to 2010: the end is before the start", "ana.json: work 1")]


@pytest.mark.parametrize(
    ("sections", "puzzle"),
    [
        ({"work": "Acme"}, ("Acme", "ana.json: work")),
        ({"work": [7]}, ("7", "ana.json: work 1")),
        ({"work": [{"name": 7, "position": "Lead"}]}, ("7", "ana.json: work 1: name")),
        ({"interests": [{"name": "Music", "keywords": 5}]}, ("5", "ana.json: interests 1: keywords")),
        ({"basics": {"name": ["Ana"]}, "work": [{"name": "A"}]}, ("Ana", "ana.json: basics: name")),
        ({"basics": "Ana", "work": [{"name": "A"}]}, ("a str, not fields such as name and label", "ana.json: basics")),
        ({"education": {"institution": 3}}, ("3", "ana.json: education 1: institution")),
    ],
)
def test_what_is_of_the_wrong_kind_is_handed_back_with_its_place(
    sections: dict[str, Any], puzzle: tuple[str, str]
) -> None:
    assert puzzle in puzzles(read(**sections))


def test_a_relative_of_the_format_is_read_as_far_as_it_goes_and_says_what_was_not() -> None:
    resume = {
        "name": "Ana Reis",
        "interests": ["Chess"],
        "employment": {"history": []},
        "$schema": "x",
        "meta": {"a": 1},
    }
    reading = read_json_resume("ana.json", resume)

    assert (reading.person.name, len(reading.person.facts)) == ("Ana Reis", 1)
    assert puzzles(reading) == [("'employment' is no part of a JSON Resume and was not read.", "ana.json: top level")]


def test_null_lists_and_missing_parts_are_quietly_nothing() -> None:
    reading = read(work=None, education=[], interests=[None, {}, ""], languages=None, volunteer=[{}], skills=None)

    assert (reading.person.facts, reading.not_understood) == ((), ())


def test_a_flood_is_cut_and_said_so() -> None:
    reading = read(interests=[f"hobby {number}" for number in range(5_000)])

    assert len(reading.person.facts) == 2_000
    assert puzzles(reading) == [("More than 2,000 entries; the rest was left out.", "ana.json: interests 2001")]


def test_a_label_as_long_as_a_book_is_handed_back() -> None:
    reading = read(interests=["x" * 3_000])

    assert reading.person.facts == ()
    assert len(puzzles(reading)) == 1


values = some.recursive(
    some.none() | some.booleans() | some.integers() | some.floats() | some.text(),
    lambda inner: some.lists(inner, max_size=3) | some.dictionaries(some.text(max_size=9), inner, max_size=3),
    max_leaves=8,
)
names = some.sampled_from(
    [
        "name",
        "label",
        "location",
        "city",
        "summary",
        "company",
        "position",
        "startDate",
        "endDate",
        "keywords",
        "language",
    ]
)
sections = some.sampled_from(
    ["basics", "work", "education", "volunteer", "interests", "languages", "skills", "publications"]
)
entries = values | some.lists(some.dictionaries(names, values) | values, max_size=3) | some.dictionaries(names, values)


@given(some.dictionaries(sections, entries))
def test_no_value_anywhere_is_too_odd(resume: dict[str, Any]) -> None:
    assert Reading.model_validate_json(read_json_resume("x.json", resume).model_dump_json())
