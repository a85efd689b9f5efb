from __future__ import annotations

import json

import pytest

from rapportkit.people.dossier import ME, Dossier
from rapportkit.people.person import Person, Reading, Source
from rapportkit.views.lesson import Lesson
from rapportkit.views.research import NEW, Research
from tests.people.export_zip import export_zip
from tests.views.conftest import said, upload_of

RESUME = {"basics": {"name": "Ana Ruiz", "label": "Head gardener"}, "interests": [{"name": "Chess"}]}


def brought(name: str, content: object) -> tuple[dict[str, object], ...]:
    return upload_of(name, content if isinstance(content, bytes) else json.dumps(content).encode())


def test_what_is_typed_is_kept_and_found_again(lesson: Lesson) -> None:
    view = Research(lesson, me=False)
    view.form.name.value = "Ana Ruiz"
    view.form.fields["interest"].value = "Chess\nOld maps"

    view.save()

    again = Research(lesson, me=False)
    assert again.form.name.value == "Ana Ruiz"
    assert again.form.fields["interest"].value == "Chess\nOld maps"
    assert "Old maps" in said(again)


def test_an_untouched_form_leaves_no_trace(lesson: Lesson) -> None:
    Research(lesson, me=False).keep()
    Research(lesson, me=True).save()

    assert lesson.interviewers == {}


def test_a_file_adds_its_facts_and_fills_in_the_name(lesson: Lesson) -> None:
    view = Research(lesson, me=False)

    view.file.button.value = brought("ana.json", RESUME)

    assert view.form.name.value == "Ana Ruiz"
    assert [fact.label for fact in next(iter(lesson.interviewers.values())).person().facts] == ["Chess"]
    assert "1 fact on Ana Ruiz" in said(view)


def test_a_file_that_cannot_be_read_is_named_and_what_was_typed_stays(lesson: Lesson) -> None:
    view = Research(lesson, me=False)
    view.form.fields["interest"].value = "Chess"
    view.keep()

    view.file.button.value = brought("photo.png", b"\x89PNG\r\n\x1a\n")

    assert view.form.fields["interest"].value == "Chess"
    assert next(iter(lesson.interviewers.values())).typed("interest") == "Chess"
    assert view.file.message.value.count("photo.png") >= 1


def test_a_file_of_several_people_asks_which(lesson: Lesson) -> None:
    other = {"basics": {"name": "Bo Lind"}, "interests": [{"name": "Rowing"}]}
    view = Research(lesson, me=False)
    view.file.button.value = brought("both.json", [RESUME, other])

    view.file.which.value = "Bo Lind"

    assert next(iter(lesson.interviewers.values())).called("") == "Bo Lind"


def test_a_file_about_somebody_else_is_not_kept_before_the_learner_says_so(half_way: Lesson) -> None:
    view = Research(half_way, me=False)
    before = half_way.interviewers
    view.file.button.value = brought("ana.json", RESUME)

    assert "This file is about Ana Ruiz, not Helen Ashworth." in said(view.file)
    assert "choose &#x27;somebody new&#x27; above" in said(view.file)
    assert half_way.interviewers == before
    view.file.leave()
    assert half_way.interviewers == before
    assert "Chess" not in said(view)

    view.file.button.value = ()
    view.file.button.value = brought("ana.json", RESUME)
    view.file.bring()
    assert [file.name for file in half_way.interviewers[view.whose.key].files] == ["sample", "ana.json"]


def test_ones_own_file_is_asked_about_in_the_dossier_of_another(lesson: Lesson) -> None:
    lesson.workbook.save(ME, Dossier(name="Ana Ruiz"))
    view = Research(lesson, me=False)

    view.file.button.value = brought("ana.json", RESUME)

    assert "the panel &#x27;You&#x27;" in view.file.message.value
    assert lesson.interviewers == {}
    mine = Research(lesson, me=True)
    mine.file.button.value = brought("ana.json", RESUME)
    assert [file.name for file in lesson.me.files] == ["ana.json"], "in one's own, nothing is asked"


def test_a_linkedin_export_is_asked_about_though_nobody_is_named_yet(lesson: Lesson) -> None:
    view = Research(lesson, me=False)

    view.file.button.value = brought("export.zip", export_zip())

    assert "only to the one it is about" in view.file.message.value
    assert lesson.interviewers == {}


@pytest.mark.parametrize("name", ["Dr. Margaret Holroyd", "HOLROYD Margaret", "Margaret Holroyd, CIPD"])
def test_a_name_with_more_or_turned_words_is_the_same_persons(lesson: Lesson, name: str) -> None:
    view = Research(lesson, me=False)
    view.form.name.value = "Margaret Holroyd"

    view.file.button.value = brought("m.json", {**RESUME, "basics": {"name": name}})

    assert len(next(iter(lesson.interviewers.values())).files) == 1


