from __future__ import annotations

import pytest

from rapportkit.errors import InvalidValue
from rapportkit.ground.link import Link
from rapportkit.ground.taught import Taught
from rapportkit.people.dossier import ME, Dossier, Note
from rapportkit.people.person import Person, Reading, Source
from rapportkit.people.remarks import LEFT_OUT, NOTHING_TOLD, UNREAD_PART, UNREAD_TOP
from rapportkit.views.choose_ground import ChooseGround
from rapportkit.views.lesson import Lesson
from rapportkit.views.research import Research
from rapportkit.views.shared_links import PRETEND, REFUSED
from tests.views.conftest import said


def link_of(view: ChooseGround, number: int = 0) -> Link:
    return view.found.suggested()[number]


def controls(view: ChooseGround) -> list[object]:
    return [child for child in view.shared.rows.children if hasattr(child, "options")]


def test_what_is_true_goes_on_the_shortlist_with_its_evidence(half_way: Lesson) -> None:
    view = ChooseGround(half_way)

    controls(view)[0].value = "true"

    chosen = next(iter(half_way.shortlist.values()))
    assert chosen.stance == "true"
    assert chosen.link.mine
    assert chosen.link.theirs
    assert "Your shortlist" in said(view)


def test_pretending_is_refused_and_the_choice_goes_back(half_way: Lesson) -> None:
    view = ChooseGround(half_way)

    controls(view)[0].value = PRETEND

    assert half_way.shortlist == {}
    assert controls(view)[0].value == ""
    assert controls(view)[0].index == 0  # what the browser shows
    assert REFUSED.split(".")[0] in said(view)


def test_after_a_refusal_the_choice_still_works(half_way: Lesson) -> None:
    view = ChooseGround(half_way)

    controls(view)[0].value = PRETEND
    controls(view)[0].value = "curious"

    assert [choice.stance for choice in half_way.shortlist.values()] == ["curious"]


def test_a_link_can_be_left_out_again(half_way: Lesson) -> None:
    view = ChooseGround(half_way)
    view.shared.take(link_of(view), "true")

    view.shared.take(link_of(view), "leave")

    assert half_way.shortlist == {}


def test_red_links_are_shown_with_the_rest_and_offer_no_choice(half_way: Lesson) -> None:
    view = ChooseGround(half_way)
    assert "red: leave it" not in said(view.shared.rows)

    view.shared.show_rest()

    red = [link for link in view.found.links if link.light == "red"]
    assert red
    assert said(view.shared.rows).count("red: leave it") == len(red)
    assert len(controls(view)) == len(view.found.links) - len(red)


def test_a_fourth_link_is_refused_with_a_reason(half_way: Lesson) -> None:
    view = ChooseGround(half_way)
    for number in range(3):
        view.shared.take(
            Link(kind="place", label=f"Town {number}", status="confirmed", light="green", mine=(), theirs=(), why="."),
            "true",
        )

    with pytest.raises(InvalidValue, match="holds 3 already"):
        view.shared.take(
            Link(kind="place", label="Town 4", status="confirmed", light="green", mine=(), theirs=(), why="."), "true"
        )


def test_finding_nothing_leads_to_an_honest_question(lesson: Lesson) -> None:
    view = ChooseGround(lesson)
    assert "No interviewer is in your workbook yet" in said(view)


def test_a_question_out_of_curiosity_is_kept(half_way: Lesson) -> None:
    view = ChooseGround(half_way)
    view.curious.about.value = view.curious.about.options[1][1]
    view.curious.question.value = "How do you grow one that size?"

    view.curious.ask()

    chosen = next(iter(half_way.shortlist.values()))
    assert (chosen.stance, chosen.question) == ("curious", "How do you grow one that size?")
    assert chosen.link.mine == ()
    assert (view.curious.about.value, view.curious.question.value) == ("", "")


def test_a_question_needs_something_to_ask_about(half_way: Lesson) -> None:
    view = ChooseGround(half_way)
    view.curious.question.value = "How do you do?"

    with pytest.raises(InvalidValue, match="something of theirs"):
        view.curious.ask()


