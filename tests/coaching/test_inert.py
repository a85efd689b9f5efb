"""Pages made of hostile hand-ins run nothing in a browser, which reports any script, request or violation."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from rapportkit.coaching.assign import put_assignment
from rapportkit.coaching.by_hand import HandMark, answer_key, set_mark
from rapportkit.coaching.client import call_sheet, call_sheet_page
from rapportkit.coaching.collect import collect
from rapportkit.coaching.grade import grade
from rapportkit.coaching.report import report
from rapportkit.handin import hand_in_page
from rapportkit.interviews import Line
from rapportkit.people.dossier import ME, Dossier
from rapportkit.workbook.export import export
from rapportkit.workbook.store import Workbook
from tests.browser_here import find_browser
from tests.coaching.classroom import BEGIN, HANDED_IN, IDS, a_desk, hand_in_of, handed_in

HARM = (
    "My first job was in Glasgow. <script>window.ran = 1</script><img src=x onerror='window.ran = 2'>"
    "<svg onload='window.ran = 3'></svg></div></body><iframe srcdoc='<script>parent.ran=4</script>'></iframe>"
    '<a href="javascript:window.ran=5">x</a>"\'><style>@import url(http://127.0.0.1:9/x)</style>{{ 7*7 }}'
    "<meta http-equiv=refresh content='0;url=http://127.0.0.1:9/'><form action=http://127.0.0.1:9/><input autofocus "
    "onfocus='window.ran=6'>"
)


@pytest.fixture
def pages(tmp_path: Path) -> list[Path]:
    """Every kind of page that coach and learner hand to each other, with harm in every text."""
    desk = a_desk(size=2)
    desk = desk.with_(
        title=HARM[:300], learners=(desk.learners[0].with_(name=HARM[:300]), desk.learners[1]), coach_says=HARM
    )
    put_assignment(desk, tmp_path / "desk")
    came = tmp_path / "came.json"
    came.write_bytes(hand_in_of(desk, desk.learners[0], HARM, HARM))
    collect(tmp_path / "desk", desk, [came], HANDED_IN)
    grade(tmp_path / "desk", desk, workers=1)
    for line, points in ((2, 1), (None, None)):
        made = HandMark(exercise=IDS[0], answer=answer_key(HARM), line=line, points=points, comment=HARM, at=BEGIN)
        set_mark(tmp_path / "desk", desk, made)
    report(tmp_path / "desk", desk, HANDED_IN)
    copy = tmp_path / "copy.html"
    copy.write_text(hand_in_page(handed_in(desk, desk.learners[0], HARM), ()), "utf-8")
    workbook = Workbook(tmp_path / "w.sqlite3", lambda: BEGIN)
    workbook.save(ME, Dossier(name=HARM))
    workbook.save("l", Line(person="p", about_kind="place", about_label="<b onclick='window.ran=7'>", text=HARM))
    call = tmp_path / "call.html"
    call.write_text(call_sheet_page(call_sheet(export(workbook), BEGIN)), "utf-8")
    return [*(tmp_path / "desk").rglob("*.html"), copy, call]


@pytest.fixture(scope="module")
def browser() -> Iterator[Any]:
    from playwright.sync_api import sync_playwright

    with sync_playwright() as play:
        opened = play.chromium.launch(executable_path=find_browser(), args=["--no-sandbox", "--disable-gpu"])
        yield opened
        opened.close()


@pytest.mark.browser
def test_no_page_runs_or_fetches_anything(pages: list[Path], browser: Any) -> None:
    assert len(pages) == 9
    for path in pages:
        page = browser.new_page()
        asked: list[str] = []
        said: list[str] = []
        page.on("request", lambda request, asked=asked: asked.append(request.url))
        page.on("console", lambda message, said=said: said.append(message.text))
        page.goto(path.as_uri())
        page.wait_for_timeout(200)

        assert page.evaluate("window.ran") is None
        assert asked == [path.as_uri()]
        assert said == []
        assert page.url == path.as_uri()
        assert page.locator("script, img, svg, iframe, form, input, a").count() == 0
        assert "{{ 7*7 }}" in page.inner_text("body")
        page.close()
