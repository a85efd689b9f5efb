"""Hand in: an assignment from your coach, the same panels to do it in, and what goes out, seen before it does."""

from __future__ import annotations

from rapportkit.assignment import ASSIGNMENT_FORMAT, IN_HAND, Assignment
from rapportkit.coaching.handout import assignment_here
from rapportkit.coaching.parcels import unpacked
from rapportkit.errors import InvalidValue
from rapportkit.guidance import GUIDANCE
from rapportkit.handin import day_and_hour, read_assignment
from rapportkit.views._page import View, column, html, press, row, show_only_if, upload, uploaded
from rapportkit.views.assignment_page import assignment_as_html, not_yours_told
from rapportkit.views.came_back import CameBack
from rapportkit.views.do_exercise import DoExercise
from rapportkit.views.goes_out import GoesOut
from rapportkit.views.lesson import Lesson

ABOUT = (
    "Bring the file that your coach sent you. Nothing is sent from here: at the end you get a file, and you send it. "
    "Only your answers to these exercises are in it, and you see them before."
)


def hand_in(lesson: Lesson) -> HandInDesk:
    """The panel that takes an assignment, shows its exercises, and makes the file that goes to the coach."""
    return HandInDesk(lesson)


class HandInDesk(View):
    """An upload, a panel for each exercise, what goes out, and what came back."""

    def __init__(self, lesson: Lesson) -> None:
        self.lesson = lesson
        self.bring = upload("Bring your assignment", ".json,.zip")
        self.task = html("")
        self.exercises = column()
        self.goes_out = GoesOut(lesson)
        self.came_back = CameBack(lesson)
        self._offered: Assignment | None = None
        self.mine_button = press("It is mine: take it all the same")
        self._work = column(self.task, self.exercises, self.goes_out)
        super().__init__(
            "Your assignment",
            html(f"<p>{ABOUT}</p>"),
            row(self.bring, self.mine_button),
            self._work,
            below=(self.came_back,),
        )
        self.when_changed(self.bring, self.take)
        self.when_clicked(self.mine_button, self.take_all_the_same)
        show_only_if(False, self.mine_button)
        self._lay_out()
        self.safely(self.take_what_is_here)
        self.safely(lambda: self.came_back.show_what_came(self.assignment))

    @property
    def assignment(self) -> Assignment | None:
        """The assignment that was brought last."""
        return self.lesson.workbook.latest(Assignment, IN_HAND)

    def take(self) -> None:
        """Keep the assignment that was brought, and lay out its exercises."""
        file = uploaded(self.bring)
        if file is not None:
            self._offer(read_assignment(*unpacked(*file, ASSIGNMENT_FORMAT)))

    def take_all_the_same(self) -> None:
        """Keep the assignment that was brought, though the one before was in another name."""
        if self._offered is None:
            raise InvalidValue("Bring your assignment first: the .json that your coach sent you.")
        self.keep(self._offered)

    def take_what_is_here(self) -> None:
        """Keep the assignment that lies beside this lesson, unless it is in hand already."""
        there = assignment_here()
        brought = read_assignment(*there) if there else None
        if brought is not None and brought != self.assignment:
            self._offer(brought)

    def keep(self, brought: Assignment) -> None:
        """Keep an assignment, and all that the coach has set with it; lay out its exercises."""
        self.lesson.workbook.save(IN_HAND, brought)
        self.lesson.workbook.save(GUIDANCE, brought.guidance)
        for scene in brought.scenes:
            self.lesson.workbook.save(scene.id, scene)
        self._offered = None
        show_only_if(False, self.mine_button)
        self._lay_out()
        self.lesson.renew_panels()
        self.tell(f"Here it is, {brought.learner.name}. It is due on {day_and_hour(brought.due)}.")

    def _offer(self, brought: Assignment) -> None:
        """
        Keep an assignment unless the one before was somebody else's.

        In a borrowed workbook the other's answers would stand in the fields, and go out under this name.
        """
        before = self.assignment
        self._offered = None if before is None or before.is_same_learner_as(brought) else brought
        show_only_if(self._offered, self.mine_button)
        if before is None or self._offered is None:
            self.keep(brought)
            return
        self.tell(not_yours_told(brought, before), careful=True)

    def _lay_out(self) -> None:
        assignment = self.assignment
        show_only_if(assignment, self._work)
        if assignment is None:
            return
        self.task.value = assignment_as_html(assignment)
        panels = [DoExercise(self.lesson, exercise) for exercise in assignment.exercises]
        for panel in panels:
            panel.add_class("rk-drill")
        self.exercises.children = panels
        self.goes_out.lay(assignment)
