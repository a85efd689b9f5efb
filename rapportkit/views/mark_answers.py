"""The coach's marking: an answer beside its rubric and its model, figures and Enter, then the next."""

from __future__ import annotations

from html import escape

from rapportkit.coaching.by_hand import (
    ForPerson,
    HandMark,
    hand_marks,
    marks_for_person,
    phrases_used,
    points_typed,
    set_mark,
    undo,
)
from rapportkit.coaching.desk import folder_named, open_desk
from rapportkit.coaching.feedback import WORDS, LineState
from rapportkit.coaching.grade import marks
from rapportkit.errors import InvalidValue
from rapportkit.exercises import MarkState
from rapportkit.views._page import Pause, View, choice, html, one_line, paragraphs, press, row, show, show_only_if, tick
from rapportkit.views.desk_folder import desk_folder
from rapportkit.views.lesson import Lesson

STATES: dict[MarkState, LineState] = {"earned": "yes", "not yet": "not yet", "not attempted": "not tried"}
OWN_PHRASE = "a comment of yours from before ..."

KEYS = (
    "In the field for points: a figure for each line that is yours, then Enter (21 gives two points and one point; - "
    "leaves a line open). n is the next answer, b the one before, u takes your last mark back. What you have typed is "
    "kept for the answer above it, whichever way you leave it."
)


def mark_answers(lesson: Lesson, folder: str = "") -> MarkAnswers:
    """The panel in which a coach marks what only a person can judge, in the assignment of this folder."""
    return MarkAnswers(lesson, folder)


class MarkAnswers(View):
    """One answer at a time; the same answer of several learners comes once."""

    def __init__(self, lesson: Lesson, folder: str) -> None:
        self.lesson = lesson
        self.folder = desk_folder(lesson, folder)
        self.blind = tick("Blind: do not show whose answer it is", value=True)
        self.only_open = tick("Only what is not marked yet", value=True)
        self.open_button = press("Open", primary=True)
        self.answer = html("")
        self.phrases = choice("Your own phrases", [(OWN_PHRASE, "")])
        self.comment = one_line("Comment on the whole answer")
        self.points = one_line("Points, then Enter")
        # Told as a whole when they are left: key by key, the last ones could come after the points.
        self.comment.continuous_update = self.points.continuous_update = False
        self.keep_button = press("Keep and next", primary=True)
        self.next_button, self.back_button, self.undo_button = press("Next"), press("Before"), press("Take back")
        self._steps = row(self.keep_button, self.back_button, self.next_button, self.undo_button)
        self._waiting: list[ForPerson] = []
        self._pressed = False  # Enter; leaving the field looks the same but for this
        self._at = 0
        super().__init__(
            "Mark what only you can judge",
            html(f"<details><summary>Keys</summary><p>{escape(KEYS)}</p></details>"),
            self.folder, self.blind, self.only_open, row(self.open_button),
            self.answer, self.phrases, self.comment, self.points, self._steps,
        )  # fmt: skip
        self.when_clicked(self.open_button, self.bring_up)
        self.when_clicked(self.keep_button, self.mark)
        self.when_clicked(self.next_button, self.next)
        self.when_clicked(self.back_button, self.back)
        self.when_clicked(self.undo_button, self.take_back)
        # The browser tells of Enter before it tells what was typed, which it tells only where it is new.
        self._told = Pause(lambda: self.safely(self._enter_if_pressed))
        self.points.on_msg(self._hear)
        self.when_changed(self.points, self._enter_if_pressed)
        self.when_changed(self.phrases, self.use_phrase)
        lesson.when_kept(self.renew)
        self._show()

    def renew(self) -> None:
        """Bring up what the rules have left, unless the coach is in the middle of something."""
        if not self._waiting:
            self.safely(self.bring_up)

    def bring_up(self) -> None:
        """Bring up what is to be marked in the folder."""
        folder = folder_named(self.folder.value)
        desk, given = open_desk(folder), hand_marks(folder)
        waiting = marks_for_person(desk, marks(folder), given, self.blind.value)
        self._waiting = [one for one in waiting if one.open or not self.only_open.value]
        self._at = 0
        self._show()
        self.tell(f"To look at: {len(self._waiting)}." if self._waiting else "Nothing is left for you to judge.")

    def enter(self) -> None:
        """Do what was typed into the field for points: mark and go on, or a letter."""
        typed = self.points.value.strip().casefold()
        letters = {"n": self.next, "b": self.back, "u": self.take_back}
        if typed in letters:
            self.points.value = ""
        letters.get(typed, self.mark)()

    def mark(self) -> None:
        """Keep the points that were typed, and the comment, and go on to the next answer."""
        kept = self._keep()
        if not kept:
            raise InvalidValue("Type points or a comment first. To go on without: Next.")
        self._go(1)
        given = hand_marks(folder_named(self.folder.value))
        left = sum(any((one.exercise.id, one.answer, line) not in given for line in one.open) for one in self._waiting)
        self.tell(f"{kept} {f'{left} to go.' if left else 'All of these are marked. Now write what goes back.'}")

    def next(self) -> None:
        """Go on to the next answer; after the last one comes the first. What is typed is kept first."""
        self._leave(1)

    def back(self) -> None:
        """Go back to the answer before; what is typed is kept first."""
        self._leave(-1)

    def take_back(self) -> None:
        """Take the last mark back, and go to its answer."""
        last = undo(folder_named(self.folder.value))
        there = [at for at, one in enumerate(self._waiting)
                 if last and (one.exercise.id, one.answer) == (last.exercise, last.answer)]  # fmt: skip
        self._at = there[0] if there else self._at
        self._show()
        where = "this answer" if there else "an answer that is not among these"
        self.tell(f"Taken back: your last mark, on {where}." if last else "There is no mark to take back.")

    def use_phrase(self) -> None:
        """Put a comment from before into the field."""
        if self.phrases.value:
            self.comment.value = self.phrases.value

    def _hear(self, _field: object, content: dict[str, object], _buffers: object) -> None:
        if content.get("event") == "submit":
            self._pressed = True
            self._told.begin()

    def _enter_if_pressed(self) -> None:
        if self._pressed:
            self._pressed = False
            self.enter()

    def _leave(self, by: int) -> None:
        kept = self._keep()
        self._go(by)
        self.tell(kept)

    def _keep(self) -> str:
        """Keep what is typed for the answer that is shown, and say so; nothing where nothing was typed."""
        one, folder = self._current(), folder_named(self.folder.value)
        desk, at, given = open_desk(folder), self.lesson.now(), hand_marks(folder)
        typed = points_typed(one, self.points.value) if self.points.value.strip() else {}
        made = [HandMark(exercise=one.exercise.id, answer=one.answer, line=line, points=points, at=at)
                for line, points in typed.items()]  # fmt: skip
        known, said = given.get((one.exercise.id, one.answer, None)), self.comment.value.strip()
        if said != (known.comment if known else ""):
            made.append(HandMark(exercise=one.exercise.id, answer=one.answer, line=None, comment=said, at=at))
        if not made:
            return ""
        set_mark(folder, desk, *made)
        what = " and ".join(name for name, there in (("points", typed), ("comment", made[-1].line is None)) if there)
        return f"Kept for number {self._at + 1}{f', {one.how_many} learners' if one.how_many > 1 else ''}: {what}."

    def _current(self) -> ForPerson:
        if not self._waiting:
            raise InvalidValue("Open the folder of an assignment first, or grade it if nothing is there.")
        return self._waiting[self._at]

    def _go(self, by: int) -> None:
        self._current()
        self._at = (self._at + by) % len(self._waiting)
        self._show()

    def _show(self) -> None:
        show_only_if(self._waiting, self.phrases, self.comment, self.points, self._steps)
        if not self._waiting:
            show(self.answer, "")
            return
        one, given = self._current(), hand_marks(folder_named(self.folder.value))
        known = given.get((one.exercise.id, one.answer, None))
        self.comment.value, self.points.value = known.comment if known else "", ""
        self.phrases.options = [(OWN_PHRASE, ""), *((text[:80], text) for text in phrases_used(given))]
        made = {line: mark.points for (exercise, answer, line), mark in given.items()
                if line is not None and (exercise, answer) == (one.exercise.id, one.answer)}  # fmt: skip
        self.points.description = points_wanted(one)
        show(self.answer, answer_as_html(one, made, f"{self._at + 1} of {len(self._waiting)}"))


