"""My ways: which of the tips the learner practises, replaces or skips."""

from __future__ import annotations

from html import escape

import ipywidgets as widgets

from rapportkit.drills import drills
from rapportkit.practice import TIPS, Tip
from rapportkit.views._page import View, choice, column, html, row, show, some_lines
from rapportkit.views.lesson import Lesson

CHOICES = (("practise it", "practise"), ("do something else instead", "replace"), ("skip it", "skip"))
HOW = (
    "<p>Some tips are hard on some people. Looking into eyes, smiling on time, quick answers: for many of us these "
    "cost more than they bring. Such a tip can be replaced, or skipped. You need give no reason, and the lesson is as "
    "complete without it. Where you look, how you smile, your accent, a stammer, your pace: nothing here marks any of "
    "these.</p>"
)


def my_ways(lesson: Lesson) -> Ways:
    """The panel in which the learner says what they do with each tip."""
    return Ways(lesson)


class Ways(View):
    """A choice for each tip, and a field for what to do instead where a tip is replaced."""

    def __init__(self, lesson: Lesson) -> None:
        self.lesson = lesson
        ways = lesson.ways
        self.choices = {tip: choice(says, CHOICES, ways.way_with(tip)) for tip, says in TIPS.items()}
        self.fields: dict[Tip, widgets.Textarea] = {}
        self.instead = column()
        self.summary = html("")
        controls = list(self.choices.values())
        pairs = [row(*controls[at : at + 2]) for at in range(0, len(controls), 2)]
        super().__init__("My ways", html(HOW), *pairs, self.instead, self.summary)
        for control in controls:
            self.when_changed(control, self.keep)
        self._show()

    def keep(self) -> None:
        """Keep what is chosen, and ask what to do instead of the tips that are replaced."""
        self._save(typing=False)
        self._show()

    def keep_typed(self) -> None:
        """Keep what is typed."""
        self._save(typing=True)

    def _save(self, *, typing: bool) -> None:
        tips = {tip: control.value for tip, control in self.choices.items() if control.value != "practise"}
        instead = self.lesson.ways.instead | {tip: field.value for tip, field in self.fields.items() if field.value}
        self.lesson.keep_ways(self.lesson.ways.with_(tips=tips, instead=instead), typing=typing)

    def _show(self) -> None:
        chosen = {tip: control.value for tip, control in self.choices.items()}
        self.instead.children = [self._field(tip) for tip, way in chosen.items() if way == "replace"]
        skipped = [TIPS[tip].lower() for tip, way in chosen.items() if way == "skip"]
        show(
            self.summary,
            f"<p>You skip: {escape('; '.join(skipped))}. That is settled, and needs no reason.</p>" if skipped else "",
        )

    def _field(self, tip: Tip) -> widgets.Textarea:
        """The field for what to do instead of a tip, made once, with one way of others as an example."""
        if tip not in self.fields:
            example = next(drill.variants[0].do for drill in drills().values() if drill.tip == tip)
            known = self.lesson.ways.instead.get(tip, "")
            hint = f"For example: {example}"
            self.fields[tip] = some_lines(f"Instead of “{TIPS[tip].lower()}”, I", known, hint, rows=3)
            self.when_typing_pauses(self.keep_typed, self.fields[tip])
        return self.fields[tip]
