"""Text that was copied from a page or typed: only what is certain becomes a fact."""

from __future__ import annotations

import pytest

from rapportkit.errors import SeveralPeople, UnreadableFile
from rapportkit.people.lists import things_in
from rapportkit.people.pasted import read_pasted
from rapportkit.people.pasted_lines import run_together
from rapportkit.people.person import FactKind, Reading
from rapportkit.people.read import read_person
from tests.people.pasted_samples import COPIED, MARKDOWN, NOTES, SECRETS


def read(text: str) -> Reading:
    return read_person("notes.txt", text.encode())


def known(reading: Reading, *kinds: FactKind) -> list[tuple[str, str | None]]:
    return [(fact.label, fact.detail) for fact in reading.person.of_kind(*kinds)]


def test_a_copied_page_gives_name_headline_and_place() -> None:
    person = read(COPIED).person

    assert (person.name, person.headline) == ("Sigrid Halvorsen", "Ferry captain at Nordlys Ferries")
    assert known(read(COPIED), "place") == [
        ("Ålesund", "Møre og Romsdal, Norway"),
        ("Tromsø", "I grew up in Tromsø."),
        ("Ålesund", "Norway"),
    ]


@pytest.mark.parametrize(
    "top",
    [
        "Sigrid Halvorsen (She/Her) · 2nd\n2nd degree connection\n",
        "Sigrid Halvorsen\n(She/Her)\n",
        "Sigrid Halvorsen She/Her\n· 2nd\n",
        "Sigrid Halvorsen\nzie/zir\nSigrid Halvorsen (zie/zir)\n",
    ],
)
def test_pronouns_are_neither_name_nor_headline(top: str) -> None:
    person = read(COPIED.replace(COPIED.partition("Ferry captain")[0], top)).person

    assert (person.name, person.headline) == ("Sigrid Halvorsen", "Ferry captain at Nordlys Ferries")


def test_posts_of_a_copied_page_have_their_firm_also_under_a_firm_with_several() -> None:
    jobs = read(COPIED).person.of_kind("employer")

    assert [(job.label, job.detail, job.start, job.end, job.where) for job in jobs] == [
        ("Nordlys Ferries", "Captain", "2015-03", None, "notes.txt: line 22"),
        ("Kystlinje AS", "First mate", "2010", "2015-03", "notes.txt: line 35"),
    ]


def test_a_copied_page_gives_school_volunteering_languages_and_hobbies() -> None:
    reading = read(COPIED)
    school = reading.person.of_kind("school")[0]

    assert (school.label, school.start, school.end) == ("Ålesund Maritime Academy", "2004", "2007")
    assert known(reading, "group") == [
        ("Student Union", "Ålesund Maritime Academy"),
        ("Redningsselskapet", "Crew member"),
    ]
    assert known(reading, "language") == [("Norwegian", "Native or bilingual proficiency"), ("English", None)]
    assert [label for label, _ in known(reading, "interest")] == [
        "cold-water swimming",
        "maps",
        "knit",
        "play the fiddle",
        "Rowing",
    ]


def test_what_a_page_calls_interests_are_firms_and_is_not_read() -> None:
    reading = read(COPIED)

    assert "Maersk" not in reading.model_dump_json()
    assert "What stands under 'Interests' was not read." in [source.text for source in reading.not_understood]


def test_dates_that_a_page_names_twice_puzzle_nobody() -> None:
    assert not [source.text for source in read(COPIED).not_understood if "2015" in source.text]


def test_a_resume_in_markdown() -> None:
    reading = read(MARKDOWN)

    assert reading.person.name == "Thandiwe Mokoena"
    assert known(reading, "employer") == [("Addington Hospital", "Night nurse"), ("St Aidan's", "Nurse")]
    assert [(s.label, s.detail, s.start, s.end) for s in reading.person.of_kind("school")] == [
        ("University of KwaZulu-Natal", "BSc Nursing", "2008", "2011"),
        ("Open University", None, "2019", None),
    ]
    assert known(reading, "group") == [("North Beach Club", "Lifeguard"), ("Sea rescue", None)]
    assert known(reading, "language") == [("isiZulu", "native"), ("English", "C1")]
    assert [label for label, _ in known(reading, "interest")] == ["open-water swimming", "sourdough", "gospel choir"]


