"""Every lesson as a page of `rapportkit start --app`, on a filled workbook: light and dark, and by Tab alone."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, expect

from rapportkit.lessons import lessons
from tests.browser.conftest import HOME, TALL, Running, started
from tests.browser.filled import fill
from tests.browser.keyboard import missed_by_tab
from tests.browser.learner import PATIENCE, Learner, barriers, too_faint, too_wide

pytestmark = [pytest.mark.browser, pytest.mark.site, pytest.mark.timeout(180)]

ALL_SHOWN = """() => {
    const cells = document.querySelectorAll('#rendered_cells .jp-CodeCell');
    const shown = [...cells].filter(cell => cell.querySelector('.rk-view, .rk-example'));
    return cells.length > 0 && shown.length === cells.length - 1;
}"""
"""Every cell with code but the one with the settings shows something."""


@pytest.fixture(scope="module")
def running(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Running]:
    with started(tmp_path_factory.mktemp(HOME), "--app") as server:
        yield fill(server)


@pytest.fixture(scope="module")
def reader(browser: Browser, running: Running) -> Iterator[Learner]:
    with browser.new_context(viewport={"width": 1280, "height": TALL}) as window:
        window.set_default_timeout(PATIENCE)
        reader = Learner(window.new_page(), running.address)
        reader.page.goto(running.address)
        yield reader


@pytest.mark.parametrize("lesson", [lesson.stem for lesson in lessons()])
def test_a_page_shuts_nobody_out_in_light_and_dark_and_by_keys_alone(
    reader: Learner, running: Running, lesson: str
) -> None:
    page = reader.page
    page.goto(running.address.replace("/voila", f"/voila/render/{lesson}.ipynb"))
    page.wait_for_function(ALL_SHOWN, timeout=3 * PATIENCE, polling=50)
    page.locator(".rk-view details").evaluate_all("closed => closed.forEach(it => { it.open = true; })")

    for scheme in ("light", "dark"):
        page.emulate_media(color_scheme=scheme)
        expect(page.locator("html")).to_have_attribute("data-jp-theme-light", str(scheme == "light").lower())
        assert [scheme, *barriers(page), *too_faint(page), *too_wide(page)] == [scheme]
    assert missed_by_tab(page) == []
    assert page.evaluate("window.itRan") is None
    assert reader.went_wrong == []
