"""Contact cards: what mail programs and phones write, and what is never kept of it."""

from __future__ import annotations

from base64 import b64encode

import pytest

from rapportkit.errors import SeveralPeople, UnreadableFile
from rapportkit.people.person import FactKind, Reading
from rapportkit.people.read import read_person
from rapportkit.people.remarks import LETTERS_UNSURE as UNSURE
from tests.people.cards import APPLE, NAMELESS, OUTLOOK, RFC6715, SECRETS


def read(card: str | bytes, person: str | None = None) -> Reading:
    return read_person("card.vcf", card.encode() if isinstance(card, str) else card, person)


def known(reading: Reading, kind: FactKind) -> list[tuple[str, str | None]]:
    return [(fact.label, fact.detail) for fact in reading.person.of_kind(kind)]


def refusal(card: str) -> str:
    with pytest.raises(UnreadableFile) as refused:
        read(card)
    return str(refused.value)


def test_a_card_of_2_1_in_quoted_printable_with_soft_breaks() -> None:
    reading = read(OUTLOOK)

    assert (reading.person.name, reading.person.headline) == ("Dr. Leopold Grünwald", "Mine guide")
    assert known(reading, "employer") == [("Salzwelten, The", "Mine guide")]
    assert known(reading, "place") == [("Hallein", "Salzburg, Austria")]
    assert reading.person.of_kind("employer")[0].where == "card.vcf: ORG"


def test_a_card_of_3_0_with_groups_and_folded_lines() -> None:
    reading = read(APPLE)

    assert known(reading, "employer") == [("Tema Fish Market, Ltd.", "Auctioneer")]
    assert known(reading, "place") == [("Tema", "Ghana")]


def test_a_card_of_4_0_with_hobbies_and_interests() -> None:
    reading = read(RFC6715)

    assert known(reading, "interest") == [("reading", None), ("sea swimming", None), ("r&b music", None)]
    assert known(reading, "skill") == [("chinese literature", None)]
    assert known(reading, "place") == [("Busan", "South Korea")]


def test_the_name_is_put_together_where_none_is_shown() -> None:
    assert read(NAMELESS).person.name == "Deniz Can Yıldız"
    assert read("BEGIN:VCARD\nORG:Acme\nTEL:1\nEND:VCARD").person.name == "(no name given)"


def test_a_name_that_is_shown_with_the_family_first_is_turned() -> None:
    assert read("BEGIN:VCARD\nFN:Reis, Ana\nN:Reis;Ana;Luísa\nEND:VCARD").person.name == "Ana Luísa Reis"
    assert read("BEGIN:VCARD\nFN:Reis, Ana\nEND:VCARD").person.name == "Reis, Ana"


def test_several_people_are_named_until_one_is_chosen() -> None:
    with pytest.raises(SeveralPeople) as several:
        read(OUTLOOK + APPLE + "\n" + NAMELESS)

    assert several.value.names == ("Dr. Leopold Grünwald", "Abena Osei", "Deniz Can Yıldız")
    assert read(OUTLOOK + APPLE, "abena").person.name == "Abena Osei"


@pytest.mark.parametrize("card", [OUTLOOK, APPLE, RFC6715, NAMELESS])
@pytest.mark.parametrize("ending", ["\n", "\r\n", "\r"])
def test_nothing_is_kept_by_which_somebody_could_be_reached(card: str, ending: str) -> None:
    kept = read(card.replace("\n", ending)).model_dump_json()

    assert [secret for secret in SECRETS if secret in kept] == []
    assert "mail.example" not in kept


@pytest.mark.parametrize(
    "address",
    [";;;3 Hidden Lane 4;;;", ";;;Lane 3, Hallein;;SE1 0XX;", ";;3 Hidden Lane\\nHallein", "3 Hidden Lane, Hallein"],
)
def test_an_address_that_slipped_is_not_kept_at_all(address: str) -> None:
    reading = read(f"BEGIN:VCARD\nFN:Ana Reis\nADR:{address}\nEND:VCARD")

    assert reading.person.facts == ()
    assert "Hallein" not in reading.model_dump_json()


