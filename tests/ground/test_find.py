"""What two people share, whole: order, adding, oneself, skills, English, lights and reasons."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rapportkit.ground.clauses import clauses, only_skills
from rapportkit.ground.find import find_common_ground
from rapportkit.ground.fold import plain
from rapportkit.ground.groups import groups
from rapportkit.ground.interests import interests
from rapportkit.ground.languages import _is_spoken
from rapportkit.ground.link import Link
from rapportkit.ground.places import _NOWHERE
from rapportkit.people.person import Fact, FactKind, Person

KINDS: tuple[FactKind, ...] = (
    "place",
    "school",
    "interest",
    "creative",
    "sport",
    "group",
    "cause",
    "language",
    "service",
)
LABELS = (
    "chess", "gave up chess", "Leeds", "Cambridge", "Cambridge, MA", "Penn State", "my flatmate bakes", "church choir",
    "kayaking", "canoeing", "competitive gurning", "Français", "RAF", "Labour Party", "日本語", "🎲", "Greater Boston",
)  # fmt: skip


def fact(kind: FactKind, label: str, **more: object) -> Fact:
    return Fact(kind=kind, label=label, where="form", **more)  # type: ignore[arg-type]


def person(*facts: Fact, name: str = "Ada") -> Person:
    return Person(name=name, facts=facts)


def links(mine: Fact, theirs: Fact) -> tuple[Link, ...]:
    return find_common_ground(person(mine), person(theirs, name="Ben")).links


WAYS = sorted(
    {way for lexicon in (interests(), groups()) for concept in lexicon.concepts.values() for way in concept.ways}
)
words = st.one_of(
    st.sampled_from(LABELS),
    st.sampled_from(WAYS),
    st.lists(st.sampled_from(WAYS), min_size=2, max_size=3).map(", ".join),
    st.text(min_size=1, max_size=60).filter(str.strip),
)
facts = st.builds(fact, st.sampled_from(KINDS), words)
people = st.lists(facts, max_size=6).map(lambda found: person(*found))


@settings(max_examples=150, deadline=None)
@given(people, people)
def test_the_order_of_the_two_changes_nothing_but_the_sides(one: Person, other: Person) -> None:
    here, there = find_common_ground(one, other), find_common_ground(other, one)
    assert [link.with_(mine=link.theirs, theirs=link.mine) for link in here.links] == list(there.links)
    assert here.not_understood.mine == there.not_understood.theirs


@settings(max_examples=150, deadline=None)
@given(people, people, st.sampled_from(KINDS), st.sampled_from(("zorbing on Thursdays", "xyzzy plugh", "Qwyjibo")))
def test_adding_a_fact_that_has_nothing_to_do_with_them_removes_no_link(
    one: Person, other: Person, kind: FactKind, label: str
) -> None:
    before = {(link.kind, link.label, link.status) for link in find_common_ground(one, other).links}
    more = one.and_also((fact(kind, label),))
    assert before <= {(link.kind, link.label, link.status) for link in find_common_ground(more, other).links}


@settings(max_examples=300, deadline=None)
@given(st.sampled_from(KINDS), st.one_of(st.sampled_from(WAYS), st.text(min_size=1, max_size=80).filter(str.strip)))
def test_whatever_somebody_affirms_they_share_with_themselves(kind: FactKind, label: str) -> None:
    one = fact(kind, label)
    said = " ".join(label.split())
    affirmed = all(clause.stance == "mine" and not only_skills(clause.words) for clause in clauses(said))
    nowhere = kind == "place" and plain(label) in _NOWHERE
    code = kind == "language" and not _is_spoken(one.label)
    if affirmed and clauses(said) and not (nowhere or code):
        assert links(one, one), (kind, label)


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("label", ["chess", "competitive gurning", "Xyzzyville", "日本語", "🎲", "Leeds", "Germany"])
def test_somebody_shares_everything_with_themselves(kind: FactKind, label: str) -> None:
    assert links(fact(kind, label), fact(kind, label))


def test_skills_and_headlines_never_become_common_ground() -> None:
    one = Person(name="Ada", headline="Chess and Leeds", facts=(fact("skill", "chess"),))
    assert find_common_ground(one, one).links == ()


@pytest.mark.parametrize(
    "said", ["gave up chess", "never got into chess", "my flatmate plays chess", "no chess, please"]
)
def test_what_is_over_refused_or_somebody_elses_is_no_ground(said: str) -> None:
    assert links(fact("interest", said), fact("interest", "chess")) == ()


def test_a_wish_is_possible() -> None:
    assert [link.status for link in links(fact("sport", "would love to learn to sail"), fact("sport", "sailing"))] == [
        "possible"
    ]


def test_neighbours_are_possible_and_named_in_one_order() -> None:
    (link,) = links(fact("sport", "kayaking"), fact("sport", "canoeing"))
    assert (link.label, link.status) == ("Canoeing and Kayaking", "possible")


@pytest.mark.parametrize(
    ("mine", "theirs", "status"),
    [
        ("Music", "music", "possible"),
        ("sports", "netball", "possible"),
        ("baking", "sourdough", "confirmed"),
        ("sourdough", "wedding cakes", "possible"),
        ("sourdough", "my own bread", "confirmed"),
        ("travelling", "Travel", "confirmed"),
    ],
)
def test_a_wide_field_asks_and_a_kind_of_a_thing_is_the_thing(mine: str, theirs: str, status: str) -> None:
    (link,) = links(fact("interest", mine), fact("interest", theirs))
    assert link.status == status


@pytest.mark.parametrize(
    "said", ["anything but opera", "sang opera at school and loathed it", "everything except opera"]
)
def test_what_is_loathed_or_left_out_is_no_ground(said: str) -> None:
    assert links(fact("interest", said), fact("interest", "opera")) == ()


def test_an_unclear_school_says_that_several_bear_the_name() -> None:
    (link,) = links(fact("school", "Loyola"), fact("school", "Loyola University Chicago"))
    assert link.why.startswith("Several schools go by the name Loyola. Loyola University Chicago is one of them")


def test_an_unknown_phrase_is_shared_in_equal_words_and_listed_otherwise() -> None:
    (link,) = links(fact("interest", "keen on competitive gurning"), fact("sport", "Competitive gurning"))
    assert (link.status, link.label) == ("confirmed", "Competitive gurning")
    alone = find_common_ground(person(fact("interest", "competitive gurning")), person())
    assert [(source.text, source.where) for source in alone.not_understood.mine] == [("competitive gurning", "form")]


def test_a_church_choir_is_red_and_never_suggested() -> None:
    ground = find_common_ground(person(fact("group", "church choir")), person(fact("group", "church choir")))
    assert [link.light for link in ground.links] == ["red"]
    assert ground.suggested() == ()


def test_the_football_is_shared_and_the_mosque_left_alone() -> None:
    (link,) = links(fact("interest", "football with the lads from the mosque"), fact("sport", "five-a-side football"))
    assert (link.label, link.light) == ("Football", "green")


def test_english_comes_after_everything_else_and_employers_after_what_is_personal() -> None:
    both = (fact("language", "English"), fact("employer", "BBC"), fact("sport", "running"))
    assert [link.kind for link in find_common_ground(person(*both), person(*both)).links] == [
        "sport",
        "employer",
        "language",
    ]


def test_overlap_in_time_is_said_and_unknown_dates_say_nothing() -> None:
    mine = fact("school", "TCD", start="2012", end="2016")
    assert (
        "both there 2014 to 2016"
        in links(mine, fact("school", "Trinity College Dublin", start="2014", end="2018"))[0].why
    )
    assert "fifty years apart" in links(mine, fact("school", "TCD", start="1959", end="1962"))[0].why
    assert "eleven years apart" in links(mine, fact("school", "TCD", start="1997", end="2001"))[0].why
    assert "there" not in links(mine, fact("school", "TCD", start="2014"))[0].why


def test_every_link_shows_the_words_on_both_sides() -> None:
    (link,) = links(fact("sport", "bouldering"), fact("interest", "keen climber"))
    assert (link.mine[0].text, link.theirs[0].text) == ("bouldering", "keen climber")


def test_a_label_of_two_thousand_letters_goes_through() -> None:
    long = ("love " + "ab cd " * 400)[:2000]
    (link,) = links(fact("interest", long), fact("interest", long))
    assert len(link.label) <= 300


@pytest.mark.parametrize(
    "said",
    ["Java", "Java, SQL", "Python", "Ruby", "leadership", "passionate about data science", "Coding", "Networking"],
)
def test_a_skill_of_work_listed_as_an_interest_is_no_ground(said: str) -> None:
    assert links(fact("interest", said), fact("interest", said)) == ()


@pytest.mark.parametrize("said", ["ball pythons", "open-source projects", "building robots", "coding for fun"])
def test_what_is_done_for_fun_stays(said: str) -> None:
    assert links(fact("interest", said), fact("interest", said))


def test_an_employer_that_is_an_army_is_service() -> None:
    (link,) = links(fact("employer", "US Army"), fact("employer", "United States Army"))
    assert (link.kind, link.label, link.light) == ("service", "U.S. Army", "amber")


def test_the_town_tells_two_schools_of_one_name_apart() -> None:
    toronto = fact("school", "York University", detail="Toronto, Canada")
    assert links(fact("school", "University of York", detail="York, England"), toronto) == ()
    assert links(fact("school", "University of York"), fact("school", "York University"))[0].status == "possible"


def test_a_church_choir_beside_a_choir_is_said_and_left_alone() -> None:
    one, other = person(fact("group", "church choir")), person(fact("interest", "choir"))
    for ground in (find_common_ground(one, other), find_common_ground(other, one)):
        assert [(link.status, link.light) for link in ground.links] == [("possible", "red")]
        assert ground.suggested() == ()


def test_a_word_that_many_firms_go_by_is_no_more_than_possible_beside_the_long_name() -> None:
    (one,) = links(fact("employer", "Delta"), fact("employer", "Delta Air Lines"))
    (same,) = links(fact("employer", "Delta Airlines"), fact("employer", "Delta Air Lines"))
    assert (one.status, same.status) == ("possible", "confirmed")


@pytest.mark.parametrize(
    ("kind", "said"),
    [
        ("interest", "time with my family"),
        ("interest", "new challenges"),
        ("interest", "personal growth"),
        ("interest", "meeting people"),
        ("group", "the social committee"),
    ],
)
def test_what_everybody_writes_is_never_confirmed_and_comes_last(kind: FactKind, said: str) -> None:
    both = (fact(kind, said), fact("sport", "judo"), fact("employer", "BBC"))
    found = find_common_ground(person(*both), person(*both, name="Ben")).links
    assert [link.status for link in found] == ["confirmed", "confirmed", "possible"]


@pytest.mark.parametrize(
    ("kind", "said"),
    [
        ("employer", "City Council"),
        ("employer", "St Mary's Hospital"),
        ("employer", "The Red Lion"),
        ("school", "Business School"),
        ("school", "King's College"),
        ("place", "a small town"),
    ],
)
def test_a_name_that_many_bear_is_no_more_than_possible(kind: FactKind, said: str) -> None:
    assert [link.status for link in links(fact(kind, said), fact(kind, said))] == ["possible"]
