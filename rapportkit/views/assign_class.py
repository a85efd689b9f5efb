"""Giving out: a list of learners and some exercises become a file, a letter and a page for each."""

from __future__ import annotations

from datetime import datetime, time
from functools import partial
from html import escape

import ipywidgets as widgets

from rapportkit.coaching.assign import Wanted, assign, desk_in, put_assignment, put_zip
from rapportkit.coaching.desk import Desk, folder_named
from rapportkit.coaching.own import exercise_choices, find_exercises, find_scenes, look_through, scene_choices
from rapportkit.coaching.roster import Roster, read_roster
from rapportkit.errors import InvalidValue
from rapportkit.guidance import Guidance
from rapportkit.handin import day_and_hour
from rapportkit.interviews import zone_called
from rapportkit.views._page import (
    View,
    column,
    day,
    html,
    one_line,
    press,
    row,
    show,
    some_lines,
    tick,
    upload,
    uploaded,
)  # fmt: skip
from rapportkit.views.desk_folder import desk_folder
from rapportkit.views.lesson import Lesson
from rapportkit.views.progress_bar import progress_in
from rapportkit.views.set_guidance import SetGuidance

MOST_SHOWN = 20
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
        known = desk_in(folder_named(self.folder.value)) if self.folder.value else None
        self.bring = upload("Bring your list", ".csv,.tsv,.txt")
        self.roster_told = html("")
        self.own = one_line("A folder with exercises and scenes of your own, if you have one", hint="such as my-own")
        self.own_button = press("Look through it")
        self.exercises, self.scenes, self.own_told = column(), column(), html("")
        self.due = day("The last day, which counts whole", known.due.date() if known else None)
        self.title = one_line("What your learners see as its name", known.title if known else "", "such as Week 1")
        self.says = some_lines("Words of yours, for the letter", known.coach_says if known else "")
        self.settings = SetGuidance(known.guidance if known else Guidance())
        self.as_zip = tick("One ZIP folder in place of a folder for each")
        self.notebooks = tick("Add the lesson itself, which finds the file beside it")
        self.make_button = press("Make the files", primary=True)
        self.bar, self.made = html(""), html("")
        self._roster: Roster | None = None
        self._exercises: dict[str, widgets.Checkbox] = {}
        self._scenes: dict[str, widgets.Checkbox] = {}
        super().__init__(
            "Give out exercises",
            html(f"<p>{escape(ABOUT)}</p>"),
            row(self.bring), self.roster_told, html("<h4>Exercises</h4>"), self.exercises, self.scenes,
            self.due, self.folder,
            html("<h4>If you like</h4>"), self.title, self.says, self.own, row(self.own_button), self.own_told,
            self.as_zip, self.notebooks, self.settings,
            row(self.make_button), self.bar, below=(self.made,),
        )  # fmt: skip
        self.when_changed(self.bring, self.read_list)
        self.when_clicked(self.own_button, self.look_through)
        self.when_clicked(self.make_button, self.make)
        self._offer(known)

    def box(self, name: str) -> widgets.Checkbox:
        """The tick of the exercise or scene of this id."""
        return {**self._exercises, **self._scenes}[name]

    def read_list(self) -> None:
        """Read the list that was brought, and say whom it names and what looks odd in it."""
        file = uploaded(self.bring)
        if file is None:
            return
        self._roster = read_roster(*file)
        self.tell(f"{len(self._roster.learners)} learners are on your list.")
        show(self.roster_told, _listed(self._roster.remarks))

    def look_through(self) -> None:
        """Offer what the coach wrote, and say what should be mended in it."""
        found = look_through(folder_named(self.own.value))
        self._offer(None)
        faults = [f"{one.path.name}: {fault}" for one in found for fault in one.faults]
        show(self.own_told, _listed(faults))
        self.tell(f"{len(found)} of your own are there. To mend: {len(faults)}.")

    def make(self) -> None:
        """Make everybody's files, or add those who are new."""
        folder = folder_named(self.folder.value)
        if self._roster is None:
            raise InvalidValue("Bring your list first: a CSV file with the names of your learners.")
        roster, wanted = self._roster, self._wanted()
        with progress_in(self.bar, "Files made") as told:
            put = partial(put_zip if self.as_zip.value else put_assignment, notebooks=self.notebooks.value, tick=told)
            done = assign(folder, roster, wanted, self.lesson.now(), put)
        self.tell(f"{done.desk.title}, due {day_and_hour(done.desk.due)}: {done.added} new, in '{done.send}'.")
        again = "<p>The settings are new, so everybody's file is: send all of them again.</p>" if done.renewed else ""
        show(self.made, f"{again}{NEXT.format(send=escape(str(done.send)), folder=escape(str(folder)))}")

    def _wanted(self) -> Wanted:
        own = folder_named(self.own.value) if self.own.value.strip() else None
        ids = [name for name, box in self._exercises.items() if box.value]
        scenes = [name for name, box in self._scenes.items() if box.value]
        if not ids:
            raise InvalidValue("Tick an exercise first. Two or three are plenty for a week.")
        if self.due.value is None:
            raise InvalidValue("The last day is missing. Choose the day on which it is due.")
        due = datetime.combine(self.due.value, time(23, 59, 59), zone_called(self.lesson.zone))
        return Wanted(find_exercises(ids, own), due, self.title.value.strip(), self.says.value,
                      find_scenes(scenes, own), self.settings.guidance)  # fmt: skip

    def _offer(self, known: Desk | None) -> None:
        """Offer all exercises and scenes; those that are ticked, or were given out already, stay so."""
        own = folder_named(self.own.value) if self.own.value.strip() else None
        given = {one.id for one in known.exercises} | {one.id for one in known.scenes} if known else self._ticked()
        self._exercises = {name: tick(title, value=name in given) for name, title in exercise_choices(own).items()}
        self._scenes = {name: tick(title, value=name in given) for name, title in scene_choices(own).items()}
        self.exercises.children = list(self._exercises.values())
        above = [html("<h4>Practice partners that you wrote</h4>")] if self._scenes else []
        self.scenes.children = [*above, *self._scenes.values()]

    def _ticked(self) -> set[str]:
        return {name for name, box in {**self._exercises, **self._scenes}.items() if box.value}


NEXT = (
    "<h4>What now?</h4><ol><li>Send each learner the folder with their name, from <code>{send}</code>: by mail, or "
    "through your LMS.</li><li>Keep the rest of <code>{folder}</code> to yourself: it holds everybody's secret "
    "figures.</li><li>When files come back, go on with <em>Your desk</em>, below.</li></ol>"
)


def _listed(remarks: tuple[str, ...] | list[str]) -> str:
    more = [f"and {len(remarks) - MOST_SHOWN} more"] if len(remarks) > MOST_SHOWN else []
    items = "".join(f"<li>{escape(one)}</li>" for one in (*remarks[:MOST_SHOWN], *more))
    return f"<ul>{items}</ul>" if items else ""
