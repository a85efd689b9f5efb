from __future__ import annotations

import json
import re

import pytest

from rapportkit.brief import Brief
from rapportkit.brief.discreet import fit_for_a_table
from rapportkit.brief.sections import LEAVE, Section, leave, narrow_column, wide_column
from rapportkit.brief.worth_knowing import worth_knowing
from rapportkit.cards import Card
from rapportkit.ground.topics import light_of, topics
from rapportkit.interviews import Line, Proof
from rapportkit.lessons import lessons
from rapportkit.people.person import Fact, Person, Source
from rapportkit.people.samples import sample_interviewers
from tests.brief.samples import WARD, curiosity, far_too_much, nadias, nothing_yet
from tests.brief.tight import full_evening


def words(*sections: Section) -> str:
    return "\n".join(piece.text for one in sections for entry in one.entries for piece in entry)


def test_every_red_topic_is_left_on_every_brief_and_told_in_plain_words() -> None:
    red = {name for name in topics().concepts if light_of(name) == "red"}

    assert set(LEAVE) == red
    assert all(plain in leave().lower() for plain in LEAVE.values())


def test_what_to_leave_is_the_same_whoever_it_is_for() -> None:
    assert narrow_column(nadias())[-1] == narrow_column(nothing_yet())[-1] == narrow_column(far_too_much())[-1]


@pytest.mark.parametrize("private", ["All Saints church choir", "Asthma support group", "Pride network", "NCT coffee"])
def test_what_is_private_never_lies_on_the_table(private: str) -> None:
    fact = Fact(kind="interest", label=private, where="profile.pdf, page 1")
    chosen = curiosity("helen", fact, f"How is {private}?")
    brief = Brief(
        interview=WARD,
        people={"helen": Person(name="Helen Ashworth", facts=(fact,))},
        shortlist=(chosen,),
        lines=(Line(person="helen", about_kind="interest", about_label=private, text="I sing too."),),
    )

    printed = words(*wide_column(brief), *narrow_column(brief))

    assert private not in printed
    assert "1 from your shortlist" in wide_column(brief)[1].note


def test_private_words_are_left_out_of_the_evidence_of_a_harmless_link() -> None:
    fact = Fact(kind="creative", label="Singing", where="profile")
    link = curiosity("helen", fact, "").link.with_(
        theirs=(Source(text="All Saints church choir (Alto)", where="profile"), Source(text="Singing", where="profile"))
    )
    chosen = curiosity("helen", fact, "").with_(link=link)

    assert "church" not in words(*wide_column(nadias().with_(shortlist=(chosen,))))


def test_a_school_named_after_something_private_is_no_confession() -> None:
    assert fit_for_a_table("school", "Catholic University of Leuven")
    assert not fit_for_a_table("group", "Catholic youth")


def test_of_a_person_a_few_different_things_are_worth_knowing() -> None:
    helen = sample_interviewers()["helen"]

    facts = worth_knowing(helen)

    assert facts[0].label == "Ouse Bank Hospital"
    assert len({fact.kind for fact in facts}) == len(facts) == 3
    assert not {"skill", "group", "cause", "language"} & {fact.kind for fact in facts}


@pytest.mark.parametrize(
    ("headline", "is_told_there"),
    [
        ("Head chef, The Blue Anchor Hotel", True),
        ("Head Chef at the Blue Anchor Hotel | Leeds", True),
        ("Head chef", False),
        ("Chef, Blue Anchor", False),
        (None, False),
    ],
)
def test_a_post_that_stands_in_the_headline_is_not_told_twice(headline: str | None, is_told_there: bool) -> None:
    post = Fact(kind="employer", label="The Blue Anchor Hotel (Head chef)", current=True, where="their page")
    other = Fact(kind="employer", label="Harbour Bakery", where="their page")
    person = Person(name="Ines", headline=headline, facts=(post, other))

    assert worth_knowing(person) == ((other,) if is_told_there else (post, other))


def test_what_is_told_as_shared_is_not_told_twice() -> None:
    helen = sample_interviewers()["helen"]
    told = worth_knowing(helen)[1]

    assert told not in worth_knowing(helen, [told.source])


def test_with_several_people_it_is_said_who_is_meant() -> None:
    brief = nadias()
    two = brief.with_(people={**brief.people, "ana": Person(name="Ana Ruiz")})

    assert "Giant pumpkins, with Helen Ashworth" in words(*narrow_column(two))
    assert "with Helen Ashworth" not in words(*narrow_column(brief))