def test_what_was_read_stands_right_below_the_button_until_it_is_saved(lesson: Lesson) -> None:
    view = Research(lesson, me=False)
    view.file.button.value = brought("ana.json", RESUME)

    assert "Chess" in said(view.file)
    assert "Check them here" in view.file.message.value
    assert "Chess" not in view.held.page.value, "once is enough"

    view.save()
    assert "Chess" not in said(view.file)
    assert "Chess" in view.held.page.value


def test_what_was_not_understood_in_a_file_is_in_plain_sight_with_what_to_do(
    lesson: Lesson, monkeypatch: pytest.MonkeyPatch
) -> None:
    view = Research(lesson, me=True)
    view.file.button.value = brought("ana.json", RESUME)
    assert "Not everything was understood" not in view.file.message.value

    odd = Reading(person=Person(name="Ana Ruiz"), not_understood=(Source(text="Quandling", where="odd.txt: line 3"),))
    monkeypatch.setattr("rapportkit.views.bring_file.read_person", lambda *_: odd)
    view.file.button.value = brought("odd.txt", b"Ana Ruiz")

    assert "type into the fields below" in view.file.message.value
    assert "<details open><summary>Not understood" in view.file.facts.value


def test_what_is_private_in_a_file_stands_to_be_left_alone_at_the_button_too(lesson: Lesson) -> None:
    view = Research(lesson, me=False)
    view.file.button.value = brought("ana.json", {**RESUME, "interests": [{"name": "Diabetes support group"}]})

    assert "Leave alone" in view.file.facts.value


def test_a_private_word_leaves_the_rest_of_its_sentence_in_its_row(lesson: Lesson) -> None:
    view = Research(lesson, me=False)
    about = "At weekends I go sea swimming off Filey or Spurn, and take my two girls to ballet."
    view.file.button.value = brought("ana.txt", f"Ana Ruiz\n\nAbout\n{about}\n".encode())

    page = view.file.facts.value
    assert page.index("Own time") < page.index("go sea swimming off Filey or Spurn") < page.index("Leave alone")
    assert page.index("Leave alone") < page.rindex("take my two girls")
    view.save()
    assert "That is 1 fact to work with (1 more stands under" in view.message.value


def test_ones_own_hobby_with_ones_own_child_is_not_flagged(lesson: Lesson) -> None:
    view = Research(lesson, me=True)

    view.form.fields["interest"].value = "Carp fishing at weekends with my son"
    assert "With care" not in view.message.value
    view.save()
    assert "Leave alone" not in said(view)


def test_the_same_file_brought_twice_is_there_once(lesson: Lesson) -> None:
    view = Research(lesson, me=False)

    view.file.button.value = brought("ana.json", RESUME)
    view.file.button.value = ()
    view.file.button.value = brought("ana.json", RESUME)

    assert len(next(iter(lesson.interviewers.values())).files) == 1


def test_a_fact_and_a_whole_file_can_be_taken_out(lesson: Lesson) -> None:
    view = Research(lesson, me=False)
    view.form.fields["interest"].value = "Rowing"
    view.file.button.value = brought("ana.json", RESUME)
    dossier = next(iter(lesson.interviewers.values()))

    view.held.out.value = dossier.person().facts[0]
    view.take_out()
    assert view.form.fields["interest"].value == ""
    view.held.out.value = "ana.json"
    view.take_out()

    assert next(iter(lesson.interviewers.values())).person().facts == ()


def test_what_is_taken_out_leaves_its_field_and_nothing_else_does(lesson: Lesson) -> None:
    view = Research(lesson, me=True)
    view.form.fields["interest"].value = "Old maps, drawn by hand\nlacrosse, snooker"
    view.save()

    view.held.out.value = next(fact for fact in lesson.me.person().facts if fact.label == "lacrosse")
    view.take_out()

    assert view.form.fields["interest"].value == "Old maps, drawn by hand\nsnooker"
    assert "lacrosse" not in said(view.held.page)


def test_a_person_named_anew_is_called_so_in_the_list_of_dossiers(half_way: Lesson) -> None:
    view = Research(half_way, me=False)
    key = view.whose.key

    view.form.name.value = "Helen van der Meer"
    view.keep()

    assert dict(view.whose.who.options)["Helen van der Meer"] == key == view.whose.who.value
    assert view.form.name.value == "Helen van der Meer"


