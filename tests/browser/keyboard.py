"""Somebody without a mouse: from control to control by Tab, each used by its own keys."""

from __future__ import annotations

import re
from collections.abc import Callable
from itertools import pairwise
from typing import Any

from playwright.sync_api import Page

TYPED, THE_REST = "I once ", "kept a pigeon on a roof. Do you keep any?"
"""Key by key a panel has much to do, so only the beginning is."""

SPARED = re.compile(r"forget|upload|bring|choose|restore|download", re.IGNORECASE)
"""Buttons that a person would not press in passing: what is lost is lost, and a dialog for files waits for a file."""
STOPS = 5
"""A date and a time are several stops of Tab each."""

# What can be reached: in sight, not switched off; the field behind "Choose a file" has a button in front of it.
CONTROLS = """() => [...document.querySelectorAll('.rk-view :is(input, select, textarea, button, a[href], summary)')]
    .filter((it) => !it.disabled && it.type !== 'file' && it.checkVisibility({ visibilityProperty: true }))"""
NAME = """(it) => it.labels?.[0]?.innerText ?? (it.innerText || it.title)"""
HERE = f"""() => {{
    const all = ({CONTROLS})(), here = document.activeElement, used = (window.rkUsed ??= new WeakSet());
    const at = all.indexOf(here);
    if (at < 0) return {{ at, last: false }};
    const fresh = !used.has(here);
    used.add(here);
    const kind = here.tagName === 'INPUT' ? here.type : here.tagName.toLowerCase();
    const last = at === all.length - 1;
    return {{ at, last, fresh, kind, empty: !here.value, name: ({NAME})(here), count: all.length }};
}}"""
NAMES = f"() => ({CONTROLS})().map({NAME})"
TO_THE_FIRST = f"() => ({CONTROLS})()[0].focus()"

KEYS = {"select": "ArrowDown", "checkbox": "Space", "summary": "Enter", "date": "ArrowUp", "time": "ArrowUp"}


def use_everything(page: Page, wait: Callable[[], None]) -> list[str]:
    """
    Use each control of a lesson's panels with the keys alone, in the order of Tab; what was used, by name.

    *wait* is called after a press on a button, until what follows from it is there. A link is not followed.
    """
    used: list[str] = []
    page.evaluate("() => void (window.rkUsed = new WeakSet())")
    page.evaluate(TO_THE_FIRST)
    for _ in range(2_000):
        here: dict[str, Any] = page.evaluate(HERE)
        if here.get("fresh"):
            used.append(here["name"])
            _use(page, here, wait)
        if here["last"]:
            return used
        page.keyboard.press("Tab")
    raise AssertionError(f"Tab never comes to the end: {used[-5:]}")


def _use(page: Page, here: dict[str, Any], wait: Callable[[], None]) -> None:
    if here["kind"] in ("text", "textarea") and here["empty"]:
        page.keyboard.type(TYPED)
        page.keyboard.insert_text(THE_REST)
    elif here["kind"] == "button" and not SPARED.search(here["name"]):
        page.keyboard.press("Enter")
        wait()
    elif here["kind"] in KEYS:
        page.keyboard.press(KEYS[here["kind"]])


def _all_there(page: Page) -> list[str]:
    """The names of all controls, once no more of them come: a panel may still be on its way."""
    names: list[str] = []
    for _ in range(100):
        before, names = names, page.evaluate(NAMES)
        if names and names == before:
            break
        page.wait_for_timeout(200)
    return names


def missed_by_tab(page: Page) -> list[str]:
    """What Tab does not come by from the first control of a lesson to beyond the last, each in its turn."""
    names = _all_there(page)
    missed = dict(enumerate(names))
    page.evaluate(TO_THE_FIRST)
    way: list[int] = []
    for _ in range(STOPS * len(names)):
        here: dict[str, Any] = page.evaluate(HERE)
        if here["at"] >= 0:
            missed.pop(here["at"], None)
            way.append(here["at"])
        elif not missed:
            break
        page.keyboard.press("Tab")
    else:
        return [f"Tab never leaves '{names[way[-1]]}'"]
    turned = [f"'{names[after]}' comes after '{names[at]}'" for at, after in pairwise(way) if after < at]
    return [*missed.values(), *turned]