def test_what_is_red_is_not_offered_to_curiosity(half_way: Lesson) -> None:
    view = ChooseGround(half_way)
    offered = " ".join(label for label, _ in view.curious.about.options)

    assert "fell walking" in offered.lower()
    assert "Asthma" not in offered
    assert "church" not in offered.lower()


def test_anything_can_be_taken_off_the_shortlist_a_question_too(half_way: Lesson) -> None:
    view = ChooseGround(half_way)
    controls(view)[0].value = "true"
    view.curious.about.value = view.curious.about.options[1][1]
    view.curious.question.value = "How do you grow one that size?"
    view.curious.ask()
    link, question = half_way.shortlist

    with pytest.raises(InvalidValue, match="Choose what to take off"):
        view.shortlist.take_off()
    view.shortlist.off.value = question
    view.shortlist.take_off()
    assert list(half_way.shortlist) == [link]
    assert "How do you grow" not in said(view.shortlist.page)

    view.shortlist.off.value = link
    view.shortlist.take_off()
    assert half_way.shortlist == {}
    assert controls(view)[0].value == ""
    assert view.shortlist.off_button.layout.display == "none"


def test_what_is_shared_is_not_offered_once_more_as_theirs(half_way: Lesson) -> None:
    view = ChooseGround(half_way)
    shared = {source for link in view.found.links for source in link.theirs}

    offered = [fact for _, fact in view.curious.about.options[1:]]

    assert offered
    assert not [fact.label for fact in offered if fact.source in shared]
    assert len({fact.label for fact in offered}) == len(offered)


def test_a_phrase_that_was_not_placed_can_be_taught_and_forgotten(half_way: Lesson) -> None:
    key = next(iter(half_way.interviewers))
    for one, label in ((ME, "dinghy sailing"), (key, "zorbleflinging")):
        dossier = half_way.workbook.latest(Dossier, one) or Dossier()
        half_way.workbook.save(one, dossier.with_(notes=(Note(kind="interest", text=label),)))
    view = ChooseGround(half_way)
    assert "Sailing" not in [link.label for link in view.found.links]

    view.teaching.phrase.value = "zorbleflinging"
    view.teaching.means.value = "sailing"
    view.teaching.teach_button.click()

    assert "Sailing" in [link.label for link in view.found.links]
    assert [one.means for one in half_way.workbook.all(Taught).values()] == ["Sailing"]
    assert "means Sailing" in said(view)

    view.teaching.known.value = next(iter(half_way.workbook.all(Taught)))
    view.teaching.forget_button.click()

    assert "Sailing" not in [link.label for link in view.found.links]


def test_the_nearest_meanings_stand_beside_a_phrase_and_one_can_be_taken(half_way: Lesson) -> None:
    view = ChooseGround(half_way).teaching
    view.offer([Source(text="smoked sausages", where="cv.txt"), Source(text="zorbleflinging", where="cv.txt")])
    assert view.near.layout.display == "none"

    view.phrase.value = "smoked sausages"
    assert "Barbecue" in [name for _, name in view.near.options]
    view.near.value = "Barbecue"
    assert view.means.value == "Barbecue"
    view.teach()
    assert [one.means for one in half_way.workbook.all(Taught).values()] == ["Barbecue"]

    view.offer([Source(text="zorbleflinging", where="cv.txt")])
    view.phrase.value = "zorbleflinging"
    assert view.near.layout.display == "none"


def test_where_there_is_nothing_to_teach_there_is_no_panel_to_teach_in(half_way: Lesson) -> None:
    view = ChooseGround(half_way)
    assert (view.teaching.layout.display == "none") == (not view.found.not_understood.theirs)

    view.teaching.offer(())
    assert view.teaching.layout.display == "none"
    view.teaching.offer([Source(text="zorbleflinging", where="cv.txt")])
    assert view.teaching.layout.display is None
    assert view.teaching.forget_button.layout.display == "none"


