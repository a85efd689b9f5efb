"""Enter in a field of one line, told from leaving the field."""

from __future__ import annotations

from collections.abc import Callable

import ipywidgets as widgets

from rapportkit.views._page import View
from rapportkit.views.pause import Pause


class OnEnter:
    """
    Calls *handler* of *view* when Enter is pressed in *field*.

    Leaving the field tells the same value, but for a message of its own. The browser sends that one first, and then
    what was typed, which it tells only where it is new.
    """

    def __init__(self, view: View, field: widgets.Text, handler: Callable[[], None]) -> None:
        self._handler = handler
        self._pressed = False
        self._told = Pause(lambda: view.safely(self._if_pressed))
        field.on_msg(self._hear)
        view.when_changed(field, self._if_pressed)

    def _hear(self, _field: object, content: dict[str, object], _buffers: object) -> None:
        if content.get("event") == "submit":
            self._pressed = True
            self._told.begin()

    def _if_pressed(self) -> None:
        if self._pressed:
            self._pressed = False
            self._handler()