@pytest.mark.parametrize(
    ("line", "post"),
    [
        ("Operations Manager, Northfield Foods", ("Northfield Foods", "Operations Manager")),
        ("Harvest Lane Bakery | Shift Lead", ("Harvest Lane Bakery", "Shift Lead")),
        ("Baker, Morrow & Daughters", ("Morrow & Daughters", "Baker")),
        ("Piekarnia Pod Lipą – assistant baker", ("Piekarnia Pod Lipą", "assistant baker")),
    ],
)
def test_the_noun_of_a_job_tells_which_side_is_the_title(line: str, post: tuple[str, str]) -> None:
    reading = read(f"Ana Reis\n\nExperience\n{line}\nJan 2016 - Present\nYork, England\nRan the ovens.\n")

    assert known(reading, "employer") == [post]
    assert known(reading, "place") == [("York", "England")]
    assert reading.not_understood == ()


@pytest.mark.parametrize(
    "post",
    [
        "Therapy Assistant\nRoundhay Community Hospital, Leeds\nMarch 2019 - Present",
        "Roundhay Community Hospital\nTherapy Assistant\nMarch 2019 - Present\nLeeds, England",
        "Therapy Assistant, Roundhay Community Hospital, Leeds\nMarch 2019 - Present",
        "Therapy Assistant, Roundhay Community Hospital, Leeds, 2019 - Present",
        "Therapy Assistant | Roundhay Community Hospital | Leeds\n2019 - Present",
    ],
)
def test_the_common_shapes_of_a_post_in_a_resume_are_read(post: str) -> None:
    reading = read(f"Ana Reis\n\nExperience\n{post}\n- Led a class of six.\n\nLanguages\nEnglish\n")

    assert known(reading, "employer") == [("Roundhay Community Hospital", "Therapy Assistant")]
    assert [label for label, _ in known(reading, "place")] == ["Leeds"]
    assert reading.not_understood == ()


@pytest.mark.parametrize("line", ["Marsh, Bell", "Nurse, Guide & Co", "Kite, Ltd, York"])
def test_where_title_or_firm_could_come_first_nobody_guesses(line: str) -> None:
    reading = read(f"Ana Reis\n\nExperience\n{line}, 2012 - 2016\n\nLanguages\nEnglish\n")

    assert [source.text for source in reading.not_understood] == [f"{line}, 2012 - 2016"]


def test_notes_with_labels() -> None:
    reading = read(NOTES)

    assert (reading.person.name, reading.person.headline) == ("Gareth Pugh", "Head of tours")
    assert known(reading, "interest") == [("whippets", None), ("slate roofs", None)]
    assert known(reading, "sport") == [("darts", None)]
    assert known(reading, "language") == [("Welsh", None), ("English", "fluent")]
    assert [(place.label, place.current) for place in reading.person.of_kind("place")] == [
        ("Blaenau Ffestiniog", True),
        ("Bala", None),
        ("Bala", True),
    ]
    assert [(s.label, s.start, s.end) for s in reading.person.of_kind("school")] == [("Coleg Harlech", "1999", "2001")]
    assert known(reading, "group") == [("Cymdeithas Eryri", None)]


def test_lines_without_a_label_are_named_by_their_number_and_not_kept() -> None:
    assert [(source.text, source.where) for source in read(NOTES).not_understood] == [
        ("Left out, since it is never kept: a street or a postcode.", "notes.txt: line 11"),
        ("What stands above the first heading, or without a label, was not read.", "notes.txt: line 14"),
    ]


@pytest.mark.parametrize("text", [COPIED, MARKDOWN, NOTES])
def test_nothing_is_kept_by_which_somebody_could_be_reached_nor_what_others_wrote(text: str) -> None:
    kept = read(text).model_dump_json()

    assert [secret for secret in SECRETS if secret in kept] == []


def test_languages_of_machines_are_nobodys() -> None:
    assert known(read("Likes: chess\nLanguages: Python, Irish"), "language") == [("Irish", None)]


@pytest.mark.parametrize(
    "text",
    [
        "Milk\nEggs\n2 onions\nBread",
        "It was a dark night. The wind came from the east.\n\nChapter 2\nNobody spoke.",
        "Ana Reis\nNurse\nLeeds",
        "Experience\n\n\nEducation\n",
        "Phone: 0164 960 0123\nAddress: 14 Fjord Street",
        "Likes: a\n" * 30_000,
        "e" * 300_000,
    ],
)
def test_what_is_no_profile_is_refused_with_how_it_begins(text: str) -> None:
    with pytest.raises(UnreadableFile, match="plain text"):
        read(text)


