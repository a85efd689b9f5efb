from __future__ import annotations

import asyncio
import base64
import html
import re
from dataclasses import replace

import pytest

from rapportkit.brief import MARK
from rapportkit.errors import InvalidValue
from rapportkit.people.dossier import Dossier
from rapportkit.views import pause as pauses
from rapportkit.views.add_proof import AddProof
from rapportkit.views.keep import Keep
from rapportkit.views.lesson import Lesson
from rapportkit.views.show_brief import ShowBrief, show_brief
from tests.views.conftest import said


def shown(view: ShowBrief) -> str:
    found = re.search(r'srcdoc="([^"]*)"', view.page.value)
    assert found
    return html.unescape(found.group(1))


def test_without_an_interview_it_says_where_to_set_one(lesson: Lesson) -> None:
    view = show_brief(lesson)

    assert "No interview is set yet" in said(view.message)
    assert view.page.value == ""
    with pytest.raises(InvalidValue, match="welcome lesson"):
        view.renew()


def test_the_brief_is_on_the_page_and_the_download_is_the_same(half_way: Lesson) -> None:
    view = show_brief(half_way)

    href = re.search(r'href="data:text/html;base64,([^"]*)"', view.link.value)
    assert href
    assert base64.b64decode(href.group(1)).decode() == shown(view)
    assert "Helen Ashworth" in shown(view)
    assert MARK in shown(view)
    assert 'download="brief-2026-12-03.html"' in view.link.value


def test_what_the_learner_adds_is_there_after_a_press(half_way: Lesson) -> None:
    view = show_brief(half_way)
    half_way.workbook.save("late", Dossier(name="Ana Ruiz"))
    interview = half_way.interview
    assert interview
    half_way.workbook.save(interview.id, interview.with_(interviewers=(*interview.interviewers, "late")))

    view.renew()

    assert "Ana Ruiz" in shown(view)
    assert "up to date" in said(view.message)


def test_what_is_kept_or_forgotten_in_the_lesson_is_in_the_brief_without_a_press(half_way: Lesson) -> None:
    view = show_brief(half_way)
    proof = AddProof(half_way)
    for name, field in proof.fields.items():
        field.value = f"The {name} of the flood"
    proof.save()
    assert "of the flood" in shown(view)

    keep = Keep(half_way)
    keep.who.value, keep.sure.value = next(iter(half_way.interviewers)), True
    keep.forget()

    assert "Helen Ashworth" not in shown(view)


def test_while_something_is_kept_every_moment_the_brief_waits(
    half_way: Lesson, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(pauses, "PAUSE", 0.05)
    view = show_brief(half_way)
    made: list[None] = []
    monkeypatch.setattr(view, "make", lambda: made.append(None))

    async def keep_on() -> None:
        for _ in range(5):
            half_way.renew_panels()
        assert made == []
        await asyncio.sleep(0.2)

    asyncio.run(keep_on())

    assert made == [None]


def test_nothing_in_the_brief_can_run_or_get_out_of_its_frame(half_way: Lesson) -> None:
    key = next(iter(half_way.interviewers))
    half_way.workbook.save(key, Dossier(name='"></iframe><script>alert(1)</script>'))

    view = show_brief(half_way)

    assert 'sandbox=""' in view.page.value
    assert view.page.value.count("<") == 2  # the frame and its end
    assert "<script" not in shown(view)


def test_the_frame_has_a_name_for_those_who_do_not_see_it(half_way: Lesson) -> None:
    assert 'title="Your brief, as it will be printed"' in show_brief(half_way).page.value


def test_the_pocket_page_is_made_on_demand(half_way: Lesson) -> None:
    view = show_brief(half_way)
    assert "pocket-page-" not in said(view)

    view.make_pocket_page()

    assert 'download="pocket-page-2026-12-03.html"' in said(view)


@pytest.mark.parametrize(("name", "above"), [("one_hour", True), ("07_interview_day", False)])
def test_in_one_hour_a_gap_points_to_the_panel_above_and_on_paper_to_the_lesson(
    half_way: Lesson, name: str, *, above: bool
) -> None:
    view = ShowBrief(replace(half_way, id=name))

    assert ("No proof yet: in its panel, above" in shown(view)) is above
    printed = base64.b64decode(view.link.value.partition("base64,")[2].partition('"')[0]).decode()
    assert "No proof yet: lesson 1" in printed
