"""The one-column form of a LinkedIn profile saved as PDF until 2017."""

from __future__ import annotations

import pytest

from rapportkit.errors import UnreadableFile
from rapportkit.people.person import FactKind, Reading
from rapportkit.people.read import read_person
from tests.people.old_profile_pdf import SAMPLE, Piece, old_profile_pdf


def read(*pieces: Piece) -> Reading:
    return read_person("old.pdf", old_profile_pdf(pieces or SAMPLE))


def known(reading: Reading, kind: FactKind) -> list[tuple[str, str | None]]:
    return [(fact.label, fact.detail) for fact in reading.person.of_kind(kind)]


def refusal(data: bytes) -> str:
    with pytest.raises(UnreadableFile) as refused:
        read_person("old.pdf", data)
    return str(refused.value)


def test_name_and_headline_are_read_and_the_mail_address_is_not() -> None:
    reading = read()

    assert (reading.person.name, reading.person.headline) == ("Tamsin Ruddock", "Hop grower and bell ringer")
    assert "mail.example" not in reading.model_dump_json()


def test_title_and_company_are_parted_where_the_file_parts_them() -> None:
    reading = read()

    assert [(job.label, job.detail, job.start, job.end) for job in reading.person.of_kind("employer")] == [
        ("Medway Hop Gardens", "Head grower", "2012-03", None),
        (
            "Kent and Sussex Association of Hop Growers",
            "Assistant to the manager of the very long name",
            "2008",
            "2012-03",
        ),
    ]
    assert [source.text for source in reading.not_understood][:1] == ["Artist at Large"]


def test_with_single_spaces_only_one_at_is_certain() -> None:
    dates = ("plain", "2012  -  2013 (1 year)")
    reading = read(
        ("heading", "Experience"), ("bold", "Cook at Blue Anchor"), dates, ("bold", "Guest at large at Acme"), dates
    )

    assert known(reading, "employer") == [("Blue Anchor", "Cook")]
    assert [source.text for source in reading.not_understood] == ["Guest at large at Acme"]


def test_volunteering_may_have_no_dates() -> None:
    groups = read().person.of_kind("group")

    assert [(fact.label, fact.detail, fact.start) for fact in groups if "Volunteer" in fact.where] == [
        ("Whitstable Biennale", "Steward", None),
        ("St John Ambulance", "Trainer", "2010-05"),
    ]


def test_a_school_has_its_degree_and_years_and_may_have_neither() -> None:
    schools = read().person.of_kind("school")

    assert [(school.label, school.detail, school.start, school.end) for school in schools] == [
        ("Hadlow College", "Diploma, Horticulture", "2003", "2005"),
        ("Maidstone Grammar School", None, None, None),
        ("Open University", "Botany", "2015", None),
    ]


def test_activities_and_interests_are_read_and_prizes_are_not() -> None:
    reading = read()

    assert ("Bell Ringing Society", "Hadlow College") in known(reading, "group")
    assert ("Institute of Brewing", "Fellow") in known(reading, "group")
    assert [label for label, _ in known(reading, "interest")] == [
        "ring church bells",
        "Rowing, captain",
        "intramural football",
        "Bell ringing",
        "orchids",
        "old maps (hand-coloured, of Kent)",
        "non-fiction",
    ]
    assert "Dean's List" in [source.text for source in reading.not_understood]


def test_languages_skills_and_a_novel_are_read() -> None:
    reading = read()

    assert known(reading, "language") == [("English", "Native or bilingual proficiency"), ("Flemish", None)]
    assert known(reading, "skill") == [("Pruning", None)]
    assert known(reading, "creative") == [("The Bine", "A novel about a hop garden.")]


def test_what_others_wrote_is_never_kept() -> None:
    kept = read().model_dump_json()

    assert "splendid" not in kept
    assert "Someone Else" not in kept


def test_labels_in_bold_begin_no_school() -> None:
    reading = read(
        ("heading", "Education"),
        ("bold", "Hadlow College"),
        ("plain", "Botany, 2003 - 2005"),
        ("wrap", "Activities and Societies: "),
        ("plain", "Rowing"),
        ("wrap", "Open University"),
    )

    assert [label for label, _ in known(reading, "school")] == ["Hadlow College", "Open University"]
    assert known(reading, "interest") == [("Rowing", "Hadlow College")]


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (old_profile_pdf([("heading", "Berufserfahrung"), ("bold", "Koch")]), "'Berufserfahrung'"),
        (old_profile_pdf([("heading", "Experience"), ("bold", "A  at   B"), ("plain", "Mai 2010")]), "'Mai 2010'"),
        (old_profile_pdf(others=("Omar Haddad", "Ana Reis")), "several LinkedIn profiles"),
        (old_profile_pdf(bold="Times-Roman"), "not as LinkedIn made it"),
    ],
)
def test_what_is_not_certain_is_refused(data: bytes, words: str) -> None:
    assert words in refusal(data)
