"""A shipped lesson shows its panels with no key pressed; any other notebook runs nothing by itself."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import pytest
from nbformat import read
from nbformat.sign import NotebookNotary
from playwright.sync_api import Browser, Page, expect

from rapportkit.lessons import lessons
from tests.browser.conftest import Running
from tests.browser.learner import PATIENCE, RAN, Learner

pytestmark = [pytest.mark.browser, pytest.mark.timeout(240)]

GRACE = 2_000
"""Milliseconds that a notebook is watched after its kernel is there: a lesson runs at once then."""

PLACE = """() => [
    document.querySelector('.jp-WindowedPanel-outer').scrollTop,
    [...document.querySelectorAll('.jp-Cell')].findIndex(cell => cell.matches('.jp-mod-active')),
]"""
READ_ON = """() => {
    const page = document.querySelector('.jp-WindowedPanel-outer');
    if (page) page.scrollTop = 300;
    return page?.scrollTop === 300;
}"""
STRUCK = "window.struck = true"


class Onlooker:
    """Somebody who opens notebooks and waits; only to save does a menu open."""

    def __init__(self, page: Page, running: Running) -> None:
        self.page = page
        self.learner = Learner(page, running.address)
        self.folder = running.folder
        self._address = urlsplit(running.address)

    def opens(self, path: str) -> None:
        query = f"{self._address.query}&reset"
        self.page.goto(self._address._replace(path=f"/doc/tree/{path}", query=query).geturl())

    def sees_it_run(self) -> None:
        self.page.locator(RAN).wait_for(timeout=3 * PATIENCE)
        self.waits()

    def sees_it_left_alone(self) -> None:
        self.page.locator("[data-rapportkit='left alone']").wait_for(timeout=3 * PATIENCE)
        self.waits()

    def waits(self) -> None:
        self.learner.wait_for_the_kernel()
        self.page.wait_for_timeout(GRACE)
        self.learner.wait_for_the_kernel()

    def saves(self, path: str) -> list[int | None]:
        """Save what is open; the numbers of its code cells, which say in what order they ran."""
        with self.page.expect_response(lambda reply: reply.request.method == "PUT" and reply.ok):
            self.learner.choose_from_menu("File", "Save Notebook")
        saved = json.loads((self.folder / path).read_bytes())
        return [cell["execution_count"] for cell in code_cells(saved)]


@pytest.fixture
def onlooker(browser: Browser, running: Running) -> Iterator[Onlooker]:
    with browser.new_context(viewport={"width": 1280, "height": 800}) as window:
        window.set_default_timeout(PATIENCE)
        yield Onlooker(window.new_page(), running)


def test_a_lesson_shows_its_panels_with_no_key_pressed(onlooker: Onlooker) -> None:
    lesson = lessons()[0]
    onlooker.opens(lesson.name)
    onlooker.sees_it_run()
    expect(onlooker.page.locator(".rk-view").first).to_be_visible()

    assert onlooker.page.evaluate(PLACE) == [0, 0], "the learner begins at the top"
    in_order = list(range(1, len(code_cells(json.loads(lesson.read_bytes()))) + 1))
    assert onlooker.saves(lesson.name) == in_order
    assert onlooker.learner.went_wrong == []


def test_a_lesson_runs_once_each_time_that_it_is_opened(onlooker: Onlooker) -> None:
    lesson = "03_common_ground.ipynb"
    onlooker.opens(lesson)
    onlooker.sees_it_run()
    once = onlooker.saves(lesson)

    onlooker.opens(lesson)
    onlooker.sees_it_run()
    again = onlooker.saves(lesson)
    assert again == [number + len(once) for number in range(1, len(once) + 1)]

    onlooker.learner.choose_from_menu("Kernel", "Restart Kernel…")
    onlooker.page.get_by_role("dialog").get_by_role("button", name="Confirm").click()
    onlooker.page.wait_for_timeout(GRACE)
    onlooker.waits()
    assert onlooker.saves(lesson) == once, "a lesson whose kernel was restarted wakes up by itself"


def test_what_lies_beside_a_lesson_is_not_taken_for_ours(onlooker: Onlooker) -> None:
    unpacked = onlooker.folder / "from a friend"
    unpacked.mkdir()
    (unpacked / "lesson.ipynb").write_bytes(lessons()[0].read_bytes())
    # The kernel itself comes as the last two, before a lesson could put anything right.
    for shadow in ("rapportkit", "ipywidgets", "sqlite3", "ipykernel_launcher", "random"):
        (unpacked / f"{shadow}.py").write_text(f"open({str(onlooker.folder / 'struck')!r}, 'w').close()")

    onlooker.opens("from%20a%20friend/lesson.ipynb")
    onlooker.sees_it_run()

    expect(onlooker.page.locator(".rk-view").first).to_be_visible()
    assert not (onlooker.folder / "struck").exists()


def test_reading_on_while_the_kernel_starts_is_not_disturbed(onlooker: Onlooker) -> None:
    onlooker.opens("02_research.ipynb")
    onlooker.page.wait_for_function(READ_ON, timeout=2 * PATIENCE)
    onlooker.sees_it_run()

    assert onlooker.page.evaluate(PLACE) >= [300, 0]


Change = Callable[[dict[str, Any]], None]


def one_sign_more(notebook: dict[str, Any]) -> None:
    code_cells(notebook)[1]["source"] += " "


def a_command_at_the_end(notebook: dict[str, Any]) -> None:
    code_cells(notebook)[-1]["source"] += "\nopen('struck', 'w').close()"


def a_cell_of_its_own(notebook: dict[str, Any]) -> None:
    cell = {"id": "struck", "cell_type": "code", "source": "open('struck', 'w').close()", "metadata": {}}
    notebook["cells"].insert(0, cell | {"outputs": [], "execution_count": None})
    notebook["metadata"]["trusted"] = True


@pytest.mark.parametrize("change", [one_sign_more, a_command_at_the_end, a_cell_of_its_own])
def test_a_notebook_with_all_marks_of_a_lesson_runs_nothing(onlooker: Onlooker, change: Change) -> None:
    lesson = lessons()[0]
    notebook = json.loads(lesson.read_bytes())
    for cell in notebook["cells"]:
        cell["source"] = "".join(cell["source"])
        if cell["cell_type"] == "code":
            cell |= {"outputs": [], "execution_count": None}
    change(notebook)
    there = onlooker.folder / change.__name__ / lesson.name
    there.parent.mkdir()
    there.write_text(json.dumps(notebook), encoding="utf-8")

    for _ in range(2):
        onlooker.opens(f"{change.__name__}/{lesson.name}")
        onlooker.sees_it_left_alone()
        assert set(onlooker.saves(f"{change.__name__}/{lesson.name}")) == {None}
        assert not (there.parent / "struck").exists()
        assert trusts(onlooker.folder, there), "Jupyter's trust is there, and decides nothing"


def test_what_a_stranger_left_in_the_outputs_of_a_lesson_never_runs(onlooker: Onlooker) -> None:
    notebook = json.loads(lessons()[0].read_bytes())
    script = {"text/html": f"<img src=x onerror='{STRUCK}'><script>{STRUCK}</script>"}
    for cell in code_cells(notebook):
        displays = [script, {"application/javascript": STRUCK}]
        cell["outputs"] = [{"output_type": "display_data", "data": data, "metadata": {}} for data in displays]
        cell["metadata"]["trusted"] = True
    (onlooker.folder / "outputs.ipynb").write_text(json.dumps(notebook), encoding="utf-8")

    onlooker.opens("outputs.ipynb")
    onlooker.sees_it_run()

    assert not onlooker.page.evaluate("() => window.struck ?? false")


def code_cells(notebook: dict[str, Any]) -> list[dict[str, Any]]:
    return [cell for cell in notebook["cells"] if cell["cell_type"] == "code"]


def trusts(folder: Path, notebook: Path) -> bool:
    """Whether the server behind the lessons of *folder* has signed a notebook."""
    notary = NotebookNotary(data_dir=str(folder.parent / ".local" / "share" / "jupyter"))
    try:
        return bool(notary.check_signature(read(notebook, as_version=4)))  # type: ignore[no-untyped-call]
    finally:
        notary.store.close()
