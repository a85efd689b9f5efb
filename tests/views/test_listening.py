"""Lesson 05: listening once, the drills, my ways, the line that vanishes, and the practice log."""

from __future__ import annotations

from datetime import date
from html import unescape

import pytest

from rapportkit.drills import drills
from rapportkit.errors import InvalidValue
from rapportkit.interviews import Answer, Line
from rapportkit.listening import answers
from rapportkit.practice import LISTEN_FOR, ListenFor, MyWays, Practice
from rapportkit.views.choose_drills import ENOUGH, ChooseDrills
from rapportkit.views.drill_panel import DrillPanel
from rapportkit.views.heard import heard_as_html
from rapportkit.views.lesson import Lesson
from rapportkit.views.listen_for import OneThing
from rapportkit.views.listen_once import ListenOnce
from rapportkit.views.practice_log import PracticeLog, log_as_html
from rapportkit.views.vanishing_line import SAMPLE, VanishingLine
from rapportkit.views.ways import Ways
from tests.views.conftest import said

OVEN = "What was it like to bake in that <old> oven?"


def is_shown(control: object) -> bool:
    return control.layout.display != "none"  # type: ignore[attr-defined,no-any-return]


def test_an_answer_is_shown_until_it_is_hidden_and_only_then_asked_about(lesson: Lesson) -> None:
    view = ListenOnce(lesson)
    assert "flood" not in said(view)
    assert not is_shown(view.question)

    view.show_answer()
    assert "flood" in said(view)
    assert not is_shown(view.question)

    view.hide_answer()
    assert "flood" not in said(view)
    assert is_shown(view.question)


def test_the_answer_comes_back_with_what_the_question_took_up_marked(lesson: Lesson) -> None:
    view = ListenOnce(lesson)
    view.question.value = OVEN

    view.look()

    page = said(view.heard)
    assert "the old brick <mark>oven</mark>" in page
    assert "that &lt;old&gt; <mark>oven</mark>" in page
    assert "You could also have picked up" in page
    assert "Nothing that we look for needs mending" in page
    assert lesson.workbook.latest(Answer, "heard-bakery") == Answer(exercise="heard-bakery", text=OVEN)


def test_a_question_of_nobody_in_particular_is_told_so_after_what_works(lesson: Lesson) -> None:
    view = ListenOnce(lesson)
    with pytest.raises(InvalidValue, match="Write your question first"):
        view.look()
    view.question.value = "Do you like working here? I like it a lot, and I have always wanted to do such a job too."

    view.look()

    page = said(view.heard)
    assert page.index("What works") < page.index("To consider")
    assert page.count("We found nothing of theirs") == 1
    assert "Stop at the question mark" not in page  # one thing to mend at a time


@pytest.mark.parametrize(
    ("question", "remark"),
    [
        ("What was that like for you?", "It may point at something"),
        ("What do you do at weekends?", "We found nothing of theirs"),
        ("The oven, how lovely.", "no question in it"),
        ("How was the oven? I have one myself at home, and I use it for pizza and for bread.", "Stop at the question"),
        ("Could I see the oven?", "asks about you"),
        ("Did you like the oven?", "Yes or no would answer"),
        ("How old is the oven?", "A number, a name"),
    ],
)
def test_each_thing_to_mend_is_said(question: str, remark: str) -> None:
    from rapportkit.listening import listen

    told = answers()["bakery"]

    assert remark in unescape(heard_as_html(told, question, listen(told, question)))


def test_another_language_is_said_to_be_unread(lesson: Lesson) -> None:
    view = ListenOnce(lesson)
    view.question.value = "Wie hat das erste Brot nach dem Hochwasser denn eigentlich geschmeckt?"

    view.look()

    assert "English" in said(view.heard)
    assert "What works" not in said(view.heard)


def test_each_answer_keeps_its_own_question(lesson: Lesson) -> None:
    view = ListenOnce(lesson)
    view.question.value = OVEN
    view.who.value = "hotel"
    assert view.question.value == ""

    view.who.value = "bakery"

    assert view.question.value == OVEN
    assert ListenOnce(lesson).question.value == OVEN


def test_whom_one_listened_to_stands_in_the_log_once(lesson: Lesson) -> None:
    view = ListenOnce(lesson)
    for who in ("bakery", "hotel", "bakery"):
        view.who.value = who
        view.question.value = "How did you do that?"
        view.look()

    (practice,) = lesson.workbook.all(Practice).values()
    assert practice.note == f"{answers()['bakery'].who}; {answers()['hotel'].who}"
    assert practice.minutes == 4


