"""The coach's desk: collect, grade and report, as at the command line."""

from __future__ import annotations

from html import escape
from itertools import count

from rapportkit.coaching.by_hand import hand_marks, marks_for_person
from rapportkit.coaching.cohort import Cohort
from rapportkit.coaching.collect import Collection, collect, listed
from rapportkit.coaching.desk import Desk, folder_named, open_desk
from rapportkit.coaching.grade import grade, marks
from rapportkit.coaching.report import COHORT_PAGE, fill, report
from rapportkit.views._page import View, html, one_line, press, row, show, upload, uploaded
from rapportkit.views.desk_folder import desk_folder
from rapportkit.views.lesson import Lesson
from rapportkit.views.progress_bar import progress_in

MOST_SHOWN = 20
WHAT_CAME = "Say first where the files lie that came back, such as ~/Downloads/submissions.zip."
LMS = (
    "Export the sheet of grades from your LMS (Moodle: Download grading worksheet; Canvas: Gradebook, Export) and "
    "bring it here when you have marked. A copy is filled, mark and comment only, and you import that."
)


def run_desk(lesson: Lesson, folder: str = "") -> RunDesk:
    """The panel that takes in what came back, has the rules mark it, and writes what goes back."""
    return RunDesk(lesson, folder)


class RunDesk(View):
    """A folder, where the hand-ins lie, three buttons in their order, and the sheet of an LMS."""

    def __init__(self, lesson: Lesson, folder: str) -> None:
        self.lesson = lesson
        self.folder = desk_folder(lesson, folder)
        self.source = one_line("What came back: a file, a folder or a ZIP", hint="such as ~/Downloads/submissions.zip")
        self.collect_button = press("1 Collect")
        self.grade_button = press("2 Have the rules mark")
        self.report_button = press("3 Write what goes back")
        self.nbgrader = one_line("Your nbgrader course, if you use it", hint="its feedback folders are filled too")
        self.sheet = upload("Fill your LMS's sheet", ".csv")
        self.bar, self.told = html(""), html("")
        super().__init__(
            "Your desk",
            self.folder,
            self.source,
            row(self.collect_button, self.grade_button, self.report_button),
            self.bar,
            html(f"<details><summary>Moodle, Canvas, nbgrader</summary><p>{escape(LMS)}</p></details>"),
            self.nbgrader,
            row(self.sheet),
            below=(self.told,),
        )
        self.when_clicked(self.collect_button, self.collect)
        self.when_clicked(self.grade_button, self.grade)
        self.when_clicked(self.report_button, self.report)
        self.when_changed(self.sheet, self.fill)

    def collect(self) -> None:
        """Take in what came back; nothing in it is run."""
        folder = folder_named(self.folder.value)
        desk, came, seen = open_desk(folder), folder_named(self.source.value, WHAT_CAME), count(1)
        with progress_in(self.bar, "Files looked at") as told:
            done = collect(folder, desk, [came], self.lesson.now(), lambda: told(next(seen), 0))
        self.tell(
            f"Taken in: {done.taken} new, {done.again} that were there already. Not taken: {len(done.not_taken)}."
        )
        show(self.told, collection_as_html(desk, done))

    def grade(self) -> None:
        """Mark by the rules; what is left is for the panel below."""
        folder = folder_named(self.folder.value)
        desk = open_desk(folder)
        with progress_in(self.bar, "Parts marked") as told:
            done = grade(folder, desk, tick=told)
        left = sum(bool(one.open) for one in marks_for_person(desk, marks(folder), hand_marks(folder)))
        self.lesson.renew_panels()
        self.tell(f"Marked by the rules: {done.hand_ins}. For you to judge: {left}.")

    def report(self) -> None:
        """Write everybody's page and feedback file, and the class."""
        folder = folder_named(self.folder.value)
        course = folder_named(self.nbgrader.value) if self.nbgrader.value.strip() else None
        with progress_in(self.bar, "Pages written") as told:
            done = report(folder, open_desk(folder), course, told)
        self.tell(f"To give back: {done.given_back}, in '{done.back}'. The class: '{folder / COHORT_PAGE}'.")
        show(self.told, cohort_as_html(done.cohort))

    def fill(self) -> None:
        """Fill a copy of the sheet that an LMS exported: mark and comment, and nothing else."""
        file = uploaded(self.sheet)
        if file is None:
            return
        folder = folder_named(self.folder.value)
        path, done = fill(folder, open_desk(folder), *file)
        self.tell(f"Filled: {done.filled}, in '{path}'. Import that into your LMS; your own sheet is as it was.")
        show(self.told, f"<ul>{''.join(f'<li>{escape(one)}</li>' for one in done.remarks[:MOST_SHOWN])}</ul>")


def collection_as_html(desk: Desk, done: Collection) -> str:
    """What a coach should look at after collecting, as a list."""
    names = {learner.id: learner.name for learner in desk.learners}
    parts = [
        *done.remarks[:MOST_SHOWN],
        *(f"{one.where}: {one.reason}" for one in done.not_taken[:MOST_SHOWN]),
        *(
            f"{label}: {listed([names[one] for one in ids])}"
            for label, ids in (("Late", done.late), ("Nothing yet from", done.missing))
            if ids
        ),
    ]
    return f"<ul>{''.join(f'<li>{escape(part)}</li>' for part in parts)}</ul>" if parts else ""


def cohort_as_html(cohort: Cohort) -> str:
    """What to teach next, and who may want a word."""
    lines = (f"<li>{escape(one.says)} <small>({one.word}; lesson {escape(one.lesson)})</small></li>"
             for one in cohort.to_teach)  # fmt: skip
    stuck = [f"{one.learner.name}: {one.stuck}" for one in cohort.standings if one.stuck]
    shown = "".join(f"<li>{escape(one)}</li>" for one in stuck[:MOST_SHOWN])
    more = f"<p>And {len(stuck) - MOST_SHOWN} more, on the page.</p>" if len(stuck) > MOST_SHOWN else ""
    words = f"<h4>Who may want a word</h4><ul>{shown}</ul>{more}" if stuck else ""
    to_teach = f"<ol>{''.join(lines)}</ol>" if cohort.to_teach else "<p>No line is weak that three or more tried.</p>"
    return f"<h4>To teach next</h4>{to_teach}{words}"
