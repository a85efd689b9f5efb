from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime
from typing import Any

import pytest

from rapportkit.errors import InvalidValue, UnreadableFile
from rapportkit.talk.kept import KeptTalk
from rapportkit.talk.tally import Tally
from rapportkit.views.kitchen import kitchen_table
from rapportkit.views.lesson import Lesson
from rapportkit.views.look_back import LookBack, look_back

TALK = """\
Joan: Hello, did you find us?
Amina: Yes, easily. Have you been here long, um, in Cork?
Joan: Eleven years. We moved here for the sea, I swim before work.
Amina: Before work! How cold is it in January?
Joan: Cold enough. So, tell me about your last job.
Amina: I ran the night shift in a bakery. Like, nine people.
"""
Bring = Callable[[str, bytes], None]


@pytest.fixture
def view(lesson: Lesson) -> LookBack:
    return look_back(lesson)


@pytest.fixture
def bring(view: LookBack) -> Bring:
    def brought(name: str, content: bytes) -> None:
        file: dict[str, Any] = {"name": name, "type": "", "size": len(content), "content": memoryview(content)}
        view.file.value = ({**file, "last_modified": datetime.now(UTC)},)

    return brought


def test_a_transcript_is_read_kept_and_shown_once_one_says_who_one_is(
    view: LookBack, bring: Bring, lesson: Lesson
) -> None:
    bring("talk.txt", TALK.encode())
    assert "which of them you are" in view.message.value

    view.me.value = "Amina"
    assert "What worked" in view.page.value
    assert "How cold is it in January?" in view.page.value
    assert look_back(lesson).page.value == view.page.value


def test_fillers_are_counted_only_for_those_who_ask(view: LookBack, bring: Bring) -> None:
    bring("talk.txt", TALK.encode())
    view.me.value = "Amina"
    assert "um: 1" not in view.page.value

    view.fillers.value = True
    assert "um: 1" in view.page.value


def test_a_name_is_put_right_and_stays_right(view: LookBack, bring: Bring, lesson: Lesson) -> None:
    bring("talk.txt", TALK.replace("Amina", "Speaker 2").encode())
    view.me.value = "Speaker 2"
    view.mend.old.value, view.mend.new.value = "Speaker 2", "Amina"
    view.mend.rename()

    (kept,) = lesson.workbook.all(KeptTalk).values()
    assert kept.me == "Amina"
    assert kept.transcript.speakers == ("Joan", "Amina")


def test_the_learner_says_what_kind_a_question_was(view: LookBack, bring: Bring, lesson: Lesson) -> None:
    bring("talk.txt", TALK.encode())
    view.me.value = "Amina"
    view.mend.question.value, view.mend.kind.value = "0", "rhetorical"
    view.mend.name()

    (kept,) = lesson.workbook.all(KeptTalk).values()
    assert kept.report().questions[0].kind == "rhetorical"
    assert kept.report().questions[0].sure


def test_a_file_that_is_no_talk_is_refused_and_nothing_is_kept(view: LookBack, lesson: Lesson) -> None:
    from rapportkit.talk.transcript import read_transcript

    with pytest.raises(UnreadableFile):
        read_transcript("x.docx", b"PK\x03\x04 broken")
    with pytest.raises(InvalidValue, match="Choose the name"):
        view.mend.rename()
    assert not lesson.workbook.all(KeptTalk)


def test_the_page_for_a_friend_and_the_counts_that_come_back(lesson: Lesson) -> None:
    table = kitchen_table(lesson)
    table.make()
    assert "Download kitchen-table-" in table.link.value

    table.counts.value = "5 3 2 1 2 0 1"
    table.keep()
    assert "2: openings that they took up" in table.kept.value
    assert next(iter(lesson.workbook.all(Tally).values())).openings_missed == 1

    with pytest.raises(InvalidValue, match="Type the numbers"):
        table.keep()
