"""LinkedIn's data export: the traps of real archives, laid in an invented one."""

from __future__ import annotations

import csv
import io

import pytest

from rapportkit.errors import SeveralPeople, UnreadableFile
from rapportkit.people.person import FactKind, Reading
from rapportkit.people.read import read_person
from rapportkit.people.remarks import LETTERS_UNSURE as UNSURE
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
    reading = read(Languages="Kieli,Taso\nIgbo,Muttersprache\n")

    assert labels(reading, "language") == []
    assert [source.text for source in reading.not_understood if "Languages" in source.where] == [
        "Its columns are not known (the first is 'Kieli'): is the export in another language?"
    ]
    assert "Muttersprache" not in reading.model_dump_json()


def test_an_export_wholly_in_another_language_is_refused_with_what_to_do() -> None:
    sentence = refusal(export_zip({"Profile.csv": "Etunimi,Sukunimi,Osoite\nJürgen,Voß,Geheimweg 3\n"}))

    assert "'Etunimi'" in sentence
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


def resaved(text: str, separator: str) -> str:
    """A table as a spreadsheet saves it with another separator."""
    buffer = io.StringIO()
    csv.writer(buffer, delimiter=separator).writerows(csv.reader(io.StringIO(text.lstrip("\ufeff"))))
    return buffer.getvalue()


def summed_up(reading: Reading) -> list[tuple[str, str, str | None]]:
    return [(fact.kind, fact.label, fact.detail) for fact in reading.person.facts]


@pytest.mark.parametrize("separator", [";", "\t", "|", ","])
@pytest.mark.parametrize("encoding", ["cp1252", "utf-8-sig", "utf-16"])
@pytest.mark.parametrize("ending", ["csv", "txt"])
def test_tables_that_a_spreadsheet_saved_are_read(separator: str, encoding: str, ending: str) -> None:
    files = {
        name.replace("csv", ending): resaved(text, separator).encode(encoding)
        for name, text in TABLES.items()
        if name != "messages.csv"
    }
    reading = read_person("export.zip", zipped(files))

    assert (reading.person.name, summed_up(reading)) == ("Amara Nwosu & Søn", summed_up(read()))
    assert (UNSURE in [source.text for source in reading.not_understood]) == (encoding == "cp1252")


@pytest.mark.parametrize(
    "table",
    [
        "sep=;\nSchool Name;Degree Name\nHull College;Mate\n",
        "'School Name';'Degree Name'\n'Hull College';'Mate'\n",
        "“School Name”,“Degree Name”\n“Hull College”,“Mate”\n",
        '"School Name,Degree Name"\n"Hull College,Mate"\n',
        '"School Name,""Degree Name"""\n"""Hull College"",Mate"\n',
        "SCHOOL NAME , degree name \nHull College,Mate\n",
    ],
)
def test_other_quotation_marks_and_lines_taken_for_one_cell_are_read(table: str) -> None:
    school = read(Education=table).person.of_kind("school")[0]

    assert (school.label, school.detail) == ("Hull College", "Mate")


def test_commas_that_nobody_quoted_in_a_table_of_one_column_part_no_cells() -> None:
    assert labels(read(Interests="Interests\r\ntide tables, chess\r\n"), "interest")[-2:] == ["tide tables", "chess"]


def test_dates_that_a_spreadsheet_shortened_are_read() -> None:
    rows = "Acme,Cook,Mar-17,Jun-19\nZenith,Cook,01-Oct-98,3/31/2001\nBlue,Cook,4/5/2003,\n"
    jobs = read(Positions=f"Company Name,Title,Started On,Finished On\n{rows}").person.of_kind("employer")

    assert [(job.start, job.end) for job in jobs] == [
        ("2017-03", "2019-06"),
        ("1998-10-01", "2001-03-31"),
        ("2003", None),
    ]


def test_a_table_whose_letters_cannot_be_told_is_reported_with_what_to_do() -> None:
    files = {name: text.encode() for name, text in TABLES.items()} | {
        "Languages.csv": "Name\nУкраїнська\n".encode("cp1251")
    }
    notes = [s.text for s in read_person("e.zip", zipped(files)).not_understood if "Languages" in s.where]

    assert [note.partition(".")[0] for note in notes] == [
        "How its letters are written cannot be told, so it was not read"
    ]


PROFILES = "First Name,Last Name,Headline,Summary\nAna,Reis,Baker,Likes chess.\nOmar,Haddad,Pilot,I love rowing.\n"


def test_several_people_in_one_profile_are_named_until_one_is_chosen_and_never_merged() -> None:
    for data in (PROFILES.encode(), export_zip(Profile=PROFILES)):
        with pytest.raises(SeveralPeople) as several:
            read_person("x", data)
        assert several.value.names == ("Ana Reis", "Omar Haddad")
        omar = read_person("x", data, "omar")
        assert (omar.person.name, omar.person.headline) == ("Omar Haddad", "Pilot")
        assert summed_up(omar) == [("interest", "rowing", "I love rowing.")]


def test_one_person_in_two_rows_is_one_and_a_wrong_choice_is_refused() -> None:
    twice = PROFILES.replace("Omar,Haddad", "Ana,Reis")

    assert labels(read_person("x", twice.encode()), "interest") == ["chess", "rowing"]
    with pytest.raises(UnreadableFile, match="holds one person, Ana Reis, and nobody called 'Zoë'"):
        read_person("x", twice.encode(), "Zoë")


