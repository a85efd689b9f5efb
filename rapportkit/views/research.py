"""A dossier for one person: what you saw in your own words, and a file if you have one."""

from __future__ import annotations

from rapportkit.people.dossier import ME, Dossier, Note
from rapportkit.people.gathering import NO_NAME
from rapportkit.people.person import FactKind, Reading
from rapportkit.views._page import View, choice, one_line, press, row, some_lines
from rapportkit.views.bring_file import BringFile
from rapportkit.views.job import JobApplied
from rapportkit.views.known import Known
from rapportkit.views.lesson import Lesson

NEW = "new"

FIELDS: tuple[tuple[FactKind, str, str], ...] = (
    ("interest", "Own time: hobbies, music, sport, what they read", "Bouldering on Tuesdays\nOld maps"),
    ("creative", "Things they make: a novel, a band, bread, a garden", "Writing a crime novel"),
    ("place", "Places they lived in, studied or worked in", "Leeds 2012-2016"),
    ("group", "Groups, clubs, volunteering, causes", "Parkrun volunteer"),
    ("school", "Schools and courses", "University of Leeds 2012-2015"),
    ("employer", "Where they worked (this counts last)", "Northern Bakery, 2016-2020"),
    ("language", "Languages", "Polish"),
)


def research(lesson: Lesson, me: bool = False) -> Research:
    """The panel for an interviewer's dossier; with *me* true, for the learner's own."""
    return Research(lesson, me)


class Research(View):
    """Name, headline, one field for each kind of fact, and files. Saved when you pause."""

    def __init__(self, lesson: Lesson, me: bool) -> None:
        self.lesson = lesson
        self.me = me
        self.who = choice("Whose dossier", self._people())
        self.file = BringFile(lesson, me, self._whose, self._keep_file)
        self.job = JobApplied(self, lesson)
        self.key = ME if me else str(self.who.value)
        self.name = one_line("Your name" if me else "Their name")
        self.headline = one_line("What you do, in a line" if me else "Their headline")
        self.fields = {kind: some_lines(_for(label, me), hint=hint, rows=2) for kind, label, hint in FIELDS}
        self.save_button = press("Save and show what I have", primary=True)
        self.held = Known(self, lesson)
        self._filling = False
        super().__init__(
            "You" if me else "The person you will meet",
            *([] if me else [row(*self.job.controls), self.who]),
            self.file,
            row(self.name, self.headline),
            *self.fields.values(),
            row(self.save_button),
            *self.held.laid_out,
        )
        self._wire()
        self._fill()

    def _wire(self) -> None:
        self.when_clicked(self.save_button, self.save)
        self.when_clicked(self.held.out_button, self.take_out)
        self.when_changed(self.who, self.turn_to)
        self.when_typing_pauses(self.keep, self.name, self.headline, *self.fields.values())
        self.lesson.when_kept(self.renew)

    def renew(self) -> None:
        """Show the dossier anew if a phrase in it may have been taught or set aside."""
        if self.held.taught != self.lesson.taught:
            self.file.facts.value = ""
            self._show()

    def save(self) -> None:
        """Keep what is typed, and show the whole dossier."""
        self.keep(typing=False)
        self.file.clear()
        self._show()
        self.tell(f"Saved.{self.held.how_many()}")

    def keep(self, typing: bool = True) -> None:
        """Keep what is typed; an untouched form leaves no trace."""
        if self._filling:
            return
        dossier = self._typed()
        if dossier == Dossier() and self.key == NEW:
            return
        self._save(dossier, typing)
        self.held.care_for(dossier)

    def turn_to(self) -> None:
        """Open another person's dossier; what was typed into this one is kept first."""
        if self._filling:
            return
        wanted = str(self.who.value)
        self.keep()
        self._select(wanted)
        self._fill()

    def take_out(self) -> None:
        """Leave a fact, or a whole file, out of the dossier."""
        dossier = self.held.without_chosen(self._typed())
        if dossier is None:
            self.tell("Choose what to take out first.")
            return
        self._save(dossier)
        self.file.clear()
        self._show()
        self.tell("Taken out.")

    def _whose(self) -> str:
        return self._typed().called("")

    def _keep_file(self, name: str, reading: Reading) -> str:
        """Keep what was read; the page of it stands at the button, so the whole dossier waits until it is asked for."""
        self._save(self._typed().with_file(name, reading))
        if not self.name.value.strip() and reading.person.name != NO_NAME:
            self.name.value = reading.person.name
        self.held.show(self.known(), whole=False)
        return self.held.page_of(reading, unread=True)

    def _typed(self) -> Dossier:
        known = self.known()
        notes = tuple(Note(kind=kind, text=field.value) for kind, field in self.fields.items() if field.value)
        return known.with_(name=self.name.value, headline=self.headline.value, notes=notes)

    def known(self) -> Dossier:
        """What is kept of the person who is open."""
        return self.lesson.workbook.latest(Dossier, self.key) or Dossier()

    def _save(self, dossier: Dossier, typing: bool = False) -> None:
        key = self.key
        if key == NEW:
            key = _new_key(self.lesson)
        self.lesson.workbook.save(key, dossier, typing=typing)
        interview = self.lesson.interview
        if interview and key != ME and key not in interview.interviewers:
            met = interview.with_(interviewers=(*interview.interviewers, key))
            self.lesson.workbook.save(interview.id, met)
        if self.key == NEW:
            self._select(key)
        if not typing:
            self.lesson.renew_panels()

    def _select(self, key: str) -> None:
        self._filling = True  # no turning of pages while the list changes
        self.who.options = self._people()
        self.who.value = self.key = key
        self._filling = False

    def _people(self) -> list[tuple[str, str]]:
        people = [(dossier.called("a person without a name"), key) for key, dossier in self.lesson.interviewers.items()]
        return [*people, ("somebody new", NEW)]

    def _fill(self) -> None:
        self._filling = True
        dossier = self.known()
        self.name.value, self.headline.value = dossier.name, dossier.headline
        for kind, field in self.fields.items():
            field.value = dossier.typed(kind)
        self.file.clear()
        self._filling = False
        self._show()

    def _show(self) -> None:
        self.held.show(self.known())


def _for(label: str, me: bool) -> str:
    return (
        label.replace("they make", "you make").replace("they read", "you read").replace("they ", "you ")
        if me
        else label
    )


def _new_key(lesson: Lesson) -> str:
    """A key that no one before has had, so that somebody forgotten is never mixed up with somebody new."""
    stem, number = f"interviewer-{lesson.now():%Y%m%d-%H%M%S}", 1
    while f"{stem}-{number}" in lesson.interviewers:
        number += 1
    return f"{stem}-{number}"
