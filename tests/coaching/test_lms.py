"""A sheet of Moodle or Canvas: mark and comment are filled in, and nothing else changes by a letter."""

from __future__ import annotations

import csv
import io

import pytest

from rapportkit.coaching.desk import Enrolled
from rapportkit.coaching.lms import Earned, Sheet, fill_sheet
from rapportkit.errors import InvalidValue

MOODLE = (
    '﻿Identifier,"Full name","ID number","Email address",Status,Grade,"Maximum Grade","Grade can be changed",'
    '"Last modified (grade)","Feedback comments"\r\n'
    'Participant 11,"Ana ""Nana"" Ruiz",u1,ana@x.org,"Submitted for grading - ",,10.00,Yes,-,\r\n'
    'Participant 12,Bo Lee,,BO@x.org,"No submission - ",4.00,10.00,Yes,"Monday, 1 March",old\r\n'
    "Participant 13,=cmd(),u9,x@x.org,,,10.00,Yes,-,\r\n"
)
CANVAS = (
    "Student,ID,SIS User ID,SIS Login ID,Section,Week 1 (77),Week 2 (78)\n"
    "    Points Possible,,,,,12,5\n"
    '"Ruiz, Ana",101,u1,ana,A,,\n'
    '"Lee, Bo",102,,bo,A,,3\n'
)
TOKEN = "0" * 32
CLASS = (
    Enrolled(id="u1", name="Ana Ruiz", token=TOKEN, folder="a"),
    Enrolled(id="u2", name="Bo Lee", email="bo@x.org", token=TOKEN, folder="b"),
    Enrolled(id="u3", name="Cy Dee", token=TOKEN, folder="c"),
)
EARNED = {"u1": Earned(4, '=HYPERLINK("x")\nGood, Ana'), "u2": Earned(6, "Näher dran")}


def fill(text: str, earned: dict[str, Earned] = EARNED, encoding: str = "utf-8") -> Sheet:
    return fill_sheet("sheet.csv", text.encode(encoding), CLASS, earned, most=6, title="Week 1")


def cells(data: bytes) -> list[list[str]]:
    return list(csv.reader(io.StringIO(data.decode("utf-8-sig"), newline="")))


def test_moodles_sheet_is_filled_in_its_own_maximum_and_nothing_else_changes() -> None:
    done = fill(MOODLE)

    before, after = cells(MOODLE.encode()), cells(done.data)
    assert done.filled == 2
    assert [row[5] for row in after[1:]] == ["6.67", "10", ""]
    assert [row[9] for row in after[1:]] == ['\'=HYPERLINK("x")\nGood, Ana', "Näher dran", ""]
    for old, new in zip(before, after, strict=True):
        assert [*old[:5], *old[6:9]] == [*new[:5], *new[6:9]]
    assert done.data.startswith("﻿".encode())
    assert done.data.decode().splitlines()[-1] == MOODLE.splitlines()[-1]
    assert b'"Ana ""Nana"" Ruiz",u1' in done.data


def test_canvas_gradebook_is_filled_in_the_column_of_that_title() -> None:
    assert fill(CANVAS).data.decode() == CANVAS.replace("ana,A,,", "ana,A,8,").replace("bo,A,,3", "bo,A,12,3")


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
@pytest.mark.parametrize("delimiter", [",", ";", "\t", "|"])
def test_a_sheet_in_which_nothing_is_to_be_filled_comes_back_byte_for_byte(encoding: str, delimiter: str) -> None:
    text = 'Name,Grade,Comment\r\n"Ana, R",1,"a\r\nb"\nBjörn, 2 ,"x""y"z\r,,\r\n\r\n"open'.replace(",", delimiter)
    data = text.encode(encoding)

    assert fill_sheet("sheet.csv", data, CLASS, {}, 6, "Week 1").data == data


def test_an_open_line_leaves_the_mark_alone_and_says_so() -> None:
    done = fill("Name,Grade,Comment\nAna Ruiz,7,\n", {"u1": Earned(None, "Soon.")})

    assert done.data == b'Name,Grade,Comment\nAna Ruiz,7,"Soon."\n'
    assert done.remarks == ("Ana Ruiz has lines that nobody has judged, so the mark was left.",)


def test_who_is_not_in_the_sheet_or_twice_is_named() -> None:
    done = fill("Name,Grade\nAna Ruiz,\nana ruiz,\n")

    assert done.remarks == ("u1 stands in several rows; each was filled.", "Bo Lee is not in 'sheet.csv'.")


def test_two_learners_of_one_name_are_not_mixed_up() -> None:
    twins = (CLASS[0], CLASS[1].with_(name="Ana Ruiz"))

    done = fill_sheet("sheet.csv", b"Name,Grade\nAna Ruiz,\n", twins, EARNED, 6, "Week 1")

    assert done.filled == 0
    assert "Several learners are called Ana Ruiz" in done.remarks[0]


def test_a_sheet_without_a_column_for_marks_is_refused() -> None:
    with pytest.raises(InvalidValue, match="no column for marks that we know"):
        fill("Name,Fish\nAna Ruiz,\n")


def test_a_million_quotes_take_no_time() -> None:
    fill("Name,Grade\n" + '"' * 1_000_001)
    fill("Name,Grade\n" + '"a' * 500_000)


def test_who_was_left_out_is_named_with_the_reason() -> None:
    text = "Name,Grade\n    Points Possible,\nAna Ruiz,\nBo Lee,\nStranger,\n,\n"

    assert fill(text, {"u1": Earned(None, "")}).remarks == (
        "Row 5 (Stranger) is nobody on your list, or nobody for certain.",
        "Ana Ruiz has lines that nobody has judged, so the mark was left.",
        "Bo Lee has handed in nothing that is marked, so the row was left.",
    )