@pytest.mark.parametrize(
    ("name", "kind"),
    [("Positions", "employer"), ("Education", "school"), ("Volunteering", "group"), ("Languages", "language")],
)
def test_a_table_that_is_brought_alone_is_read_and_the_rest_is_missed(name: str, kind: FactKind) -> None:
    reading = read_person("mine.csv", TABLES[f"{name}.csv"].encode())

    assert labels(reading, kind) == [label for label in labels(read(), kind) if label in labels(reading, kind)] != []
    assert reading.person.facts[0].where.startswith("mine.csv: row 2")
    assert "the others were not brought" in reading.not_understood[-1].text


def test_a_profile_that_is_brought_alone_gives_name_and_headline_and_an_empty_one_is_refused() -> None:
    reading = read_person("mine.csv", TABLES["Profile.csv"].encode())

    assert (reading.person.name, reading.person.headline) == ("Amara Nwosu & Søn", 'Head of "Moorings"')
    with pytest.raises(UnreadableFile, match="without an entry"):
        read_person("mine.csv", TABLES["Profile.csv"].partition("\n")[0].encode())


def test_a_zip_of_connections_only_says_what_is_missing() -> None:
    assert "without your profile" in refusal(export_zip({"Connections.csv": TABLES["Connections.csv"]}))


ELSEWHERE = {
    "German": {
        "Profil.csv": "Vorname,Nachname,Adresse,Geburtsdatum,Slogan,Zusammenfassung,Geografischer Standort\n"
        'Jörg,Wiebe,Geheimweg 3,"3. Mai 1970",Müller,,"Kiel, Deutschland"\n',
        "Positionen.csv": "Unternehmen,Titel,Ort,Beginn,Ende\n"
        "Nordmühle,Müller,Kiel,März 2018,\nHafen,Koch,,Okt. 2014,2018\n",
        "Sprachen.csv": "Name,Kenntnisstand\nDeutsch,Muttersprache\n",
    },
    "French": {
        "Profil.csv": "Prénom,Nom,Adresse,Titre de profil,Résumé,Zone géographique\n"
        "Jörg,Wiebe,Geheimweg 3,Müller,,Kiel\n",
        "Postes.csv": "Nom de l’entreprise,Titre,Lieu,Date de début,Date de fin\n"
        "Nordmühle,Müller,Kiel,mars 2018,\nHafen,Koch,,oct. 2014,2018\n",
        "Langues.csv": "Nom,Niveau\nDeutsch,Muttersprache\n",
    },
    "Spanish": {
        "Perfil.csv": "Nombre,Apellidos,Dirección,Titular,Extracto,Ubicación geográfica\n"
        "Jörg,Wiebe,Geheimweg 3,Müller,,Kiel\n",
        "Puestos.csv": "Nombre de la empresa,Cargo,Ubicación,Fecha de inicio,Fecha de finalización\n"
        "Nordmühle,Müller,Kiel,marzo 2018,\nHafen,Koch,,oct. 2014,2018\n",
        "Idiomas.csv": "Nombre,Nivel\nDeutsch,Muttersprache\n",
    },
}


@pytest.mark.parametrize("language", ELSEWHERE)
def test_an_export_in_another_language_is_read_by_its_columns(language: str) -> None:
    tables = ELSEWHERE[language]
    unnamed = {f"{name}.csv": text for name, text in zip("abc", tables.values(), strict=True)}
    for reading in (read_person("e.zip", export_zip(tables)), read_person("e.zip", export_zip(unnamed))):
        jobs = reading.person.of_kind("employer")
        assert (reading.person.name, reading.person.headline) == ("Jörg Wiebe", "Müller")
        assert [(job.label, job.detail, job.start, job.end, job.current) for job in jobs] == [
            ("Nordmühle", "Müller", "2018-03", None, True),
            ("Hafen", "Koch", "2014-10", "2018", False),
        ]
        assert labels(reading, "place")[0] == "Kiel"
        assert not [secret for secret in ("Geheimweg", "1970") if secret in reading.model_dump_json()]
    assert labels(read_person("e.zip", export_zip(tables)), "language") == ["Deutsch"]


def test_tables_that_nobody_knows_are_named_with_what_they_begin_with() -> None:
    sentence = refusal(export_zip({"Профиль.csv": "Имя,Фамилия\nИван,Петров\n", "b.csv": "Taso;Kieli\n1;2\n"}))

    assert "'Профиль.csv' (first column 'Имя'), 'b.csv' (first column 'Taso')" in sentence
    assert "Петров" not in sentence


def test_a_creative_project_without_an_end_is_going_on() -> None:
    rows = "Salt,A novel about salt.,,Jan 2020,\nTin,A novel set in Hull.,,Jan 2018,Mar 2019\n"
    works = read(Projects=f"Title,Description,Url,Started On,Finished On\n{rows}").person.of_kind("creative")

    assert [(work.start, work.end, work.current) for work in works if work.label != "Salt Roads"] == [
        ("2020-01", None, True),
        ("2018-01", "2019-03", False),
    ]
