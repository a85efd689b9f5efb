"""The coach's marking: an answer beside its rubric and its model, figures and Enter, then the next."""

from __future__ import annotations

from rapportkit.coaching.desk import folder_named
from rapportkit.coaching.pile import Pile
from rapportkit.views._page import View, press, row, tick
from rapportkit.views.desk_calls import TO_JUDGE
from rapportkit.views.desk_folder import desk_folder
from rapportkit.views.go_through import GoThrough
from rapportkit.views.lesson import Lesson


def mark_answers(lesson: Lesson, folder: str = "") -> MarkAnswers:
    """The panel in which a coach marks what only a person can judge, in the assignment of this folder."""
    return MarkAnswers(lesson, folder)


class MarkAnswers(View):
    """Which answers are wanted, and these one at a time; the same answer of several learners comes once."""

    def __init__(self, lesson: Lesson, folder: str) -> None:
        self.lesson = lesson
        self.folder = desk_folder(lesson, folder)
        self.blind = tick("Blind: do not show whose answer it is", value=True)
        self.only_open = tick("Only what waits for you (untick to see what rules alone have marked, too)", value=True)
        self.open_button = press("Open", primary=True)
        self.through = GoThrough(self, lesson)
        super().__init__(
            "Mark what only you can judge", self.folder, self.blind, self.only_open, row(self.open_button),
            *self.through.laid_out, below=(self.through.overrule,),
        )  # fmt: skip
        self.when_clicked(self.open_button, self.bring_up)
        lesson.when_kept(self.renew)
        lesson.shared(TO_JUDGE, list).append(lambda: self.safely(self.judge_first, self.open_button))

    def renew(self) -> None:
        """Bring up what the rules have left, unless the coach is in the middle of something."""
        if not self.through.has_answers:
            self.safely(self.bring_up)

    def bring_up(self) -> None:
        """Bring up what is to be marked in the folder."""
        pile = Pile(folder_named(self.folder.value), blind=self.blind.value, only_open=self.only_open.value)
        self.through.lay(pile)
        self.tell(f"To look at: {there}." if (there := len(pile.answers)) else "Nothing is left for you to judge.")

    def judge_first(self) -> None:
        """Open the folder anew, what is typed being kept first, and bring up the first answer that waits."""
        if self.through.has_answers:
            self.through.keep()
        self.bring_up()
        if self.through.has_answers:
            self.through.to_first_open()
