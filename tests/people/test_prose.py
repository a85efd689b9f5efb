"""What running prose says of somebody's own time."""

from __future__ import annotations

import pytest

from rapportkit.people.gathering import Gathering
from rapportkit.people.person import Reading
from rapportkit.people.prose import read_prose
from tests.linear import grows_linearly


def read(text: str) -> Reading:
    found = Gathering("ana.json")
    read_prose(found, text, "basics: summary")
    return found.reading("Ana", None)


def interests(text: str) -> list[str]:
    return [fact.label for fact in read(text).person.of_kind("interest")]


def places(text: str) -> list[str]:
    return [fact.label for fact in read(text).person.of_kind("place")]


@pytest.mark.parametrize(
    ("text", "labels"),
    [
        ("In my spare time I restore motorbikes.", ["restore motorbikes"]),
        ("Outside work: allotment, choir", ["allotment", "choir"]),
        ("Outside of work, I enjoy bouldering and film photography.", ["bouldering", "film photography"]),
        ("When I'm not working you'll find me on the river or baking sourdough.", ["on the river", "baking sourdough"]),
        ("When I’m not at work, I’m usually sailing.", ["sailing"]),
        ("I play five-a-side football at weekends.", ["play five-a-side football"]),
        ("I love hiking and old maps.", ["hiking", "old maps"]),
        ("Love football.", ["football"]),
        ("Huge fan of Leeds United. Keen gardener.", ["Leeds United", "gardener"]),
        ("Interests: chess, old maps", ["chess", "old maps"]),
        ("Likes chess", ["chess"]),
        ("Likes: chess, old maps", ["chess", "old maps"]),
        ("Runs two kitchens. Plays darts.", ["darts"]),
        ("She runs two kitchens. She likes chess. She also enjoys jazz.", ["chess", "jazz"]),
        ("He heads the night shift. He's fond of old maps.", ["old maps"]),
        ("Chess and sourdough keep me sane.", ["Chess", "sourdough"]),
        ("I'm a keen cyclist.", ["cyclist"]),
        ("Hobbies: rock and roll, Dungeons and Dragons; chess", ["rock and roll", "Dungeons and Dragons", "chess"]),
        ("On weekends I go for walks with my kids and our dog.", ["go for walks with my kids and our dog"]),
    ],
)
def test_a_cue_of_ones_own_time_gives_an_interest(text: str, labels: list[str]) -> None:
    assert interests(text) == labels


def test_somebody_else_in_a_text_keeps_she_and_he_for_them() -> None:
    for text in (
        "My sister bakes. She likes chess.",
        "I coach Ann. She likes chess.",
        "His wife sails. She likes chess.",
    ):
        assert interests(text) == []


def test_where_a_text_about_somebody_says_she_her_places_are_read() -> None:
    assert places("She lives in Leeds. She grew up in Hull.") == ["Leeds", "Hull"]


def test_who_somebody_is_at_home_is_not_kept() -> None:
    assert interests("Outside of the office I'm a dad of two and a Sunday league goalkeeper.") == [
        "a Sunday league goalkeeper"
    ]


def test_the_whole_sentence_stands_as_detail() -> None:
    [fact] = read("I run a ward. In my spare time I restore motorbikes.").person.facts

    assert fact.detail == "In my spare time I restore motorbikes."
    assert fact.where == "ana.json: basics: summary"


@pytest.mark.parametrize(
    "text",
    [
        "Gave up chess.",
        "In my spare time I never got into anime.",
        "I used to play rugby on Sundays.",
        "When I'm not working I do not play golf.",
        "I would love to learn the cello, but have no spare time.",
        "In my free time, my wife sails.",
        "I love helping people.",
        "I'm a keen learner.",
        "Outside work I do not have hobbies, just three kids.",
        "I'm passionate about genomics.",
    ],
)
def test_what_is_denied_past_or_unclear_is_no_interest_and_is_handed_back(text: str) -> None:
    reading = read(text)

    assert reading.person.facts == ()
    assert [source.text for source in reading.not_understood] == [text]


