"""Whose dossier is open: one of the people in the workbook, or somebody new."""

from __future__ import annotations

from rapportkit.people.dossier import ME, Dossier
from rapportkit.views._page import choice
from rapportkit.views.lesson import Lesson

NEW = "new"


class WhoseDossier:
    """The part of the research panel that knows who is open, and keeps what is known of them."""

    def __init__(self, lesson: Lesson, me: bool) -> None:
        self.lesson = lesson
        self.who = choice("Whose dossier", self._people())
        self.key = ME if me else str(self.who.value)
        self.turning = False

    def known(self) -> Dossier:
        """What is kept of the person who is open."""
        return self.lesson.workbook.latest(Dossier, self.key) or Dossier()

    def keep(self, dossier: Dossier, typing: bool = False) -> None:
        """Keep a dossier; somebody new gets a key, and is among those whom one meets."""
        key = self.key if self.key != NEW else _new_key(self.lesson)
        self.lesson.workbook.save(key, dossier, typing=typing)
        interview = self.lesson.interview
        if interview and key != ME and key not in interview.interviewers:
            met = interview.with_(interviewers=(*interview.interviewers, key))
            self.lesson.workbook.save(interview.id, met)
        if self.key == NEW or (key != ME and self.who.options != tuple(self._people())):
            self.select(key)
        if not typing:
            self.lesson.renew_panels()

    def select(self, key: str) -> None:
        """Open the dossier of this key, among those that there are now."""
        self.turning = True  # no turning of pages while the list changes
        self.who.options = self._people()
        self.who.value = self.key = key
        self.turning = False

    def _people(self) -> list[tuple[str, str]]:
        people = [(dossier.called("a person without a name"), key) for key, dossier in self.lesson.interviewers.items()]
        return [*people, ("somebody new", NEW)]


def _new_key(lesson: Lesson) -> str:
    """A key that no one before has had, so that somebody forgotten is never mixed up with somebody new."""
    stem, number = f"interviewer-{lesson.now():%Y%m%d-%H%M%S}", 1
    while f"{stem}-{number}" in lesson.interviewers:
        number += 1
    return f"{stem}-{number}"