def test_three_drills_are_in_hand_and_a_fourth_waits(lesson: Lesson) -> None:
    view = ChooseDrills(lesson)
    for drill in list(view.ticks)[:4]:
        view.ticks[drill].value = True

    assert lesson.ways.drills == tuple(view.ticks)[:3]
    assert not view.ticks[list(view.ticks)[3]].value
    assert len(view.panels.children) == 3
    assert ENOUGH in unescape(view.message.value)


def test_a_drill_that_is_put_back_gives_up_its_place_and_keeps_what_was_typed(lesson: Lesson) -> None:
    view = ChooseDrills(lesson)
    view.ticks["share-the-floor"].value = True
    panel = view.panels.children[0]
    assert isinstance(panel, DrillPanel)
    assert panel.text
    panel.text.answer.value = "We had one microwave."
    view.ticks["share-the-floor"].value = False
    assert view.panels.children == ()

    view.ticks["share-the-floor"].value = True

    assert view.panels.children == (panel,)
    assert ChooseDrills(lesson).panels.children[0].drill.id == "share-the-floor"


def test_a_skipped_tip_has_no_drill_and_is_named_without_a_word_of_blame(lesson: Lesson) -> None:
    view, ways = ChooseDrills(lesson), Ways(lesson)
    view.ticks["the-camera-dot"].value = True

    ways.choices["T1"].value = "skip"

    assert not is_shown(view.ticks["the-camera-dot"])
    assert view.panels.children == ()
    assert "Skipped, by your choice: A dot to come back to" in said(view)
    assert "needs no reason" in said(ways)
    ways.choices["T1"].value = "practise"
    assert is_shown(view.ticks["the-camera-dot"])


def test_a_replaced_tip_opens_its_other_way_with_ones_own_words(lesson: Lesson) -> None:
    view, ways = ChooseDrills(lesson), Ways(lesson)
    view.ticks["the-camera-dot"].value = True
    assert "<details open" not in said(view)

    ways.choices["T1"].value = "replace"
    ways.fields["T1"].value = "look at my <notes>"
    ways.keep_typed()

    assert "<details open" in said(view)
    assert "In your own words: look at my &lt;notes&gt;" in said(view)
    assert Ways(lesson).fields["T1"].value == "look at my <notes>"
    assert lesson.ways == MyWays(
        tips={"T1": "replace"}, instead={"T1": "look at my <notes>"}, drills=("the-camera-dot",)
    )


def chosen_in(panel: DrillPanel) -> dict[str, str]:
    """What each option of a drill is answered with."""
    told = {}
    for moment in panel.moments:
        for button, option in zip(moment.buttons, moment.question.options, strict=True):
            button.click()
            told[option.says] = unescape(moment.why.value)
    return told


@pytest.mark.parametrize(
    ("drill", "own"),
    [
        ("a-change-of-subject", "finish my sentence, then go on to the new thing"),
        ("where-a-smile-belongs", "say it in words"),
        ("the-next-question", "ask from my list"),
    ],
)
def test_a_choice_in_ones_own_way_is_another_way_and_no_worse_one(lesson: Lesson, drill: str, own: str) -> None:
    panel, tip = DrillPanel(lesson, drills()[drill]), drills()[drill].tip
    options = [option for moment in panel.moments for option in moment.question.options]
    before = chosen_in(panel)
    lesson.keep_ways(lesson.ways.with_(tips={tip: "replace"}, instead={tip: own}))
    after = chosen_in(panel)

    assert any(option.your_way for option in options)
    for option in options:
        assert ("That fits." in before[option.says]) is option.fits
        assert ("less well" in before[option.says]) is not option.fits
        assert ("less well" in after[option.says]) is not (option.fits or option.your_way is not None)
        assert (option.because in after[option.says]) is (option.your_way is None)


def test_what_was_chosen_is_told_anew_when_ones_way_changes(lesson: Lesson) -> None:
    panel = DrillPanel(lesson, drills()["a-change-of-subject"])
    panel.moments[0].buttons[0].click()
    assert "less well" in panel.moments[0].why.value

    lesson.keep_ways(lesson.ways.with_(tips={"T4": "replace"}))
    assert "another way, and it may be yours" in panel.moments[0].why.value
    assert not panel.moments[1].why.value


