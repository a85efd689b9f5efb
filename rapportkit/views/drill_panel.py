"""One drill: what to do, another way to do it, something to type or tick with an answer at once, and the log."""

from __future__ import annotations

from html import escape

import ipywidgets as widgets

from rapportkit.drills import Drill, Notice
from rapportkit.practice import TIPS
from rapportkit.views._page import View, html, paragraphs, show, tick
from rapportkit.views.drill_text import DrillText
from rapportkit.views.how_sure import claim_as_html
from rapportkit.views.lesson import Lesson
from rapportkit.views.log_it import LogIt
from rapportkit.views.moment import Moment

ONLY_YOU = "<p>Only you can tell. Tick what was so.</p>"


class DrillPanel(View):
    """A drill on the screen; which of its parts are there depends on what the drill has."""

    def __init__(self, lesson: Lesson, drill: Drill) -> None:
        self.lesson = lesson
        self.drill = drill
        self.moments = [Moment(question) for question in drill.questions]
        self.text = DrillText(lesson, drill) if drill.asks else None
        self.notices = [tick(notice.says) for notice in drill.notices]
        self.noticed = html("")
        self.log_it = LogIt(lesson, drill.id, drill.minutes)
        self.other_way = html("")
        super().__init__("", self._head(), self.other_way, *self._parts(), _evidence(drill), self.log_it)
        self.add_class("rk-drill")
        for box in self.notices:
            self.when_changed(box, self.notice)
        lesson.when_kept(self.renew)
        self.renew()

    def renew(self) -> None:
        """Show the other ways: open, with the learner's own, where they replace this tip; their choices respect it."""
        ways = self.lesson.ways
        replaced = ways.way_with(self.drill.tip) == "replace"
        own = ways.instead.get(self.drill.tip, "").strip() if replaced else ""
        for moment in self.moments:
            moment.respect(replaced=replaced)
        page = _other_ways(self.drill, replaced, own)
        if self.other_way.value != page:
            self.other_way.value = page

    def notice(self) -> None:
        """Say what to make of what was ticked; nothing of it is kept or counted."""
        ticked = [one for box, one in zip(self.notices, self.drill.notices, strict=True) if box.value]
        show(self.noticed, "".join(map(_notice, ticked)))

    def _head(self) -> widgets.HTML:
        drill = self.drill
        soft = f"{drill.minutes} minutes. The tip: {TIPS[drill.tip].lower()}."
        return html(f"<h4>{escape(drill.title)}</h4><p><small>{escape(soft)}</small></p>{paragraphs(drill.do)}")

    def _parts(self) -> list[widgets.Widget]:
        parts: list[widgets.Widget] = [*self.moments]
        if self.text:
            parts.append(self.text)
        if self.notices:
            parts += [html(ONLY_YOU), *self.notices, self.noticed]
        return parts


def _other_ways(drill: Drill, replaced: bool, own: str) -> str:
    listed = "".join(f"<p><strong>{escape(way.whom)}.</strong> {escape(way.do)}</p>" for way in drill.variants)
    said = f"<p>In your own words: {escape(own)}</p>" if own else ""
    summary = "Your way: in place of this tip" if replaced else "Does this not suit you? Another way"
    return f"<details{' open' if replaced else ''}><summary>{summary}</summary>{said}{listed}</details>"


def _notice(notice: Notice) -> str:
    return f"<p><strong>{escape(notice.says)}.</strong> {escape(notice.then)}</p>"


def _evidence(drill: Drill) -> widgets.HTML:
    claims = "".join(map(claim_as_html, drill.evidence))
    return html(f"<details><summary>How sure are we?</summary>{claims}</details>")
