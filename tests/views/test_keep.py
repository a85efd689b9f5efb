from __future__ import annotations

import json
from base64 import b64decode
from html import escape, unescape

from rapportkit.cards import Card
from rapportkit.downloads import out_of_reach
from rapportkit.people.dossier import Dossier
from rapportkit.views.keep import Keep
from rapportkit.views.lesson import Lesson
from tests.views.conftest import said, upload_of


def downloaded(view: Keep) -> bytes:
    view.prepare()
    return b64decode(view.link.value.split("base64,")[1].split('"')[0])


def test_the_download_holds_everything_and_comes_back_whole(half_way: Lesson) -> None:
    data = downloaded(Keep(half_way))

    assert json.loads(data)["format"] == "rapportkit workbook"
    view = Keep(half_way)
    view.bring.value = upload_of("mine.json", data)

    assert "0 answers came back" in said(view)


def test_forgetting_needs_a_person_and_a_tick(half_way: Lesson) -> None:
    view = Keep(half_way)
    view.forget()
    assert "Choose the person first" in said(view)
    view.who.value = next(iter(half_way.interviewers))
    view.forget()
    assert "Tick the box first" in said(view)

    view.sure.value = True
    view.forget()

    assert half_way.interviewers == {}
    assert "Helen Ashworth is out of the workbook" in said(view)
    assert half_way.interview is not None
    assert half_way.interview.interviewers == ()


def test_a_forgotten_person_is_in_no_byte_and_the_panel_says_what_is_left_to_read(half_way: Lesson) -> None:
    for words in ("I greet Helen", "I greet her"):
        half_way.workbook.save("04_conversation", Card(lesson="04_conversation", if_="she comes in", then=words))
    view = Keep(half_way)
    view.who.value = next(iter(half_way.interviewers))
    view.sure.value = True
    view.forget()

    folder = half_way.workbook.path.parent
    assert b"Ashworth" not in b"".join(path.read_bytes() for path in folder.rglob("*") if path.is_file())
    assert b"Ashworth" not in downloaded(view)
    assert b"greet Helen" not in b"".join(path.read_bytes() for path in folder.rglob("*") if path.is_file())
    assert "where N. N. stands for the name now: 1." in said(view)
    assert escape(out_of_reach()) in said(view)


def test_whoever_is_named_in_a_text_that_stands_can_be_forgotten_once_more_when_it_is_changed(half_way: Lesson) -> None:
    half_way.workbook.save("x", Card(lesson="x", if_="Helen comes in", then="I rise"))
    view = Keep(half_way)
    key = next(iter(half_way.interviewers))
    view.who.value, view.sure.value = key, True
    view.forget()
    assert "card 'x'" in unescape(said(view))
    assert ("Helen Ashworth, once more", key) in view.who.options

    half_way.workbook.save("x", Card(lesson="x", if_="she comes in", then="I rise"))
    view.who.value, view.sure.value = key, True
    view.forget()

    assert [saved.record.if_ for saved in half_way.workbook.history(Card, "x")] == ["N. N. comes in", "she comes in"]
    assert ("Helen Ashworth, once more", key) not in view.who.options


def test_somebody_forgotten_stays_out_when_an_old_download_comes_back(half_way: Lesson) -> None:
    view = Keep(half_way)
    data = downloaded(view)
    view.who.value = next(iter(half_way.interviewers))
    view.sure.value = True
    view.forget()

    view.bring.value = upload_of("mine.json", data)

    assert half_way.interviewers == {}
    assert half_way.workbook.all(Dossier)


def test_a_file_that_is_no_workbook_changes_nothing(half_way: Lesson) -> None:
    view = Keep(half_way)

    view.bring.value = upload_of("x.zip", b"PK\x03\x04")

    assert "not a rapportkit workbook" in said(view)
    assert half_way.interviewers