def test_with_as_many_titles_as_firms_each_has_its_own_else_none() -> None:
    card = "BEGIN:VCARD\nFN:Ana\nORG:Acme\nORG:Zenith\nTITLE:Cook\n{}END:VCARD"

    assert known(read(card.format("TITLE:Baker\n")), "employer") == [("Acme", "Cook"), ("Zenith", "Baker")]
    assert known(read(card.format("")), "employer") == [("Acme", None), ("Zenith", None)]


def test_a_title_loses_pronouns_and_the_words_that_lead_to_a_number() -> None:
    for title, kept in (
        ("Baker (she/her)", "Baker"),
        ("Baker\\, ring 0164 960 0123", "Baker"),
        ("Call 0164 960 0123", None),
    ):
        reading = read(f"BEGIN:VCARD\nFN:Ana Reis\nORG:Acme\nTITLE:{title}\nEND:VCARD")
        assert (reading.person.headline, known(reading, "employer")) == (kept, [("Acme", kept)])


def test_a_card_within_a_card_belongs_to_somebody_else() -> None:
    inner = "AGENT:\nBEGIN:VCARD\nFN:Somebody Else\nORG:Else Ltd\nEND:VCARD\n"
    reading = read(f"BEGIN:VCARD\nFN:Ana Reis\n{inner}ORG:Acme\nEND:VCARD")

    assert (reading.person.name, known(reading, "employer")) == ("Ana Reis", [("Acme", None)])


def test_a_card_whose_end_is_missing_ends_where_the_next_begins() -> None:
    with pytest.raises(SeveralPeople, match="Ana, Omar"):
        read("BEGIN:VCARD\nFN:Ana\nBEGIN:VCARD\nFN:Omar\nEND:VCARD")


def test_a_soft_break_that_nothing_follows_swallows_no_property() -> None:
    card = "BEGIN:VCARD\nFN;ENCODING=QUOTED-PRINTABLE:Zo=C3=AB=\nitem1.CATEGORIES:Friends\nORG:Acme\nEND:VCARD"

    assert (read(card).person.name, known(read(card), "employer")) == ("Zoë", [("Acme", None)])


@pytest.mark.parametrize("setting", ["ENCODING=b", "ENCODING=B", "ENCODING=BASE64", "BASE64"])
@pytest.mark.parametrize(
    ("named", "encoding"), [("", "utf-8"), (";CHARSET=UTF-8", "utf-8"), (";CHARSET=windows-1250", "cp1250")]
)
def test_fields_in_base64_are_read_and_never_shown_raw(setting: str, named: str, encoding: str) -> None:
    def field(name: str, text: str) -> str:
        return f"{name};{setting}{named}:{b64encode(text.encode(encoding)).decode()}\n"

    body = field("FN", "Zoë Brandt") + field("N", "Brandt;Zoë") + field("ORG", "Öl & Co;Bau") + field("TITLE", "Köchin")
    reading = read(f"BEGIN:VCARD\nVERSION:3.0\n{body}END:VCARD")

    assert (reading.person.name, reading.person.headline) == ("Zoë Brandt", "Köchin")
    assert known(reading, "employer") == [("Öl & Co", "Köchin")]
    assert reading.not_understood == ()


def test_base64_that_is_folded_or_lost_its_end_marks_is_read_and_what_is_none_is_reported() -> None:
    coded = b64encode("Anneliese Überall-Grünwald".encode()).decode()
    folded = f"{coded[:20]}\n {coded[20:].rstrip('=')}"

    assert read(f"BEGIN:VCARD\nFN;ENCODING=b:{folded}\n\nEND:VCARD").person.name == "Anneliese Überall-Grünwald"
    broken = read("BEGIN:VCARD\nFN:Ana\nTITLE;ENCODING=b:=?*\nEND:VCARD")
    assert (broken.person.headline, broken.not_understood[0].where) == (None, "card.vcf: TITLE")


