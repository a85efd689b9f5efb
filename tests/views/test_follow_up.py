from __future__ import annotations

import io
from datetime import date

import pandas as pd
import pytest

from rapportkit.errors import InvalidValue
from rapportkit.follow_ups import FollowUp, Recipient
from rapportkit.interviews import Debrief, Interview, Outcome
from rapportkit.views.debrief import AfterTheInterview
from rapportkit.views.follow_up import FollowUpDesk
from rapportkit.views.lesson import Lesson, borrow_sample
from rapportkit.views.plan_page import plan_as_csv
from tests.views.conftest import said


def choose(view: FollowUpDesk, kind: str) -> None:
    view.note.which.value = next(key for _, key in view.note.which.options if key[1] == kind)


def notes(view: FollowUpDesk) -> dict[str, FollowUp]:
    return {kind: note for (_, kind), note in view.note._notes.items()}


def test_without_an_interview_it_says_where_to_set_one(lesson: Lesson) -> None:
    view = FollowUpDesk(lesson)

    with pytest.raises(InvalidValue, match="No interview is set yet"):
        view.make_plan()


def test_the_plan_is_there_as_soon_as_there_is_somebody_to_write_to(lesson: Lesson) -> None:
    view = FollowUpDesk(lesson)
    borrow_sample(lesson, "nadia")
    assert "<tr>" not in said(view.plan)

    interview = Interview(id="one", at=lesson.now(), zone="Europe/London", interviewers=tuple(lesson.interviewers))
    lesson.take_in_hand(interview)

    assert said(view.plan).count("<tr>") == 1 + 4


def test_the_plan_shows_all_four_and_follows_the_outcome(half_way: Lesson) -> None:
    view = FollowUpDesk(half_way)
    assert said(view.plan).count("<tr>") == 1 + 4

    view.outcome.value, view.heard.value = "refusal", date(2026, 12, 4)
    view.make_plan()

    assert half_way.interview is not None
    assert half_way.interview.outcome == Outcome(kind="refusal", on=date(2026, 12, 4))
    assert "Mon 07 Dec 2026, 09:00" in said(view.plan)


def test_an_outcome_before_the_interview_is_refused_and_not_kept(half_way: Lesson) -> None:
    view = FollowUpDesk(half_way)
    view.outcome.value, view.heard.value = "refusal", date(2026, 11, 1)

    with pytest.raises(InvalidValue, match="before the interview"):
        view.make_plan()

    assert half_way.interview is not None
    assert half_way.interview.outcome is None


def test_a_note_is_kept_for_its_person_and_found_again(half_way: Lesson) -> None:
    view = FollowUpDesk(half_way)
    choose(view, "thank-you")
    view.note.text.value = "Dear Helen, thank you."

    view.note.look()

    again = FollowUpDesk(half_way)
    choose(again, "invitation")
    assert again.note.text.value == ""
    choose(again, "thank-you")
    assert again.note.text.value == "Dear Helen, thank you."


def test_the_frame_goes_into_an_empty_note_only_and_its_gaps_are_remarked_on(half_way: Lesson) -> None:
    view = FollowUpDesk(half_way)
    choose(view, "thank-you")

    view.note.put_frame()
    view.note.look()

    assert "[" in view.note.text.value
    assert "Mend" in said(view.note.below.remarks)
    with pytest.raises(InvalidValue, match="something in your note already"):
        view.note.put_frame()


def test_earlier_versions_of_a_note_stand_beside_it_and_not_those_of_another(half_way: Lesson) -> None:
    view = FollowUpDesk(half_way)
    choose(view, "thank-you")
    for text in ("Thank you for the walk to the kiln.", "Thank you for the walk."):
        view.note.text.value = text
        view.note.look()

    assert "Thank you for the <del>walk to the kiln.</del>" in view.note.below.earlier.value

    choose(view, "invitation")
    assert "kiln" not in view.note.below.earlier.value


def test_turning_to_another_note_keeps_what_was_typed_a_moment_before(half_way: Lesson) -> None:
    view = FollowUpDesk(half_way)
    choose(view, "thank-you")
    view.note._filling = True  # as if the pause after typing were not over
    view.note.text.value = "Dear Helen, thank you."
    view.note._filling = False

    choose(view, "invitation")
    assert view.note.text.value == ""
    choose(view, "thank-you")

    assert view.note.text.value == "Dear Helen, thank you."


def test_a_note_that_is_no_longer_needed_keeps_its_words_and_lends_them_to_no_other(half_way: Lesson) -> None:
    view = FollowUpDesk(half_way)
    choose(view, "gracious-reply")
    view.note.text.value = "Dear Helen, thank you for telling me."
    view.outcome.value, view.heard.value = "offer", date(2026, 12, 4)

    view.make_plan()

    assert view.note.which.value[1] == "thank-you"
    assert view.note.text.value == ""
    kept = half_way.workbook.latest(Recipient, next(iter(half_way.interviewers)))
    assert kept is not None
    assert kept.drafts == {"gracious-reply": "Dear Helen, thank you for telling me."}


def test_a_wrong_name_is_remarked_on_with_its_words(half_way: Lesson) -> None:
    view = FollowUpDesk(half_way)
    choose(view, "thank-you")
    view.note.text.value = "Dear Barbara, thank you for this morning. The ward was calm and I liked that."

    view.note.look()

    assert "<mark>" in said(view.note.below.remarks)


def test_a_sent_note_is_done_and_an_accepted_invitation_gives_the_fourth_its_day(half_way: Lesson) -> None:
    view = FollowUpDesk(half_way)
    choose(view, "thank-you")
    view.note.way.sent.value = True
    choose(view, "invitation")
    view.note.way.accepted.value = date(2026, 12, 8)

    assert notes(view)["thank-you"].state == "done"
    assert notes(view)["thanks-for-connecting"].due is not None


def test_the_files_hold_a_calendar_and_a_draft_for_each_note(half_way: Lesson) -> None:
    view = FollowUpDesk(half_way)

    view.make_files()

    assert view.files.value.count("data:message/rfc822;base64,") == 4
    assert view.files.value.count("data:text/calendar;base64,") == 1


def test_the_table_for_a_spreadsheet_holds_no_formula(half_way: Lesson) -> None:
    key = next(iter(half_way.interviewers))
    half_way.workbook.save(key, half_way.interviewers[key].with_(name='=HYPERLINK("http://x.example")'))

    table = pd.read_csv(io.BytesIO(plan_as_csv(list(notes(FollowUpDesk(half_way)).values()))))

    assert list(table.columns) == ["Note", "To", "When", "State", "Why"]
    assert set(table["To"]) == {'\'=HYPERLINK("http://x.example")'}


def test_the_debrief_is_kept_under_its_interview(half_way: Lesson) -> None:
    view = AfterTheInterview(half_way)
    view.fields["they_care_about"].value = "nobody alone on a first night"

    view.save()

    kept = half_way.workbook.latest(Debrief, "interview-1")
    assert kept is not None
    assert kept.they_care_about == "nobody alone on a first night"
