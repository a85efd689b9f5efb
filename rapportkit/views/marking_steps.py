"""The ways on from an answer that is marked, by a button or by a letter and Enter: keep, on, back, take back."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

import ipywidgets as widgets

from rapportkit.coaching.pile import Pile
from rapportkit.views._page import View, press, row, show_only_if
from rapportkit.views.on_enter import OnEnter


class Ways(NamedTuple):
    """What is done on each way."""

    mark: Callable[[], None]
    next: Callable[[], None]
    back: Callable[[], None]
    take_back: Callable[[], None]
    to_first_open: Callable[[], None]
    write_back: Callable[[], None]


class MarkingSteps:
    """The part of the panel for marking that is pressed; each button is there where it leads somewhere."""

    def __init__(self, panel: View, points: widgets.Text, ways: Ways) -> None:
        self._points, self._ways = points, ways
        self.keep_button, self.undo_button = press("Keep and next", primary=True), press("Take back")
        self.next_button, self.back_button = press("Next"), press("Before")
        self.first_button = press("To the first that waits")
        self.write_button = press("3 Write what goes back", primary=True)
        self.row = row(
            self.keep_button, self.back_button, self.next_button, self.undo_button, self.first_button, self.write_button
        )
        panel.when_clicked(self.keep_button, ways.mark)
        panel.when_clicked(self.next_button, ways.next)
        panel.when_clicked(self.back_button, ways.back)
        panel.when_clicked(self.undo_button, ways.take_back)
        panel.when_clicked(self.first_button, ways.to_first_open)
        panel.when_clicked(self.write_button, ways.write_back)
        OnEnter(panel, points, self.enter)

    def enter(self) -> None:
        """Do what was typed into the field for points: mark and go on, or a letter."""
        typed = self._points.value.strip().casefold()
        letters = {"n": self._ways.next, "b": self._ways.back, "u": self._ways.take_back}
        if typed in letters:
            self._points.value = ""
        letters.get(typed, self._ways.mark)()

    def lay(self, pile: Pile | None, *, can_write: bool) -> None:
        """Leave the buttons that lead somewhere from here; that for writing only if somebody *can_write*."""
        show_only_if(pile, self.row)
        show_only_if(pile and not pile.ended, self.keep_button, self.next_button)
        show_only_if(pile and pile.left and (pile.ended or pile.left < len(pile.answers)), self.first_button)
        show_only_if(pile and pile.is_done and can_write, self.write_button)
