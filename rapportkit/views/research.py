"""A dossier for one person: what you saw in your own words, and a file if you have one."""

from __future__ import annotations

from typing import Any

from rapportkit.errors import SeveralPeople
from rapportkit.people.dossier import ME, Dossier, Note
from rapportkit.people.person import Fact, FactKind, Reading
from rapportkit.people.read import read_person
from rapportkit.views._page import View, choice, html, one_line, press, row, show, some_lines, upload, uploaded
from rapportkit.views.dossier_page import dossier_as_html
from rapportkit.views.lesson import Lesson

NEW = "new"
MOST_UPLOADED = 64_000_000

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
        self.bring = upload("Bring a file you saved", ".zip,.pdf,.vcf,.json,.txt,.md")
        self.which = choice("Who in this file", [("choose ...", "")])
        self.company = one_line("The company")
        self.role = one_line("The role")
        self.key = ME if me else str(self.who.value)
        self.name = one_line("Your name" if me else "Their name")
        self.headline = one_line("What you do, in a line" if me else "Their headline")
        self.fields = {kind: some_lines(_for(label, me), hint=hint, rows=2) for kind, label, hint in FIELDS}
        self.save_button = press("Save and show what I have", primary=True)
        self.out = choice("Something to take out again", [("nothing", "")])
        self.out_button = press("Take it out")
        self.dossier = html("")
        self._filling = False
        self._offered: tuple[str, bytes] | None = None
        super().__init__(
            "You" if me else "The person you will meet",
            *([] if me else [row(self.company, self.role), self.who]),
            html(_WHAT_A_FILE_HOLDS),
            row(self.bring),
            self.which,
            row(self.name, self.headline),
            *self.fields.values(),
            row(self.save_button),
            self.dossier,
            row(self.out, self.out_button),
        )
        self._wire()
        self._fill()
        self._fill_interview()

    def _wire(self) -> None:
        self.when_clicked(self.save_button, self.save)
        self.when_clicked(self.out_button, self.take_out)
        self.when_changed(self.bring, self.read_file)
        self.when_changed(self.which, self.read_chosen)
        self.when_changed(self.who, self.turn_to)
        self.when_typing_pauses(self.keep, self.name, self.headline, *self.fields.values())
        self.when_typing_pauses(self.keep_interview, self.company, self.role)

    def save(self) -> None:
        """Keep what is typed, and show the whole dossier."""
        self.keep(typing=False)
        self._show()
        self.tell("Saved. Five facts are plenty." if not self.me else "Saved.")

    def keep(self, typing: bool = True) -> None:
        """Keep what is typed; an untouched form leaves no trace."""
        if self._filling:
            return
        dossier = self._typed()
        if dossier == Dossier() and self.key == NEW:
            return
        self._save(dossier, typing)

    def keep_interview(self) -> None:
        """Keep for which job the interview is."""
        interview = self.lesson.interview
        if interview and not self._filling:
            named = interview.with_(company=self.company.value, role=self.role.value)
            self.lesson.workbook.save(interview.id, named, typing=True)

    def turn_to(self) -> None:
        """Open another person's dossier; what was typed into this one is kept first."""
        if self._filling:
            return
        wanted = str(self.who.value)
        self.keep()
        self._select(wanted)
        self._fill()

    def read_file(self) -> None:
        """Read the file that was brought; where it holds several people, ask which."""
        file = uploaded(self.bring)
        if file is None:
            return
        if len(file[1]) > MOST_UPLOADED:
            self.tell(f"'{file[0]}' is larger than {MOST_UPLOADED // 1_000_000} MB. Is it the file you meant?")
            return
        self._offered = file
        try:
            self._add(file[0], read_person(*file))
        except SeveralPeople as several:
            self.which.options = [("choose ...", ""), *((name, name) for name in several.names)]
            self.which.layout.display = ""
            self.tell(str(several))

    def read_chosen(self) -> None:
        """Read the person chosen in a file of several."""
        if self._offered and self.which.value:
            self._add(self._offered[0], read_person(*self._offered, person=self.which.value))

    def take_out(self) -> None:
        """Leave a fact, or a whole file, out of the dossier."""
        chosen = self.out.value
        if not chosen:
            self.tell("Choose what to take out first.")
            return
        dossier = self._typed()
        if isinstance(chosen, Fact):
            dossier = dossier.with_(left_out=(*dossier.left_out, chosen))
        else:
            dossier = dossier.without_file(chosen)
        self._save(dossier)
        self._show()
        self.tell("Taken out.")

    def _add(self, name: str, reading: Reading) -> None:
        self.which.layout.display = "none"
        self._save(self._typed().with_file(name, reading))
        if not self.name.value.strip():
            self.name.value = reading.person.name
        self._show()
        count = len(reading.person.facts)
        self.tell(f"Read '{name}': {count} fact{'s' if count != 1 else ''} on {reading.person.name}. Check them below.")

    def _typed(self) -> Dossier:
        known = self._known()
        notes = tuple(Note(kind=kind, text=field.value) for kind, field in self.fields.items() if field.value)
        return known.with_(name=self.name.value, headline=self.headline.value, notes=notes)

    def _known(self) -> Dossier:
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

    def _select(self, key: str) -> None:
        self._filling = True  # no turning of pages while the list changes
        self.who.options = self._people()
        self.who.value = self.key = key
        self._filling = False

    def _people(self) -> list[tuple[str, str]]:
        people = [(dossier.called("a person without a name"), key) for key, dossier in self.lesson.interviewers.items()]
        return [*people, ("somebody new", NEW)]

    def _fill_interview(self) -> None:
        interview = self.lesson.interview
        self._filling = True
        self.company.value, self.role.value = (interview.company, interview.role) if interview else ("", "")
        self._filling = False
        for field in (self.company, self.role):
            field.layout.display = "" if interview else "none"

    def _fill(self) -> None:
        self._filling = True
        dossier = self._known()
        self.name.value, self.headline.value = dossier.name, dossier.headline
        for kind, field in self.fields.items():
            field.value = dossier.typed(kind)
        self.which.layout.display = "none"
        self._filling = False
        self._show()

    def _show(self) -> None:
        dossier = self._known()
        reading = dossier.reading("You" if self.me else "Your interviewer")
        show(self.dossier, dossier_as_html(reading) if dossier != Dossier() else "")
        parts: list[tuple[str, Any]] = [(f"{fact.label} ({fact.kind})"[:90], fact) for fact in reading.person.facts]
        parts += [(f"all that came from {file.name}", file.name) for file in dossier.files]
        self.out.options = [("nothing", ""), *parts]
        for control in (self.out, self.out_button):
            control.layout.display = "" if parts else "none"


_WHAT_A_FILE_HOLDS = (
    "<p>Your own words are the main way, and the better practice. A file may help.</p><details><summary>Which files?"
    "</summary><ul><li><strong>About you:</strong> the export of your data that LinkedIn sends you as a ZIP (it has "
    "volunteering, causes and interests), or a JSON Resume.</li><li><strong>About them:</strong> a profile that you "
    "saved as PDF by hand, a contact card (.vcf), or what you copied from their page into a text file.</li></ul>"
    "<p>A profile saved as PDF holds jobs, schools and places, and hardly ever hobbies, groups or volunteering: add "
    "those yourself. Addresses, birthdays, phone numbers, mail addresses, messages and what others wrote are left "
    "behind. Nothing is fetched, and nothing leaves this machine.</p></details>"
)


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