def test_our_own_sentences_are_no_phrases_to_be_taught(half_way: Lesson) -> None:
    view = ChooseGround(half_way)
    ours = (UNREAD_TOP, UNREAD_PART.format("Past"), LEFT_OUT.format("a birth date"), NOTHING_TOLD)

    view.teaching.offer([Source(text=text, where="cv.txt") for text in (*ours, "zorbleflinging")])
    assert [text for _, text in view.teaching.phrase.options] == ["", "zorbleflinging"]
    view.teaching.offer([Source(text=text, where="cv.txt") for text in ours])
    assert view.teaching.layout.display == "none"


def test_a_person_saved_in_another_panel_is_there_at_once(lesson: Lesson) -> None:
    view = ChooseGround(lesson)
    person = Research(lesson, me=False)
    person.form.name.value = "Gareth Holroyd"
    person.form.fields["interest"].value = "allotment"

    person.save()

    assert "Gareth Holroyd" in view.who.label
    assert "No interviewer" not in said(view.shared.rows)


def test_what_is_taught_or_set_aside_leaves_the_lists_of_what_was_not_understood(half_way: Lesson) -> None:
    puzzling = (Source(text="zorbleflinging", where="cv.txt"), Source(text="quux of the year", where="cv.txt"))
    resume = Reading(person=Person(name="Nadia Rahman"), not_understood=puzzling)
    half_way.workbook.save(ME, half_way.me.with_file("cv.txt", resume))
    mine, view = Research(half_way, me=True), ChooseGround(half_way)
    assert "Not understood (2)" in said(mine)

    view.teaching.phrase.value = "zorbleflinging"
    view.teaching.means.value = "sailing"
    view.teaching.teach()
    assert "Not understood (1)" in said(mine)

    view.teaching.phrase.value = "quux of the year"
    view.teaching.set_aside()
    assert "Not understood" not in said(mine)
    assert "quux" not in [source.text for source in view.found.not_understood.mine]

    view.teaching.known.value = next(key for key, one in half_way.workbook.all(Taught).items() if not one.means)
    view.teaching.forget()
    assert "Not understood (1)" in said(mine)


def stances(view: ChooseGround) -> dict[str, str]:
    return {control.description: control.value for control in controls(view)}  # type: ignore[attr-defined]


@pytest.mark.parametrize("first", ["", "true", "curious"])
def test_what_is_left_stays_left_when_the_lesson_is_opened_again(half_way: Lesson, first: str) -> None:
    view = ChooseGround(half_way)
    control, other = controls(view)[:2]
    if first:
        control.value = first  # type: ignore[attr-defined]
    control.value = "leave"  # type: ignore[attr-defined]
    other.value = "true"  # type: ignore[attr-defined]

    assert [one.stance for one in half_way.shortlist.values()] == ["true"]
    assert list(stances(ChooseGround(half_way)).values())[:2] == ["leave", "true"]


@pytest.mark.parametrize("after", ["true", "curious", ""])
def test_what_was_left_can_be_taken_up_again(half_way: Lesson, after: str) -> None:
    controls(ChooseGround(half_way))[0].value = "leave"  # type: ignore[attr-defined]
    controls(ChooseGround(half_way))[0].value = after  # type: ignore[attr-defined]

    assert next(iter(stances(ChooseGround(half_way)).values())) == after
    assert len(half_way.shortlist) == bool(after)


def test_what_is_left_with_one_person_is_not_left_with_another_and_goes_when_they_are_forgotten(
    half_way: Lesson,
) -> None:
    from rapportkit.workbook.forget import forget

    view = ChooseGround(half_way)
    controls(view)[0].value = "leave"  # type: ignore[attr-defined]
    key = str(view.who.value)
    half_way.workbook.save("interviewer-9", half_way.interviewers[key].with_(name="Somebody Else"))
    again = ChooseGround(half_way)
    again.who.value = "interviewer-9"
    assert set(stances(again).values()) == {""}

    forget(half_way.workbook, key)
    kept = half_way.workbook.keys()
    assert "left-out" not in kept
