"""The panels of the lesson on champions: moments played, and everybody met."""

from __future__ import annotations

import io
import sys
from datetime import date, datetime
from zoneinfo import ZoneInfo

import pandas as pd
import pytest

from rapportkit.errors import InvalidValue, RapportError
from rapportkit.follow_ups import Recipient
from rapportkit.interviews import Debrief, Interview
from rapportkit.moments import Played
from rapportkit.people.dossier import Dossier
from rapportkit.relationships import NextStep
from rapportkit.views.lesson import Lesson
from rapportkit.views.people_table import COLUMNS, rows_of
from rapportkit.views.play_moments import PlayMoments
from rapportkit.views.recall import recall
from rapportkit.views.spreadsheet import as_csv, sorted_and_filtered
from rapportkit.views.stay_in_touch import StayInTouch
from rapportkit.workbook.forget import forget
from rapportkit.workbook.store import Workbook
from tests.views.conftest import NOW, said

LONDON = ZoneInfo("Europe/London")


@pytest.fixture
def met(lesson: Lesson) -> Lesson:
    """Three people, met in two interviews in November; Bo has had one note."""
    for key, name in (("ana", "Ana Ruiz"), ("bo", "Bo <b>"), ("cy", "Cy")):
        lesson.workbook.save(key, Dossier(name=name))
    for number, (day, keys) in enumerate(((10, ("ana",)), (20, ("bo", "cy"))), 1):
        at = datetime(2026, 11, day, 14, tzinfo=LONDON)
        one = Interview(id=f"interview-{number}", at=at, zone="Europe/London", company="Ltd", interviewers=keys)
        lesson.workbook.save(one.id, one)
    lesson.workbook.save("interview-1", Debrief(interview="interview-1", they_care_about="the night shift"))
    lesson.workbook.save("bo", Recipient(key="bo", name="Bo", done=("thank-you",), accepted=date(2026, 11, 25)))
    return lesson


def test_a_choice_shows_what_follows_and_why_and_is_found_again(lesson: Lesson) -> None:
    view = PlayMoments(lesson, "three-people")
    assert "You chose" not in said(view)

    view.choose(0)

    first = view.moment.option[0]
    assert first.why.split("'")[0] in said(view.follows)
    assert "try another way first" in said(view.follows)
    assert f"You chose: “{first.says}”" in said(PlayMoments(lesson, "three-people").follows)


def test_ones_own_words_are_asked_for_after_what_fits_and_kept(lesson: Lesson) -> None:
    view = PlayMoments(lesson, "three-people")
    assert view.words.layout.display == "none"
    view.choose(1)
    assert view.words.layout.display is None
    with pytest.raises(InvalidValue, match="Try first"):
        view.show_model()
    view.words.value = "Dear Helen, look at this."
    view.turn()
    assert view.words.value == ""
    view.choose(2)
    assert view.words.layout.display == "none"

    again = PlayMoments(lesson, "three-people")
    assert again.words.value == "Dear Helen, look at this."
    again.show_model()
    assert "One good answer" in said(again.model)
    kept = lesson.workbook.latest(Played, "give-first")
    assert kept is not None
    assert kept.words == "Dear Helen, look at this."


def test_after_the_last_moment_comes_the_first(lesson: Lesson) -> None:
    view = PlayMoments(lesson, "champion-next")
    for _ in view.moments:
        view.turn()

    assert view.at == 0
    assert lesson.workbook.all(Played) == {}


def test_an_empty_workbook_says_where_people_come_from(lesson: Lesson) -> None:
    view = StayInTouch(lesson)

    assert "The research lesson makes a page" in said(view)
    with pytest.raises(InvalidValue, match="Nobody is noted yet"):
        view.editor.save()
    assert lesson.workbook.all(NextStep) == {}


def test_everybody_met_has_a_row_with_what_the_workbook_knows(met: Lesson) -> None:
    view = StayInTouch(met)

    page = said(view.table)
    assert page.count("<tr>") == 1 + 3
    assert "Bo &lt;b&gt;" in page
    assert "met 20 Nov 2026, 1 of 4 notes sent" in page
    assert "They care about this: the night shift." in page
    assert "3 people, 1 note sent, 1 connected, 0 next steps." in said(view.progress)


def test_a_step_is_kept_for_its_person_and_says_how_things_stand(met: Lesson) -> None:
    view = StayInTouch(met)
    view.editor.who.value = "ana"
    view.editor.step.value = "Send the call list"
    view.editor.gift.value = "A list that works"
    view.editor.when.value = date(2026, 12, 1)
    view.editor.save()

    assert "Ana Ruiz: due now. It is for today." in said(view)
    assert met.workbook.latest(NextStep, "ana") == NextStep(
        person="ana", step="Send the call list", gift="A list that works", when=date(2026, 12, 1)
    )
    view.editor.who.value = "cy"
    assert view.editor.step.value == ""
    view.editor.unanswered.value = 2
    view.editor.save()
    assert "Cy: leave be." in said(view)


def test_a_day_or_a_number_that_is_chosen_is_kept_at_once_and_changes_the_table(met: Lesson) -> None:
    view = StayInTouch(met)
    view.editor.who.value = "cy"

    view.editor.unanswered.value = 2

    assert "leave be" in said(view.table)
    assert met.workbook.latest(NextStep, "cy") == NextStep(person="cy", unanswered=2)


