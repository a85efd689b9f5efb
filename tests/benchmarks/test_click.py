"""
From a click to what it shows, as the learner sees it: our remark against a bare button and its label, in one browser.

Both times are taken inside the page, from the click to the change in the panel, so that no tool's own time counts.
"""

from __future__ import annotations

import nbformat
import pytest

from rapportkit.ground.link import Choice, Link
from rapportkit.people.person import Source
from rapportkit.views.lesson import open_lesson
from tests.benchmarks.test_ratios import Compare, compare
from tests.browser.conftest import Running, browser, learner, running
from tests.browser.learner import Learner

__all__ = ["browser", "compare", "learner", "running"]  # fixtures

pytestmark = [pytest.mark.browser, pytest.mark.timeout(420)]

OURS = """
from rapportkit import open_lesson, write_line
write_line(open_lesson("04_conversation", "click.sqlite3"))
"""
BARE = """
import ipywidgets, itertools
count, button, label = itertools.count(), ipywidgets.Button(description="Bare"), ipywidgets.HTML("nothing yet")
button.on_click(lambda _: setattr(label, "value", f"pressed {next(count)}"))
ipywidgets.VBox([button, label])
"""
CLICK_TO_CHANGE = """([name, has]) => new Promise((resolve, reject) => {
    setTimeout(() => reject(`${has} never showed`), 20000);
    const button = [...document.querySelectorAll('button')].find(one => one.innerText.trim() === name);
    const panel = button.closest('.jp-OutputArea-output');
    const watch = new MutationObserver(() => {
        const shown = [...panel.querySelectorAll('.widget-html-content')].map(one => one.innerText).join(' ');
        if (!shown.includes(has)) return;
        watch.disconnect();
        resolve((performance.now() - clicked) / 1000);
    });
    watch.observe(panel, {childList: true, subtree: true, characterData: true});
    const clicked = performance.now();
    button.click();
})"""


def test_a_click_to_its_remark_against_a_bare_widget(compare: Compare, learner: Learner, running: Running) -> None:
    link = Link(
        kind="interest",
        label="rowing",
        status="confirmed",
        light="green",
        mine=(Source(text="I row", where="your own words"),),
        theirs=(Source(text="I row", where="their profile"),),
        why="Both say so.",
    )
    opened = open_lesson("04_conversation", str(running.folder / "click.sqlite3"), sample="nadia")
    person = next(iter(opened.interviewers))
    opened.workbook.save(f"{person}/interest/rowing", Choice(person=person, link=link, stance="curious"))
    cells = [nbformat.v4.new_code_cell(source.strip()) for source in (OURS, BARE)]
    kernel = {"kernelspec": {"name": "python3", "display_name": "Python 3", "language": "python"}}
    notebook = nbformat.v4.new_notebook(cells=cells, metadata=kernel)
    nbformat.write(notebook, running.folder / "click.ipynb")
    page = learner.page
    page.goto(running.address.replace("00_welcome.ipynb", "click.ipynb"))
    learner.wait_for_the_kernel()
    learner.choose_from_menu("Run", "Run All Cells")
    page.get_by_role("button", name="Bare").wait_for()
    line = learner.panel("Your line").get_by_label("Your line, as you would say it")
    turns = iter(range(10**6))

    def ours() -> float:
        # A new line each time, looked at before the pause in which we would look by ourselves.
        line.fill(f"I row too, since {next(turns)} weeks. " + "It was cold and the river was high. " * 12)
        return float(page.evaluate(CLICK_TO_CHANGE, ["Look at my line", "words"]))

    def bare() -> float:
        return float(page.evaluate(CLICK_TO_CHANGE, ["Bare", "pressed"]))

    assert compare("click to remark", "click to a bare label", ours, bare, 15)