def test_ten_megabytes_of_text_are_refused() -> None:
    with pytest.raises(UnreadableFile, match="10 MB"):
        read("Experience\n" + "word " * 2_100_000)


def test_title_firm_and_dates_on_lines_of_their_own_are_listed_and_the_name_is_not() -> None:
    text = "Rui Alves\nTrams and trains\nPorto\n\nExperience\nNight trains\nPorto Trams\n2015 - 2019\n"
    reading = read_pasted("n.txt", text)
    assert reading is not None
    assert [(source.text, source.where) for source in reading.not_understood] == [
        ("What stands above the first heading, or without a label, was not read.", "n.txt: line 2 to 3"),
        ("Night trains", "n.txt: line 6"),
        ("Porto Trams", "n.txt: line 7"),
        ("2015 - 2019", "n.txt: line 8"),
    ]


def test_a_post_on_one_line_without_at_is_listed_rather_than_refused() -> None:
    reading = read_pasted("n.txt", "Experience\nFleet, Porto Trams, 2015 - 2019\n")
    assert reading is not None
    assert [source.text for source in reading.not_understood] == ["Fleet, Porto Trams, 2015 - 2019"]


def test_a_place_on_one_line_with_the_link_to_the_contact_is_read() -> None:
    on_one_line = COPIED.replace("Ålesund, Møre og Romsdal, Norway\n Contact info", "Ålesund, Norway · Contact info")
    person = read(on_one_line).person

    assert (person.name, person.headline) == ("Sigrid Halvorsen", "Ferry captain at Nordlys Ferries")
    assert known(read(on_one_line), "place")[0] == ("Ålesund", "Norway")


PAGE = """Margaret Holroyd
Kitchen manager
Leeds, England, United Kingdom · Contact info
Experience
Kitchen manager
Northern Schools
Mar 2015 - Present · 9 yrs 2 mos
{below}
"""


@pytest.mark.parametrize("below", ["Leeds", "Leeds, Yorks", "Stoke on Trent"])
def test_a_town_below_a_post_that_could_be_something_else_is_listed(below: str) -> None:
    reading = read(PAGE.format(below=below))

    assert [source.text for source in reading.not_understood] == [below]
    assert known(reading, "place") == [("Leeds", "England, United Kingdom")]


def test_a_place_below_a_post_that_the_page_writes_as_one_is_read_with_its_years() -> None:
    assert known(read(PAGE.format(below="Leeds, England")), "place")[-1] == ("Leeds", "England")

    place = read(PAGE.format(below="Hull, England, United Kingdom · On-site")).person.of_kind("place")[-1]
    assert (place.label, place.detail, place.start) == ("Hull", "England, United Kingdom", "2015-03")


@pytest.mark.parametrize("below", ["Ran a kitchen for 900 children", "- Food Safety", "Skills: Menus", "Flat 14, Hull"])
def test_duties_below_a_post_are_left_alone(below: str) -> None:
    reading = read(PAGE.format(below=below))

    assert reading.not_understood == ()
    assert len(reading.person.of_kind("place")) == 1


def test_a_town_below_a_typed_post_is_listed() -> None:
    for post in ("Cook at Blue Anchor, 2012 - 2014", "Cook at Blue Anchor\n2012 - 2014"):
        reading = read(f"Ana Reis\n\nExperience\n{post}\nLeeds\n")
        assert known(reading, "employer") == [("Blue Anchor", "Cook")]
        assert [source.text for source in reading.not_understood] == ["Leeds"]


def test_where_somebody_helped_stays_with_the_name_of_the_group() -> None:
    reading = read("Ana Reis\n\nVolunteering\nHelper, Kirkstall Allotment, Leeds\n2019 - Present\n")

    assert known(reading, "group") == [("Kirkstall Allotment, Leeds", "Helper")]


TWO = {
    "headings": "Ana Reis\nBaker\n\nExperience\nBaker at Morrow, 2012 - 2014\n\nInterests\nchess\n\n"
    "Omar Haddad\nPilot\n\nExperience\nPilot at Zenith, 2015 - 2019\n\nInterests\nrowing\n",
    "labels": "Ana Reis\nLikes: chess\n\nOmar Haddad\nLikes: rowing\n",
    "other words": "Meeting of today\n\nAna Reis\nLikes: chess\n\nOmar Haddad\nEnjoys: rowing\n",
    "names": "Name: Ana Reis\nLikes: chess\nName: Omar Haddad\nLikes: rowing\n",
    "spoken": "Ana Reis\nLives in Hull\nLikes chess\n\nOmar Haddad\nLives in York\nLikes rowing\n",
    "markdown": "# Ana Reis\n## Interests\n- chess\n# Omar Haddad\n## Interests\n- rowing\n",
}


