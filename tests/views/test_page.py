from __future__ import annotations

import pytest

from rapportkit.errors import InvalidValue
from rapportkit.views._page import (
    OUR_FAULT,
    View,
    column,
    download_link,
    one_line,
    press,
    row,
    show_only_if,
)
from rapportkit.views.looks import stylesheet


def test_controls_share_their_looks_and_one_that_is_hidden_hides_no_other() -> None:
    here, there = press("One"), press("Two")
    assert here.layout is there.layout
    assert one_line("One").style is one_line("Two").style

    show_only_if(False, here)
    assert here.layout.display == "none"
    assert there.layout.display is None

    show_only_if(True, here)
    assert here.layout is there.layout


def test_each_panel_holds_the_style_sheet_and_it_travels_once_for_all() -> None:
    one, other, part = View("A panel"), View("Another"), View("", press("Go"))

    assert "rk-view" in one.children[0].value
    assert one.children[0] is other.children[0]
    assert one.children[0].layout.display == "none"
    assert all("<style>" not in getattr(child, "value", "") for child in (*one.children[1:], *part.children))


def test_what_a_person_can_mend_is_said_on_the_message_line() -> None:
    view, button = View("A panel"), press("Go")

    def refuse() -> None:
        raise InvalidValue("The <day> is missing.")

    view.when_clicked(button, refuse)
    button.click()

    assert "The &lt;day&gt; is missing." in view.message.value
    assert 'role="status"' in view.message.value


def test_a_slip_of_ours_is_owned_and_still_raised() -> None:
    view = View("A panel")

    def slip() -> None:
        raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        view.safely(slip)

    assert OUR_FAULT.split(":", maxsplit=1)[0] in view.message.value


def above_the_message(view: View) -> list[object]:
    """The boxes that bear the class after which the style sheet puts the message, the panel's own children first."""
    found, waiting = [], list(view.children)
    while waiting:
        box = waiting.pop(0)
        found += [box] if "rk-above" in box._dom_classes else []
        waiting += getattr(box, "children", ())
    return found


def test_a_message_stands_below_the_row_of_the_button_that_was_pressed() -> None:
    first, second = press("One"), press("Two")
    rows = row(first), row(second)
    view = View("A panel", *rows)
    view.when_clicked(first, lambda: view.tell("One."))
    view.when_clicked(second, lambda: view.tell("Two."))

    first.click()
    assert above_the_message(view) == [rows[0]]

    second.click()
    assert above_the_message(view) == [rows[1]]
    assert "Two." in view.message.value


def test_in_a_column_it_stands_below_that_very_control() -> None:
    upper, lower = press("One"), press("Two")
    list_ = column(upper, row(lower))
    view = View("A panel", list_, press("Three"))
    view.when_clicked(upper, lambda: view.tell("One."))

    upper.click()

    assert above_the_message(view) == [list_, upper]


def test_it_stands_below_the_field_that_was_typed_into() -> None:
    name, job = one_line("Name"), one_line("Job")
    view = View("A panel", name, job)
    view.when_typing_pauses(lambda: view.tell("Saved."), name, job)

    job.value = "Baker"

    assert above_the_message(view) == [job]


def test_a_message_stays_where_it_is_when_another_panel_was_used() -> None:
    here, there = View("Here", own := press("Here")), View("There", other := press("There"))
    here.when_clicked(own, lambda: here.tell("Done."))
    there.when_clicked(other, lambda: here.tell("Renewed."))
    own.click()

    other.click()

    assert above_the_message(here) == [own]
    assert above_the_message(there) == []


def test_only_what_was_asked_for_scrolls_into_view() -> None:
    view, button = View("A panel"), press("Go")
    asked = View("Another", button)
    asked.when_clicked(button, lambda: asked.tell("Done."))
    view.tell("As it opens.")

    button.click()

    assert "scrollIntoView" not in view.message.value
    assert "scrollIntoView" in asked.message.value


def test_the_same_message_is_heard_again_when_the_button_is_pressed_again() -> None:
    view = View("A panel", button := press("Go"))
    view.when_clicked(button, lambda: view.tell("Saved."))
    button.click()
    heard: list[str] = []
    view.message.observe(lambda change: heard.append(change["new"]), names="value")

    button.click()
    button.click()

    assert len(heard) == 2


def test_a_download_link_escapes_its_words() -> None:
    link = download_link("A & B", 'x".ics', b"hi", "text/calendar")

    assert "A &amp; B" in link
    assert 'download="x&quot;.ics"' in link
    assert "base64,aGk=" in link


def test_headings_of_tables_are_not_broken_within_a_word() -> None:
    assert ".rk-prose th { overflow-wrap: normal; }" in stylesheet()
