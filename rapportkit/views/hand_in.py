"""Hand in: an assignment from your coach, the same panels to do it in, and what goes out, seen before it does."""

from __future__ import annotations

from html import escape

from rapportkit.assignment import Assignment
from rapportkit.coaching.handout import assignment_here
from rapportkit.guidance import GUIDANCE
from rapportkit.handin import day_and_hour, read_assignment
from rapportkit.views._page import View, column, html, paragraphs, row, show_only_if, upload, uploaded
from rapportkit.views.came_back import CameBack
from rapportkit.views.do_exercise import DoExercise
from rapportkit.views.goes_out import GoesOut
from rapportkit.views.lesson import Lesson

IN_HAND = "in-hand"
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
        self.bring = upload("Bring your assignment", ".json")
        self.task = html("")
        self.exercises = column()
        self.goes_out = GoesOut(lesson)
        self.came_back = CameBack(lesson)
        self._work = column(self.task, self.exercises, self.goes_out)
        super().__init__(
            "Your assignment", html(f"<p>{ABOUT}</p>"), row(self.bring), self._work, below=(self.came_back,)
        )
        self.when_changed(self.bring, self.take)
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
            self.keep(read_assignment(*file))

    def take_what_is_here(self) -> None:
        """Keep the assignment that lies beside this lesson, unless it is in hand already."""
        there = assignment_here()
        brought = read_assignment(*there) if there else None
        if brought is not None and brought != self.assignment:
            self.keep(brought)

    def keep(self, brought: Assignment) -> None:
        """Keep an assignment, and all that the coach has set with it; lay out its exercises."""
        self.lesson.workbook.save(IN_HAND, brought)
        self.lesson.workbook.save(GUIDANCE, brought.guidance)
        for scene in brought.scenes:
            self.lesson.workbook.save(scene.id, scene)
        self._lay_out()
        self.lesson.renew_panels()
        self.tell(f"Here it is, {brought.learner.name}. It is due on {day_and_hour(brought.due)}.")

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


def assignment_as_html(assignment: Assignment) -> str:
    """What stands above the exercises: the day, the coach's words, and what they have set."""
    said = paragraphs(assignment.coach_says) if assignment.coach_says.strip() else ""
    given = [f"In lesson 6, to practise with: {scene.title}." for scene in assignment.scenes]
    items = "".join(f"<li>{escape(one)}</li>" for one in (*assignment.guidance.sentences(), *given))
    due = escape(day_and_hour(assignment.due))
    return f"<h4>{escape(assignment.title)}</h4><p>Due on {due}.</p>{said}{f'<ul>{items}</ul>' if items else ''}"
