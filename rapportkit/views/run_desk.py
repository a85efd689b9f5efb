"""The coach's desk: collect, grade and report, as at the command line."""

from __future__ import annotations

from html import escape

from rapportkit.coaching.by_hand import hand_marks, marks_for_person
from rapportkit.coaching.desk import folder_if_named, folder_named, full_path, open_desk
from rapportkit.coaching.grade import grade, marks
from rapportkit.coaching.last_class import remember
from rapportkit.coaching.report import COHORT_PAGE, LEFT_OUT, fill, report
from rapportkit.coaching.to_judge import ToJudge, to_judge
from rapportkit.errors import InvalidValue
from rapportkit.views._page import View, html, one_line, press, row, show, show_only_if, tick, upload, uploaded
from rapportkit.views.class_page import cohort_as_html
from rapportkit.views.desk_folder import desk_folder
from rapportkit.views.few import few_as_html
from rapportkit.views.lesson import Lesson
from rapportkit.views.mark_answers import JUDGED, TO_JUDGE, WRITE_BACK
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
        self.waiting = html("")
        self.first_button = press("Judge the first of them")
        self.sheet = upload("Fill your LMS's sheet", ".csv")
        self.fill_button = press("Fill it all the same")
        self.bar, self.told = html(""), html("")
        super().__init__(
            "Your desk", self.folder, self.came, row(self.collect_button, self.grade_button, self.report_button),
            self.as_zip, self.bar,
            html(f"<details><summary>Moodle, Canvas, nbgrader</summary><p>{escape(LMS)}</p></details>"),
            self.nbgrader, row(self.sheet, self.fill_button), self.waiting, row(self.first_button), below=(self.told,),
        )  # fmt: skip
        self.when_clicked(self.collect_button, self.collect)
        self.when_clicked(self.grade_button, self.grade)
        self.when_clicked(self.report_button, self.report)
        self.when_clicked(self.first_button, self.judge_first)
        self.when_changed(self.sheet, self.offer_sheet)
        self.when_clicked(self.fill_button, self.fill)
        show_only_if(False, self.first_button, self.fill_button)
        lesson.shared(WRITE_BACK, list).append(lambda: self.safely(self.report, self.report_button))
        lesson.shared(JUDGED, list).append(self._say_what_waits)

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
        waiting = self._say_what_waits()
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
        page, waiting = full_path(folder / COHORT_PAGE), self._say_what_waits()
        written = f"To give back: {done.given_back}, in '{full_path(done.back)}'. The class: '{page}'."
        self.tell(f"{waiting.told} {written}".strip(), careful=bool(waiting.lines))
        show(self.told, cohort_as_html(done.cohort))

    def judge_first(self) -> None:
        """Bring up the first answer that waits for the coach, in the panel for marking."""
        there = self.lesson.shared(TO_JUDGE, list)
        for bring_up in there:
            bring_up()
        self.tell(f"{'It is' if there else 'They are marked'} in the panel Mark what only you can judge.")

    def offer_sheet(self) -> None:
        """Fill the sheet that was brought; where lines are still to be judged, say so and ask first."""
        if not self.sheet.value:
            return
        waiting = self._say_what_waits()
        show_only_if(waiting.lines, self.fill_button)
        if waiting.lines:
            self.tell(f"{waiting.told} Their marks would be left out. Nothing was filled yet.", careful=True)
            return
        self.fill()

    def fill(self) -> None:
        """Fill a copy of the sheet that an LMS exported: mark and comment, and nothing else."""
        file = uploaded(self.sheet)
        if file is None:
            raise InvalidValue("Bring the sheet first that your LMS exported.")
        show_only_if(False, self.fill_button)
        folder = folder_named(self.folder.value)
        path, done = fill(folder, open_desk(folder), *file)
        self.tell(f"Filled: {done.filled}, in '{full_path(path)}'. Import that; your own sheet is as it was.")
        all_of_them = f"<p>All of them: <code>{escape(full_path(folder / LEFT_OUT))}</code></p>" if done.remarks else ""
        show(self.told, f"<h4>Left out, and why</h4>{few_as_html(done.remarks)}{all_of_them}" if done.remarks else "")

    def _say_what_waits(self) -> ToJudge:
        """Show how many lines nobody has judged, with the button that goes to the first."""
        folder = folder_named(self.folder.value)
        waiting = to_judge(open_desk(folder), marks(folder), hand_marks(folder))
        self.waiting.value = f"<p>{waiting.told}</p>" if waiting.lines else ""  # the message is what is heard
        show_only_if(waiting.lines, self.first_button)
        return waiting
