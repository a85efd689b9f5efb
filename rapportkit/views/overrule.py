"""A rule that is wrong about the answer on the screen: the coach's points in its place, and why."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from rapportkit.coaching.by_hand import ForPerson
from rapportkit.coaching.feedback import BY_RULE, WORDS
from rapportkit.coaching.typed import points_typed
from rapportkit.errors import InvalidValue
from rapportkit.views._page import View, choice, one_line, press, row, show_only_if

NO_LINE = -1
_NOTHING = ("No, the rules are right about this answer", NO_LINE)

Keep = Callable[[int, int | None, str], None]
"""Keeps a coach's mark: the line, its points (None: the rule stands again), and why."""


class Overrule(View):
    """A choice of the lines that rules have marked; what it asks is there when one is chosen."""

    def __init__(self, keep: Keep) -> None:
        self._keep = keep
        self._one: ForPerson | None = None
        self.line = choice("Is a rule wrong here?", [_NOTHING])
        self.points = one_line("Your points for this line")
        self.reason = one_line("Why, in a few words; the learner reads it")
        self.points.continuous_update = self.reason.continuous_update = False
        self.overrule_button, self.restore_button = press("Overrule the rule"), press("Let the rule stand again")
        self._asked = row(self.points, self.reason), row(self.overrule_button, self.restore_button)
        super().__init__("", self.line, *self._asked)
        self.when_changed(self.line, self.ask)
        self.when_clicked(self.overrule_button, self.overrule)
        self.when_clicked(self.restore_button, self.restore)
        self.show_for(None, {})

    def show_for(self, one: ForPerson | None, made: Mapping[int, int | None]) -> None:
        """Offer the lines of this answer that a rule has marked; *made* are the coach's points, by line."""
        self._one = one
        lines = enumerate(one.lines) if one else ()
        offered = [
            (f"Line {place + 1}: the rule says {WORDS[BY_RULE[line.state]]}{_yours(made.get(place))}", place)
            for place, line in lines
            if line.state in ("earned", "not yet")
        ]
        self.line.options = [_NOTHING, *offered]
        show_only_if(offered, self.line)
        self.ask()

    def ask(self) -> None:
        """Ask for the points, once a line is chosen."""
        chosen = self.line.value != NO_LINE and self._one is not None
        if chosen and self._one is not None:
            self.points.description = f"Your points for line {self.line.value + 1} (0 to {self._most})"
        self.points.value = self.reason.value = ""
        show_only_if(chosen, *self._asked)

    def overrule(self) -> None:
        """Put the coach's points in the place of the rule's; what the rule said is kept beside them."""
        one, typed = self._chosen(), self.points.value.strip()
        if not typed:
            raise InvalidValue(f"Type your points for this line first, 0 to {self._most}.")
        points = points_typed(one, f"{self.line.value + 1}={typed}")[self.line.value]
        why = self.reason.value.strip()
        if not why:
            raise InvalidValue("Say why first, in a few words: the learner reads it beside your points.")
        self._keep(self.line.value, points, why)

    def restore(self) -> None:
        """Take the coach's points for this line away, so that the rule's mark stands again."""
        self._chosen()
        self._keep(self.line.value, None, "")

    @property
    def _most(self) -> int:
        most: int = self._chosen().exercise.rubric[self.line.value].points
        return most

    def _chosen(self) -> ForPerson:
        if self._one is None or self.line.value == NO_LINE:
            raise InvalidValue("Choose the line about which the rule is wrong first.")
        return self._one


def _yours(points: int | None) -> str:
    return "" if points is None else f", you say {points}"
