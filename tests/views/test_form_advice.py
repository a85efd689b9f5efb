"""What is said of a form of interview keeps to what the learner practises."""

from __future__ import annotations

from typing import get_args

import pytest

from rapportkit.interviews import Format
from rapportkit.practice import TIPS, MyWays
from rapportkit.views.form_advice import FORMAT_ADVICE, TIP_THERE, advice_as_html


@pytest.mark.parametrize("form", get_args(Format))
def test_whoever_practises_all_tips_reads_all_of_it(form: Format) -> None:
    page = advice_as_html(form, MyWays())

    assert page.startswith("<p>")
    assert page.count(".") >= FORMAT_ADVICE[form].count(".") + (form in TIP_THERE)


@pytest.mark.parametrize("form", get_args(Format))
def test_whoever_skips_all_tips_reads_none(form: Format) -> None:
    page = advice_as_html(form, MyWays(tips=dict.fromkeys(TIPS, "skip")))

    assert not [word for word in ("look at the camera", "listen: a short", "nod", "smile") if word in page]


def test_an_own_way_takes_the_place_of_the_tip() -> None:
    ways = MyWays(tips={"T1": "replace"}, instead={"T1": "I look at my <notes>, and say so."})

    page = advice_as_html("video", ways)

    assert "camera" not in page
    assert "I look at my &lt;notes&gt;, and say so." in page
    assert "listen: a short" in advice_as_html("phone", ways)
