"""Ten drills, of which the learner takes up to three in hand; the rest wait."""

from __future__ import annotations

from html import escape

from rapportkit.drills import drills
from rapportkit.practice import MOST_DRILLS, TIPS
from rapportkit.views._page import View, column, html, show, show_only_if, tick
from rapportkit.views.drill_panel import DrillPanel
from rapportkit.views.lesson import Lesson

HOW = (
    "<p>Choose up to three that you would like to do now. Each takes two to four minutes. The rest wait for you; "
    "nothing is lost by leaving them.</p>"
)
ENOUGH = "Three is plenty for one time. To take another one, untick one first; what you typed stays."


def choose_drills(lesson: Lesson) -> ChooseDrills:
    """The panel with the drills."""
    return ChooseDrills(lesson)


class ChooseDrills(View):
    """A box to tick for each drill that the learner does not skip, and the drills in hand below."""

    def __init__(self, lesson: Lesson) -> None:
        self.lesson = lesson
        self.ticks = {
            drill.id: tick(f"{drill.title} ({TIPS[drill.tip].lower()}, {drill.minutes} minutes)")
            for drill in drills().values()
        }
        self.skipped = html("")
        self.panels = column()
        self._made: dict[str, DrillPanel] = {}
        self._filling = False
        super().__init__(
            "Three drills of your choice", html(HOW), *self.ticks.values(), self.skipped, below=[self.panels]
        )
        for box in self.ticks.values():
            self.when_changed(box, self.choose)
        lesson.when_kept(self.renew)
        self.renew()

    def choose(self) -> None:
        """Take in hand what is ticked; a fourth is not taken, and the reason is said."""
        if self._filling:
            return
        ways = self.lesson.ways
        ticked = [one for one, box in self.ticks.items() if box.value]
        kept = [one for one in ways.drills if one in ticked]
        taken = [*kept, *(one for one in ticked if one not in kept)]
        self.tell(ENOUGH if len(taken) > MOST_DRILLS else "")
        self.lesson.keep_ways(ways.with_(drills=tuple(taken[:MOST_DRILLS])))

    def renew(self) -> None:
        """Show the drills in hand, and which tips are skipped."""
        ways = self.lesson.ways
        shown = {drill.id for drill in drills().values() if ways.way_with(drill.tip) != "skip"}
        in_hand = [one for one in ways.drills if one in shown]
        self._filling = True
        for one, box in self.ticks.items():
            show_only_if(one in shown, box)
            box.value = one in in_hand
        self._filling = False
        skipped = [drill.title for drill in drills().values() if drill.id not in shown]
        show(
            self.skipped,
            f"<p><small>Skipped, by your choice: {escape(', '.join(skipped))}.</small></p>" if skipped else "",
        )
        panels = tuple(self._panel(one) for one in in_hand)
        if self.panels.children != panels:
            self.panels.children = panels

    def _panel(self, drill: str) -> DrillPanel:
        """The panel of a drill, made once, so that what is typed stays."""
        if drill not in self._made:
            self._made[drill] = DrillPanel(self.lesson, drills()[drill])
        return self._made[drill]