@pytest.mark.parametrize("text", TWO.values(), ids=TWO.keys())
def test_two_people_in_one_text_are_named_and_never_merged(text: str) -> None:
    with pytest.raises(SeveralPeople) as several:
        read(text)

    assert several.value.names == ("Ana Reis", "Omar Haddad")
    for name, interest in (("Ana Reis", "chess"), ("Omar Haddad", "rowing")):
        reading = read_person("notes.txt", text.encode(), name)
        assert reading.person.name == name
        assert [label for label, _ in known(reading, "interest")] == [interest]


def test_two_copied_pages_are_two_people_and_one_copied_twice_is_one() -> None:
    other = COPIED.replace("Sigrid Halvorsen", "Omar Haddad").replace("Ferry captain", "Deckhand")

    with pytest.raises(SeveralPeople, match="Sigrid Halvorsen, Omar Haddad"):
        read(COPIED + other)
    assert read_person("n.txt", (COPIED + other).encode(), "Omar").person.headline == "Deckhand at Nordlys Ferries"
    assert read(COPIED + COPIED).person.name == "Sigrid Halvorsen"


def test_labels_on_one_line_and_sentences_without_a_colon_are_read() -> None:
    reading = read(
        "Ana Reis\nExperience: Cook at Blue Anchor, 2012 - 2014; Baker\nEducation: BSc Botany, University of Hull\n"
        "School: Kirkstall High\nLives in Leeds\nShe likes chess and jazz.\nWorks at Morrow & Daughters\n"
        "Lived in fear\n"
    )

    assert known(reading, "employer") == [("Blue Anchor", "Cook"), ("Morrow & Daughters", None)]
    assert known(reading, "school") == [("University of Hull", "BSc Botany"), ("Kirkstall High", None)]
    assert [label for label, _ in known(reading, "place")] == ["Leeds"]
    assert reading.not_understood[0].text == "Baker"


@pytest.mark.parametrize("dates", ["Jan 2015 – Mar 2017", "January 2015 - March 2017", "01/2015 - 03/2017"])
def test_months_at_the_right_of_a_line_are_no_part_of_the_place(dates: str) -> None:
    reading = read(f"Ana Reis\n\nExperience\nBaker, Morrow & Daughters, Cork        {dates}\n\nLanguages\nIrish\n")
    [job] = reading.person.of_kind("employer")

    assert (job.label, job.detail, job.start, job.end) == ("Morrow & Daughters", "Baker", "2015-01", "2017-03")
    assert [label for label, _ in known(reading, "place")] == ["Cork"]


@pytest.mark.parametrize("line", ["Rowing, Film; Choir • Chess | Jazz", "Rowing / Film / Choir, Chess; Jazz"])
def test_a_list_with_mixed_separators_is_parted_at_each(line: str) -> None:
    assert things_in(line) == ("Rowing", "Film", "Choir", "Chess", "Jazz")
    assert things_in("Rowing, captain; Debating Society") == ("Rowing, captain", "Debating Society")
    assert things_in("Choir, Leeds; Chess, Hull") == ("Choir, Leeds", "Chess, Hull")


def test_a_letter_is_no_profile() -> None:
    with pytest.raises(UnreadableFile, match="plain text"):
        read("Dear all,\nThank you for the talk.\nLikes were shared.\nBest wishes,\nOmar Haddad")


def test_a_level_beside_a_language_and_a_month_with_a_full_stop_are_read() -> None:
    reading = read(
        "Ana Reis\n\nExperience\nBaker\nMorrow\nJan. 2015 – Present (9 yrs)\n\nLanguages\nIrish      Native\n"
    )

    assert known(reading, "language") == [("Irish", "Native")]
    assert [(job.label, job.detail, job.start) for job in reading.person.of_kind("employer")] == [
        ("Morrow", "Baker", "2015-01")
    ]


@pytest.mark.parametrize(
    "heading",
    [
        "Hobbies & Sports",
        "PASTIMES AND LEISURE",
        "## Likes, hobbies and sports",
        "**Off the clock**",
        "Loisirs et intérêts",
    ],
)
def test_what_a_heading_means_counts_and_not_its_words(heading: str) -> None:
    reading = read(f"Ana Reis\n\nExperience\nBaker | Morrow | 2012 - 2014\n\n{heading}\n\n- chess\n- Politics\n")

    assert known(reading, "interest") == [("chess", None), ("Politics", None)]
    assert known(reading, "employer") == [("Morrow", "Baker")]


