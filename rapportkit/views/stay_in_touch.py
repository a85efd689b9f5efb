"""Everybody met so far: a table to sort, filter and take away, and the next step for one person at a time."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

from rapportkit.relationships import Relationship, in_order, progress_as_svg, progress_in_words
from rapportkit.views._page import View, choice, download_link, html, press, row, show, show_only_if
from rapportkit.views.lesson import Lesson
from rapportkit.views.next_step import StepEditor
from rapportkit.views.people_table import COLUMNS, IN_WORDS, rows_of, table_as_html
from rapportkit.views.spreadsheet import as_csv, sorted_and_filtered
from rapportkit.workbook.gather import counts_at, relationships_of

A_MONTH = timedelta(days=30)
MONTHS = 4
"""So many are in the picture, this one too."""

EVER = datetime.max.replace(tzinfo=UTC)
"""What is there now, also where it was saved while the clock was ahead."""

ABOUT = (
    "One row for each person in your workbook. Two notes without an answer: leave them be. Notes are kept for a year "
    "after the interview, or until the day you choose; then the table says so, and 'Keep your work' can forget them."
)


def stay_in_touch(lesson: Lesson) -> StayInTouch:
    """The panel with everybody met, and the next step for each."""
    return StayInTouch(lesson)


class StayInTouch(View):
    """Progress in words, the table with its order and filter, the fields for one person, and a file to take away."""

    def __init__(self, lesson: Lesson) -> None:
        self.lesson = lesson
        self.progress = html("")
        self.by = choice("Order by", [("what wants looking at", ""), *((name, name) for name in COLUMNS)])
        self.only = choice("Show", [("everybody", ""), *((f"only: {words}", words) for words in IN_WORDS.values())])
        self.table = html("")
        self.editor = StepEditor(self, lesson)
        self.file_button = press("Make a file for a spreadsheet")
        self.file = html("")
        super().__init__(
            "Everybody you have met",
            html(f"<p>{ABOUT}</p>"),
            self.progress,
            row(self.by, self.only),
            self.table,
            row(self.file_button),
            self.file,
            *self.editor.laid_out,
        )
        self.when_clicked(self.file_button, self.make_file)
        self.when_changed(self.by, self.show_table)
        self.when_changed(self.only, self.show_table)
        self.editor.wire()
        self.safely(self.renew)

    @property
    def today(self) -> date:
        """The day on which the lesson is open."""
        return self.lesson.now().date()

    def people(self) -> list[Relationship]:
        """Everybody as the workbook has them now, first those who want looking at."""
        return in_order(relationships_of(self.lesson.workbook), self.today)

    def renew(self) -> None:
        """Read everybody from the workbook again, and show them."""
        people = self.people()
        show_only_if(people, self.by, self.only, self.file_button)
        self.editor.offer(people)
        self.show_table()

    def show_table(self) -> None:
        """Show the table in the order and with the people that were asked for, and progress above it."""
        people = self.people()
        self.progress.value = self._progress()
        rows = rows_of(people, self.today)
        if self.by.value or self.only.value:
            rows = sorted_and_filtered(rows, self.by.value, "State", self.only.value)
        show(self.table, table_as_html(rows) if people else "", role="group")

    def _progress(self) -> str:
        """Progress in words and, once a note was sent, in a picture."""
        now = self.lesson.now()
        moments = [now - A_MONTH * back for back in reversed(range(MONTHS))]
        counts = counts_at(self.lesson.workbook, [*moments[:-1], EVER])
        words = f"<p>{progress_in_words(counts[-1], counts[-2], moments[-2].date())}</p>"
        if not counts[-1].notes:
            return words
        names = [*(f"{moment.day} {moment:%b}" for moment in moments[:-1]), "today"]
        return f"{words}{progress_as_svg(list(zip(names, counts, strict=True)))}"

    def make_file(self) -> None:
        """Make the table as a file that a spreadsheet opens."""
        self.editor.keep()
        data = as_csv(rows_of(self.people(), self.today))
        link = download_link("Table of everybody", "people.csv", data, "text/csv")
        show(self.file, f"<p>{link} It holds your notes on people, so keep it to yourself.</p>")