def test_letters_that_no_card_names_are_read_where_they_leave_no_doubt() -> None:
    reading = read("BEGIN:VCARD\nVERSION:2.1\nN:Müller;Jürgen\nORG:Grün AG\nEND:VCARD".encode("latin-1"))

    assert (reading.person.name, known(reading, "employer")) == ("Jürgen Müller", [("Grün AG", None)])
    assert reading.not_understood == ()
    told = "BEGIN:VCARD\nFN:Ana\nORG;CHARSET=ISO-8859-1:Gr\xfcn AG\nEND:VCARD".encode("latin-1")
    assert known(read(told), "employer") == [("Grün AG", None)]


def test_letters_that_are_likely_only_are_read_and_said_to_be_likely() -> None:
    reading = read("BEGIN:VCARD\nVERSION:2.1\nFN:Hélène Muñoz\nEND:VCARD".encode("cp1252"))

    assert reading.person.name == "Hélène Muñoz"
    assert [(source.text, source.where) for source in reading.not_understood] == [(UNSURE, "card.vcf: FN")]


@pytest.mark.parametrize(("firm", "encoding"), [("Gałązka", "cp1250"), ("Завод", "cp1251"), ("Grün", "mac_roman")])
def test_letters_that_cannot_be_told_are_reported_and_never_guessed(firm: str, encoding: str) -> None:
    reading = read(f"BEGIN:VCARD\nFN:Ana\nORG:{firm}\nEND:VCARD".encode(encoding))

    assert known(reading, "employer") == []
    assert [source.where for source in reading.not_understood] == ["card.vcf: ORG"]
    with pytest.raises(UnreadableFile, match="letters cannot be told"):
        read(f"BEGIN:VCARD\nN:{firm}\nTEL:1\nEND:VCARD".encode(encoding))


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16"])
def test_a_byte_order_mark_is_no_letter(encoding: str) -> None:
    assert read(NAMELESS.encode(encoding)).person.name == "Deniz Can Yıldız"


@pytest.mark.parametrize(
    ("card", "words"),
    [
        ("BEGIN:VCARD", "without a name"),
        ("BEGIN:VCARD\nVERSION:3.0\nTEL:1\nEND:VCARD", "without a name"),
        ("BEGIN:VCARD\nFN:Acme\nORG:Acme\nX-ABShowAs:COMPANY\nEND:VCARD", "a firm or a group"),
        ("BEGIN:VCARD\nKIND:group\nFN:Choir\nEND:VCARD", "a firm or a group"),
    ],
)
def test_a_card_of_nobody_is_refused(card: str, words: str) -> None:
    assert words in refusal(card)
    assert "type what you know into the form" in refusal(card)


@pytest.mark.parametrize(
    ("note", "interests", "unread"),
    [
        ("Likes bees and choir", ["bees", "choir"], False),
        ("Loves sea swimming, old maps & jazz.", ["sea swimming", "old maps", "jazz"], False),
        ("Met at the fair. Likes bees. Side door: 3 Hidden Lane", ["bees"], True),
        ("Likes bees, 3 Hidden Lane, +43 660 5550199", ["bees"], False),
        ("Likes bees and 12 others", ["bees"], True),
        ("Likes leopold.private@mail.example", [], True),
        ("Call after six", [], True),
        ("Likes bees\\nMet at the fair", ["bees"], True),
        ("", [], False),
    ],
)
def test_of_a_note_only_what_somebody_likes_is_kept_and_the_rest_is_said_to_be_there(
    note: str, interests: list[str], unread: bool
) -> None:
    reading = read(f"BEGIN:VCARD\nFN:Ana Reis\nNOTE:{note}\nEND:VCARD")

    assert [label for label, _ in known(reading, "interest")] == interests
    unkept = [source for source in reading.not_understood if not source.text.startswith("Left out")]
    assert [source.where for source in unkept] == ["card.vcf: NOTE"] * unread
    kept = reading.model_dump_json()
    assert not [word for word in ("Hidden", "660", "leopold", "fair", "six") if word in kept]
