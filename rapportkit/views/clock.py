"""The eight-minute clock of the research lesson: it stops at each boundary, and can be left off."""

from __future__ import annotations

import asyncio
from html import escape
from typing import NamedTuple

from rapportkit.views._page import View, html, press, row, show


class Stage(NamedTuple):
    """One stretch of the search: its length in minutes, where to look, and what to do with what you find."""

    minutes: int
    title: str
    where: str


STAGES = (
    Stage(
        5,
        "Use: what they say about themselves",
        "The company's page, a talk or an article of theirs. Then the profile: headline, path, schools, cities, "
        "the interests they name, volunteering they are open about.",
    ),
    Stage(
        3,
        "Ask: what others say about them",
        "Recommendations, groups, comments. Do not quote these. Let them give you one good question.",
    ),
)
MINUTES = sum(stage.minutes for stage in STAGES)
START = f"Start the clock: the first {STAGES[0].minutes} of {MINUTES} minutes"
LEAVE = (
    "Stop here. Other social media: leave. Family, home, health, faith: never. Five facts are plenty. "
    "If they ask how you know something, say: 'I saw it on your profile.'"
)


def research_clock() -> ResearchClock:
    """The panel with the clock."""
    return ResearchClock()


class ResearchClock(View):
    """A bar for each stretch; at its end the clock waits for the learner, not the other way round."""

    def __init__(self) -> None:
        self.stage = -1
        self._ringing: asyncio.TimerHandle | None = None
        self.next_button = press(START, primary=True)
        self.off_button = press("No clock, thank you")
        self.bar = html("")
        super().__init__("Eight minutes are enough", row(self.next_button, self.off_button), self.bar)
        self.when_clicked(self.next_button, self.next_stage)
        self.when_clicked(self.off_button, self.switch_off)

    def next_stage(self) -> None:
        """Start the next stretch, or show where to stop."""
        self._quiet()
        self.stage = min(self.stage + 1, len(STAGES))
        if self.stage == len(STAGES):
            self._end()
            return
        stage = STAGES[self.stage]
        show(self.bar, _bar(stage))
        last = self.stage + 1 == len(STAGES)
        self.next_button.description = (
            "I am done: where do I stop?" if last else f"Next: the other {STAGES[self.stage + 1].minutes} minutes"
        )
        self._ring_after(stage)

    def switch_off(self) -> None:
        """Take the clock away and show the three stretches at once."""
        self._quiet()
        stretches = "".join(f"<h4>{escape(stage.title)}</h4><p>{escape(stage.where)}</p>" for stage in STAGES)
        show(self.bar, f"{stretches}<h4>Leave</h4><p>{escape(LEAVE)}</p>")
        self.tell("No clock. Take the time you need.")

    def _end(self) -> None:
        show(self.bar, f"<h4>Leave</h4><p>{escape(LEAVE)}</p>")
        self.stage = -1
        self.next_button.description = f"Start the clock again: the first {STAGES[0].minutes} minutes"

    def _ring_after(self, stage: Stage) -> None:
        try:
            loop = asyncio.get_running_loop()
        except RuntimeError:  # outside a kernel there is no loop; the bar still fills
            return
        ended = f"These {stage.minutes} minutes are over. Go on when you are ready."
        self._ringing = loop.call_later(stage.minutes * 60, self.tell, ended)

    def _quiet(self) -> None:
        if self._ringing:
            self._ringing.cancel()
        self.tell("")


def _bar(stage: Stage) -> str:
    return (
        f"<h4>{escape(stage.title)}</h4><p>{escape(stage.where)}</p>"
        f"{filling_bar(stage.minutes * 60, f'{stage.minutes} of the {MINUTES} minutes; the bar fills as they pass')}"
    )


def filling_bar(seconds: int, told: str) -> str:
    """HTML of a bar that fills in so many seconds, and below it of the words on it."""
    bar = f'<div class="rk-clock"><div style="animation-duration:{seconds}s"></div></div>'
    return f"{bar}<p><small>{escape(told)}</small></p>"
