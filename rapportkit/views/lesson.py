"""An open lesson: the workbook, the clock, and what both say about where the learner stands."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date, datetime, time
from os import environ
from pathlib import Path
from typing import Any

from rapportkit.errors import InvalidValue
from rapportkit.ground.link import Choice, Ground
from rapportkit.ground.taught import Taught, settled, still_puzzling
from rapportkit.guidance import GUIDANCE, Guidance
from rapportkit.interviews import InHand, Interview, Line, Way, path_for
from rapportkit.people.dossier import ME, Dossier
from rapportkit.people.person import Person
from rapportkit.practice import MY_WAYS, MyWays, Practice, practice_key
from rapportkit.views._page import View
from rapportkit.views.pause import end_pauses
from rapportkit.views.welcome import Welcome, where_it_is_kept
from rapportkit.workbook.place import default_workbook, machine_zone
from rapportkit.workbook.store import Workbook

IN_HAND = "in-hand"
SAMPLE_MEETS = {"marcus": "denise", "nadia": "helen", "priya": "gareth", "tomasz": "ingrid"}
"""Whom each sample learner is going to meet."""


@dataclass(frozen=True)
class Lesson:
    """What a view needs to know: which lesson it stands in, the workbook, and what time it is."""

    id: str
    workbook: Workbook
    now: Callable[[], datetime]
    zone: str
    _renewing: list[Callable[[], None]] = field(default_factory=list, repr=False, compare=False)
    _shared: dict[str, Any] = field(default_factory=dict, repr=False, compare=False)

    def welcome(self) -> View:
        """The panel at the top of a lesson: where you are, what is due, where your words are kept."""
        welcome = Welcome(self, where_it_is_kept(self.workbook.path, environ))
        self.when_kept(welcome.renew)
        return welcome

    def when_kept(self, renew: Callable[[], None]) -> None:
        """Call *renew* when an interview, a line, a practice or the learner's ways were kept in this lesson."""
        self._renewing.append(renew)

    def shared(self, name: str, make: Callable[[], Any]) -> Any:
        """The control of this name that several panels of the lesson show; made when the first of them asks."""
        if name not in self._shared:
            self._shared[name] = make()
        return self._shared[name]

    def renew_panels(self) -> None:
        """Say to all panels that something was kept which they may show."""
        for renew in self._renewing:
            renew()

    @property
    def interview(self) -> Interview | None:
        """The interview in hand: the one that was chosen, else the newest."""
        interviews = self.workbook.all(Interview)
        chosen = self.workbook.latest(InHand, IN_HAND)
        newest = next(reversed(list(interviews.values())), None)
        return interviews.get(chosen.interview, newest) if chosen else newest

    def take_in_hand(self, interview: Interview) -> None:
        """Keep the interview, make it the one that all lessons work on, and say so at the top of this one."""
        self.workbook.save(interview.id, interview)
        self.workbook.save(IN_HAND, InHand(interview=interview.id))
        self.renew_panels()

    def keep_practice(self, practice: Practice) -> None:
        """Put a practice into the log."""
        self.workbook.save(practice_key(practice), practice)
        self.renew_panels()

    @property
    def ways(self) -> MyWays:
        """What the learner does with each tip, and the drills in hand."""
        return self.workbook.latest(MyWays, MY_WAYS) or MyWays()

    def keep_ways(self, ways: MyWays, *, typing: bool = False) -> None:
        """Keep what the learner does with each tip, and the drills in hand."""
        self.workbook.save(MY_WAYS, ways, typing=typing)
        self.renew_panels()

    @property
    def guidance(self) -> Guidance:
        """What the learner's coach has set; the method's own ways where there is no coach."""
        return self.workbook.latest(Guidance, GUIDANCE) or Guidance()

    @property
    def me(self) -> Dossier:
        """What the learner has told of themselves; empty until they have."""
        return self.workbook.latest(Dossier, ME) or Dossier()

    @property
    def interviewers(self) -> dict[str, Dossier]:
        """The people to meet, by key, in the order in which they were noted."""
        return {key: dossier for key, dossier in self.workbook.all(Dossier).items() if key != ME}

    def to_talk_of(self, key: str) -> Person:
        """The interviewer of this key, without what is private and to be left alone."""
        from rapportkit.words.private_life import without_private  # late, as below

        return without_private(self.interviewers[key].person(), self.guidance.lights)

    def ground_with(self, key: str) -> Ground:
        """What the learner shares with the interviewer of this key."""
        from rapportkit.ground.find import find_common_ground  # late: most lessons open without comparing anybody
        from rapportkit.ground.lights import with_lights

        taught = self.taught
        mine, theirs = settled(self.me.reading("You"), taught), settled(self.interviewers[key].reading(), taught)
        ground = find_common_ground(mine.person, theirs.person, taught)
        unread = ground.not_understood
        return with_lights(ground, self.guidance.lights).with_(
            not_understood=unread.with_(
                mine=still_puzzling((*unread.mine, *mine.not_understood), taught),
                theirs=still_puzzling((*unread.theirs, *theirs.not_understood), taught),
            )
        )

    @property
    def taught(self) -> tuple[Taught, ...]:
        """The phrases that the learner has taught or set aside."""
        return tuple(self.workbook.all(Taught).values())

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
    end_pauses()  # what was typed a moment ago, in a panel that this one takes the place of, is to be found here
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
    from rapportkit.people.samples import sample_interviewers, sample_learners  # late: one's own people need none

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