@pytest.mark.parametrize("drill", drills().values(), ids=drills().keys())
def test_every_drill_has_something_to_do_and_answers_at_once(lesson: Lesson, drill: object) -> None:
    panel = DrillPanel(lesson, drill)  # type: ignore[arg-type]

    for moment in panel.moments:
        for option in moment.question.options:
            moment.choose(option)
            assert option.because in unescape(said(moment.why))
    for box in panel.notices:
        box.value = True
    assert all(one.then in unescape(said(panel.noticed)) for one in panel.drill.notices)
    if panel.text:
        panel.text.answer.value = panel.drill.model
        panel.text.look()
        assert "Nothing that we look for needs mending" in said(panel.text)
        panel.text.answer.value = panel.drill.poor
        panel.text.look()
        assert "To consider" in said(panel.text)
    assert "How sure are we?" in said(panel)


def test_a_text_that_is_read_once_is_hidden_while_it_is_told_back(lesson: Lesson) -> None:
    panel = DrillPanel(lesson, drills()["hear-it-back"])
    assert panel.text
    assert not is_shown(panel.text.answer)

    panel.text.show_text()
    assert "lemonade" in said(panel.text)
    panel.text.hide_text()

    assert "lemonade" not in said(panel.text)
    assert is_shown(panel.text.answer)
    with pytest.raises(InvalidValue, match="Nothing is written yet"):
        panel.text.look()
    panel.text.answer.value = "So there was lemonade."
    panel.text.look()
    assert "<mark>lemonade</mark>" in said(panel.text)
    assert "fewer than three" in said(panel.text)


def test_the_log_tells_in_words_what_was_practised_when(lesson: Lesson) -> None:
    log = PracticeLog(lesson)
    assert "Nothing yet" in said(log)
    panel = DrillPanel(lesson, drills()["the-announced-pause"])
    panel.log_it.note.value = "four is <long>"

    panel.log_it.put_in_log()
    panel.log_it.put_in_log()

    assert "<h4>Tuesday 1 December</h4>" in said(log)
    assert said(log).count("The announced pause</strong>, about 2 minutes: four is &lt;long&gt;") == 1


def test_the_newest_day_of_the_log_comes_first() -> None:
    page = log_as_html(Practice(on=date(2026, 11, day), drill="hear-it-back", minutes=1) for day in (3, 30, 17))

    assert page.index("30 November") < page.index("17 November") < page.index("3 November")
    assert "about 1 minute<" in page


def test_a_line_vanishes_word_by_word_and_comes_back(lesson: Lesson) -> None:
    view = VanishingLine(lesson)
    assert SAMPLE in unescape(said(view))

    for _ in range(3):
        view.take_away()
    assert view.line.value.count("rk-gone") == 3
    for _ in range(100):
        view.take_away()
    assert "Say it once more from the start" in view.message.value
    view.bring_back()

    assert "rk-gone" not in view.line.value


def test_a_line_goes_by_itself_three_times(half_way: Lesson) -> None:
    key = next(iter(half_way.interviewers))
    text = "I <dug> a bed"
    half_way.workbook.save("x", Line(person=key, about_kind="interest", about_label="Gardening", text=text))
    view = VanishingLine(half_way)
    assert view.which.label == "My line about Gardening"
    told: list[str] = []
    view.line.observe(lambda change: told.append(change["new"]), names="value")

    view.let_go()
    view.let_go()

    assert view.line.value.count("animation-delay") == 4
    assert "animation-delay:1.00s,6.80s,7.80s,13.60s,14.60s" in view.line.value
    assert "&lt;dug&gt;" in view.line.value
    assert "" in told  # it is taken away in between, or it would not move again


def test_a_line_said_without_looking_stands_in_the_log(lesson: Lesson) -> None:
    log, view = PracticeLog(lesson), VanishingLine(lesson)

    view.said.value = True

    assert "The line that vanishes" in said(log)
    view.bring_back()
    assert not view.said.value
    assert "The line that vanishes" in said(log)


def test_one_thing_to_listen_for_is_kept_and_found_again(lesson: Lesson) -> None:
    view = OneThing(lesson)
    view.keep()
    assert lesson.workbook.latest(ListenFor, LISTEN_FOR) is None
    view.what.value = "what they laugh at"

    view.save()

    assert OneThing(lesson).what.value == "what they laugh at"


def test_opening_the_panels_writes_nothing(lesson: Lesson) -> None:
    for panel in (ListenOnce, ChooseDrills, Ways, VanishingLine, PracticeLog, OneThing):
        panel(lesson)

    assert not lesson.workbook.path.exists()
