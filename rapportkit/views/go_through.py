"""Going through the answers that a coach marks: figures and Enter, a button or a letter, then the next."""

from __future__ import annotations

import ipywidgets as widgets

from rapportkit.coaching.pile import Pile
from rapportkit.errors import InvalidValue
from rapportkit.views._page import View
from rapportkit.views.desk_calls import JUDGED, WRITE_BACK
from rapportkit.views.lesson import Lesson
from rapportkit.views.marking_sheet import MarkingSheet
from rapportkit.views.marking_steps import MarkingSteps, Ways
from rapportkit.views.overrule import Overrule

ALL_MARKED = "All of these are marked. Next: 3 Write what goes back, in Your desk."
AGAIN = "Write what goes back once more if you have done so already."


class GoThrough:
    """The part of the panel for marking that a pile lies in; what is typed is kept, whichever way an answer is left."""

    def __init__(self, panel: View, lesson: Lesson) -> None:
        self._panel, self._lesson = panel, lesson
        self.sheet = MarkingSheet()
        ways = Ways(self.mark, self.next, self.back, self.take_back, self.to_first_open, self.write_back)
        self.steps = MarkingSteps(panel, self.sheet.points, ways)
        self.overrule = Overrule(self.overrule_line)
        self._laid: Pile | None = None
        self._show()

    @property
    def laid_out(self) -> tuple[widgets.Widget, ...]:
        """The answer with its fields, and the buttons; overruling comes below them."""
        return (self.sheet, self.steps.row)

    @property
    def pile(self) -> Pile:
        """The answers that were opened; where none were, it is asked for."""
        if self._laid is None:
            raise InvalidValue("Open the folder of an assignment first, or grade it if nothing is there.")
        return self._laid

    @property
    def has_answers(self) -> bool:
        """Whether a pile is there, and any answer in it."""
        return self._laid is not None and bool(self._laid.answers)

    def lay(self, pile: Pile) -> None:
        """Begin with the answers of *pile*."""
        self._laid = pile
        self._show()

    def mark(self) -> None:
        """Keep the points that were typed, and the comment, and go on to the next answer."""
        kept = self.keep()
        if not kept:
            raise InvalidValue("Type points or a comment first. To go on without: Next.")
        self.pile.step(1)
        self._show()
        self._panel.tell(f"{kept} {f'{self.pile.left} to go.' if self.pile.left else ALL_MARKED}")

    def next(self) -> None:
        """Go on to the next answer, or to the end. What is typed is kept first."""
        self._leave(1)

    def back(self) -> None:
        """Go back to the answer before; what is typed is kept first."""
        self._leave(-1)

    def to_first_open(self) -> None:
        """Bring up the first answer that waits for the coach; what is typed is kept first."""
        kept = self.keep()
        there = self.pile.to_first_open()
        self._show()
        self._panel.tell(f"{kept} {f'Here is number {self.pile.where}.' if there else ALL_MARKED}".strip())

    def take_back(self) -> None:
        """Take the last mark back, and go to its answer."""
        said = self.pile.take_back()
        self._show()
        self._panel.tell(said)

    def overrule_line(self, line: int, points: int | None, why: str) -> None:
        """Put the coach's points in the place of a rule's, or let it stand again; what is typed is kept first."""
        self.keep()
        self.pile.overrule(line, points, why, self._lesson.now())
        self._show()
        what = "the rule stands again" if points is None else f"{points} by hand, in place of the rule's"
        self._panel.tell(f"Line {line + 1}: {what}. {AGAIN}")

    def write_back(self) -> None:
        """Have the desk write what goes back, as its own button does."""
        for write in self._lesson.shared(WRITE_BACK, list):
            write()

    def keep(self) -> str:
        """Keep what is typed for the answer on top; what was kept, as a sentence, or nothing."""
        return self.pile.keep(self.sheet.points.value, self.sheet.comment.value, self._lesson.now())

    def _leave(self, by: int) -> None:
        kept = self.keep()
        self.pile.step(by)
        self._show()
        self._panel.tell(kept)

    def _show(self) -> None:
        pile = self._laid if self.has_answers else None
        top = pile.top if pile and not pile.ended else None
        self.steps.lay(pile, can_write=bool(self._lesson.shared(WRITE_BACK, list)))
        for hear in self._lesson.shared(JUDGED, list) if pile and pile.is_done else ():
            hear()
        self.sheet.lay(pile)
        self.overrule.show_for(top, pile.points if pile and top else {})
