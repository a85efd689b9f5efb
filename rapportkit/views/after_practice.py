"""What stands below a practice talk when it is over: what worked, the mirror, and a minute to have again."""

from __future__ import annotations

import ipywidgets as widgets

from rapportkit.practice import TIPS
from rapportkit.suited import left_out, suited_report, suited_talk
from rapportkit.talk.debrief import debrief
from rapportkit.talk.memory import Talk
from rapportkit.talk.practice_talk import ME, moments_to_replay, transcript_of
from rapportkit.talk.report import review_talk
from rapportkit.views._page import choice, html, press, row, show, show_only_if
from rapportkit.views.lesson import Lesson
from rapportkit.views.own_way import own_way_as_html
from rapportkit.views.talk_page import debrief_as_html, map_as_html


class AfterPractice:
    """The part of the practice panel that looks back."""

    def __init__(self, lesson: Lesson) -> None:
        self.lesson = lesson
        self.page = html("", role="status")
        self.moment = choice("A minute to replay", [("the talk as it was", 0)])
        self.replay_button = press("Replay from there")

    @property
    def laid_out(self) -> tuple[widgets.Widget, ...]:
        """The controls in reading order."""
        return (self.page, self.moment, row(self.replay_button))

    def show(self, talk: Talk) -> None:
        """Look back at a talk that is over, by what the mirror sees in it."""
        ways, report = self.lesson.ways, review_talk(transcript_of(talk), ME)
        suits = suited_talk(talk, ways)
        moments = [(f"your turn {one.turn}: {one.why}", one.turn) for one in moments_to_replay(suits)]
        every = [(f"your turn {turn}", turn) for turn in range(1, talk.turns + 1)]
        self.moment.options = [*(moments or [("nothing stands out: choose any", 0)]), *every]
        page = debrief_as_html(debrief(suits)) + own_way_as_html(ways, TIPS)
        show(self.page, page + map_as_html(suited_report(report, ways), floor="T10" not in left_out(ways)))
        show_only_if(talk.turns, self.moment, self.replay_button)

    def hide(self) -> None:
        """Show nothing while a talk goes on, or before one has begun."""
        show(self.page, "")
        show_only_if(False, self.moment, self.replay_button)
