"""A dossier for one person: what you saw in your own words, and a file if you have one."""

from __future__ import annotations

from rapportkit.people.dossier import Dossier
from rapportkit.people.gathering import NO_NAME
from rapportkit.people.person import Reading
from rapportkit.views._page import View, press, row
from rapportkit.views.bring_file import BringFile
from rapportkit.views.dossier_form import DossierForm
from rapportkit.views.job import JobApplied
from rapportkit.views.known import Known
from rapportkit.views.lesson import Lesson
from rapportkit.views.whose_dossier import NEW, WhoseDossier


def research(lesson: Lesson, me: bool = False) -> Research:
    """The panel for an interviewer's dossier; with *me* true, for the learner's own."""
    return Research(lesson, me)


class Research(View):
    """Name, headline, one field for each kind of fact, and files. Saved when you pause."""

    def __init__(self, lesson: Lesson, me: bool) -> None:
        self.lesson = lesson
        self.me = me
        self.whose = WhoseDossier(lesson, me)
        self.file = BringFile(lesson, me, lambda: self._typed().called(""), self._keep_file)
        self.job = JobApplied(self, lesson)
        self.form = DossierForm(me)
        self.save_button = press("Save and show what I have", primary=True)
        self.held = Known(self, lesson)
        self._filling = False
        super().__init__(
            "You" if me else "The person you will meet",
            *([] if me else [row(*self.job.controls), self.whose.who]),
            self.file,
            *self.form.laid_out,
            row(self.save_button),
            *self.held.laid_out,
        )
        self._wire()
        self._fill()

    def _wire(self) -> None:
        self.when_clicked(self.save_button, self.save)
        self.when_clicked(self.held.out_button, self.take_out)
        self.when_changed(self.whose.who, self.turn_to)
        self.when_typing_pauses(self.keep, *self.form.controls)
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
        if self._filling or self.whose.turning:
            return
        dossier = self._typed()
        if dossier == Dossier() and self.whose.key == NEW:
            return
        self.whose.keep(dossier, typing)
        self.held.care_for(dossier)

    def turn_to(self) -> None:
        """Open another person's dossier; what was typed into this one is kept first."""
        if self._filling or self.whose.turning:
            return
        wanted = str(self.whose.who.value)
        self.keep()
        self.whose.select(wanted)
        self._fill()

    def take_out(self) -> None:
        """Leave a fact, or a whole file, out of the dossier."""
        dossier = self.held.without_chosen(self._typed())
        if dossier is None:
            self.tell("Choose what to take out first.")
            return
        self.whose.keep(dossier)
        self._fill()
        self.tell("Taken out.")

    def _keep_file(self, name: str, reading: Reading) -> str:
        """Keep what was read; the page of it stands at the button, so the whole dossier waits until it is asked for."""
        self.whose.keep(self._typed().with_file(name, reading))
        if not self.form.name.value.strip() and reading.person.name != NO_NAME:
            self.form.name.value = reading.person.name
        self.held.show(self.known(), whole=False)
        return self.held.page_of(reading, unread=True)

    def _typed(self) -> Dossier:
        return self.form.typed(self.known())

    def known(self) -> Dossier:
        """What is kept of the person who is open."""
        return self.whose.known()

    def _fill(self) -> None:
        self._filling = True
        self.form.fill(self.known())
        self.file.clear()
        self._filling = False
        self._show()

    def _show(self) -> None:
        self.held.show(self.known())
