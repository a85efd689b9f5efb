"""What is typed arrives before the press that follows it, however long the kernel takes to answer."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Locator, expect

from rapportkit.cards import Card
from rapportkit.workbook.store import Workbook
from tests.browser.conftest import TALL, Running, started
from tests.browser.learner import PATIENCE, Learner

pytestmark = [pytest.mark.browser, pytest.mark.timeout(240)]

SLOW = """
window.rk = { held: null };
const own = Object.getOwnPropertyDescriptor(WebSocket.prototype, "onmessage");
Object.defineProperty(WebSocket.prototype, "onmessage", {
    ...own,
    set(hear) {
        own.set.call(this, (event) => (window.rk.held ? window.rk.held.push(() => hear(event)) : hear(event)));
    },
});
window.rk.release = () => { const held = window.rk.held; window.rk.held = null; held.forEach((hear) => hear()); };
"""
"""A page to which no answer comes while `rk.held` is a list: a kernel that is busy, as the page sees it."""

TYPES_AND_PRESSES = """([field, button, text]) => {
    for (let end = 1; end <= text.length; end++) {
        field.value = text.slice(0, end);
        field.dispatchEvent(new InputEvent("input", { bubbles: true }));
    }
    button?.click();
}"""
"""Key by key and the press at the end, all before the browser does anything else."""

LONG = "I baked bread on nights for nine years, and the hall was mine at four. Do you wake that early too?"


@pytest.fixture
def slow(browser: Browser, running: Running) -> Iterator[Learner]:
    """Somebody whose kernel can be slow."""
    with browser.new_context(viewport={"width": 1280, "height": TALL}) as window:
        window.set_default_timeout(PATIENCE)
        window.add_init_script(SLOW)
        yield Learner(window.new_page(), running.address)


def types_and_presses(learner: Learner, field: Locator, text: str, button: Locator | None = None) -> None:
    """Type at full speed and press in the same moment, while no answer comes."""
    here = [field.element_handle(), button.element_handle() if button else None, text]
    learner.page.evaluate("() => void (window.rk.held ??= [])")
    learner.page.evaluate(TYPES_AND_PRESSES, here)


def answers_come(learner: Learner) -> None:
    learner.page.evaluate("() => window.rk.release()")


def test_a_press_says_all_that_was_typed_before_it(slow: Learner) -> None:
    slow.open("06_rehearsal")
    partner = slow.panel("Practise with a partner made of rules")
    slow.press(partner, "Start a new talk")
    said = partner.get_by_label("What you say")

    types_and_presses(slow, said, LONG, partner.get_by_role("button", name="Say it"))
    answers_come(slow)

    expect(partner).to_contain_text(LONG)
    expect(said).to_have_value("")
    assert slow.went_wrong == []


def test_the_field_before_and_a_key_on_a_button_count_too(slow: Learner, running: Running) -> None:
    slow.open("00_welcome")
    card = slow.panel("Your card")
    when, then = card.get_by_label("If"), card.get_by_label("then I")

    types_and_presses(slow, when, "the hall is loud and I stand alone")
    types_and_presses(slow, then, "ask one person what brought them here")
    save = card.get_by_role("button", name="Save my card")
    save.focus()
    slow.page.keyboard.press("Enter")
    answers_come(slow)

    slow.hears(card, "Saved.")
    kept = Workbook(running.folder / "workbook.sqlite3", lambda: datetime.now(UTC)).latest(Card, "00_welcome")
    assert kept
    assert (kept.if_, kept.then) == ("the hall is loud and I stand alone", "ask one person what brought them here")


def test_a_page_that_is_loaded_again_in_the_same_moment_has_kept_the_last_key(slow: Learner) -> None:
    slow.open("06_rehearsal")
    recalled = slow.panel("From memory").locator("textarea").first

    types_and_presses(slow, recalled, LONG)
    slow.reload()

    expect(slow.panel("From memory").locator("textarea").first).to_have_value(LONG)


def test_a_page_without_a_notebook_keeps_the_order_too(browser: Browser, tmp_path: Path) -> None:
    with started(tmp_path, "--app") as server, browser.new_context() as window:
        window.set_default_timeout(PATIENCE)
        window.add_init_script(SLOW)
        reader = Learner(window.new_page(), server.address)
        reader.page.goto(server.address.replace("/voila", "/voila/render/00_welcome.ipynb"))
        card = reader.panel("Your card")

        types_and_presses(reader, card.get_by_label("then I"), LONG, card.get_by_role("button", name="Save my card"))
        answers_come(reader)

        reader.hears(card, "Saved.")
        kept = Workbook(server.folder / "workbook.sqlite3", lambda: datetime.now(UTC)).latest(Card, "00_welcome")
        assert kept
        assert kept.then == LONG
        assert reader.went_wrong == []


STRANGERS = """async () => {
    const { keepOrder } = await import("./in_order.js");
    const told = [];
    class WidgetModel {
        constructor(name, ...classes) { Object.assign(this, { name, classes, comm_live: true, _msg_buffer: null }); }
        get() { return this.classes; }
        send(content) { told.push(`${this.name} ${content}`); }
        sync(value) { this._msg_buffer = value; }
        send_sync_message(value) { told.push(`${this.name} ${value}`); }
        rememberLastUpdateFor() {}
    }
    keepOrder(WidgetModel);
    keepOrder(WidgetModel); // a second lesson on the same page
    const all = [["theirs"], ["first", "rk-field"], ["second", "rk-field"]];
    const [theirs, first, second] = all.map((it) => new WidgetModel(...it));
    theirs.sync("waits");
    first.sync("typed");
    theirs.send("pressed");
    second.sync("chosen");
    first.sync("typed on");
    new WidgetModel("ours", "rk-button").send("pressed");
    return told;
}"""


def test_widgets_that_are_not_ours_wait_as_they_always_did(slow: Learner, running: Running) -> None:
    slow.page.goto(running.address.replace("/doc/tree/00_welcome.ipynb", "/lab/extensions/rapportkit/package.json"))

    assert slow.page.evaluate(STRANGERS) == [
        "theirs pressed",
        "first typed",
        "second chosen",
        "first typed on",
        "ours pressed",
    ]
