from __future__ import annotations

import pytest

from rapportkit.coaching.roster import MOST_REMARKS, Roster, read_roster
from rapportkit.errors import UnreadableFile

MOODLE = "First name,Last name,Email address,ID number\nAna,Ruiz,ana@x.org,u1\nÉmile,Øst,emile@x.org,u2\n"
MOODLE_SHEET = (
    "Identifier,Full name,ID number,Email address,Status,Grade,Maximum Grade\n"
    "Participant 11,Ana Ruiz,,ana@x.org,,-,10\nParticipant 12,Bo Lee,,bo@x.org,,-,10\n"
)
CANVAS = (
    "Student,ID,SIS User ID,SIS Login ID,Section,Week 1 (77)\n"
    "    Points Possible,,,,,10\n"
    '"Ruiz, Ana",101,u1,ana,A,\n"Lee, Bo",102,u2,bo,A,\n"Student, Test",109,,x9,A,\n'
)


def people(roster: Roster) -> list[tuple[str, str, str]]:
    return [(one.id, one.name, one.email) for one in roster.learners]


def read(text: str) -> Roster:
    return read_roster("class.csv", text.encode())


def test_moodles_list_of_participants_is_read() -> None:
    assert people(read(MOODLE)) == [("u1", "Ana Ruiz", "ana@x.org"), ("u2", "Émile Øst", "emile@x.org")]
    assert read(MOODLE).remarks == ()


def test_an_empty_column_of_ids_gives_way_to_one_that_is_filled() -> None:
    assert [one.id for one in read(MOODLE_SHEET).learners] == ["Participant 11", "Participant 12"]


def test_canvas_gradebook_is_read_without_its_test_student_and_its_points() -> None:
    assert people(read(CANVAS)) == [("u1", "Ana Ruiz", ""), ("u2", "Bo Lee", "")]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
@pytest.mark.parametrize("first", ["", "sep={}\r\n"])
def test_what_excel_writes_is_read(encoding: str, delimiter: str, first: str) -> None:
    text = first.format(delimiter) + MOODLE.replace(",", delimiter).replace("\n", "\r\n")

    assert people(read_roster("class.csv", text.encode(encoding)))[1] == ("u2", "Émile Øst", "emile@x.org")


def test_a_list_of_names_alone_will_do() -> None:
    assert people(read("Name\nAna Ruiz\n\nBo Lee\n")) == [("Ana Ruiz", "Ana Ruiz", ""), ("Bo Lee", "Bo Lee", "")]


def test_doubles_and_gaps_are_named_with_their_rows() -> None:
    roster = read(
        "ID,Name,Email\n1,Ana Ruiz,a@x\n1,Ana Ruiz,a@x\n1,Bo Lee,b@x\n,Cy Dee,c@x\n5,,\n,,\n6,Ana Ruiz,\n , ,\u00a0\n"
    )

    assert [one.id for one in roster.learners] == ["1", "c@x", "5", "6"]
    assert roster.remarks == (
        "Row 5 (Cy Dee) has no id; the address is used.",
        "Row 6 (5) has no name.",
        "Row 8 (Ana Ruiz) has no e-mail address.",
        "Rows 2 and 3 are both Ana Ruiz (1); the first was taken.",
        (
            "Rows 2 (Ana Ruiz) and 4 (Bo Lee) have the same id 1; the first was taken. "
            "Give the other an id of their own, and add them."
        ),
        "2 learners are called Ana Ruiz (1, 6): told apart by id.",
    )


def test_a_list_full_of_doubles_does_not_fill_the_screen() -> None:
    remarks = read("Name\n" + "Ana\n" * 1_000).remarks
    assert len(remarks) == MOST_REMARKS + 1
    assert remarks[-1] == "and 799 more of such."


@pytest.mark.parametrize(
    ("data", "sentence"),
    [
        (b"PK\x03\x04rest", "Excel workbook"),
        (b"", "no column for names"),
        (b"fish,chips\n1,2\n", "begins with: fish, chips"),
        (b"Name\n", "names nobody"),
        (b"Name\n\x00\x00\n", "not a text file"),
        (b"Name\n" + b"x" * 200_000, "a cell too long"),
        (b"Name\n" + b"x\n" * 60_000, "more than 50000 rows"),
    ],
)
def test_what_is_no_list_is_refused_in_a_sentence(data: bytes, sentence: str) -> None:
    with pytest.raises(UnreadableFile, match=sentence):
        read_roster("class.csv", data)
