"""What goes back, and what the coach keeps: pages, feedback files, the class as table and heat map."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import NamedTuple

from rapportkit.coaching.by_hand import hand_marks
from rapportkit.coaching.cohort import Cohort, cohort_of, cohort_page, cohort_rows, points_of
from rapportkit.coaching.desk import Desk, write_streamed, write_whole
from rapportkit.coaching.feedback import BY_HAND, Feedback, LineFeedback, feedback_for, feedback_page, results
from rapportkit.coaching.give_back import files_back
from rapportkit.coaching.grade import marks
from rapportkit.coaching.lateness import excused
from rapportkit.coaching.lms import Earned, Sheet, fill_sheet
from rapportkit.coaching.sheets import csv_lines
from rapportkit.coaching.to_send import put_for
from rapportkit.handin import slug

BACK = "back"
"""The folder in which each learner has one thing by their name, to give back."""

COHORT_PAGE, COHORT_TABLE = "class.html", "class.csv"
LEFT_OUT = "left-out.csv"
"""Who was left out when a sheet was filled, and why."""


class Report(NamedTuple):
    """What was written: for how many, where, and the class."""

    given_back: int
    back: Path
    cohort: Cohort


def report(
    folder: Path,
    desk: Desk,
    now: datetime,
    nbgrader: Path | None = None,
    *,
    zips: bool = False,
    tick: Callable[[int, int], None] = lambda _done, _all: None,
) -> Report:
    """
    Write everybody's page and feedback file, and the class as a page and a table.

    What goes back to a learner is one folder by their name, or with *zips* one ZIP. With *nbgrader*, the pages
    go into its tree too: `feedback/{learner}/{assignment}/{assignment}.html`.

    Raises:
        UnreadableFile: nothing is marked yet.
        RapportError: the folder cannot be written.
    """
    given, late_but = hand_marks(folder), excused(folder)
    by_id = {learner.id: learner for learner in desk.learners}
    count, name = 0, slug(desk.id)
    for count, one in enumerate(marks(folder), start=1):
        learner = by_id[one.learner]
        feedback = feedback_for(desk, learner, one, given, is_excused=(one.learner, one.hand_in) in late_but)
        page = feedback_page(feedback).encode("utf-8")
        put_for(folder / BACK, learner, files_back(desk, learner, feedback, page), now if zips else None)
        if nbgrader is not None:
            write_whole(nbgrader / "feedback" / learner.folder / name / f"{name}.html", page)
        tick(count, len(by_id))
    cohort = cohort_of(desk, marks(folder), given, now, late_but)
    write_whole(folder / COHORT_PAGE, cohort_page(desk, cohort).encode("utf-8"))
    header, *rows = cohort_rows(desk, cohort)
    write_streamed(folder / COHORT_TABLE, csv_lines(header, rows))
    return Report(count, folder / BACK, cohort)


def earned_by(folder: Path, desk: Desk) -> dict[str, Earned]:
    """
    What goes into the sheet of an LMS, by the learner's id; points only where every line is judged.

    Raises:
        UnreadableFile: nothing is marked yet.
    """
    given = hand_marks(folder)
    by_id = {learner.id: learner for learner in desk.learners}
    return {
        one.learner: Earned(
            points_of(results(asked, answer, given) for asked, answer in zip(desk.exercises, one.answers, strict=True)),
            comment_for(feedback_for(desk, by_id[one.learner], one, given)),
        )
        for one in marks(folder)
    }


def fill(folder: Path, desk: Desk, name: str, data: bytes) -> tuple[Path, Sheet]:
    """
    Fill a copy of the sheet that an LMS exported, and put it into the desk's *folder*; where it is, and what was done.

    Raises:
        UnreadableFile: nothing is marked yet, or it is no sheet.
        RapportError: the folder cannot be written.
    """
    most = sum(line.points for one in desk.exercises for line in one.rubric)
    done = fill_sheet(name, data, desk.learners, earned_by(folder, desk), most, desk.title)
    path = folder / f"filled-{name}"
    write_whole(path, done.data)
    write_streamed(folder / LEFT_OUT, csv_lines(["Left out of the sheet, and why"], ([one] for one in done.remarks)))
    return path, done


def comment_for(feedback: Feedback) -> str:
    """
    What is said to a learner as plain text, for the cell of an LMS: what is there, what to work on, the coach's words.
    """
    parts = []
    for answer in feedback.answers:
        there = [_told(line) for line in answer.lines if line.state == "yes"]
        missing = [_told(line) for line in answer.lines if line.state in ("in part", "not yet")]
        said = [f"There: {'; '.join(there)}." if there else "", f"To work on: {'; '.join(missing)}." if missing else ""]
        body = " ".join(filter(None, [answer.comment, *said])) if answer.text.strip() else "Not tried."
        parts.append(f"{answer.title}. {body}")
    return "\n".join(parts)


def _told(line: LineFeedback) -> str:
    by_hand = BY_HAND if line.rule_said else ""
    beside = "; ".join(filter(None, [by_hand, line.remark if line.state != "yes" or by_hand else ""]))
    return f"{line.says}{f' ({beside})' if beside else ''}"
