"""The panel at the top of a lesson: where you are, what is due, where your words are kept."""

from __future__ import annotations

from collections.abc import Mapping
from html import escape
from typing import TYPE_CHECKING

from rapportkit.practice import MY_WAYS, MyWays
from rapportkit.views._page import View, html
from rapportkit.views.due import due_as_html
from rapportkit.views.paths import PATHS, link_to, path_as_html, titles
from rapportkit.views.ways_out import steps_as_html
from rapportkit.workbook.drive import is_kept, kept_in
from rapportkit.workbook.left import Known, left_by_lessons

if TYPE_CHECKING:
    from pathlib import PurePath

    from rapportkit.views.lesson import Lesson

ON_BINDER = (
    "<p><strong>You are on Binder, a public machine, to look round. Nothing is kept here:</strong> all is gone after "
    "ten minutes without a click, and after six hours at the latest. Real names do not belong here: not yours, not an "
    "interviewer's. Work with the sample people.</p><p><strong>To keep what you write, press <em>Prepare my download"
    "</em> in <em>Keep your work</em>, at the end of each lesson.</strong> The same panel brings the file back, here "
    "or on your own machine.</p>"
)

IN_A_BROWSER = (
    "<p><strong>Nothing leaves this browser.</strong> Python runs in this page, and your answers are kept in this "
    "browser's storage, on this machine only, until you clear it. For a copy of your own press <em>Prepare my "
    "download</em> in <em>Keep your work</em>, at the end of each lesson; the same panel brings it back.</p>"
)
KEPT_NOWHERE = (
    "<p><strong>Nothing leaves this browser, and this window keeps nothing:</strong> it may be a private one. All is "
    "gone when you close or reload the page. Open the lessons in an ordinary window, or press <em>Prepare my "
    "download</em> in <em>Keep your work</em>, at the end of each lesson, before you go. The same panel brings the "
    "file back.</p>"
)


ASK_FOR_THE_DATE = ("00_welcome", "one_hour")
"""The lessons in which the interview is set."""


WITH_MY_WAYS = ("00", "05", "06")
"""The lessons, by their figures, in which the panel stands that asks for the learner's ways."""


def is_on_binder(surroundings: Mapping[str, str]) -> bool:
    """Whether these environment variables are those of a Binder session."""
    return any(surroundings.get(name) for name in ("BINDER_SERVICE_HOST", "BINDER_LAUNCH_HOST"))


def where_it_is_kept(path: PurePath, surroundings: Mapping[str, str]) -> str:
    """HTML that says where the words in the workbook at *path* are kept, and for how long."""
    if is_on_binder(surroundings):
        return ON_BINDER
    kept = kept_in(surroundings)
    if kept:
        return IN_A_BROWSER if is_kept(kept) else KEPT_NOWHERE
    return f"<p>Your answers are kept in <code>{escape(str(path))}</code>, on this machine only.</p>"


class Welcome(View):
    """Where the workbook is, how long there is left, the path, and what is due from memory."""

    def __init__(self, lesson: Lesson, where: str) -> None:
        self.lesson = lesson
        self.where = where
        self._said_of: tuple[object, str] | None = None
        self._left: Known = {}
        self.page = html("")
        super().__init__("Where you are", self.page)
        self.renew()

    def renew(self) -> None:
        """Say it as it is now, if anything was kept since or an hour is over."""
        now = (self.lesson.workbook.state(), f"{self.lesson.now():%Y-%m-%d %H}")
        if now == self._said_of:
            return
        self._said_of = now
        self.page.value = _where_you_are(self.lesson, self.where, self._left)


def _where_you_are(lesson: Lesson, where: str, known: Known) -> str:
    way = lesson.way
    parts = [where]
    if way is None:
        asks = "The panel below" if lesson.id in ASK_FOR_THE_DATE else "The welcome lesson"
        parts.append(f"<p>No date is set yet. {asks} asks for it, and chooses your path.</p>")
    else:
        parts.append(f"<p>{escape(_countdown(lesson))} Your path: <strong>{escape(PATHS[way].title)}</strong>.</p>")
    parts += [f"<p>{escape(said)}</p>" for said in lesson.guidance.sentences()]
    parts += [path_as_html(way, lesson.id, left_by_lessons(lesson.workbook, known)), steps_as_html(way, lesson.id)]
    return "".join((*parts, _ask_for_ways(lesson), due_as_html(lesson)))


def _ask_for_ways(lesson: Lesson) -> str:
    """Where to say that a tip is hard on one, until that was said or the panel for it stands in the lesson itself."""
    if lesson.id[:2] in WITH_MY_WAYS or lesson.workbook.latest(MyWays, MY_WAYS):
        return ""
    there = link_to(f"My ways, in {titles()['00_welcome']}", "00_welcome")
    return f"<p><small>Is a tip hard on you, such as eye contact? Say so once in {there}.</small></p>"


def _countdown(lesson: Lesson) -> str:
    interview = lesson.interview
    assert interview  # noqa: S101 - a path is only there when an interview is
    days = (interview.starts.date() - lesson.now().astimezone(interview.starts.tzinfo).date()).days
    when = f"{interview.starts:%A %d %B, %H:%M}"
    if days < 0:
        return f"Your interview was on {when}."
    return f"Your interview is {('today', 'tomorrow')[days] if days < 2 else f'in {days} days'}: {when}."