def points_wanted(one: ForPerson) -> str:
    """What to type for this answer: `Points for line 3 (0 to 2) and line 4 (0 to 2), then Enter`."""
    lines = [f"line {place + 1} (0 to {one.exercise.rubric[place].points})"
             for place, line in enumerate(one.lines) if line.state == "for a person"]  # fmt: skip
    return f"Points for {' and '.join(lines)}, then Enter"


def answer_as_html(one: ForPerson, made: dict[int, int | None], where: str) -> str:
    """An answer beside its rubric and the model, for the coach; what they typed is escaped."""
    whose = f", by {', '.join(one.learners[:10])}" if one.learners else ""
    same = f" ({one.how_many} learners wrote this)" if one.how_many > 1 else ""
    differs = "<p>The learner's own checks said more than ours.</p>" if one.differs else ""
    lines = []
    for place, (criterion, line) in enumerate(zip(one.exercise.rubric, one.lines, strict=True)):
        points = made.get(place)
        yours = f"yours: {'open' if points is None else points} of {criterion.points}"
        state = yours if line.state == "for a person" or points is not None else WORDS[STATES[line.state]]
        lines.append(f"<li>{escape(criterion.says)} <small>({state})</small> {escape(line.says)}</li>")
    return (
        f"<h4>{escape(one.exercise.title)}: {where}{escape(whose)}{same}</h4>{differs}"
        f"<blockquote>{escape(one.text)}</blockquote><ol>{''.join(lines)}</ol>"
        f"<details><summary>The exercise</summary>{paragraphs(one.exercise.prompt)}</details>"
        f"<details><summary>A good answer</summary><blockquote>{escape(one.exercise.model)}</blockquote></details>"
    )
