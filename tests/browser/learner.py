"""A learner at the screen: opens lessons, presses, types, brings and takes files, and looks at what is there."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import ConsoleMessage, Locator, Page, Request, expect

PATIENCE = 20_000
"""Milliseconds until something that should show counts as missing; two cores are often shared."""

# JupyterLab's indicator says "idle" before any kernel is there, so the kernel's name counts too.
READY = """() => {
    const lesson = document.querySelector('.jp-NotebookPanel:not(.lm-mod-hidden)');
    const kernel = lesson?.querySelector('.jp-Toolbar-kernelName')?.innerText ?? 'No Kernel';
    const status = lesson?.querySelector('.jp-Notebook-ExecutionIndicator')?.dataset.status;
    return kernel !== 'No Kernel' && status === 'idle';
}"""
RAN = ".jp-NotebookPanel:not(.lm-mod-hidden)[data-rapportkit=ran]"
"""What the extension says of a lesson that it has run."""

# Every code cell but the one with the settings shows something; what was there before a restart does not count.
ALL_SHOWN = """() => {
    const cells = document.querySelectorAll('.jp-NotebookPanel:not(.lm-mod-hidden) .jp-CodeCell');
    const shown = [...cells].filter(cell => cell.querySelector('.rk-view:not([data-before]), .rk-example'));
    return cells.length > 0 && shown.length === cells.length - 1 && !document.querySelector('[data-before]');
}"""
REMEMBER = "() => document.querySelectorAll('.rk-view').forEach(view => view.dataset.before = 'yes')"

LAID_OUT = """() => {
    const lesson = document.querySelector('.jp-NotebookPanel:not(.lm-mod-hidden)');
    return lesson.getBoundingClientRect().right <= window.innerWidth;
}"""
CONTRAST = Path(__file__).with_name("contrast.js").read_text(encoding="utf-8")
TOO_WIDE = """(selector) => [...document.querySelectorAll(selector)].flatMap(panel => {
    const edge = Math.min(panel.getBoundingClientRect().right, window.innerWidth) + 1;
    const out = [panel, ...panel.querySelectorAll('*')].filter(it => it.checkVisibility());
    const around = [];
    for (let at = panel; at; at = at.parentElement) {
        const scrolls = ['auto', 'scroll'].includes(getComputedStyle(at).overflowX);
        if (scrolls && at.scrollWidth > at.clientWidth + 1) around.push(`scrolls sideways: ${at.className}`);
    }
    const beyond = out.filter(it => it.getBoundingClientRect().right > edge);
    const words = (it) => [...it.childNodes].some(child => child.nodeType === 3 && child.textContent.trim());
    const spilt = out.filter(it => it.clientWidth && it.scrollWidth > it.clientWidth + 1 && words(it));
    const named = (what, them) => them.map(it => `${what}: ${it.tagName} ${it.className} ${it.innerText ?? ''}`);
    return [...around, ...named('beyond the edge', beyond), ...named('spills over', spilt)];
})"""

LEFT_FROM_BEFORE = "Error: widget model not found"
"""What JupyterLab logs on opening a lesson that it had saved with panels in it: they come back by Run All Cells."""

OURS = ".rk-view, .rk-example"
JUPYTERS_OWN = {
    ("aria-required-children", ".jp-WindowedPanel-viewport"): "a feed of cells, none of which is an article",
    ("aria-allowed-attr", "jp-button["): "a button of the file list that says whether it is pressed",
}
"""What axe finds in JupyterLab itself around a lesson: the rule, how the place begins, what it is; not ours to mend."""
WCAG_22_AA = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]


class Learner:
    """One page of a browser, and all that went wrong on it."""

    def __init__(self, page: Page, address: str) -> None:
        self.page = page
        self._address = urlsplit(address)
        self.went_wrong: list[str] = []
        self._opening = False
        page.on("console", self._hear)
        page.on("pageerror", lambda error: self.went_wrong.append(f"page error: {error}"))
        page.on("request", self._watch)

    def open(self, lesson: str) -> None:
        """Open a lesson by its address, which runs it."""
        # JupyterLab keeps its tabs on the server: without `reset`, those of another test would be there too.
        query = f"{self._address.query}&reset"
        self._opening = True
        self.page.goto(self._address._replace(path=f"/doc/tree/{lesson}.ipynb", query=query).geturl())
        self.wait_until_it_ran()

    def follow(self, link: str) -> None:
        """Go to another lesson by a link on the page, the first of that name, which runs it."""
        before = self.page.url
        self._opening = True
        self.page.get_by_role("link", name=link, exact=True).first.click()
        self.page.wait_for_url(lambda url: url != before)
        self.wait_until_it_ran()

    def reload(self) -> None:
        """Load the page again, as after a night's sleep, which runs the lesson again."""
        self._opening = True
        self.page.reload()
        self.wait_until_it_ran()

    def wait_until_it_ran(self) -> None:
        """Wait until the lesson has run by itself, with no key pressed, and all panels are there."""
        self.page.locator(RAN).wait_for(timeout=3 * PATIENCE)
        self.wait_for_the_panels()

    def restart(self) -> None:
        """Kernel, Restart Kernel and Run All Cells, and yes."""
        self.page.evaluate(REMEMBER)
        self.choose_from_menu("Kernel", "Restart Kernel and Run All Cells…")
        self.page.get_by_role("dialog").get_by_role("button", name="Confirm Kernel Restart").click()
        self.wait_for_the_panels()

    def wait_for_the_kernel(self) -> None:
        """Wait until there is a kernel, and it is idle."""
        self.page.wait_for_function(READY, timeout=3 * PATIENCE, polling=50)

    def wait_for_the_panels(self) -> None:
        """Wait until every cell has shown what it has to show, and nothing runs any more."""
        self.page.wait_for_function(ALL_SHOWN, timeout=3 * PATIENCE, polling=50)
        self.wait_for_the_kernel()
        self._opening = False
        for failed in ("application/vnd.jupyter.error", "application/vnd.jupyter.stderr"):
            expect(self.page.locator(f'[data-mime-type="{failed}"]')).to_have_count(0)

    def choose_from_menu(self, menu: str, *items: str) -> None:
        """Click through the menu at the top."""
        self.page.get_by_role("menubar").get_by_role("menuitem", name=menu, exact=True).click()
        for item in items:
            # Not by role: JupyterLab gives a submenu none.
            self.page.locator(".lm-Menu-itemLabel").get_by_text(item, exact=True).click()

    def panel(self, title: str) -> Locator:
        """The panel under this heading."""
        heading = self.page.get_by_role("heading", name=title, exact=True, level=3)
        return self.page.locator(".rk-view").filter(has=heading)

    def press(self, panel: Locator, button: str) -> None:
        """Click a button of a panel."""
        panel.get_by_role("button", name=button).click()

    def write(self, panel: Locator, field: str, text: str) -> None:
        """Type into a field, in place of what was in it."""
        box = panel.get_by_label(field)
        box.click()
        box.press("ControlOrMeta+a")
        box.press("Delete")
        self.page.keyboard.type(text)
        expect(box).to_have_value(text)

    def bring(self, panel: Locator, button: str, name: str, data: bytes, kind: str) -> None:
        """Choose a file in the dialog that a button opens; it is called by its words alone, with no number behind."""
        with self.page.expect_file_chooser() as dialog:
            panel.get_by_role("button", name=button, exact=True).click()
        dialog.value.set_files({"name": name, "mimeType": kind, "buffer": data})

    def take(self, panel: Locator, link: str) -> tuple[str, bytes]:
        """The name and the bytes of what a link saves on the learner's machine."""
        with self.page.expect_download() as download:
            panel.get_by_role("link", name=link).click()
        return download.value.suggested_filename, Path(download.value.path()).read_bytes()

    def hears(self, panel: Locator, sentence: str) -> None:
        """Wait for what a screen reader is told of a panel."""
        expect(panel.get_by_role("status").filter(has_text=sentence)).to_be_visible()

    def finds_no_fault(self) -> None:
        """Fail on what went wrong so far, and on what shuts anybody out of our panels."""
        faults = [*self.went_wrong, *barriers(self.page)]
        assert not faults, "\n".join(faults)

    def sees(self, theme: str) -> None:
        """Settings, Theme, and one of JupyterLab's."""
        self.choose_from_menu("Settings", "Theme", theme)
        expect(self.page.locator("body")).to_have_attribute("data-jp-theme-name", theme)

    @contextmanager
    def at_width(self, width: int) -> Iterator[None]:
        """The same page, as wide as this for a moment."""
        with self._in_a_window(width=width):
            yield

    @contextmanager
    def at_height(self, height: int) -> Iterator[None]:
        """The same page, as high as this for a moment."""
        with self._in_a_window(height=height):
            yield

    @contextmanager
    def _in_a_window(self, **sizes: int) -> Iterator[None]:
        before = self.page.viewport_size
        assert before
        self.page.set_viewport_size({"width": before["width"], "height": before["height"], **sizes})
        self.page.wait_for_function(LAID_OUT, polling=50)
        yield
        self.page.set_viewport_size(before)

    def _hear(self, message: ConsoleMessage) -> None:
        if message.type == "error" and not (self._opening and message.text.startswith(LEFT_FROM_BEFORE)):
            self.went_wrong.append(f"console: {message.text} ({message.location.get('url', '')})")

    def _watch(self, request: Request) -> None:
        where = urlsplit(request.url)
        if where.scheme in ("http", "https", "ws", "wss") and where.hostname != self._address.hostname:
            self.went_wrong.append(f"asked another machine: {request.url}")


def barriers(page: Page) -> list[str]:
    """What axe finds on the whole page, by WCAG 2.2 AA, less JupyterLab's own; one sentence for each element."""
    results: dict[str, Any] = Axe().run(page, None, {"runOnly": WCAG_22_AA}).response
    return [
        f"{found['id']}: {found['help']}: {node['target']} {node['html'][:300]}"
        for found in results["violations"]
        for node in found["nodes"]
        if not any(found["id"] == rule and node["target"][0].startswith(where) for rule, where in JUPYTERS_OWN)
    ]


def too_faint(page: Page) -> list[str]:
    """What stands out too little from its background in our panels and examples, one sentence for each."""
    found: list[str] = page.evaluate(CONTRAST, OURS)
    return found


def too_wide(page: Page) -> list[str]:
    """What of ours reaches beyond its panel, or makes anything around it scroll sideways."""
    found: list[str] = page.evaluate(TOO_WIDE, OURS)
    return found
