"""My ways: the tips as the learner has them, and which of them they practise, replace or skip."""

from __future__ import annotations

from html import escape

import ipywidgets as widgets

from rapportkit.drills import drills
from rapportkit.practice import TIPS, Tip
from rapportkit.views._page import View, choice, column, html, landing, press, row, show, show_only_if, some_lines
from rapportkit.views.lesson import Lesson
from rapportkit.views.own_way import tips_as_html

CHOICES = (("practise it", "practise"), ("do something else instead", "replace"), ("skip it", "skip"))
HOW = (
    "<p>Some tips are hard on some people. Looking into eyes, smiling on time, quick answers: for many of us these "
    "cost more than they bring. Such a tip can be replaced, or skipped. You need give no reason, and the lesson is as "
    "complete without it. Where you look, how you smile, your accent, a stammer, your pace: nothing here marks any of "
    "these.</p>"
)
IN_SHORT = (
    "<p>This method has ten small tips for the talk, from eye contact to thinking before you speak. Is one of them "
    "hard on you? Say so once, here, and all lessons leave it out, or say it your way. You need give no reason.</p>"
)


def my_ways(lesson: Lesson, in_short: bool = False) -> Ways:
    """
    The panel in which the learner says what they do with each tip.

    With *in_short* it asks in two sentences, and the choices come when a button is pressed.
    """
    return Ways(lesson, in_short)


class Ways(View):
    """The tips as the learner has them, a choice for each, and a field for what to do instead of one."""

    def __init__(self, lesson: Lesson, in_short: bool = False) -> None:
        self.lesson = lesson
        self.choices: dict[Tip, widgets.Dropdown] = {}
        self.fields: dict[Tip, widgets.Textarea] = {}
        self.open_button = press("Choose, tip by tip")
        self.begins = landing("The tips begin here")
        self.pairs = column(self.begins)
        self.instead = column()
        self.tips = html("")
        self.summary = html("")
        asked = (html(IN_SHORT), row(self.open_button)) if in_short else (html(HOW), self.tips)
        super().__init__("My ways", *asked, self.pairs, self.instead, self.summary)
        self.when_clicked(self.open_button, self.show_choices)
        if not in_short:
            self._offer()
        self._show()

    def show_choices(self) -> None:
        """Show the choices, and go there."""
        if not self.choices:
            self._offer()
            self._show()
        show_only_if(False, self.open_button)
        self.begins.focus()

    def _offer(self) -> None:
        ways = self.lesson.ways
        self.choices = {tip: choice(says, CHOICES, ways.way_with(tip)) for tip, says in TIPS.items()}
        controls = list(self.choices.values())
        self.pairs.children = (self.begins, *(row(*controls[at : at + 2]) for at in range(0, len(controls), 2)))
        for control in controls:
            self.when_changed(control, self.keep)

    def keep(self) -> None:
        """Keep what is chosen, and ask what to do instead of the tips that are replaced."""
        self._save(typing=False)
        self._show()

    def keep_typed(self) -> None:
        """Keep what is typed."""
        self._save(typing=True)
        self.tips.value = tips_as_html(self.lesson.ways)

    def _save(self, *, typing: bool) -> None:
        tips = {tip: control.value for tip, control in self.choices.items() if control.value != "practise"}
        instead = self.lesson.ways.instead | {tip: field.value for tip, field in self.fields.items() if field.value}
        self.lesson.keep_ways(self.lesson.ways.with_(tips=tips, instead=instead), typing=typing)

    def _show(self) -> None:
        ways = self.lesson.ways
        self.tips.value = tips_as_html(ways)
        self.instead.children = [self._field(tip) for tip in self.choices if ways.way_with(tip) == "replace"]
        skipped = [TIPS[tip].lower() for tip in TIPS if ways.way_with(tip) == "skip"]
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
