"""The coach's desk: collect, grade and report, as at the command line."""

from __future__ import annotations

from html import escape

from rapportkit.coaching.by_hand import hand_marks, marks_for_person
from rapportkit.coaching.desk import folder_if_named, folder_named, full_path, open_desk
from rapportkit.coaching.grade import grade, marks
from rapportkit.coaching.last_class import remember
from rapportkit.coaching.report import COHORT_PAGE, report
from rapportkit.views._page import View, html, one_line, press, row, show, tick
from rapportkit.views.class_page import cohort_as_html
from rapportkit.views.desk_calls import WRITE_BACK
from rapportkit.views.desk_folder import desk_folder
from rapportkit.views.fill_sheet import FillSheet
from rapportkit.views.lesson import Lesson
from rapportkit.views.progress_bar import progress_in
from rapportkit.views.what_came import WhatCame

NOTHING_WAITS = "Nothing is left for you to judge."
LMS = (
    "Export the sheet of grades from your LMS (Moodle: Download grading worksheet; Canvas: Gradebook, Export) and "
    "bring it here when you have marked. A copy is filled, mark and comment only, and you import that."
)


def run_desk(lesson: Lesson, folder: str = "") -> RunDesk:
    """The panel that takes in what came back, has the rules mark it, and writes what goes back."""
    return RunDesk(lesson, folder)


class RunDesk(View):
    """A folder, what came back, three buttons in their order, and the sheet of an LMS."""

    def __init__(self, lesson: Lesson, folder: str) -> None:
        self.lesson = lesson
        self.folder = desk_folder(lesson, folder)
        self.came = WhatCame(lesson, folder)
        self.collect_button = press("1 Collect")
        self.grade_button = press("2 Have the rules mark")
        self.report_button = press("3 Write what goes back")
        self.nbgrader = one_line("Your nbgrader course, if you use it", hint="its feedback folders are filled too")
        self.as_zip = tick("What goes back as a ZIP for each, to attach to a mail")
        self.sheet = FillSheet(lesson, folder)
        self.bar, self.told = html(""), html("")
        super().__init__(
            "Your desk", self.folder, self.came, row(self.collect_button, self.grade_button, self.report_button),
            self.as_zip, self.bar,
            html(f"<details><summary>Moodle, Canvas, nbgrader</summary><p>{escape(LMS)}</p></details>"),
            self.nbgrader, self.sheet, below=(self.told,),
        )  # fmt: skip
        self.when_clicked(self.collect_button, self.collect)
        self.when_clicked(self.grade_button, self.grade)
        self.when_clicked(self.report_button, self.report)
        lesson.shared(WRITE_BACK, list).append(lambda: self.safely(self.report, self.report_button))

    def collect(self) -> None:
        """Take in what lies at the path that was typed; nothing in it is run."""
        self.came.take_named()

    def grade(self) -> None:
        """Mark by the rules; what is left is for the panel below."""
        folder = folder_named(self.folder.value)
        desk = open_desk(folder)
        remember(folder)
        with progress_in(self.bar, "Parts marked") as told:
            done = grade(folder, desk, tick=told)
        left = sum(bool(one.open) for one in marks_for_person(desk, marks(folder), hand_marks(folder)))
        self.lesson.renew_panels()
        waiting = self.sheet.say_what_waits()
        same = f" The same answer comes once, so that is {left} to look at." if waiting.lines else ""
        after = "Next: judge them below." if waiting.lines else "Next: 3 Write what goes back."
        self.tell(f"Marked by the rules: {done.hand_ins}. {waiting.told or NOTHING_WAITS}{same} {after}")

    def report(self) -> None:
        """Write everybody's page and feedback file, and the class."""
        folder = folder_named(self.folder.value)
        with progress_in(self.bar, "Pages written") as told:
            desk, course = open_desk(folder), folder_if_named(self.nbgrader.value)
            remember(folder)
            done = report(folder, desk, self.lesson.now(), course, zips=self.as_zip.value, tick=told)
        page, waiting = full_path(folder / COHORT_PAGE), self.sheet.say_what_waits()
        written = f"To give back: {done.given_back}, in '{full_path(done.back)}'. The class: '{page}'."
        self.tell(f"{waiting.told} {written}".strip(), careful=bool(waiting.lines))
        show(self.told, cohort_as_html(done.cohort))
