"""A file that the learner saved: whose it is, and what was read in it, right below the button that brought it."""

from __future__ import annotations

from collections.abc import Callable

from rapportkit.errors import SeveralPeople
from rapportkit.people.person import Reading
from rapportkit.people.read import read_person
from rapportkit.views._page import View, choice, html, press, row, show_only_if, upload, uploaded
from rapportkit.views.lesson import Lesson
from rapportkit.views.which_files import which_files
from rapportkit.views.whose_file import doubt_about

MOST_UPLOADED = 64_000_000

TOO_LARGE = (
    "Is it the file you meant? Of a ZIP from LinkedIn, unpack it and bring Profile.csv, Positions.csv and "
    "Education.csv, one by one: they are small."
)

NOT_ALL = " Not everything was understood: what is listed there and matters to you, type into the fields below."


class BringFile(View):
    """
    The part of a dossier that takes a file.

    *whose* tells the name in the dossier; *keep* is given the file's name and what was read in it, and gives back the
    page that shows it. A file about somebody else is not kept before the learner has said so.
    """

    def __init__(self, lesson: Lesson, me: bool, whose: Callable[[], str], keep: Callable[[str, Reading], str]) -> None:
        self.lesson = lesson
        self.me = me
        self._whose, self._keep = whose, keep
        self.button = upload("Bring a file you saved", ".zip,.pdf,.vcf,.json,.txt,.md,.csv,.tsv")
        self.which = choice("Who in this file", [("choose ...", "")])
        self.leave_button = press("Leave it out", primary=True)
        self.bring_button = press("Bring it all the same")
        self.asking = row(self.leave_button, self.bring_button)
        self.facts = html("")
        self._offered: tuple[str, bytes] | None = None
        self._read: Reading | None = None
        super().__init__("", html(which_files(me)), row(self.button), self.which, below=(self.asking, self.facts))
        self.when_changed(self.button, self.read)
        self.when_changed(self.which, self.read_chosen)
        self.when_clicked(self.leave_button, self.leave)
        self.when_clicked(self.bring_button, self.bring)
        self.clear()

    def clear(self) -> None:
        """Forget the file that was looked at last; what was kept of it is kept."""
        self._offered = self._read = None
        self.tell("")
        self.facts.value = ""
        show_only_if(False, self.which, self.asking)

    def read(self) -> None:
        """Read the file that was brought; where it holds several people, ask which."""
        file = uploaded(self.button)
        if file is None:
            return
        self.clear()
        if len(file[1]) > MOST_UPLOADED:
            self.tell(f"'{file[0]}' is larger than {MOST_UPLOADED // 1_000_000} MB. {TOO_LARGE}")
            return
        self._offered = file
        try:
            self._weigh(read_person(*file))
        except SeveralPeople as several:
            self.which.options = [("choose ...", ""), *((name, name) for name in several.names)]
            show_only_if(True, self.which)
            self.tell(str(several))

    def read_chosen(self) -> None:
        """Read the person chosen in a file of several."""
        if self._offered and self.which.value:
            self._weigh(read_person(*self._offered, person=self.which.value))

    def leave(self) -> None:
        """Leave out the file that was asked about."""
        self.clear()
        self.tell("Left out. Nothing of it was kept.")

    def bring(self) -> None:
        """Keep the file that was asked about, and show what was read in it."""
        file, reading = self._offered, self._read
        if file is None or reading is None:
            return
        self.clear()
        self.facts.value = self._keep(file[0], reading)
        count = len(reading.person.facts)
        self.tell(
            f"Read '{file[0]}': {count} fact{'s' if count != 1 else ''} on {reading.person.name}. Check them here."
            f"{NOT_ALL if reading.not_understood else ''}"
        )

    def _weigh(self, reading: Reading) -> None:
        self._read = reading
        doubt = doubt_about(
            reading.person.name, self._offered[1] if self._offered else b"",
            whose=self._whose(), own=self.lesson.me.called(""), me=self.me,
        )  # fmt: skip
        if not doubt:
            self.bring()
            return
        show_only_if(False, self.which)
        show_only_if(True, self.asking)
        self.tell(f"{doubt} Nothing of it is kept yet.")
