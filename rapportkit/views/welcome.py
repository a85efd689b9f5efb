"""The panel at the top of a lesson: where you are, what is due, where your words are kept."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, timedelta
from html import escape
from typing import TYPE_CHECKING

from rapportkit.cards import Card, recall_days
from rapportkit.errors import InvalidValue
from rapportkit.interviews import Line, Proof
from rapportkit.record import R
from rapportkit.views._page import View, html
from rapportkit.views.paths import PATHS, path_as_html, steps_as_html
from rapportkit.workbook.drive import is_kept, kept_in
from rapportkit.workbook.left import left_by_lessons

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
        self.page = html("")
        super().__init__("Where you are", self.page)
        self.renew()

    def renew(self) -> None:
        """Say it as it is now."""
        self.page.value = _where_you_are(self.lesson, self.where)


def _where_you_are(lesson: Lesson, where: str) -> str:
    way = lesson.way
    parts = [where]
    if way is None:
        parts.append("<p>No date is set yet. The welcome lesson asks for it, and chooses your path.</p>")
    else:
        parts.append(f"<p>{escape(_countdown(lesson))} Your path: <strong>{escape(PATHS[way].title)}</strong>.</p>")
    parts += [f"<p>{escape(said)}</p>" for said in lesson.guidance.sentences()]
    parts += [path_as_html(way, lesson.id, left_by_lessons(lesson.workbook)), steps_as_html(way, lesson.id)]
    return "".join((*parts, _due(lesson), _notes_due(lesson)))


def _countdown(lesson: Lesson) -> str:
    interview = lesson.interview
    assert interview  # noqa: S101 - a path is only there when an interview is
    days = (interview.starts.date() - lesson.now().astimezone(interview.starts.tzinfo).date()).days
    when = f"{interview.starts:%A %d %B, %H:%M}"
    if days < 0:
        return f"Your interview was on {when}."
    return f"Your interview is {('today', 'tomorrow')[days] if days < 2 else f'in {days} days'}: {when}."


def _due(lesson: Lesson) -> str:
    """
    What to say from memory today, and the words themselves to look at afterwards.

    On the days before the interview it is what was made on an earlier day, since nothing has been forgotten yet of
    what was made a moment ago; on the day itself it is all of it.
    """
    interview = lesson.interview
    today = lesson.now().date()
    if not interview or today not in recall_days(interview.starts.date(), today):
        return ""
    made_until = today if today == interview.starts.date() else today - timedelta(days=1)
    texts = {
        "line": [line.text for line in _made(lesson, Line, made_until) if line.text],
        "proof": [proof.text for proof in _made(lesson, Proof, made_until) if not proof.missing],
        "card": [card.sentence for card in _made(lesson, Card, made_until) if card.sentence],
    }
    *first, last = [f"{len(all_)} {noun}{'s' if len(all_) > 1 else ''}" for noun, all_ in texts.items() if all_] or [""]
    told = f"{', '.join(first)} and {last}" if first else last
    quotes = "".join(f"<blockquote>{escape(text)}</blockquote>" for all_ in texts.values() for text in all_)
    look = f"<details><summary>Said aloud? Then look here</summary>{quotes}</details>"
    page = 'To take with you: the pocket page, in <a href="07_interview_day.ipynb">The interview day</a>.'
    return f"<p><strong>Due today, from memory:</strong> {told}. {page}</p>{look}" if told else ""


def _notes_due(lesson: Lesson) -> str:
    """After the interview: the notes whose day is here, or past."""
    interview, now = lesson.interview, lesson.now()
    if not interview or interview.ends > now:
        return ""
    from rapportkit.views.plan_page import NAMES  # late: before the interview nobody needs the plan of notes
    from rapportkit.workbook.gather import plan_of

    try:
        planned = plan_of(lesson.workbook, interview, now)
    except InvalidValue:  # the dates contradict each other: the lesson on the follow-ups says so, and this one opens
        return ""
    due = [note for note in planned if note.state == "due"]
    listed = "; ".join(f"{NAMES[note.kind].lower()} to {note.to}" for note in due)
    link = '<a href="08_follow_up.ipynb">The four follow-ups</a>'
    return f"<p><strong>Due now:</strong> {escape(listed)}. Go to {link}.</p>" if due else ""


def _made(lesson: Lesson, kind: type[R], until: date) -> list[R]:
    """The records of a kind that were first saved on a day up to *until*; one yet to come is of another clock."""
    book, now = lesson.workbook, lesson.now()
    return [record for key, record in book.all(kind).items()
            if not until < book.history(kind, key)[0].saved_at.astimezone(now.tzinfo).date() <= now.date()]  # fmt: skip
