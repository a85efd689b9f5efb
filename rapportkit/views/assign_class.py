"""Giving out: a list of learners and some exercises become a file, a letter and a page for each."""

from __future__ import annotations

from datetime import datetime, time
from functools import partial
from html import escape

from rapportkit.coaching.assign import Assigned, Wanted, assign, desk_in, put_assignment
from rapportkit.coaching.desk import Desk, folder_named, full_path
from rapportkit.coaching.last_class import remember
from rapportkit.coaching.roster import Roster, read_roster
from rapportkit.errors import InvalidValue, RapportError
from rapportkit.guidance import Guidance
from rapportkit.handin import day_and_hour
from rapportkit.interviews import zone_called
from rapportkit.views._page import (
    View,
    day,
    html,
    one_line,
    press,
    row,
    show,
    show_only_if,
    some_lines,
    tick,
    upload,
    uploaded,
)
from rapportkit.views.choose_exercises import ChooseExercises
from rapportkit.views.desk_folder import desk_folder
from rapportkit.views.few import few_as_html
from rapportkit.views.lesson import Lesson
from rapportkit.views.progress_bar import progress_in
from rapportkit.views.set_guidance import SetGuidance

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
        self.choice = ChooseExercises(known)
        self.due = day("The last day, which counts whole", known.due.date() if known else None)
        self.title = one_line("What your learners see as its name", known.title if known else "", "such as Week 1")
        self.says = some_lines("Words of yours, for the letter", known.coach_says if known else "")
        self.settings = SetGuidance(known.guidance if known else Guidance())
        self.as_zip = tick("A ZIP for each, to attach to a mail, in place of a folder for each")
        self.notebooks = tick("Add the lesson itself, which finds the file beside it")
        self.make_button = press("Make the files", primary=True)
        self.bar, self.made = html(""), html("")
        self._roster: Roster | None = None
        super().__init__(
            "Give out exercises",
            html(f"<p>{escape(ABOUT)}</p>"), self.open_told, row(self.anew_button),
            row(self.bring), self.roster_told, self.choice,
            html("<h4>The day, and where the files go</h4>"), self.due, self.folder,
            html("<h4>If you like</h4>"), self.title, self.says, self.as_zip, self.notebooks, self.settings,
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
        self.folder.value = self.title.value = self.says.value = ""
        self.due.value, self._roster = None, None
        self.choice.clear()
        show(self.roster_told, "")
        show(self.made, "")
        show_only_if(False, self.anew_button, self.open_told)
        self.tell("Bring a list, tick exercises, choose a day and another folder. The last class stays as it is.")

    def make(self) -> None:
        """Make everybody's files, or add those who are new."""
        folder = folder_named(self.folder.value)
        if self._roster is None:
            raise InvalidValue("Bring your list first: a CSV file with the names of your learners.")
        roster, wanted = self._roster, self._wanted()
        with progress_in(self.bar, "Files made") as told:
            put = partial(put_assignment, zips=self.as_zip.value, notebooks=self.notebooks.value, tick=told)
            done = assign(folder, roster, wanted, self.lesson.now(), put)
        remember(folder)
        send = full_path(done.send)
        self.tell(f"{done.desk.title}, due {day_and_hour(done.desk.due)}: {done.added} new, in '{send}'.")
        show(self.made, next_as_html(done, full_path(folder)))

    def _wanted(self) -> Wanted:
        exercises, scenes = self.choice.wanted()
        if self.due.value is None:
            raise InvalidValue("The last day is missing. Choose the day on which it is due.")
        due = datetime.combine(self.due.value, time(23, 59, 59), zone_called(self.lesson.zone))
        return Wanted(exercises, due, self.title.value.strip(), self.says.value, scenes, self.settings.guidance)


def _lies_in(folder: str) -> tuple[Desk | None, str]:
    """The assignment in *folder*, and what is wrong with it, so that the panel is there all the same."""
    try:
        return (desk_in(folder_named(folder)) if folder else None), ""
    except RapportError as error:
        return None, str(error)


def last_as_html(known: Desk, folder: str) -> str:
    """Which class is open, until when it is due, and where it lies."""
    told = f"{known.title}, due {day_and_hour(known.due)}, {len(known.learners)} learners"
    where = f"<code>{escape(full_path(folder_named(folder)))}</code>"
    return f"<p>Your last class is open: <strong>{escape(told)}</strong>, in {where}.</p>"


def _things(number: int) -> str:
    return "one thing" if number == 1 else f"{number} things"


def next_as_html(done: Assigned, folder: str) -> str:
    """What a coach does with the files that were made."""
    again = "<p>The settings are new, so everybody's file is: send all of them again.</p>" if done.renewed else ""
    return again + NEXT.format(send=escape(full_path(done.send)), folder=escape(folder))


NEXT = (
    "<h4>What now?</h4><ol><li>Send each learner the folder or the ZIP with their name, from <code>{send}</code>: by "
    "mail, or through your LMS.</li><li>Keep the rest of <code>{folder}</code> to yourself: it holds everybody's "
    "secret figures, and <code>to-mark-with.html</code>, for you to print: the tasks, the rubrics, good answers.</li>"
    "<li>When files come back, go on with <em>Your desk</em>, below.</li></ol>"
)