@pytest.mark.parametrize(
    "text",
    [
        "I love building scalable systems.",
        "I enjoy unit testing, refactoring and code review.",
        "Passionate about customer experience.",
        "Results-driven manager with 12 years in logistics.",
        "My flatmate bakes.",
        "I managed a climbing wall and a cinema.",
    ],
)
def test_duties_and_other_people_are_left_alone(text: str) -> None:
    assert read(text) == Reading(person=read("").person)


@pytest.mark.parametrize(
    ("text", "labels"),
    [
        ("I grew up in Leeds.", ["Leeds"]),
        ("Born and raised in Stoke-on-Trent, now based in Chicago, Illinois.", ["Stoke-on-Trent", "Chicago"]),
        ("I moved from Lagos to Manchester in 2015.", ["Lagos", "Manchester"]),
        ("I live in Rio de Janeiro.", ["Rio de Janeiro"]),
        ("Originally from St. Albans.", ["St Albans"]),
        ("I lived in the Isle of Man.", ["Isle of Man"]),
    ],
)
def test_places_of_ones_life_are_read(text: str, labels: list[str]) -> None:
    assert places(text) == labels


def test_the_years_of_a_move_belong_to_where_it_led() -> None:
    before, after = read("I moved from Lagos to Manchester in 2015.").person.facts

    assert (before.start, after.start) == (None, "2015")


@pytest.mark.parametrize(
    "text",
    [
        "My mother grew up in Leeds.",
        "I worked for a company based in Berlin.",
        "I never lived in Paris.",
        "We moved to agile working.",
        "I am based in a small office.",
    ],
)
def test_a_place_of_somebody_else_or_nowhere_is_no_place(text: str) -> None:
    assert places(text) == []


def test_prose_in_another_language_is_handed_back_whole() -> None:
    text = "In meiner Freizeit restauriere ich alte Motorräder und singe im Chor."

    assert read(text).person.facts == ()
    assert [source.text for source in read(text).not_understood] == [text]


def test_markup_does_not_hide_a_cue() -> None:
    assert interests("<p>I <em>love</em> hiking.</p>") == ["hiking"]


