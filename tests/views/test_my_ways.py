"""What a learner replaces or skips is respected by every panel that looks at what they say."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from rapportkit.ground.link import Choice
from rapportkit.interviews import Line
from rapportkit.lessons import lessons
from rapportkit.practice import MyWays
from rapportkit.talk.kept import KeptTalk
from rapportkit.talk.practice_talk import PracticeTalk
from rapportkit.talk.tally import read_tally
from rapportkit.talk.transcript import read_transcript
from rapportkit.views.kitchen import kitchen_table
from rapportkit.views.lesson import Lesson
from rapportkit.views.listen_once import listen_once
from rapportkit.views.look_back import look_back
from rapportkit.views.paths import PATHS
from rapportkit.views.plan_interview import plan_interview
from rapportkit.views.practise import STOP, practise
from rapportkit.views.show_brief import show_brief
from rapportkit.views.ways import my_ways
from rapportkit.views.write_line import write_line
from tests.test_suited import TALK
from tests.views.conftest import said

INSTEAD = "I say three true sentences of mine, <always> the same."
REPLACED = MyWays(tips={"T2": "skip", "T6": "replace", "T10": "skip"}, instead={"T6": INSTEAD})
SHOWN = INSTEAD.replace("<", "&lt;").replace(">", "&gt;")


@pytest.fixture
def suited(half_way: Lesson) -> Lesson:
    """Nadia's lesson; she skips two tips and has a way of her own in place of another."""
    half_way.keep_ways(REPLACED)
    return half_way


def test_a_line_gets_no_remark_on_stock_phrases(suited: Lesson) -> None:
    key = next(iter(suited.interviewers))
    link = next(link for link in suited.ground_with(key).links if link.light == "green")
    suited.workbook.save("k", Choice(person=key, link=link, stance="true"))
    text = f"I am a team player and I give a hundred and ten per cent. I love {link.label}. Do you?"
    suited.workbook.save("k", Line(person=key, about_kind=link.kind, about_label=link.label, text=text))

    assert "stock phrase" not in said(write_line(suited)).lower()


def test_the_mirror_leaves_out_what_is_not_for_them_and_shows_their_own_way(suited: Lesson) -> None:
    talk = read_transcript("talk", TALK.encode())
    suited.workbook.save("talk-1", KeptTalk(file="talk", me="Me", transcript=talk))

    page = said(look_back(suited))

    assert "Left out, since it is not for you: listen, really listen." in page
    assert "Who had the floor" not in page
    assert "passed by" not in page.replace("an opening that passed by", "")
    assert SHOWN in page


def test_the_debrief_of_a_practice_talk_shows_their_own_way(suited: Lesson) -> None:
    talk = PracticeTalk(scene_id="chatty", said=("I am a team player.", STOP))
    suited.workbook.save("practice-1", talk)

    page = said(practise(suited).after.page)

    assert "what everybody says" not in page
    assert SHOWN in page


def test_a_panel_on_a_skipped_tip_says_that_it_may_be_passed_by(suited: Lesson) -> None:
    assert "pass this by" in said(listen_once(suited))


def test_the_counts_of_a_friend_leave_it_out(suited: Lesson) -> None:
    suited.workbook.save("tally-1", read_tally("5 3 2 1 2 0 1"))

    assert "phrases that everybody says" not in said(kitchen_table(suited).kept)


def test_their_own_way_stands_on_the_brief(suited: Lesson) -> None:
    assert "In place of “keep off canned replies”" in said(show_brief(suited)).replace("&amp;", "&")


def test_the_list_of_tips_is_as_the_learner_has_them(suited: Lesson) -> None:
    page = said(my_ways(suited))

    assert "Be genuine." in page
    assert "really listen." not in page.split("</ol>")[0]
    assert f"<li>{SHOWN} <small>(in place of “keep off canned replies”)" in page
    assert "You skip: listen, really listen" in page


def test_in_short_the_tips_wait_until_they_are_asked_for(suited: Lesson) -> None:
    view = my_ways(suited, in_short=True)
    assert not view.choices
    assert "Make eye contact" not in said(view)

    view.show_choices()
    view.choices["T5"].value = "skip"

    assert suited.ways.tips == {**REPLACED.tips, "T5": "skip"}
    assert suited.ways.instead == REPLACED.instead


def test_what_is_said_of_a_form_of_interview_follows_a_choice_made_beside_it(half_way: Lesson) -> None:
    interview = half_way.interview
    assert interview
    half_way.take_in_hand(interview.with_(format="video"))
    view = plan_interview(half_way)
    assert "look at the camera" in said(view)

    half_way.keep_ways(MyWays(tips={"T1": "skip"}))

    assert "look at the camera" not in said(view)
    assert "On video" in said(view)


@pytest.mark.parametrize("path", lessons(), ids=lambda path: path.stem)
def test_no_lesson_gives_a_tip_on_eyes_and_smiles_where_nobody_can_leave_it_out(path: Path) -> None:
    cells = json.loads(path.read_text(encoding="utf-8"))["cells"]
    prose = "\n".join("".join(cell["source"]) for cell in cells if cell["cell_type"] == "markdown")

    tips = r"(?:^|[.!?:] |\d\. |- )((?:make|keep) eye contact|nod\b|smile\b|look at the camera)"
    told = re.findall(tips, prose, re.IGNORECASE)

    assert told == []


def test_my_ways_are_within_reach_on_every_path() -> None:
    with_them = {path.stem[:2] for path in lessons() if "my_ways(" in path.read_text(encoding="utf-8")}

    for path in PATHS.values():
        assert with_them & set(path.lessons)
    assert with_them >= {"00", "05", "06"}