def test_looking_at_everybody_saves_nothing(met: Lesson) -> None:
    view = StayInTouch(met)
    for key in ("ana", "bo", "cy"):
        view.editor.who.value = key
    view.make_file()

    assert met.workbook.all(NextStep) == {}


def test_a_person_who_is_forgotten_takes_the_next_step_along(met: Lesson) -> None:
    met.workbook.save("ana", NextStep(person="ana", step="Write to Ana Ruiz"))

    forget(met.workbook, "ana")

    assert met.workbook.all(NextStep) == {}
    assert "Ana" not in said(StayInTouch(met).table)


def test_the_table_is_ordered_and_filtered_by_what_was_asked_for(met: Lesson) -> None:
    met.workbook.save("cy", NextStep(person="cy", step="Call", when=date(2026, 12, 24)))
    view = StayInTouch(met)

    view.by.value = "Person"
    page = said(view.table)
    assert page.index("Ana") < page.index("Bo") < page.index("Cy")
    view.only.value = "planned"
    assert "Cy" in said(view.table)
    assert "Ana" not in said(view.table)
    view.only.value = "leave be"
    assert "Nobody here." in said(view.table)


def test_empty_cells_come_last_and_capitals_do_not_count() -> None:
    rows = [{"Person": name, "State": "due now"} for name in ("bo", "", "Ana", "Cy")]

    found = sorted_and_filtered(rows, "Person", "State", "")

    assert [row["Person"] for row in found] == ["Ana", "bo", "Cy", ""]
    assert sorted_and_filtered([], "Person", "State", "due now") == []


def test_the_file_has_everybody_and_no_formula_in_it(met: Lesson) -> None:
    met.workbook.save("ana", NextStep(person="ana", step='=HYPERLINK("x")', gift="+1 évening"))
    view = StayInTouch(met)

    data = as_csv(rows_of(view.people(), view.today))

    assert data.startswith(b"\xef\xbb\xbf")
    table = pd.read_csv(io.BytesIO(data), keep_default_na=False).set_index("Person")
    assert tuple(table.reset_index().columns) == COLUMNS
    assert table.loc["Ana Ruiz", "Next step"] == '\'=HYPERLINK("x")'
    assert table.loc["Ana Ruiz", "To give"] == "'+1 évening"
    view.make_file()
    assert 'download="people.csv"' in said(view.file)


def test_without_pandas_the_table_is_there_and_says_what_is_not(met: Lesson, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "pandas", None)
    view = StayInTouch(met)
    assert "Ana Ruiz" in said(view.table)

    view.by.value = "Person"
    assert "need pandas, which is not installed here" in said(view.message)
    assert "Ana Ruiz" in said(view.table)
    with pytest.raises(RapportError, match="All else works without it"):
        view.make_file()


def test_progress_is_set_beside_ones_own_last_month(met: Lesson, monkeypatch: pytest.MonkeyPatch) -> None:
    later = NOW.replace(year=2027, month=2)
    monkeypatch.setattr(met.workbook, "now", lambda: later)
    met.workbook.save("bo", Recipient(key="bo", name="Bo", done=("thank-you", "invitation")))
    moved = Lesson(met.id, met.workbook, lambda: later, met.zone)

    page = said(StayInTouch(moved).progress)
    assert "On 2 January 2027 it was 3 people and 1 note sent." in page
    assert "Notes sent so far. 3 Nov: 0; 3 Dec: 1; 2 Jan: 1; today: 2" in page


def test_the_next_steps_are_what_is_shown_from_memory(met: Lesson) -> None:
    met.workbook.save("ana", NextStep(person="ana", step="Send the call list", gift="Half an hour"))
    view = recall(met, "Whom?", shows="next-steps")
    view.answer.value = "something"

    view.look()

    assert "Ana Ruiz: Send the call list\nHalf an hour" in said(view.saved)
    assert "Cy" not in said(view.saved)


def test_the_whole_table_is_there_again_after_a_kernel_restart(met: Lesson) -> None:
    view = StayInTouch(met)
    for key, step, when, unanswered, expires in (
        ("ana", "=1+1", date(2026, 12, 20), 0, None),
        ("bo", "Wait", date(2026, 12, 10), 2, None),
        ("cy", "Call", date(2026, 12, 5), 0, date(2026, 11, 30)),
    ):
        view.editor.who.value = key
        view.editor.step.value, view.editor.when.value = step, when
        view.editor.unanswered.value, view.editor.expires.value = unanswered, expires
        view.editor.save_button.click()

    # Nothing is left of the kernel but the file.
    restarted = Lesson(met.id, Workbook(met.workbook.path, met.now), met.now, met.zone)
    again = StayInTouch(restarted)
    page = said(again.table)

    assert page == said(view.table)
    assert page.index("Ana") < page.index("Cy") < page.index("Bo")  # who wants looking at comes first
    for state in ("notes ran out", "leave be", "planned"):
        assert f"<td>{state}</td>" in page
    again.editor.who.value = "bo"
    assert (again.editor.step.value, again.editor.unanswered.value) == ("Wait", 2)
    again.by.value = "Person"
    assert said(again.table).index("Ana") < said(again.table).index("Cy")
    again.only.value = "leave be"
    assert "Cy" not in said(again.table)
    table = pd.read_csv(io.BytesIO(as_csv(rows_of(again.people(), again.today))), keep_default_na=False)
    assert list(table["Next step"]) == ["'=1+1", "Call", "Wait"]
    assert table["Keep until"][1] == "2026-11-30"
