"""The coach's marking: an answer beside its rubric and its model, figures and Enter, then the next."""

from __future__ import annotations

from rapportkit.coaching.desk import folder_named
from rapportkit.coaching.pile import Pile
from rapportkit.errors import InvalidValue
from rapportkit.views._page import View, press, row, show_only_if, tick
from rapportkit.views.desk_folder import desk_folder
from rapportkit.views.lesson import Lesson
from rapportkit.views.marking_sheet import MarkingSheet
from rapportkit.views.on_enter import OnEnter
from rapportkit.views.overrule import Overrule

TO_JUDGE = "to judge"
"""Under which a lesson shares what brings up the first answer that waits."""

WRITE_BACK, JUDGED = "write back", "judged"
"""Under which it shares what writes what goes back, and what wants to know that nothing waits any more."""

ALL_MARKED = "All of these are marked. Next: 3 Write what goes back, in Your desk."
AGAIN = "Write what goes back once more if you have done so already."


def mark_answers(lesson: Lesson, folder: str = "") -> MarkAnswers:
    """The panel in which a coach marks what only a person can judge, in the assignment of this folder."""
    return MarkAnswers(lesson, folder)


class MarkAnswers(View):
    """One answer at a time; the same answer of several learners comes once."""

    def __init__(self, lesson: Lesson, folder: str) -> None:
        self.lesson = lesson
        self.folder = desk_folder(lesson, folder)
        self.blind = tick("Blind: do not show whose answer it is", value=True)
        self.only_open = tick("Only what waits for you (untick to see what rules alone have marked, too)", value=True)
        self.open_button = press("Open", primary=True)
        self.sheet = MarkingSheet()
        self.keep_button, self.undo_button = press("Keep and next", primary=True), press("Take back")
        self.next_button, self.back_button = press("Next"), press("Before")
        self.first_button = press("To the first that waits")
        self.write_button = press("3 Write what goes back", primary=True)
        self._steps = row(
            self.keep_button, self.back_button, self.next_button, self.undo_button, self.first_button, self.write_button
        )
        self.overrule = Overrule(self.overrule_line)
        self._opened: Pile | None = None
        super().__init__(
            "Mark what only you can judge", self.folder, self.blind, self.only_open, row(self.open_button),
            self.sheet, self._steps, below=(self.overrule,),
        )  # fmt: skip
        self.when_clicked(self.open_button, self.bring_up)
        self.when_clicked(self.keep_button, self.mark)
        self.when_clicked(self.next_button, self.next)
        self.when_clicked(self.back_button, self.back)
        self.when_clicked(self.undo_button, self.take_back)
        self.when_clicked(self.first_button, self.to_first_open)
        self.when_clicked(self.write_button, self.write_back)
        OnEnter(self, self.sheet.points, self.enter)
        lesson.when_kept(self.renew)
        lesson.shared(TO_JUDGE, list).append(lambda: self.safely(self.judge_first, self.open_button))
        self._show()

    @property
    def pile(self) -> Pile:
        """The answers that were opened; where none were, it is asked for."""
        if self._opened is None:
            raise InvalidValue("Open the folder of an assignment first, or grade it if nothing is there.")
        return self._opened

    def renew(self) -> None:
        """Bring up what the rules have left, unless the coach is in the middle of something."""
        if self._opened is None or not self._opened.answers:
            self.safely(self.bring_up)

    def bring_up(self) -> None:
        """Bring up what is to be marked in the folder."""
        self._opened = Pile(folder_named(self.folder.value), blind=self.blind.value, only_open=self.only_open.value)
        self._show()
        self.tell(f"To look at: {there}." if (there := len(self.pile.answers)) else "Nothing is left for you to judge.")

    def enter(self) -> None:
        """Do what was typed into the field for points: mark and go on, or a letter."""
        typed = self.sheet.points.value.strip().casefold()
        letters = {"n": self.next, "b": self.back, "u": self.take_back}
        if typed in letters:
            self.sheet.points.value = ""
        letters.get(typed, self.mark)()

    def mark(self) -> None:
        """Keep the points that were typed, and the comment, and go on to the next answer."""
        kept = self._keep()
        if not kept:
            raise InvalidValue("Type points or a comment first. To go on without: Next.")
        self.pile.step(1)
        self._show()
        self.tell(f"{kept} {f'{self.pile.left} to go.' if self.pile.left else ALL_MARKED}")

    def next(self) -> None:
        """Go on to the next answer, or to the end. What is typed is kept first."""
        self._leave(1)

    def to_first_open(self) -> None:
        """Bring up the first answer that waits for the coach; what is typed is kept first."""
        kept = self._keep()
        there = self.pile.to_first_open()
        self._show()
        self.tell(f"{kept} {f'Here is number {self.pile.where}.' if there else ALL_MARKED}".strip())

    def write_back(self) -> None:
        """Have the desk write what goes back, as its own button does."""
        for write in self.lesson.shared(WRITE_BACK, list):
            write()

    def judge_first(self) -> None:
        """Open the folder anew, what is typed being kept first, and bring up the first answer that waits."""
        if self._opened is not None and self._opened.answers:
            self._keep()
        self.bring_up()
        if self.pile.answers:
            self.to_first_open()

    def back(self) -> None:
        """Go back to the answer before; what is typed is kept first."""
        self._leave(-1)

    def take_back(self) -> None:
        """Take the last mark back, and go to its answer."""
        said = self.pile.take_back()
        self._show()
        self.tell(said)

    def overrule_line(self, line: int, points: int | None, why: str) -> None:
        """Put the coach's points in the place of a rule's, or let it stand again; what is typed is kept first."""
        self._keep()
        self.pile.overrule(line, points, why, self.lesson.now())
        self._show()
        what = "the rule stands again" if points is None else f"{points} by hand, in place of the rule's"
        self.tell(f"Line {line + 1}: {what}. {AGAIN}")

    def _leave(self, by: int) -> None:
        kept = self._keep()
        self.pile.step(by)
        self._show()
        self.tell(kept)

    def _keep(self) -> str:
        return self.pile.keep(self.sheet.points.value, self.sheet.comment.value, self.lesson.now())

    def _show(self) -> None:
        pile = self._opened if self._opened and self._opened.answers else None
        top = pile.top if pile and not pile.ended else None
        show_only_if(pile, self._steps)
        show_only_if(top, self.keep_button, self.next_button)
        show_only_if(pile and pile.left and (pile.ended or pile.left < len(pile.answers)), self.first_button)
        show_only_if(pile and pile.ended and not pile.left and self.lesson.shared(WRITE_BACK, list), self.write_button)
        for hear in self.lesson.shared(JUDGED, list) if pile and pile.ended and not pile.left else ():
            hear()
        self.sheet.lay(pile)
        self.overrule.show_for(top, pile.points if pile and top else {})
