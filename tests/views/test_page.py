from __future__ import annotations

import asyncio

import pytest

from rapportkit.errors import InvalidValue
from rapportkit.views import _page
from rapportkit.views._page import (
    OUR_FAULT,
    Pause,
    View,
    download_link,
    one_line,
    press,
    show_only_if,
    stylesheet,
)


def test_controls_share_their_looks_and_one_that_is_hidden_hides_no_other() -> None:
    here, there = press("One"), press("Two")
    assert here.layout is there.layout
    assert one_line("One").style is one_line("Two").style

    show_only_if(False, here)
    assert here.layout.display == "none"
    assert there.layout.display is None

    show_only_if(True, here)
    assert here.layout is there.layout


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


def test_without_a_loop_a_pause_is_over_at_once() -> None:
    called: list[int] = []

    Pause(lambda: called.append(1)).begin()

    assert called == [1]


def test_with_a_loop_many_keys_are_one_call(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(_page, "PAUSE", 0.02)
    called: list[int] = []
    pause = Pause(lambda: called.append(1))

    async def type_quickly() -> None:
        for _ in range(5):
            pause.begin()
            await asyncio.sleep(0.001)
        await asyncio.sleep(0.1)

    asyncio.run(type_quickly())

    assert called == [1]


def test_a_download_link_escapes_its_words() -> None:
    link = download_link("A & B", 'x".ics', b"hi", "text/calendar")

    assert "A &amp; B" in link
    assert 'download="x&quot;.ics"' in link
    assert "base64,aGk=" in link


def test_headings_of_tables_are_not_broken_within_a_word() -> None:
    assert ".rk-prose th { overflow-wrap: normal; }" in stylesheet()