@pytest.mark.parametrize("heading", ["## Regrets", "## What she wants", "# Budget"])
def test_what_stands_under_a_heading_that_nobody_knows_is_named_and_not_read(heading: str) -> None:
    reading = read(f"# Ana Reis\n\n## Likes\n- chess\n\n{heading}\n- a boat\n- time\n")

    assert known(reading, "interest") == [("chess", None)]
    assert [(source.text, source.where) for source in reading.not_understood] == [
        (f"What stands under '{heading.strip('# ')}' was not read.", "notes.txt: line 7 to 8")
    ]


RUN_TOGETHER = """Dilys Morgan  · 2nd
Ward Clerk at Taff Bank Hospital
Cardiff, Wales, United Kingdom · Contact info   212 connections
About
Weekends I ring bells off the beaten track, and I fish the Usk or the Wye  with my own flies.
Experience
Ward Clerk  Taff Bank Hospital · Full-time  Mar 2019 - Present · 7 yrs 9 mos
Receptionist  Rhondda Dental  2011 - 2019
Education   Coleg Gwent College – NVQ Level 3 Business  2006 – 2008
Volunteering: Steward, Pontypridd parkrun; RNLI fundraiser
Received (2)  "Dilys never leaves a new starter alone." - Tracy M.
Interests  Angling Times · Cardiff Blues · Show all 14
"""


def test_a_page_whose_lines_were_run_together_is_read_line_by_line() -> None:
    reading = read_person("dilys.txt", RUN_TOGETHER.encode())
    facts = {(fact.kind, fact.label) for fact in reading.person.facts}
    unread = [source.text for source in reading.not_understood]

    assert {
        ("employer", "Taff Bank Hospital"),
        ("employer", "Rhondda Dental"),
        ("school", "Coleg Gwent College"),
    } <= facts
    assert [label for kind, label in sorted(facts) if kind == "group"] == ["Pontypridd parkrun", "RNLI fundraiser"]
    assert "What stands under 'Received (2)' was not read." in unread
    assert "What stands under 'Interests' was not read." in unread
    assert not any("Tracy" in text for text in (*unread, *(label for _, label in facts)))


@pytest.mark.parametrize(
    "line",
    ["I fish the Usk  with my own flies.", "- Ran the ward  at night", "| Cook  | 2019 |", "We were two  teams"],
)
def test_a_wide_gap_in_a_sentence_or_a_list_parts_nothing(line: str) -> None:
    assert run_together(line) == [line]


@pytest.mark.parametrize(
    ("line", "thing", "words"),
    [
        ("Kite flying: I build them out of old umbrellas", "Kite flying", "I build them out of old umbrellas"),
        ("- Model boats: rebuilding a four-foot clipper that my uncle left in his shed, slowly", "Model boats",
         "rebuilding a four-foot clipper that my uncle left in his shed, slowly"),
        ("Sourdough: which I sell on Saturdays at the gate of our school", "Sourdough",
         "which I sell on Saturdays at the gate of our school"),
    ],
)  # fmt: skip
def test_a_thing_and_words_on_it_are_a_pastime_however_long_the_words(line: str, thing: str, words: str) -> None:
    reading = read(f"Ines Roth\n\nHobbies\n{line}\nChess\n")

    first = reading.person.facts[0]
    assert (first.kind, first.label, first.detail) == ("interest", thing, words)
    assert not [one for one in reading.not_understood if thing in one.text]


@pytest.mark.parametrize(
    "line",
    [
        "References: I can give you three of them whenever they are wanted",
        "We came here in 2010: since then I have never had one free weekend again",
        "Award: best in show for a marrow that weighed more than I did",
    ],
)
def test_what_stands_before_a_colon_and_is_no_pastime_makes_none(line: str) -> None:
    reading = read(f"Ines Roth\n\nHobbies\n{line}\nChess\n")

    assert [fact.label for fact in reading.person.facts] == ["Chess"]


def test_short_things_behind_a_colon_stay_a_list() -> None:
    facts = read("Ines Roth\n\nHobbies\nBall games: squash, padel, handball\n").person.facts

    assert {"padel", "handball"} <= {fact.label for fact in facts}
