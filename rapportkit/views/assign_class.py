"""Giving out: a list of learners and some exercises become a file, a letter and a page for each."""

from __future__ import annotations

from functools import partial
from html import escape

from rapportkit.coaching.assign import assign, desk_in, put_assignment
from rapportkit.coaching.desk import Desk, folder_named, full_path
from rapportkit.coaching.last_class import remember
from rapportkit.coaching.roster import Roster, read_roster
from rapportkit.errors import InvalidValue, RapportError
from rapportkit.handin import day_and_hour
from rapportkit.views._page import View, html, press, row, show, show_only_if, upload, uploaded
from rapportkit.views.assign_form import AssignForm
from rapportkit.views.assigned_page import last_as_html, next_as_html
from rapportkit.views.desk_folder import desk_folder
from rapportkit.views.few import few_as_html
from rapportkit.views.lesson import Lesson
from rapportkit.views.progress_bar import progress_in

ABOUT = (
    "A list of your learners (a CSV from Excel, Moodle or Canvas), some exercises, a last day. Out comes a folder with "
    "a file, a letter and a page to print for each. Bring a longer list later, and only those who are new are added."
)


def assign_class(lesson: Lesson, folder: str = "") -> AssignClass:
    """The panel in which a coach gives out exercises; in the folder of an assignment, who is new is added to it."""
    return AssignClass(lesson, folder)


class AssignClass(View):
    """The list, the exercises, the day, what is set for these people, and the folder to make."""

    def __init__(self, lesson: Lesson, folder: str) -> None:
        self.lesson = lesson
        self.folder = desk_folder(lesson, folder)
        known, trouble = _lies_in(self.folder.value)
        self.open_told = html(last_as_html(known, self.folder.value) if known else "")
        self.anew_button = press("Begin a new class")
        self.bring = upload("Bring your list", ".csv,.tsv,.txt")
        self.roster_told = html("")
        self.form = AssignForm(known, self.folder)
        self.make_button = press("Make the files", primary=True)
        self.bar, self.made = html(""), html("")
        self._roster: Roster | None = None
        super().__init__(
            "Give out exercises",
            html(f"<p>{escape(ABOUT)}</p>"), self.open_told, row(self.anew_button),
            row(self.bring), self.roster_told, *self.form.laid_out,
            row(self.make_button), self.bar, below=(self.made,),
        )  # fmt: skip
        self.tell(trouble)
        show_only_if(known, self.anew_button)
        self.when_clicked(self.anew_button, self.begin_anew)
        self.when_changed(self.bring, self.read_list)
        self.when_clicked(self.make_button, self.make)

    def read_list(self) -> None:
        """Read the list that was brought, and say whom it names and what looks odd in it."""
        file = uploaded(self.bring)
        if file is None:
            return
        self._roster = read_roster(*file)
        odd = self._roster.remarks
        look = f" Have a look at {_things(len(odd))} in it, below, before you make the files." if odd else ""
        self.tell(f"{len(self._roster.learners)} learners are on your list.{look}", careful=bool(odd))
        show(self.roster_told, f"<h4>In your list</h4>{few_as_html(odd)}" if odd else "")

    def begin_anew(self) -> None:
        """Clear what the last class has left in the fields; nothing of that class changes."""
        self.form.clear()
        self._roster = None
        show(self.roster_told, "")
        show(self.made, "")
        show_only_if(False, self.anew_button, self.open_told)
        self.tell("Bring a list, tick exercises, choose a day and another folder. The last class stays as it is.")

    def make(self) -> None:
        """Make everybody's files, or add those who are new."""
        folder = folder_named(self.folder.value)
        if self._roster is None:
            raise InvalidValue("Bring your list first: a CSV file with the names of your learners.")
        roster, wanted = self._roster, self.form.wanted(self.lesson.zone)
        with progress_in(self.bar, "Files made") as told:
            put = partial(put_assignment, zips=self.form.as_zip.value, notebooks=self.form.notebooks.value, tick=told)
            done = assign(folder, roster, wanted, self.lesson.now(), put)
        remember(folder)
        send = full_path(done.send)
        self.tell(f"{done.desk.title}, due {day_and_hour(done.desk.due)}: {done.added} new, in '{send}'.")
        show(self.made, next_as_html(done, full_path(folder)))


def _lies_in(folder: str) -> tuple[Desk | None, str]:
    """The assignment in *folder*, and what is wrong with it, so that the panel is there all the same."""
    try:
        return (desk_in(folder_named(folder)) if folder else None), ""
    except RapportError as error:
        return None, str(error)


def _things(number: int) -> str:
    return "one thing" if number == 1 else f"{number} things"
