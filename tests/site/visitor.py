"""Somebody at the site, and what their browser asked for."""

from __future__ import annotations

import time

from playwright.sync_api import BrowserContext, Locator

from tests.browser.learner import RAN, Learner

PATIENCE = 90_000
"""Milliseconds: Python itself starts in the page, and two cores are often shared."""

KEPT = """async () => {
    const name = (await indexedDB.databases()).map((it) => it.name).find((it) => it.startsWith("JupyterLite Storage"));
    const base = await new Promise((done) => (indexedDB.open(name).onsuccess = (it) => done(it.target.result)));
    const keys = base.transaction("files").objectStore("files").getAllKeys();
    await new Promise((done) => (keys.onsuccess = done));
    base.close();
    return keys.result.includes("workbook.sqlite3");
}"""
"""Whether the browser's storage holds a workbook."""


class Visitor(Learner):
    """Somebody at the site, and a list of everything that their browser asked for."""

    def __init__(self, window: BrowserContext, origin: str) -> None:
        self.asked: list[str] = []
        self.origin = origin
        window.on("request", lambda request: self.asked.append(request.url))
        super().__init__(window.new_page(), origin)

    def comes(self) -> None:
        """Open the address of the site, nothing more."""
        self.page.goto(f"{self.origin}/site/")
        self.wait_until_it_ran()

    def open(self, lesson: str) -> None:
        """Open a lesson by its address."""
        self.page.goto(f"{self.origin}/site/lab/index.html?path={lesson}.ipynb")
        self.wait_until_it_ran()

    def wait_until_it_ran(self) -> None:
        """Wait until the lesson has run by itself, with no key pressed, and all panels are there."""
        self.page.locator(RAN).wait_for(timeout=2 * PATIENCE)
        self.wait_for_the_panels()

    def waits_until_it_is_kept(self) -> None:
        """Wait until there is a workbook in the browser's storage."""
        deadline = time.monotonic() + PATIENCE / 1000
        while not self.page.evaluate(KEPT):
            assert time.monotonic() < deadline, "nothing was kept"
            self.page.wait_for_timeout(100)

    @property
    def recalled(self) -> Locator:
        """The field of the panel that asks for something from memory."""
        return self.panel("From memory").locator("textarea").first
