"""The sheet of an LMS, filled; before that, what still waits for the coach, and the way to it."""

from __future__ import annotations

from html import escape

from rapportkit.coaching.by_hand import hand_marks
from rapportkit.coaching.desk import folder_named, full_path, open_desk
from rapportkit.coaching.grade import marks
from rapportkit.coaching.report import LEFT_OUT, fill
from rapportkit.coaching.to_judge import ToJudge, to_judge
from rapportkit.errors import InvalidValue
from rapportkit.views._page import View, html, press, row, show, show_only_if, upload, uploaded
from rapportkit.views.desk_calls import JUDGED, TO_JUDGE
from rapportkit.views.desk_folder import desk_folder
from rapportkit.views.few import few_as_html
from rapportkit.views.lesson import Lesson


class FillSheet(View):
    """A part of the desk: a button for the sheet, and what waits, with a button that goes to the first of it."""

    def __init__(self, lesson: Lesson, folder: str) -> None:
        self.lesson = lesson
        self.folder = desk_folder(lesson, folder)
        self.bring = upload("Fill your LMS's sheet", ".csv")
        self.fill_button = press("Fill it all the same")
        self.waiting, self.told = html(""), html("")
        self.first_button = press("Judge the first of them")
        super().__init__(
            "", self.waiting, row(self.first_button), row(self.bring, self.fill_button), below=(self.told,)
        )
        self.when_clicked(self.first_button, self.judge_first)
        self.when_changed(self.bring, self.offer)
        self.when_clicked(self.fill_button, self.fill)
        show_only_if(False, self.first_button, self.fill_button)
        lesson.shared(JUDGED, list).append(self.say_what_waits)

    def judge_first(self) -> None:
        """Bring up the first answer that waits for the coach, in the panel for marking."""
        there = self.lesson.shared(TO_JUDGE, list)
        for bring_up in there:
            bring_up()
        self.tell(f"{'It is' if there else 'They are marked'} in the panel Mark what only you can judge.")

    def offer(self) -> None:
        """Fill the sheet that was brought; where lines are still to be judged, say so and ask first."""
        if not self.bring.value:
            return
        waiting = self.say_what_waits()
        show_only_if(waiting.lines, self.fill_button)
        if waiting.lines:
            self.tell(f"{waiting.told} Their marks would be left out. Nothing was filled yet.", careful=True)
            return
        self.fill()

    def fill(self) -> None:
        """Fill a copy of the sheet that an LMS exported: mark and comment, and nothing else."""
        file = uploaded(self.bring)
        if file is None:
            raise InvalidValue("Bring the sheet first that your LMS exported.")
        show_only_if(False, self.fill_button)
        folder = folder_named(self.folder.value)
        path, done = fill(folder, open_desk(folder), *file)
        self.tell(f"Filled: {done.filled}, in '{full_path(path)}'. Import that; your own sheet is as it was.")
        all_of_them = f"<p>All of them: <code>{escape(full_path(folder / LEFT_OUT))}</code></p>" if done.remarks else ""
        show(self.told, f"<h4>Left out, and why</h4>{few_as_html(done.remarks)}{all_of_them}" if done.remarks else "")

    def say_what_waits(self) -> ToJudge:
        """Show how many lines nobody has judged, with the button that goes to the first."""
        folder = folder_named(self.folder.value)
        waiting = to_judge(open_desk(folder), marks(folder), hand_marks(folder))
        self.waiting.value = f"<p>{waiting.told}</p>" if waiting.lines else ""  # the message is what is heard
        show_only_if(waiting.lines, self.first_button)
        return waiting
