from __future__ import annotations

import pytest

from rapportkit.views.lesson import Lesson, is_on_binder
from tests.views.conftest import said


@pytest.mark.parametrize("name", ["BINDER_SERVICE_HOST", "BINDER_LAUNCH_HOST"])
def test_on_binder_the_welcome_says_that_nothing_is_kept_and_offers_the_download(
    lesson: Lesson, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    monkeypatch.setenv(name, "192.0.2.1")
    welcome = said(lesson.welcome())

    assert "Nothing is kept here" in welcome
    assert "Real names do not belong here" in welcome
    assert "Prepare my download" in welcome
    assert "on this machine only" not in welcome


def test_at_home_it_says_where_the_answers_are_kept(lesson: Lesson, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("BINDER_SERVICE_HOST", "BINDER_LAUNCH_HOST"):
        monkeypatch.delenv(name, raising=False)
    welcome = said(lesson.welcome())

    assert f"{lesson.workbook.path}</code>, on this machine only" in welcome
    assert "Binder" not in welcome
    assert not is_on_binder({"BINDER_SERVICE_HOST": ""})
