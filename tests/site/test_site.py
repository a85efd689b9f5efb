"""
The site as `make site` makes it: offline, in a browser that has never seen it, each request to its own origin.

Below a folder of the host, as on GitHub Pages. Where the packages cannot be had, there is no site to test.
"""

from __future__ import annotations

import json
import zipfile
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from email.parser import HeaderParser
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name
from playwright.sync_api import Browser, BrowserContext, expect

from tests.browser.conftest import TALL
from tests.browser.test_in_order import TYPES_AND_PRESSES
from tests.site.conftest import ROOT
from tests.site.visitor import PATIENCE, Visitor

pytestmark = [pytest.mark.browser, pytest.mark.site, pytest.mark.timeout(400)]

HEAVY = ("jedi", "micropip", "pandas", "typer", "widgetsnbextension", "pexpect", "psutil")
"""What the packages of the site name and no lesson needs there, or says that it has not."""

ANSWER = "She asked me what it was like in my time, and I had a story."


@pytest.fixture
def window(offline: Browser) -> Iterator[BrowserContext]:
    """A browser with empty storage."""
    with offline.new_context(viewport={"width": 1280, "height": TALL}, accept_downloads=True) as window:
        window.set_default_timeout(PATIENCE)
        yield window


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


def test_pages_for_printing_are_made_and_what_needs_pandas_says_so(window: BrowserContext, origin: str) -> None:
    visitor = Visitor(window, origin)
    visitor.comes()
    welcome = visitor.panel("When is your interview, and how?")
    welcome.get_by_label("Day").fill(f"{datetime.now(UTC) + timedelta(days=3):%Y-%m-%d}")
    welcome.get_by_label("Time it starts").fill("14:30")
    visitor.press(welcome, "Save my interview")
    visitor.hears(welcome, "Saved.")
    visitor.press(welcome, "No interview yet: borrow a sample")
    visitor.hears(welcome, "Two invented people are in your workbook now.")
    visitor.waits_until_it_is_kept()

    visitor.open("07_interview_day")
    brief = visitor.panel("Your brief")
    _, page = visitor.take(brief, "Download my brief, to print")
    assert b"</html>" in page
    visitor.press(brief, "Make my pocket page")
    _, page = visitor.take(brief, "Download my pocket page")
    assert b"</html>" in page

    visitor.open("09_champions")
    everybody = visitor.panel("Everybody you have met")
    expect(everybody.get_by_role("table")).to_be_visible()
    visitor.press(everybody, "Make a file for a spreadsheet")
    visitor.hears(everybody, "need pandas, which is not installed here")
    visitor.finds_no_fault()


def test_a_press_says_all_that_was_typed_before_it(window: BrowserContext, origin: str) -> None:
    visitor = Visitor(window, origin)
    visitor.open("06_rehearsal")
    partner = visitor.panel("Practise with a partner made of rules")
    visitor.press(partner, "Start a new talk")
    said = partner.get_by_label("What you say")
    say = partner.get_by_role("button", name="Say it")

    visitor.page.evaluate(TYPES_AND_PRESSES, [said.element_handle(), say.element_handle(), ANSWER])

    expect(partner).to_contain_text(ANSWER)
    expect(said).to_have_value("")
    bring = visitor.panel("Keep your work").get_by_role("button", name="Bring back a workbook", exact=True)
    expect(bring).to_be_visible()
    visitor.finds_no_fault()


CHANGED = """async (name) => {
    const database = (await indexedDB.databases()).map((it) => it.name).find((it) => it.startsWith("JupyterLite Sto"));
    const base = await new Promise((done) => (indexedDB.open(database).onsuccess = (it) => done(it.target.result)));
    const content = await (await fetch(`/site/files/${name}`)).json();
    content.cells.find((cell) => cell.cell_type === "code").source = "# mine";
    const now = new Date().toISOString();
    const file = { name, path: name, type: "notebook", format: "json", mimetype: "", writable: true, content };
    const files = base.transaction("files", "readwrite").objectStore("files");
    const put = files.put({ ...file, created: now, last_modified: now, size: 1 }, name);
    await new Promise((done) => (put.onsuccess = done));
    base.close();
}"""
"""Leaves a lesson in the browser's storage that its owner has changed."""


def test_a_changed_lesson_gives_way_to_a_fresh_one(window: BrowserContext, origin: str) -> None:
    visitor = Visitor(window, origin)
    visitor.comes()
    visitor.recalled.fill(ANSWER)
    visitor.waits_until_it_is_kept()
    visitor.page.evaluate(CHANGED, "02_research.ipynb")

    visitor.page.goto(f"{origin}/site/lab/index.html?path=02_research.ipynb")
    bar = visitor.page.locator(".rk-bar")
    changed = bar.get_by_role("status").filter(has_text="You have changed this lesson")
    expect(changed).to_be_visible()
    bar.get_by_role("button", name="Take a fresh lesson").press("Enter")
    visitor.wait_until_it_ran()

    expect(changed).to_have_count(0)
    expect(visitor.panel("The person you will meet")).to_be_visible()


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