def test_a_second_person_gets_a_dossier_of_their_own(half_way: Lesson) -> None:
    view = Research(half_way, me=False)
    view.whose.who.value = NEW
    assert view.form.name.value == ""
    view.form.name.value = "Ana Ruiz"

    view.save()

    assert [dossier.called("") for dossier in half_way.interviewers.values()] == ["Helen Ashworth", "Ana Ruiz"]
    assert half_way.interview is not None
    assert half_way.interview.interviewers == tuple(half_way.interviewers)


def test_script_in_a_name_is_shown_as_text(lesson: Lesson) -> None:
    view = Research(lesson, me=False)
    view.form.name.value = "<script>alert(1)</script>"

    view.save()

    assert "<script>" not in said(view)
    assert "&lt;script&gt;" in said(view)


def test_ones_own_side_is_kept_apart_from_the_interviewers(lesson: Lesson) -> None:
    view = Research(lesson, me=True)
    view.form.name.value = "Nadia"

    view.save()

    assert lesson.me == Dossier(name="Nadia")
    assert lesson.interviewers == {}


def test_turning_to_another_person_keeps_what_was_typed_a_moment_before(half_way: Lesson) -> None:
    view = Research(half_way, me=False)
    helen = view.whose.key
    view._filling = True  # as if the pause after typing were not over
    view.form.fields["interest"].value = "Old maps"
    view._filling = False

    view.whose.who.value = NEW

    assert view.form.fields["interest"].value == ""
    assert half_way.interviewers[helen].typed("interest") == "Old maps"


def test_somebody_new_typed_just_before_turning_away_is_kept(half_way: Lesson) -> None:
    view = Research(half_way, me=False)
    helen = view.whose.key
    view.whose.who.value = NEW
    view._filling = True
    view.form.name.value = "Ana Ruiz"
    view._filling = False

    view.whose.who.value = helen

    assert [dossier.called("") for dossier in half_way.interviewers.values()] == ["Helen Ashworth", "Ana Ruiz"]
    assert view.form.name.value == "Helen Ashworth"


def test_company_and_role_go_to_the_interview(half_way: Lesson) -> None:
    view = Research(half_way, me=False)
    assert view.job.role.description == "The job you apply for"
    view.job.company.value, view.job.role.value = "York Hospital", "Staff nurse"

    assert half_way.interview is not None
    assert (half_way.interview.company, half_way.interview.role) == ("York Hospital", "Staff nurse")
    assert Research(half_way, me=False).job.company.value == "York Hospital"


def test_what_is_private_is_kept_as_something_to_leave_alone_and_why_is_heard_at_once(
    half_way: Lesson,
) -> None:
    view = Research(half_way, me=False)

    view.form.fields["interest"].value = "Chess\nHer daughter goes to St Mary's"

    assert 'role="status" class="rk-careful"' in view.message.value
    assert "Children and family are not for an interview: leave it." in view.message.value
    assert "note what they chose to show" in view.message.value
    view.save()
    page = said(view)
    assert page.index("Leave alone") < page.index("Her daughter goes")
    assert half_way.interviewers[view.whose.key].typed("interest").endswith("St Mary's"), "nothing is refused"


def test_a_reason_to_leave_something_alone_is_told_once_and_taken_back_with_the_words(half_way: Lesson) -> None:
    view = Research(half_way, me=False)
    view.form.fields["interest"].value = "has asthma"
    view.tell("")

    view.form.fields["interest"].value = "has asthma, and walks"
    assert "With care" not in view.message.value

    view.form.fields["group"].value = "Young Conservatives"
    assert "Politics" in view.message.value
    view.form.fields["group"].value = view.form.fields["interest"].value = ""
    assert "With care" not in view.message.value


def test_what_is_to_be_left_alone_is_asked_of_nobody_and_let_fall_by_no_partner(half_way: Lesson) -> None:
    key = next(iter(half_way.interviewers))
    view = Research(half_way, me=False)
    view.form.fields["interest"].value = "earns 90k\nKeeps bees"
    view.save()

    labels = [fact.label for fact in half_way.to_talk_of(key).facts]
    assert "Keeps bees" in labels
    assert "earns 90k" not in labels


def test_the_number_of_facts_that_one_may_use_is_what_is_there(lesson: Lesson) -> None:
    view = Research(lesson, me=False)
    view.form.fields["interest"].value = "Chess\nOld maps\nRowing\nin debt"
    view.save()
    assert "That is 3 facts to work with" in view.message.value

    view.form.fields["interest"].value = "Chess\nOld maps\nRowing\nBees\nJam"
    view.save()
    assert "Five facts are plenty." in view.message.value
