"""Hand in: an assignment from your coach, the same panels to do it in, and what goes out, seen before it does."""

from __future__ import annotations

from html import escape

from rapportkit.assignment import Assignment, Returned
from rapportkit.coaching.feedback import read_feedback
from rapportkit.coaching.handout import assignment_here
from rapportkit.errors import InvalidValue
from rapportkit.guidance import GUIDANCE
from rapportkit.handin import (
    HandIn,
    day_and_hour,
    hand_in_file,
    hand_in_name,
    hand_in_page,
    make_hand_in,
    read_assignment,
)
from rapportkit.interviews import Answer
from rapportkit.views._page import (
    View,
    column,
    download_link,
    html,
    paragraphs,
    press,
    row,
    show,
    show_only_if,
    tick,
    upload,
    uploaded,
)
from rapportkit.views.do_exercise import DoExercise
from rapportkit.views.feedback_page import feedback_as_html
from rapportkit.views.lesson import Lesson

IN_HAND = "in-hand"
MOST_KEPT = 200_000
"""Letters of a feedback that is kept; eight long answers with comments have a tenth of that."""

ABOUT = (
    "Bring the file that your coach sent you. Nothing is sent from here: at the end you get a file, and you send it. "
    "Only your answers to these exercises are in it, and you see them before."
)


def hand_in(lesson: Lesson) -> HandInDesk:
    """The panel that takes an assignment, shows its exercises, and makes the file that goes to the coach."""
    return HandInDesk(lesson)


class HandInDesk(View):
    """An upload, a panel for each exercise, a tick for what may go out, and the two files."""

    def __init__(self, lesson: Lesson) -> None:
        self.lesson = lesson
        self.bring = upload("Bring your assignment", ".json")
        self.task = html("")
        self.exercises = column()
        self.may_go = column()
        self.hide_names = tick("Leave out the names of the people whom I meet", value=True)
        self.look_button = press("Show what goes out")
        self.hand_in_button = press("Hand in", primary=True)
        self.preview = html("")
        self.bring_feedback = upload("Bring your coach's feedback", ".json")
        self.feedback = html("")
        self._work = column(
            self.task, self.exercises, html("<h4>What goes out</h4>", "rk-rule"), self.may_go, self.hide_names,
            row(self.look_button, self.hand_in_button), self.preview,
        )  # fmt: skip
        super().__init__(
            "Your assignment",
            html(f"<p>{ABOUT}</p>"),
            row(self.bring, self.bring_feedback),
            self._work,
            below=(self.feedback,),
        )
        self.when_changed(self.bring, self.take)
        self.when_changed(self.bring_feedback, self.show_feedback)
        self.when_clicked(self.look_button, self.look)
        self.when_clicked(self.hand_in_button, self.hand_in)
        self._lay_out()
        self.safely(self.take_what_is_here)
        self.safely(self.show_what_came_back)

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

    def look(self) -> None:
        """Show, to the letter, what would go out now."""
        parts = (f"<h5>{escape(title)}</h5><blockquote>{escape(text)}</blockquote>" for title, text in self._texts())
        show(self.preview, "".join(parts))

    def hand_in(self) -> None:
        """Make the two files: the one that counts, and the one to read."""
        made, assignment = self._made()
        name, data = hand_in_name(made), hand_in_file(made)
        page = hand_in_page(made, assignment.exercises).encode("utf-8")
        links = (
            download_link(f"Download {name}, for your coach", name, data, "application/json"),
            download_link("Download a copy to read", name.replace(".json", ".html"), page, "text/html"),
        )
        show(self.preview, f"<p>{' '.join(links)}</p><p>Send the .json, or upload it where you agreed. "
                           "You may hand in again: the newest counts.</p>")  # fmt: skip
        self.tell(f"Ready to send: {len(made.answers)} of {len(assignment.exercises)} exercises are in it.")

    def show_feedback(self) -> None:
        """Show what a coach gave back."""
        file = uploaded(self.bring_feedback)
        if file is None:
            return
        feedback = read_feedback(*file)
        text = file[1].decode("utf-8-sig")
        if len(text) <= MOST_KEPT:
            self.lesson.workbook.save(feedback.assignment, Returned(file=text))
        show(self.feedback, feedback_as_html(feedback))
        self.tell("Your coach's feedback is below.")

    def show_what_came_back(self) -> None:
        """Show what the coach gave back for the assignment in hand on an earlier day, if anything."""
        known = self.lesson.workbook.latest(Returned, self.assignment.id) if self.assignment else None
        content = feedback_as_html(read_feedback("feedback", known.file.encode("utf-8"))) if known else ""
        show(self.feedback, content)

    def _made(self) -> tuple[HandIn, Assignment]:
        assignment = self.assignment
        if assignment is None:
            raise InvalidValue("Bring your assignment first: the .json that your coach sent you.")
        texts = {}
        for exercise, box in zip(assignment.exercises, self.may_go.children, strict=True):
            known = self.lesson.workbook.latest(Answer, exercise.id)
            if box.value and known and known.text.strip():
                texts[exercise.id] = known.text
        if not texts:
            raise InvalidValue("There is no answer to hand in yet. Half a sentence is a start.")
        names = [one.called("") for one in self.lesson.interviewers.values()] if self.hide_names.value else []
        return make_hand_in(assignment, texts, self.lesson.now(), names), assignment

    def _texts(self) -> list[tuple[str, str]]:
        made, assignment = self._made()
        titles = {exercise.id: exercise.title for exercise in assignment.exercises}
        return [(titles[answer.exercise], answer.text) for answer in made.answers]

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
        self.may_go.children = [tick(f"{exercise.title} may go out", value=True) for exercise in assignment.exercises]


def assignment_as_html(assignment: Assignment) -> str:
    """What stands above the exercises: the day, the coach's words, and what they have set."""
    said = paragraphs(assignment.coach_says) if assignment.coach_says.strip() else ""
    given = [f"In lesson 6, to practise with: {scene.title}." for scene in assignment.scenes]
    items = "".join(f"<li>{escape(one)}</li>" for one in (*assignment.guidance.sentences(), *given))
    due = escape(day_and_hour(assignment.due))
    return f"<h4>{escape(assignment.title)}</h4><p>Due on {due}.</p>{said}{f'<ul>{items}</ul>' if items else ''}"
