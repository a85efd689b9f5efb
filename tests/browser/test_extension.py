"""The extension on its own, in a page that is no JupyterLab: what it runs, and what it leaves alone."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

import pytest
from playwright.sync_api import Browser, Page

from rapportkit.manifest import MANIFEST, sum_of

pytestmark = pytest.mark.browser

SECURE, PLAIN = "https://lab.test", "http://lab.test"
"""A browser has `crypto.subtle` on the first address only."""

LESSON = [
    "# Settings: leave these empty\nSAMPLE = ''",
    'print("é", "ß", "\U0001f41d", "\u2028")',
    "a = '\\t'\t\r\n# \x7f\x00",
]

# As much of JupyterLab as the extension touches; `given` says what is opened and what happens meanwhile.
LAB = """async given => {
    const cell = source => ({type: 'code', source, sharedModel: {getSource() { return this.source }, source}});
    const ran = [];
    const CodeCell = {execute: async cell => {
        ran.push(cell.model.source);
        if (given.meanwhile === 'edited later' && ran.length === 2) cells[3].sharedModel.source += ' ';
        return {content: {status: given.meanwhile === 'an error' ? 'error' : 'ok'}};
    }};
    const ours = {get: async () => () => ({CodeCell}), loaded: 1};
    const other = {get: async () => () => ({CodeCell: {}})};
    await window._JUPYTERLAB.rapportkit.init({'@jupyterlab/cells': {'3.0.0': other, '4.0.0': ours}});
    const {default: plugin} = (await window._JUPYTERLAB.rapportkit.get('./extension'))();
    let asked, extension;
    const fetch = window.fetch;
    window.fetch = (...what) => asked = fetch(...what);
    plugin.activate({docRegistry: {addWidgetExtension: (_, given) => extension = given}});
    const cells = [{type: 'markdown'}, ...given.code.map(cell)];
    let started;
    const sessionContext = {session: null, ready: new Promise(resolve => started = resolve)};
    const panel = {isDisposed: false, node: document.body, content: {widgets: cells.map(model => ({model}))}};
    extension.createNew(panel, {ready: Promise.resolve(), model: {cells}, sessionContext});
    // The list has come, and any sum of so short a text is done.
    await asked;
    await new Promise(resolve => setTimeout(resolve, 50));
    const before = ran.length;
    if (given.meanwhile === 'edited') cells[1].sharedModel.source += ' ';
    if (given.meanwhile === 'closed') panel.isDisposed = true;
    sessionContext.session = {kernel: given.meanwhile === 'no kernel' ? null : {requestExecute: () => {}}};
    started();
    await new Promise(resolve => setTimeout(resolve, 50));
    return {before, ran};
}"""


class Opened:
    """A page with the extension, whose manifest lists LESSON."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self.manifest = json.dumps({"lessons": {"lesson.ipynb": sum_of(notebook(LESSON))}})
        page.route("**/lab.test/**", lambda route: route.fulfill(body="<title>Lab</title>", content_type="text/html"))
        page.route("**/manifest.json", lambda route: route.fulfill(body=self.manifest))
        page.route("**/remoteEntry.js", lambda route: route.fulfill(path=MANIFEST.with_name("remoteEntry.js")))

    def runs(self, code: list[str], meanwhile: str = "", address: str = SECURE) -> list[str]:
        """The cells that ran of a notebook with this code, none of them before there is a kernel."""
        self.page.goto(address)
        self.page.add_script_tag(url=f"{address}/lab/extensions/rapportkit/remoteEntry.js")
        assert self.page.evaluate("() => !!crypto.subtle") == (address == SECURE)
        told: dict[str, Any] = self.page.evaluate(LAB, {"code": code, "meanwhile": meanwhile})
        assert told["before"] == 0
        ran: list[str] = told["ran"]
        return ran


def notebook(code: list[str]) -> dict[str, Any]:
    return {"cells": [{"cell_type": "code", "source": source} for source in code]}


@pytest.fixture(scope="module")
def opened(browser: Browser) -> Iterator[Opened]:
    with browser.new_context() as window:
        yield Opened(window.new_page())


@pytest.mark.parametrize("address", [SECURE, PLAIN])
def test_a_listed_lesson_runs_once(opened: Opened, address: str) -> None:
    assert opened.runs(LESSON, address=address) == LESSON


@pytest.mark.parametrize("address", [SECURE, PLAIN])
@pytest.mark.parametrize(
    "code",
    [
        [LESSON[0] + " ", *LESSON[1:]],
        [*LESSON[:2], LESSON[2].replace("\r", "")],
        [*LESSON, "print()"],
        LESSON[:2],
        [LESSON[1], LESSON[0], LESSON[2]],
        ["\n".join(LESSON)],
        [],
    ],
    ids=["a-space-more", "a-sign-less", "a-cell-more", "a-cell-less", "another-order", "in-one-cell", "no-code"],
)
def test_any_other_code_does_not_run(opened: Opened, code: list[str], address: str) -> None:
    assert opened.runs(code, address=address) == []


@pytest.mark.parametrize("length", [0, 1, 50, 51, 52, 53, 58, 59, 60, 61, 115, 125, 1_000])
def test_both_ways_to_the_sum_agree_where_blocks_end(opened: Opened, length: int) -> None:
    code = ["#" + "x" * length]
    opened.manifest = json.dumps({"lessons": {"any.ipynb": sum_of(notebook(code))}})
    try:
        assert opened.runs(code, address=PLAIN) == opened.runs(code, address=SECURE) == code
    finally:
        opened.manifest = json.dumps({"lessons": {"lesson.ipynb": sum_of(notebook(LESSON))}})


@pytest.mark.parametrize("meanwhile", ["edited", "closed", "no kernel"])
def test_what_changes_while_the_kernel_starts_is_seen(opened: Opened, meanwhile: str) -> None:
    assert opened.runs(LESSON, meanwhile) == []


@pytest.mark.parametrize("meanwhile", ["edited later", "an error"])
def test_what_changes_or_fails_in_the_first_panel_stops_those_below(opened: Opened, meanwhile: str) -> None:
    assert opened.runs(LESSON, meanwhile) == LESSON[:2]


@pytest.mark.parametrize(
    "manifest", ["", "<html>", "{}", "null", '{"lessons": null}', '{"lessons": [null, "undefined"]}']
)
def test_without_a_list_nothing_runs(opened: Opened, manifest: str) -> None:
    opened.manifest, kept = manifest, opened.manifest
    try:
        assert opened.runs(LESSON) == []
    finally:
        opened.manifest = kept
