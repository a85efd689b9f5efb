"""The frame that all views share: fields, buttons, a message line, and what happens on a click."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from datetime import date
from functools import cache
from html import escape
from threading import RLock
from typing import Any

import ipywidgets as widgets

from rapportkit.errors import RapportError
from rapportkit.views.looks import layout, looks, style_of, stylesheet
from rapportkit.views.pause import Pause

OUR_FAULT = (
    "Something broke on our side, so nothing new was saved. Your words are still on the screen: "
    "copy them somewhere safe, then load this page again."
)

COLUMN = "rk-column"
ABOVE = "rk-above"
"""What bears this class stands above the panel's message, and what comes after it below: the style sheet sees to it."""

SEEN = """ onanimationstart="this.onanimationstart = null; this.scrollIntoView({block: 'nearest'})\""""
"""Scrolls a new message into view, once, if it is out of sight; the style sheet begins the animation."""

_ONE_AT_A_TIME = RLock()
"""JupyterLab may tell a kernel of clicks and of typing on two threads; a panel does one thing after the other."""


class View(widgets.VBox):
    """
    A panel of a lesson: a heading, fields, and a message line that a screen reader announces.

    Handlers are named methods; `when_clicked` and `when_changed` tie them to controls so that what goes wrong
    is said on the message line. A test calls the method and sees it raise. The message stands right below the row of
    the control that was used; before any was, above what is *below*. Without a title a view is a part of another panel.
    """

    _used: widgets.Widget | None = None
    """The control that is being answered, on the whole page: a panel may speak when another's button was pressed."""

    _complaint = ""
    """What went wrong last, as it stands on the message line: it goes when a press goes well."""

    def __init__(self, title: str, *children: widgets.Widget, below: Sequence[widgets.Widget] = ()) -> None:
        self.message = html("", "rk-message", role="status")
        head = [_sheet(), html(f"<h3>{escape(title)}</h3>", "rk-title")] if title else []
        self._above: tuple[widgets.Widget, ...] = ()
        super().__init__([*head, *children, self.message, *below], _dom_classes=("rk-view",), layout=layout())

    def tell(self, sentence: str, *, careful: bool = False) -> None:
        """Say something on the message line, as plain text, below the control that was used; in amber if *careful*."""
        way = _way_to(View._used, self) if sentence else ()
        if way and way != self._above:
            for box in self._above:
                box.remove_class(ABOVE)
            for box in way:
                box.add_class(ABOVE)
            self._above = way
        looks_so = ' class="rk-careful"' if careful else ""
        told = f'<div role="status"{looks_so}{SEEN if way else ""}>{escape(sentence)}</div>'
        pressed_again = told == self.message.value and isinstance(View._used, widgets.Button)
        self.message.value = f"{told} " if pressed_again else told  # what does not change is not heard

    def when_clicked(self, button: widgets.Button, handler: Callable[[], None]) -> None:
        """Call *handler* on a click."""
        button.on_click(lambda _: self.safely(handler, button))

    def when_changed(self, control: widgets.Widget, handler: Callable[[], None]) -> None:
        """Call *handler* when the value of a choice, a date or an upload has changed."""
        control.observe(lambda _: self.safely(handler, control), names="value")

    def when_typing_pauses(self, handler: Callable[[], None], *fields: widgets.Widget) -> None:
        """Call *handler* when nobody has typed into *fields* for a moment."""
        typed_into = fields[0]

        def typed(change: Any) -> None:
            nonlocal typed_into
            typed_into = change["owner"]
            pause.begin()

        pause = Pause(lambda: self.safely(handler, typed_into))
        for one in fields:
            one.observe(typed, names="value")

    def safely(self, handler: Callable[[], None], used: widgets.Widget | None = None) -> None:
        """Call *handler*, which answers *used*, one at a time on the page; say what went wrong, ours or theirs."""
        with _ONE_AT_A_TIME:
            before, View._used = View._used, used
            try:
                handler()
                if self._complaint == self.message.value != "" and isinstance(used, widgets.Button):
                    self.tell("")
            except RapportError as error:
                self.tell(str(error))
                self._complaint = self.message.value
            except Exception:
                self.tell(OUR_FAULT)
                raise
            finally:
                View._used = before


@cache
def _sheet() -> widgets.HTML:
    """
    The style sheet, as one piece that stands in each panel: any of them may be alone on the page, or on the screen.

    Since it is one and the same, it travels to the browser once, however many panels show it.
    """
    return widgets.HTML(f"<style>{stylesheet()}</style>", layout=layout(display="none"), style=style_of(widgets.HTML))


def _way_to(control: widgets.Widget | None, box: widgets.Widget) -> tuple[widgets.Widget, ...]:
    """The boxes from a child of *box* to the one that holds *control*, through columns only; none if nothing does."""
    for child in getattr(box, "children", ()) if control else ():
        further = _way_to(control, child)
        if child is control or further:
            return (child, *(further if COLUMN in child._dom_classes else ()))
    return ()


