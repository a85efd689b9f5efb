"""
The site as `make site` makes it: offline, in a browser that has never seen it, each request to its own origin.

Below a folder of the host, as on GitHub Pages. Where the packages cannot be had, there is no site to test.
"""

from __future__ import annotations

import json
import subprocess
import threading
import time
import zipfile
from collections.abc import Iterator
from email.parser import HeaderParser
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name
from playwright.sync_api import Browser, BrowserContext, Locator, expect, sync_playwright

from tests.browser.conftest import FLAGS, TALL
from tests.browser.learner import RAN, Learner
from tests.browser_here import find_browser

pytestmark = [pytest.mark.browser, pytest.mark.site, pytest.mark.timeout(400)]

ROOT = Path(__file__).resolve().parents[2]
OUT_OF_REACH = "could not be had"
PATIENCE = 90_000
"""Milliseconds: Python itself starts in the page, and two cores are often shared."""

HEAVY = ("jedi", "jinja2", "micropip", "pandas", "typer", "widgetsnbextension", "pexpect", "psutil")
"""What the packages of the site name and no lesson needs there, or says that it has not."""

ANSWER = "She asked me what it was like in my time, and I had a story."


class Files(SimpleHTTPRequestHandler):
    """Plain files, told to a browser as any web host tells them."""

    protocol_version = "HTTP/1.1"
    extensions_map = SimpleHTTPRequestHandler.extensions_map | {".mjs": "text/javascript", ".wasm": "application/wasm"}

    def log_message(self, *_: object) -> None:
        """Say nothing."""


@pytest.fixture(scope="module")
def origin() -> Iterator[str]:
    """The site, built, and served by a host that knows nothing of it."""
    built = subprocess.run(["make", "site"], cwd=ROOT, capture_output=True, text=True, check=False, timeout=380)
    if OUT_OF_REACH in built.stderr:
        pytest.skip(built.stderr.strip().splitlines()[-1])
    assert built.returncode == 0, built.stdout + built.stderr
    with ThreadingHTTPServer(("127.0.0.1", 0), partial(Files, directory=str(ROOT / "dist"))) as host:
        threading.Thread(target=host.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{host.server_port}"
        host.shutdown()


@pytest.fixture(scope="module")
def offline() -> Iterator[Browser]:
    """A Chromium for which there is no other machine."""
    path = find_browser()
    assert path, "There is no browser here. `python -m tests.browser_here` installs one."
    expect.set_options(timeout=PATIENCE)
    nowhere = "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1"
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=path, args=[*FLAGS, nowhere])
        yield chromium
        chromium.close()


@pytest.fixture
def window(offline: Browser) -> Iterator[BrowserContext]:
    """A browser with empty storage."""
    with offline.new_context(viewport={"width": 1280, "height": TALL}, accept_downloads=True) as window:
        window.set_default_timeout(PATIENCE)
        yield window


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


def test_nothing_typed_is_lost_and_nothing_leaves_the_browser(window: BrowserContext, origin: str) -> None:
    visitor = Visitor(window, origin)
    visitor.comes()
    expect(visitor.panel("Where you are")).to_contain_text("Nothing leaves this browser.")
    visitor.recalled.fill(ANSWER)
    visitor.waits_until_it_is_kept()

    visitor.reload()
    expect(visitor.recalled).to_have_value(ANSWER)
    keep = visitor.panel("Keep your work")
    visitor.press(keep, "Prepare my download")
    name, data = visitor.take(keep, "Download rapportkit-workbook-")
    assert ANSWER in json.dumps(json.loads(data), ensure_ascii=False)
    visitor.bring(keep, "Bring back a workbook", name, data, "application/json")
    visitor.hears(keep, "1 were here already")
    visitor.finds_no_fault()

    visitor.follow("Why make a friend")
    assert visitor.page.url.endswith("?path=01_purpose.ipynb")
    visitor.finds_no_fault()
    for lesson in ("02_research", "03_common_ground"):
        visitor.open(lesson)
        visitor.finds_no_fault()
    assert len(visitor.asked) > 100
    assert [url for url in visitor.asked if not url.startswith((f"{origin}/", "data:", "blob:"))] == []


def test_the_packages_of_the_site_fit_each_other(origin: str) -> None:
    """Each has what it needs, in a version that it takes; a stand-in has version 0, and is for whom nobody asks."""
    assert origin
    there = dict(map(said_of, (ROOT / "dist" / "site" / "static" / "pyodide").glob("*.whl")))
    unmet = {
        f"{name} needs {need}"
        for name, (_, needs) in there.items()
        for need in needs
        if (other := canonicalize_name(need.name)) not in there or not need.specifier.contains(there[other][0])
    }

    assert {said for said in unmet if said.split(" needs ")[1].startswith(HEAVY)} == unmet


def said_of(wheel: Path) -> tuple[str, tuple[str, list[Requirement]]]:
    """The name, the version and the needs of a wheel, as far as they are those of Python in a browser."""
    with zipfile.ZipFile(wheel) as packed:
        metadata = next(name for name in packed.namelist() if name.endswith(".dist-info/METADATA"))
        said = HeaderParser().parsestr(packed.read(metadata).decode())
    needs = [Requirement(line) for line in said.get_all("Requires-Dist", [])]
    browser = {"python_version": "3.14", "sys_platform": "emscripten", "platform_system": "Emscripten", "extra": ""}
    needed = [need for need in needs if need.marker is None or need.marker.evaluate(browser)]
    return canonicalize_name(said["Name"]), (said["Version"], needed)