def test_what_is_only_theirs_stands_with_the_question_and_not_under_what_is_shared() -> None:
    brief = nadias()

    assert "Giant pumpkins" in words(*narrow_column(brief))
    assert "Giant pumpkins" not in words(*wide_column(brief))


def test_a_proof_that_is_begun_is_printed_as_far_as_it_goes() -> None:
    begun, empty = Proof(situation="A flood", action=" ", change=""), Proof(situation="", action="", change="")
    section = narrow_column(nothing_yet().with_(proofs=(begun, empty)))[1]

    assert [[piece.text for piece in entry] for entry in section.entries] == [["A flood"]]


def test_only_cards_of_the_day_are_printed() -> None:
    cards = tuple(
        Card(lesson=lesson, if_=f"it is {lesson}", then="I breathe out")
        for lesson in ("00_welcome", "02_research", "03_common_ground", "04_conversation", "07_interview_day",
                       "08_follow_up")
    )  # fmt: skip

    printed = words(*narrow_column(nadias().with_(cards=cards)))

    assert [card.lesson[:2] for card in cards if card.lesson in printed] == ["00", "03", "04", "07"]


def test_where_it_was_read_stays_off_the_paper() -> None:
    brief = nadias()

    printed = words(*wide_column(brief), *narrow_column(brief))

    assert brief.shortlist[0].link.theirs
    assert not [one.where for chosen in brief.shortlist for one in chosen.link.theirs if one.where in printed]


def test_half_a_card_and_an_empty_line_are_not_printed() -> None:
    brief = nadias().with_(
        cards=(Card(lesson="04", if_="they ask", then=""),),
        lines=(Line(person="helen", about_kind="interest", about_label="Gardening", text=" "),),
    )

    assert not narrow_column(brief)[2].entries
    assert not wide_column(brief)[2].entries


def test_every_empty_part_says_what_to_do_and_names_lessons_as_they_are_called() -> None:
    titles = {}
    for path in (path for path in lessons() if path.stem[0].isdigit()):
        entry = json.loads(path.read_text(encoding="utf-8"))["metadata"]["rapportkit"]
        titles[int(path.stem[:2])] = entry["title"]
    sections = [*wide_column(nothing_yet()), *narrow_column(nothing_yet())]

    for one in sections[:-1]:
        assert one.hint
        for number, title in re.findall(r"lesson (\d+), ([^.]+)\.", one.hint):
            assert titles[int(number)] == title


def test_the_one_thing_to_listen_for_stands_before_the_cards() -> None:
    section = next(one for one in narrow_column(nadias().with_(listen_for="what they laugh at")) if "If" in one.title)

    assert [(piece.lead, piece.text) for piece in section.entries[0]] == [("Listen for: ", "what they laugh at")]
    assert not any(piece.lead for one in narrow_column(nadias()) if "If" in one.title for piece in one.entries[0])


def test_what_is_shared_is_not_said_again_of_the_person_in_other_words() -> None:
    brief = nadias()
    (helen,) = brief.people.values()
    assert "grow vegetables" in [fact.label.casefold() for fact in worth_knowing(helen, most=20)]

    whom, shared, _ = wide_column(brief)

    assert "Grow vegetables" not in [piece.text for entry in whom.entries for piece in entry]
    quotes = [piece.text for entry in shared.entries for piece in entry if piece.lead == "You: "]
    assert "“Leeds (England, GB)”" in quotes
    assert "“Leeds (England)”" not in quotes


def test_a_line_that_is_still_to_be_mended_comes_last_and_says_why() -> None:
    lines = next(one for one in wide_column(full_evening()) if one.title == "Lines to open with")

    assert [[piece.lead for piece in entry] for entry in lines.entries] == [["", ""], ["", "Mend first: ", ""]]
    assert "may be heard as a judgement" in lines.entries[1][1].text


def test_what_is_private_in_a_remark_stays_off_the_table() -> None:
    brief = full_evening()
    [key] = brief.to_mend
    lines = wide_column(brief.with_(to_mend={key: "“the church” brings up something to leave alone."}))[2]

    assert lines.entries[1][1].text == "lesson 4 says why."


def test_a_place_has_the_name_that_both_of_them_give_it() -> None:
    share, lines = wide_column(full_evening())[1:]

    assert [entry[0].text for entry in share.entries] == ["Hull", "Fishing"]
    assert [entry[0].text for entry in lines.entries] == ["Fishing", "Hull"]
