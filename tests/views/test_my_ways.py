"""What a learner replaces or skips is respected by every panel that looks at what they say."""

from __future__ import annotations

import pytest

from rapportkit.ground.link import Choice
from rapportkit.interviews import Line
from rapportkit.practice import MyWays
from rapportkit.talk.kept import KeptTalk
from rapportkit.talk.practice_talk import PracticeTalk
from rapportkit.talk.tally import read_tally
from rapportkit.talk.transcript import read_transcript
from rapportkit.views.kitchen import kitchen_table
from rapportkit.views.lesson import Lesson
from rapportkit.views.listen_once import listen_once
from rapportkit.views.look_back import look_back
from rapportkit.views.practise import STOP, practise
from rapportkit.views.show_brief import show_brief
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