@pytest.mark.parametrize("piece", ["in my spare time ", "I love a, ", "A. ", "grew up in A "])
def test_a_summary_as_long_as_a_book_is_read_in_linear_time(piece: str) -> None:
    assert grows_linearly(lambda size: read(piece * (size // len(piece))), 400_000)


@pytest.mark.parametrize(
    ("text", "labels"),
    [
        ("Outside work: pike fishing on Windermere or Coniston at dawn, and baking.",
         ["pike fishing on Windermere or Coniston at dawn", "baking"]),
        ("In my free time I like walking in Snowdonia, Pembrokeshire or the Peaks, and brewing.",
         ["walking in Snowdonia, Pembrokeshire or the Peaks", "brewing"]),
        ("On my days off I swim at Filey and Whitby, and I read crime novels.",
         ["swim at Filey and Whitby", "read crime novels"]),
        ("Outside work I do cross-stitch w/ my neighbour and go to gigs.",
         ["do cross-stitch w/ my neighbour", "go to gigs"]),
        ("In my spare time I enjoy jazz or Motown, and Arsenal.", ["jazz", "Motown", "Arsenal"]),
        ("Outside work I go birding, or score at the old Otley cricket ground where I look after the tea urn in June.",
         ["go birding", "score at the old Otley cricket ground"]),
    ],
)  # fmt: skip
def test_a_sentence_is_parted_into_its_hobbies_and_not_into_their_places(text: str, labels: list[str]) -> None:
    assert interests(text) == labels


@pytest.mark.parametrize(
    ("text", "labels"),
    [
        ("I boulder twice a week and keep hens.", ["boulder twice a week", "keep hens"]),
        ("I still collect old railway tickets.", ["collect old railway tickets"]),
        ("Weekends I go carp fishing on the canal near us.", ["go carp fishing on the canal near us"]),
        ("Sundays are for the allotment and for my pigeons.", ["the allotment", "for my pigeons"]),
        ("Most evenings I paint by the window.", ["paint by the window"]),
        ("I cook for pleasure on Sundays.", ["cook for pleasure"]),
        ("I ride horses and do karate.", ["ride horses", "do karate"]),
    ],
)
def test_what_somebody_says_that_they_do_is_an_interest(text: str, labels: list[str]) -> None:
    assert interests(text)[:2] == labels


@pytest.mark.parametrize(
    "text",
    [
        "I climb telecom masts for a living.",
        "I paint houses and hang doors.",
        "I bake sourdough for a market town and train two apprentices.",
        "I support managers and clients.",
        "I follow procedures and safety rules.",
        "I collect debts for a bank.",
        "I play a key role in our team.",
        "I run a team of ten.",
        "Most days I write reports for the board.",
        "My brother and his wife dance.",
    ],
)
def test_a_trade_is_not_taken_for_a_pastime(text: str) -> None:
    assert read(text).person.facts == ()


@pytest.mark.parametrize(
    ("text", "group"),
    [
        ("I help at Otley Gala Committee.", "Otley Gala Committee"),
        ("I help out at the food bank on Thursdays.", "food bank"),
        ("I volunteer with the Samaritans, and I run marathons.", "Samaritans"),
        ("I coach the under-12s at Stanley Rovers on Sundays.", "Stanley Rovers"),
        ("I'm a volunteer at our local hospice.", "hospice"),
        ("I volunteer as a steward at the Whitby Goth Weekend.", "Whitby Goth Weekend"),
    ],
)
def test_where_somebody_helps_is_a_group(text: str, group: str) -> None:
    assert [fact.label for fact in read(text).person.of_kind("group")] == [group]


@pytest.mark.parametrize(
    "text",
    [
        "I help customers at checkout and train staff.",
        "I help clients at Deloitte.",
        "I coach teams of analysts at Barclays.",
        "I help with reports.",
        "My sister volunteers with the RNLI.",
        "I never volunteer at the Gala.",
    ],
)
def test_help_at_work_is_no_group(text: str) -> None:
    assert read(text).person.of_kind("group") == ()


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("Born & bred in Whitby, and proud of it.", ["Whitby"]),
        ("Six months in Oaxaca taught me patience.", ["Oaxaca"]),
        ("After three years in Ghent I came back to the Fens.", ["Ghent"]),
        ("I spent my first job, four happy years in Porto Alegre, mending boats.", ["Porto Alegre"]),
        ("I'm a night nurse based in Leeds.", ["Leeds"]),
        ("I am a joiner and roofer living in Truro.", ["Truro"]),
    ],
)
def test_common_ways_to_say_where_one_lived_are_read(text: str, named: list[str]) -> None:
    assert places(text) == named


@pytest.mark.parametrize(
    "text",
    [
        "Ten years in Retail made me patient.",
        "12 years in IT and nine years in Finance.",
        "Five years in Amazon warehouses.",
        "My brother spent two years in Lagos.",
        "I'm a recruiter for a firm based in Leeds.",
        "We work with a charity based in Hull.",
        "Twenty years in Formula One.",
    ],
)
def test_a_trade_a_firm_and_another_person_give_no_place(text: str) -> None:
    assert places(text) == []


def test_a_text_that_calls_its_writer_by_name_is_about_them() -> None:
    found = Gathering("ana.txt")
    found.name = "Ana Duarte"
    read_prose(found, "Ana is a keen cellist and a baker based in Faro. Ana Duarte lives in Tavira.", "line 3: About")
    read_prose(found, "Faro Council is a partner based in Lisbon.", "line 5: About")

    assert [fact.label for fact in found.facts if fact.kind == "place"] == ["Faro", "Tavira"]


@pytest.mark.parametrize("piece", ["in A, ", "in Ab ", "I help at ", "two years in ", "a b c ", "I'm a ", "w/ A or "])
def test_long_sentences_are_read_in_linear_time(piece: str) -> None:
    assert grows_linearly(lambda size: read(f"At weekends I {piece * (size // len(piece))}"), 20_000)
