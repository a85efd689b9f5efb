"""`rapportkit start --app`: the same lessons as pages, the same workbook, and nothing run that is no lesson."""

from __future__ import annotations

import json
import urllib.error
import urllib.request
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from pathlib import Path
from time import monotonic, sleep
from typing import Any
from urllib.parse import parse_qs, urlsplit

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, expect

from rapportkit.cards import Card
from rapportkit.lessons import lessons
from rapportkit.workbook.store import Workbook
from tests.browser.conftest import HOME, Running, started
from tests.browser.learner import PATIENCE, WCAG_22_AA, Learner, barriers, too_faint, too_wide

pytestmark = [pytest.mark.browser, pytest.mark.timeout(180)]


@pytest.fixture(scope="module")
def running(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Running]:
    with started(tmp_path_factory.mktemp(HOME), "--app") as server:
        yield server


@pytest.fixture
def reader(browser: Browser, running: Running) -> Iterator[Learner]:
    with browser.new_context(viewport={"width": 1280, "height": 900}) as window:
        window.set_default_timeout(PATIENCE)
        yield Learner(window.new_page(), running.address)


def ask(running: Running, path: str, token: bool = True) -> Any:
    where = urlsplit(running.address)
    headers = {"Authorization": f"token {parse_qs(where.query)['token'][0]}"} if token else {}
    request = urllib.request.Request(where._replace(path=path, query="").geturl(), headers=headers)
    with urllib.request.urlopen(request, timeout=20) as answer:
        return json.loads(answer.read())


def within(seconds: float, holds: Callable[[], bool]) -> bool:
    """Whether something holds, at the latest after so many seconds."""
    last = monotonic() + seconds
    while not (held := holds()) and monotonic() < last:
        sleep(0.1)
    return held


def test_an_answer_is_kept_in_the_same_workbook_and_there_again_tomorrow(reader: Learner, running: Running) -> None:
    page = reader.page
    page.goto(running.address)
    expect(page.get_by_role("link")).to_have_count(len(lessons()))
    assert Axe().run(page, None, {"runOnly": WCAG_22_AA}).response["violations"] == []
    page.get_by_role("link", name="Welcome", exact=True).press("Enter")
    card = reader.panel("Your card")
    card.scroll_into_view_if_needed()
    assert page.title() == "Welcome"
    assert page.get_by_text("Run All Cells").count() == 0, "there is no such menu here"
    assert page.locator(".jp-InputArea-editor").count() == 0, "no code at all"
    expect(page.get_by_role("button", name="Bring back a workbook", exact=True)).to_have_count(1)

    reader.write(card, "then I", "breathe out 🧵")
    reader.press(card, "Save my card")
    reader.hears(card, "Saved.")
    kept = Workbook(running.folder / "workbook.sqlite3", lambda: datetime.now(UTC)).latest(Card, "00_welcome")
    assert kept
    assert kept.then == "breathe out 🧵"
    assert [*reader.went_wrong, *barriers(page), *too_faint(page), *too_wide(page)] == []

    page.reload()
    expect(reader.panel("Your card").get_by_label("then I")).to_have_value("breathe out 🧵")
    page.get_by_role("link", name="Next: Why make a friend").first.click()
    expect(reader.panel("Where you are")).to_contain_text("You are here: Why make a friend")
    assert reader.went_wrong == []
    page.get_by_role("link", name="All lessons").first.click()
    expect(page.get_by_role("heading", name="Your lessons")).to_be_visible()
    page.wait_for_timeout(500)
    assert len(ask(running, "/api/kernels")) == 0, "a page that was left has no kernel any more"


def test_what_is_no_lesson_as_shipped_does_not_run(reader: Learner, running: Running) -> None:
    notebook = json.loads(lessons()[0].read_bytes())
    code = next(cell for cell in notebook["cells"] if cell["cell_type"] == "code")
    code["source"] = "open('struck', 'w').close()"
    (running.folder / "01_purpose.ipynb").write_text(json.dumps(notebook), encoding="utf-8")

    reader.page.goto(running.address.replace("/voila", "/voila/render/01_purpose.ipynb"))

    expect(reader.page.get_by_role("alert")).to_contain_text("rapportkit reset 01")
    assert not (running.folder / "struck").exists()
    assert ask(running, "/api/kernels") == []


def test_what_lies_beside_a_lesson_is_not_taken_for_ours(reader: Learner, running: Running) -> None:
    shadows = [running.folder / f"{name}.py" for name in ("rapportkit", "ipywidgets", "sqlite3")]
    for shadow in shadows:
        shadow.write_text(f"open({str(running.folder / 'struck')!r}, 'w').close()", encoding="utf-8")

    reader.page.goto(running.address.replace("/voila", "/voila/render/02_research.ipynb"))

    expect(reader.panel("Where you are")).to_contain_text("You are here: Research the person")
    assert not (running.folder / "struck").exists()
    for shadow in shadows:
        shadow.unlink()


ENDS_SOON = """
from rapportkit.cli import main, start
told = start.jupyter_arguments
soon = lambda one: one.replace("timeout=1200", "timeout=5").replace("interval=60", "interval=1")
start.jupyter_arguments = lambda *args, **options: list(map(soon, told(*args, **options)))
main()
"""
"""`rapportkit`, less patient with a kernel that does nothing and whose page is gone."""


def test_a_kernel_whose_page_is_gone_is_stopped_and_no_other(browser: Browser, tmp_path: Path) -> None:
    with started(tmp_path, "--app", program=("-c", ENDS_SOON)) as server, browser.new_page() as page:
        lesson = server.address.replace("/voila", "/voila/render/00_welcome.ipynb")
        page.goto(lesson)
        card = Learner(page, server.address).panel("Your card")
        expect(card).to_be_visible()
        (looked_at,) = ask(server, "/api/kernels")
        with urllib.request.urlopen(lesson, timeout=60) as left_at_once:
            left_at_once.read()
        assert len(ask(server, "/api/kernels")) == 2

        assert within(30, lambda: len(ask(server, "/api/kernels")) == 1)

        assert [one["id"] for one in ask(server, "/api/kernels")] == [looked_at["id"]]
        assert looked_at["connections"] == 1


def test_nobody_without_the_token_gets_in(running: Running) -> None:
    with pytest.raises(urllib.error.HTTPError, match="403"):
        ask(running, "/api/kernels", token=False)
    where = urlsplit(running.address)._replace(path="/voila/render/00_welcome.ipynb", query="").geturl()
    with urllib.request.urlopen(where, timeout=20) as page:
        assert "/login" in page.url
