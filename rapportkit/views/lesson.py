"""An open lesson: the workbook, the clock, and what both say about where the learner stands."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date, datetime, time
from html import escape
from os import environ
from pathlib import Path

from rapportkit.cards import Card, recall_days
from rapportkit.errors import InvalidValue
from rapportkit.ground.find import find_common_ground
from rapportkit.ground.link import Choice, Ground
from rapportkit.ground.taught import Taught
from rapportkit.interviews import InHand, Interview, Line, Way, path_for
from rapportkit.people.dossier import ME, Dossier
from rapportkit.people.samples import sample_interviewers, sample_learners
from rapportkit.views._page import View, html
from rapportkit.views.paths import PATHS, path_as_html
from rapportkit.workbook.place import default_workbook, machine_zone
from rapportkit.workbook.store import Workbook

IN_HAND = "in-hand"
SAMPLE_MEETS = {"marcus": "denise", "nadia": "helen", "priya": "gareth", "tomasz": "ingrid"}
"""Whom each sample learner is going to meet."""


ON_BINDER = (
    "<p><strong>You are on Binder, a public machine, to look round. Nothing is kept here:</strong> all is gone after "
    "ten minutes without a click, and after six hours at the latest. Real names do not belong here: not yours, not an "
    "interviewer's. Work with the sample people.</p><p><strong>To keep what you write, press <em>Prepare my download"
    "</em> in <em>Keep your work</em>, at the end of each lesson.</strong> The same panel brings the file back, here "
    "or on your own machine.</p>"
)


def is_on_binder(surroundings: Mapping[str, str]) -> bool:
    """Whether these environment variables are those of a Binder session."""
    return any(surroundings.get(name) for name in ("BINDER_SERVICE_HOST", "BINDER_LAUNCH_HOST"))


@dataclass(frozen=True)
class Lesson:
    """What a view needs to know: which lesson it stands in, the workbook, and what time it is."""

    id: str
    workbook: Workbook
    now: Callable[[], datetime]
    zone: str

    def welcome(self) -> View:
        """The panel at the top of a lesson: where you are, what is due, where your words are kept."""
        return _welcome(self)

    @property
    def interview(self) -> Interview | None:
        """The interview in hand: the one that was chosen, else the newest."""
        interviews = self.workbook.all(Interview)
        chosen = self.workbook.latest(InHand, IN_HAND)
        newest = next(reversed(list(interviews.values())), None)
        return interviews.get(chosen.interview, newest) if chosen else newest

    def take_in_hand(self, interview: Interview) -> None:
        """Keep the interview, and make it the one that all lessons work on."""
        self.workbook.save(interview.id, interview)
        self.workbook.save(IN_HAND, InHand(interview=interview.id))

    @property
    def me(self) -> Dossier:
        """What the learner has told of themselves; empty until they have."""
        return self.workbook.latest(Dossier, ME) or Dossier()

    @property
    def interviewers(self) -> dict[str, Dossier]:
        """The people to meet, by key, in the order in which they were noted."""
        return {key: dossier for key, dossier in self.workbook.all(Dossier).items() if key != ME}

    def ground_with(self, key: str) -> Ground:
        """What the learner shares with the interviewer of this key."""
        reading = self.interviewers[key].reading()
        mine = self.me.reading("You")
        ground = find_common_ground(mine.person, reading.person, self.workbook.all(Taught).values())
        unread = ground.not_understood
        return ground.with_(
            not_understood=unread.with_(
                mine=(*unread.mine, *mine.not_understood), theirs=(*unread.theirs, *reading.not_understood)
            )
        )

    @property
    def shortlist(self) -> dict[str, Choice]:
        """The links that the learner has chosen, by key."""
        return self.workbook.all(Choice)

    @property
    def lines(self) -> dict[str, Line]:
        """The lines that the learner has written, by the key of their link."""
        return self.workbook.all(Line)

    @property
    def way(self) -> Way | None:
        """The path that the time left allows; None while no date is set."""
        return path_for(self.interview.starts, self.now()) if self.interview else None


def open_lesson(lesson: str, workbook: str = "", today: str = "", sample: str = "") -> Lesson:
    """
    The lesson of this name on the learner's own workbook.

    *workbook* is a path, or empty for the usual place; *today* a date such as 2026-12-01, or empty for the
    clock of this machine; *sample* the name of a sample learner to begin with when the workbook is empty.

    Raises:
        RapportError: the date is none, nobody has that sample's name, or the workbook cannot be opened.
    """
    now = _clock(today)
    path = Path(workbook).expanduser() if workbook else default_workbook(environ, Path.cwd(), Path.home())
    opened = Lesson(lesson, Workbook(path, now), now, machine_zone(environ, now().replace(tzinfo=None)))
    if sample:
        borrow_sample(opened, sample)
    return opened


def borrow_sample(lesson: Lesson, learner: str = "") -> None:
    """
    Fill an empty workbook with a sample learner (the first, unless named) and an invented interviewer.

    A workbook that has people in it is left alone.
    """
    learners = sample_learners()
    learner = learner or next(iter(learners))
    if learner not in learners:
        raise InvalidValue(f"There is no sample learner '{learner}'. Choose one of {', '.join(learners)}.")
    if lesson.workbook.all(Dossier):
        return
    key = SAMPLE_MEETS[learner]
    interviewer = sample_interviewers()[key]
    lesson.workbook.save(ME, Dossier(name=learners[learner].name).with_sample(learners[learner]))
    lesson.workbook.save(f"sample-{key}", Dossier(name=interviewer.name).with_sample(interviewer))


def _clock(today: str) -> Callable[[], datetime]:
    if not today:
        return lambda: datetime.now().astimezone()
    try:
        fixed = datetime.combine(date.fromisoformat(today), time(9)).astimezone()
    except ValueError:
        raise InvalidValue(
            f"TODAY is '{today}', which is no date. Write it as 2026-12-01, or leave it empty."
        ) from None
    return lambda: fixed


def _welcome(lesson: Lesson) -> View:
    way = lesson.way
    kept = f"Your answers are kept in <code>{escape(str(lesson.workbook.path))}</code>, on this machine only."
    parts = [ON_BINDER if is_on_binder(environ) else f"<p>{kept}</p>"]
    if way is None:
        parts.append("<p>No date is set yet. The welcome lesson asks for it, and chooses your path.</p>")
    else:
        parts.append(f"<p>{escape(_countdown(lesson))} Your path: <strong>{escape(PATHS[way].title)}</strong>.</p>")
    parts.append(path_as_html(way, lesson.id))
    due = _due(lesson)
    if due:
        parts.append(f"<p><strong>Due today, from memory:</strong> {escape(due)}</p>")
    return View("Where you are", html("".join(parts)))


def _countdown(lesson: Lesson) -> str:
    interview = lesson.interview
    assert interview  # noqa: S101 - a path is only there when an interview is
    days = (interview.starts.date() - lesson.now().astimezone(interview.starts.tzinfo).date()).days
    when = f"{interview.starts:%A %d %B, %H:%M}"
    if days < 0:
        return f"Your interview was on {when}."
    return f"Your interview is {('today', 'tomorrow')[days] if days < 2 else f'in {days} days'}: {when}."


def _due(lesson: Lesson) -> str:
    interview = lesson.interview
    today = lesson.now().date()
    if not interview or today not in recall_days(interview.starts.date(), today):
        return ""
    counts = ((len(lesson.lines), "line"), (len(lesson.workbook.all(Card)), "card"))
    return " and ".join(f"{n} {noun}{'s' if n > 1 else ''}" for n, noun in counts if n)
