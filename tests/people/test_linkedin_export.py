"""LinkedIn's data export: the traps of real archives, laid in an invented one."""

from __future__ import annotations

import pytest

from rapportkit.errors import UnreadableFile
from rapportkit.people.person import FactKind, Reading
from rapportkit.people.read import read_person
from tests.people.export_zip import TABLES, export_zip, zipped


def read(**changed: str) -> Reading:
    return read_person("export.zip", export_zip(**changed))


def labels(reading: Reading, kind: FactKind) -> list[str]:
    return [fact.label for fact in reading.person.of_kind(kind)]


def refusal(data: bytes) -> str:
    with pytest.raises(UnreadableFile) as refused:
        read_person("export.zip", data)
    return str(refused.value)


def test_name_and_headline_lose_their_entities() -> None:
    person = read().person

    assert (person.name, person.headline) == ("Amara Nwosu & Søn", 'Head of "Moorings"')


def test_each_position_is_one_employer_with_its_dates() -> None:
    jobs = read().person.of_kind("employer")

    assert [(job.label, job.detail, job.start, job.end, job.current) for job in jobs] == [
        ("Humber Harbours", "Head of moorings", "2017-03", None, True),
        ("Nordsee Schlepper & Co", "Deckhand", "2009", "2016-10-01", False),
        ("Trawler Olwen", "Cook", "1968-06", "1969-07", False),
    ]


def test_a_fact_says_in_which_row_of_which_table_it_stands() -> None:
    reading = read()

    assert reading.person.of_kind("employer")[1].where == "export.zip: Positions.csv, row 3"
    assert reading.person.of_kind("group")[-1].where == "export.zip: Organizations_252701747.csv, row 2"


def test_where_one_lives_and_worked_are_places_and_remote_is_none() -> None:
    places = read().person.of_kind("place")

    assert [(place.label, place.detail, place.current) for place in places] == [
        ("Hull", "England, United Kingdom", True),
        ("Hull", "England, United Kingdom", True),
    ]


def test_activities_at_school_are_pastimes_or_groups() -> None:
    reading = read()

    assert labels(reading, "school") == ["University of Hull", "South Shields Marine School"]
    assert [school.current for school in reading.person.of_kind("school")] == [False, None]
    assert [(fact.label, fact.detail) for fact in reading.person.of_kind("group")][:2] == [
        ("Debating Society", "University of Hull"),
        ("Student Council", "University of Hull"),
    ]
    assert "Rowing" in labels(reading, "interest")


def test_what_one_does_outside_work_is_read_from_every_table_that_says_so() -> None:
    reading = read()

    assert labels(reading, "group")[2:] == ["RNLI", "Nautical Institute"]
    assert labels(reading, "cause") == ["Disaster and humanitarian relief", "Environment", "Human rights"]
    assert {"carve spoons", "sing in a choir", "spoon carving", "tide tables"} <= set(labels(reading, "interest"))
    assert labels(reading, "creative") == ["Salt Roads"]
    assert labels(reading, "language") == ["English", "Igbo"]
    assert labels(reading, "skill") == ["Mooring"]


@pytest.mark.parametrize("folder", ["Basic_LinkedInDataExport_09-30-2026/", "a\\b\\", "Ünïcode/deep/er/"])
def test_tables_may_stand_in_any_folder(folder: str) -> None:
    assert read_person("export.zip", export_zip(folder=folder)) == read()


def test_older_spellings_of_the_tables_are_known() -> None:
    tables = {name.replace(" ", "_").upper().replace(".CSV", "_123456.csv"): text for name, text in TABLES.items()}

    assert labels(read_person("e.zip", export_zip(tables)), "cause") == labels(read(), "cause")


def test_a_table_of_one_sentence_or_of_nothing_is_empty() -> None:
    reading = read(Volunteering="You have not volunteered yet.\n", Skills="")

    assert "RNLI" not in labels(reading, "group")
    assert labels(reading, "skill") == []
    assert "volunteered" not in reading.model_dump_json()


def test_a_preamble_before_the_header_is_passed_over() -> None:
    assert labels(read(Languages='Notes:\n"One, two"\n\n,,\nName,Proficiency\nIgbo,Native\n,\n'), "language") == [
        "Igbo"
    ]


def test_a_header_in_another_language_is_reported_and_nothing_guessed() -> None:
    reading = read(Languages="Sprache,Kenntnisstand\nIgbo,Muttersprache\n")

    assert labels(reading, "language") == []
    assert [source.text for source in reading.not_understood if "Languages" in source.where] == [
        "Its columns are not known (the first is 'Sprache'): is the export in another language?"
    ]
    assert "Muttersprache" not in reading.model_dump_json()


def test_an_export_wholly_in_another_language_is_refused_with_what_to_do() -> None:
    sentence = refusal(export_zip({"Profile.csv": "Vorname,Nachname,Adresse\nJürgen,Voß,Geheimweg 3\n"}))

    assert "'Vorname'" in sentence
    assert "set to English" in sentence
    assert "Geheimweg" not in sentence


def test_a_column_that_is_new_is_named_and_not_read() -> None:
    reading = read(Interests="Interests,Shoe Size\nchess,43\n")

    assert labels(reading, "interest")[-1] == "chess"
    assert "The column 'shoe size' is not known and was not read." in [s.text for s in reading.not_understood]
    assert "43" not in reading.model_dump_json()


def test_a_date_that_cannot_be_read_is_shown() -> None:
    reading = read(Positions="Company Name,Title,Started On,Finished On\nAcme,Cook,Frühling,2020\n")

    assert reading.person.of_kind("employer")[0].start is None
    assert [(s.text, s.where) for s in reading.not_understood if "Positions" in s.where] == [
        ("Frühling", "export.zip: Positions.csv, row 2: dates")
    ]


def test_an_export_without_a_profile_still_has_its_facts() -> None:
    reading = read_person("e.zip", export_zip({"Skills.csv": TABLES["Skills.csv"]}))

    assert reading.person.name == "(no name given)"


def test_the_same_table_twice_is_one_and_two_different_ones_are_refused() -> None:
    profile = TABLES["Profile.csv"]
    assert read_person("e.zip", export_zip({"a/Profile.csv": profile, "b/Profile.csv": profile})).person.name
    other = profile.replace("Amara", "Zoë")

    assert "two different files called 'Profile.csv'" in refusal(
        export_zip({"a/Profile.csv": profile, "b/Profile.csv": other})
    )


def test_what_a_mac_adds_to_a_zip_is_passed_over() -> None:
    junk = {"__MACOSX/._Profile.csv": b"\x00\x05\x16\x07", "._Positions.csv": b"\x00"}
    files = {name: text.encode() for name, text in TABLES.items()} | junk

    assert read_person("export.zip", zipped(files)) == read()


def test_a_table_that_is_no_utf8_is_reported() -> None:
    files = {name: text.encode() for name, text in TABLES.items()} | {
        "Languages.csv": "Name\nEspañol\n".encode("latin-1")
    }

    assert "It is not UTF-8 text and was not read." in [
        source.text for source in read_person("e.zip", zipped(files)).not_understood
    ]


def test_a_zip_of_connections_only_says_what_is_missing() -> None:
    assert "without a profile in it" in refusal(export_zip({"Connections.csv": TABLES["Connections.csv"]}))