def show_only_if(needed: object, *controls: widgets.DOMWidget) -> None:
    """Take *controls* off the page, or put them back; they keep what they hold."""
    for control in controls:
        width = control.layout.width
        control.layout = layout(width) if needed else layout(width, "none")


def html(content: str, *classes: str, role: str | None = None) -> widgets.HTML:
    """A piece of page. *content* is HTML: whatever a person typed in it has gone through `escape`."""
    return widgets.HTML(
        _role(role, content) if role else content,
        _dom_classes=("rk-prose", *classes),
        layout=layout(),
        style=style_of(widgets.HTML),
    )


def _role(role: str, content: str) -> str:
    return f'<div role="{role}">{content}</div>'


def show(piece: widgets.HTML, content: str, role: str = "status") -> None:
    """Put new *content* (HTML) into a piece that a screen reader announces."""
    piece.value = _role(role, content)


def one_line(label: str, value: str = "", hint: str = "") -> widgets.Text:
    """A field of one line, its label above it."""
    return field(widgets.Text, label, value=value, placeholder=hint)


def some_lines(label: str, value: str = "", hint: str = "", rows: int = 3) -> widgets.Textarea:
    """A field of several lines, its label above it."""
    return field(widgets.Textarea, label, value=value, placeholder=hint, rows=rows)


def choice(label: str, options: Iterable[tuple[str, Any]], value: Any = None) -> widgets.Dropdown:
    """A choice of one, its label above it. The first option is chosen unless *value* says otherwise."""
    options = tuple(options)
    known = [option for _, option in options]
    return field(widgets.Dropdown, label, options=options, value=value if value in known else known[0])


def day(label: str, value: date | None = None) -> widgets.DatePicker:
    """A field for a day, its label above it."""
    return field(widgets.DatePicker, label, value=value)


def tick(label: str, value: bool = False) -> widgets.Checkbox:
    """A box to tick, with its label behind it."""
    return widgets.Checkbox(
        value=value, description=label, indent=False, _dom_classes=("rk-tick",), **looks(widgets.Checkbox)
    )


def upload(label: str, accept: str, several: bool = False) -> widgets.FileUpload:
    """A button that brings a file, or *several*, from the learner's machine into the workbook."""
    return widgets.FileUpload(
        description=label,
        accept=accept,
        multiple=several,
        tooltip=label,  # shown, and file_buttons.js has it read, in place of the widget's own words, that end in "(0)"
        _dom_classes=("rk-button", "rk-upload"),
        **looks(widgets.FileUpload, "auto"),
    )


def uploaded(button: widgets.FileUpload) -> tuple[str, bytes] | None:
    """The name and the bytes of the file that was chosen, or None."""
    if not button.value:
        return None
    return str(button.value[0]["name"]), bytes(button.value[0]["content"])


def press(label: str, primary: bool = False) -> widgets.Button:
    """A button as wide as its words."""
    kind = "primary" if primary else ""
    shared = looks(widgets.Button, "auto")
    return widgets.Button(description=label, button_style=kind, _dom_classes=("rk-button",), **shared)


def row(*children: widgets.Widget) -> widgets.HBox:
    """Controls side by side, wrapped where the page is narrow."""
    return widgets.HBox(children, _dom_classes=("rk-row",), layout=layout())


def column(*children: widgets.Widget) -> widgets.VBox:
    """Controls one below the other; a message may stand between them."""
    return widgets.VBox(children, _dom_classes=(COLUMN,), layout=layout())


def landing(told: str) -> widgets.HTML:
    """A place out of sight for the focus, right before what a press brings onto the page; *told* is what is heard."""
    return html(f'<span onanimationstart="this.parentElement.tabIndex = -1">{escape(told)}</span>', "rk-landing")


def field(kind: Callable[..., Any], label: str, **more: Any) -> Any:
    """A control of that kind, as wide as the panel, its label above it."""
    style = style_of(kind, description_width="initial")
    return kind(description=label, _dom_classes=("rk-field",), layout=layout("100%"), style=style, **more)


def marked(text: str, spans: Sequence[tuple[int, int]]) -> str:
    """HTML of *text* with the words at *spans* marked; the spans are in order and do not overlap."""
    pieces, at = [], 0
    for start, end in spans:
        pieces += [escape(text[at:start]), f"<mark>{escape(text[start:end])}</mark>"]
        at = end
    return "".join((*pieces, escape(text[at:])))


def paragraphs(text: str) -> str:
    """HTML of running text whose paragraphs an empty line parts."""
    return "".join(f"<p>{escape(part)}</p>" for part in text.strip().split("\n\n"))


def download_link(label: str, name: str, data: bytes, kind: str) -> str:
    """HTML of a link that saves *data* as the file *name* on the learner's machine."""
    from base64 import b64encode

    body = b64encode(data).decode("ascii")
    return f'<a class="rk-download" download="{escape(name)}" href="data:{kind};base64,{body}">{escape(label)}</a>'
