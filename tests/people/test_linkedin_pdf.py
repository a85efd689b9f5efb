"""LinkedIn profiles saved as PDF: the traps of real files, laid in invented ones."""

from __future__ import annotations

import io
from contextlib import suppress
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as some
from pypdf import PdfReader, PdfWriter
from pypdf.generic import EncodedStreamObject
from reportlab.lib.pagesizes import LETTER
from reportlab.pdfgen.canvas import Canvas

from rapportkit.errors import RapportError, SeveralPeople, UnreadableFile
from rapportkit.people.linkedin_sections import dates_of_line
from rapportkit.people.person import FactKind, Reading
from rapportkit.people.read import read_person
from tests.people.hostile_pdfs import TYPE_1, document, form, stream
from tests.people.profile_pdf import SAMPLE, Job, Profile, School, profile_pdf


def read(profile: Profile = SAMPLE, **traps: object) -> Reading:
    return read_person("profile.pdf", profile_pdf(profile, **traps))  # type: ignore[arg-type]


def labels(reading: Reading, kind: FactKind) -> list[str]:
    return [fact.label for fact in reading.person.of_kind(kind)]


def refusal(data: bytes) -> str:
    with pytest.raises(UnreadableFile) as refused:
        read_person("profile.pdf", data)
    return str(refused.value)


def a_pdf(*lines: str, size: float = 12, pages: int = 1) -> bytes:
    buffer = io.BytesIO()
    canvas = Canvas(buffer, pagesize=LETTER)
    for _ in range(pages):
        canvas.setFont("Helvetica", size)
        for number, line in enumerate(lines):
            canvas.drawString(72, 700 - 14 * number, line)
        canvas.showPage()
    canvas.save()
    return buffer.getvalue()


def test_name_headline_and_place_are_told_apart_though_the_headline_wraps() -> None:
    person = read().person
    home = person.facts[0]

    assert (person.name, person.headline) == (SAMPLE.name, SAMPLE.headline)
    assert (home.label, home.detail, home.current) == ("Leeds", "England, United Kingdom", True)
    assert home.where == "profile.pdf, page 1: under the name"


def test_a_profile_without_a_place_has_none() -> None:
    person = read(replace(SAMPLE, place="", jobs=(), summary=("I run a warehouse.",))).person

    assert person.headline == SAMPLE.headline
    assert person.of_kind("place") == ()


def test_each_position_is_one_employer_also_under_one_heading() -> None:
    jobs = read().person.of_kind("employer")

    assert [(job.label, job.detail, job.start, job.end, job.current) for job in jobs] == [
        ("Harbour Freight Forwarding", "Operations manager", "2019-03", None, True),
        ("Harbour Freight Forwarding", "Shift manager", "2016-06", "2019-03", False),
        ("Blue Anchor Stores", "Warehouse assistant", "2012", "2016-05", False),
    ]


def test_the_place_of_a_job_is_read_and_its_duties_are_not() -> None:
    reading = read()

    assert labels(reading, "place")[2:] == ["Leeds", "Hull"]
    assert "Picked" not in reading.model_dump_json()


def test_long_titles_and_companies_are_joined() -> None:
    company = "Department of Harbours, Canals and Inland Waterways, University of the Northern Coast at Hull"
    title = "Senior coordinator for the safe movement of very large and rather awkward things, northern yards"
    reading = read(replace(SAMPLE, jobs=(Job(company, title, "May 2001 - June 2002"), *SAMPLE.jobs)))

    assert reading.person.of_kind("employer")[0].label == company
    assert reading.person.of_kind("employer")[0].detail == title
    assert len(reading.person.of_kind("employer")) == 4


@pytest.mark.parametrize("after", [1, 2])
def test_a_company_that_a_page_break_splits_stays_one(after: int) -> None:
    split, whole = read(page_breaks_after_job=after), read()

    assert labels(split, "employer") == labels(whole, "employer")
    assert split.person.of_kind("employer")[-1].where == "profile.pdf, page 2: Experience"


def test_a_sidebar_that_overflows_does_not_run_into_the_page() -> None:
    overflowing = read(page_breaks_after_job=1, sidebar_on_page_two=True)

    assert labels(overflowing, "employer") == labels(read(), "employer")
    assert labels(overflowing, "language") == ["English", "Igbo", "French"]
    assert "Forklift instructor" not in overflowing.model_dump_json()


def test_the_same_school_twice_stays_twice() -> None:
    schools = read().person.of_kind("school")

    assert [(school.label, school.detail, school.start, school.end) for school in schools] == [
        ("University of Hull", "Bachelor of Science - BS, Logistics", "2009-09", "2012-06"),
        ("University of Hull", "Foundation year", "2008", "2009"),
    ]


def test_a_school_may_have_no_dates_and_no_degree_and_a_degree_that_wraps() -> None:
    degree = "Bachelor of Science in the Management of Harbours, Canals (Inland) and Warehouses of Every Other Kind"
    schools = (School("Reed College"), School("Hull College", degree, "2003"), School("Night School", "Welding (MIG)"))
    facts = read(replace(SAMPLE, schools=schools)).person.of_kind("school")

    assert [(fact.label, fact.detail, fact.start, fact.end, fact.current) for fact in facts] == [
        ("Reed College", None, None, None, None),
        ("Hull College", degree, "2003", None, None),
        ("Night School", "Welding (MIG)", None, None, None),
    ]


def test_languages_have_their_level_and_skills_are_skills() -> None:
    reading = read()

    assert [(fact.label, fact.detail) for fact in reading.person.of_kind("language")][2] == ("French", "Elementary")
    assert labels(reading, "skill") == ["Rostering", "Health and safety", "Customs"]


def test_the_summary_is_read_for_ones_own_time_only() -> None:
    reading = read()

    assert labels(reading, "interest") == ["restore motorbikes", "sing in a choir"]
    assert labels(reading, "place")[1] == "Port Harcourt"
    assert reading.not_understood == ()


def test_contact_details_are_never_kept() -> None:
    kept = read().model_dump_json()

    assert "mail.example" not in kept
    assert "linkedin.com" not in kept


def test_accents_and_code_in_a_name_are_kept_as_text() -> None:
    assert read(replace(SAMPLE, name="Zoë <script> Núñez")).person.name == "Zoë <script> Núñez"


@pytest.mark.parametrize(
    "headings",
    [
        {"Experience": "Berufserfahrung"},
        {"Contact": "Kontakt"},
        {"Summary": "Zusammenfassung", "Education": "Ausbildung"},
    ],
)
def test_a_profile_half_in_another_language_is_refused_as_a_whole(headings: dict[str, str]) -> None:
    assert "is it in another language?" in refusal(profile_pdf(replace(SAMPLE, headings=headings)))


def test_dates_in_another_language_are_refused_too() -> None:
    jobs = (Job("Hafen AG", "Leiterin", "März 2019 - heute"),)

    assert "März 2019 - heute" in refusal(profile_pdf(replace(SAMPLE, jobs=jobs)))


def test_words_that_come_in_pieces_are_refused() -> None:
    assert "come in pieces" in refusal(profile_pdf(split_words=True))


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (profile_pdf(password="secret"), "locked with a password"),
        (a_pdf(), "a scan or a picture"),
        (a_pdf("Curriculum vitae", "Ana Reis"), "no LinkedIn profile"),
        (a_pdf("Ana Reis", "Nurse at Acme", "Contact Ana Reis on LinkedIn"), "in the old form (until 2017)"),
        (profile_pdf()[:1500], "damaged or breaks off"),
        (b"%PDF-1.7\n", "damaged or breaks off"),
        (b"%PDF-1.7\n" + b"\x00" * 21_000_000, "larger than 20 MB"),
        (a_pdf(pages=301), "301 pages"),
    ],
)
def test_each_kind_of_other_pdf_has_its_own_sentence(data: bytes, words: str) -> None:
    sentence = refusal(data)

    assert words in sentence
    assert "form" in sentence


def test_a_page_with_far_too_much_on_it_is_refused() -> None:
    assert "far more than a profile" in refusal(a_pdf(*["many words on a line"] * 12_000))


def test_a_profile_that_a_program_put_into_a_frame_is_read() -> None:
    resources = b"/Font << /F1 5 0 R /F2 7 0 R >>"
    pages = PdfReader(io.BytesIO(profile_pdf())).pages
    assert len(pages) == 1
    contents = pages[0].get_contents()
    assert contents is not None
    bold = b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica-Bold /Encoding /WinAnsiEncoding >>"
    framed = document(
        stream(b"q /X Do Q"),
        b"/XObject << /X 6 0 R >>",
        TYPE_1 % b"/Encoding /WinAnsiEncoding",
        form(contents.get_data(), resources),
        bold,
    )

    assert read_person("framed.pdf", framed).person.name == SAMPLE.name


def test_what_reads_pdfs_is_left_as_it_was() -> None:
    unpack = EncodedStreamObject.get_data
    read()
    refusal(profile_pdf()[:1500])
    refusal(document(stream(b"x", b"/Filter [%s]" % (b"/FlateDecode " * 15)), b""))

    assert EncodedStreamObject.get_data is unpack


def test_a_lock_that_needs_a_package_more_is_a_lock() -> None:
    lock = b"<< /Filter /Standard /V 5 /R 6 /Length 256 /P -1 /O (%s) /U (%s) /OE (%s) /UE (%s) /Perms (%s) >>" % (
        b"o" * 48, b"u" * 48, b"o" * 32, b"u" * 32, b"p" * 16)  # fmt: skip
    locked = document(stream(b"q"), b"", lock).replace(b"/Root 1 0 R", b"/Root 1 0 R /Encrypt 5 0 R /ID [(a) (a)]")

    assert "locked with a password" in refusal(locked)


def test_only_the_first_pages_are_looked_at() -> None:
    assert "no LinkedIn profile" in refusal(a_pdf("Minutes of a meeting", pages=200))


@settings(max_examples=60, deadline=None)
@given(some.data())
def test_a_damaged_profile_gives_a_person_or_a_sentence(data: some.DataObject) -> None:
    whole = bytearray(DAMAGED)
    for _ in range(data.draw(some.integers(1, 6))):
        whole[data.draw(some.integers(0, len(whole) - 1))] = data.draw(some.integers(0, 255))
    cut = data.draw(some.integers(0, len(whole)))
    with suppress(RapportError):
        assert read_person("p.pdf", b"%PDF-" + bytes(whole[5:cut])).person.name


DAMAGED = profile_pdf()


def test_profiles_of_two_people_in_one_file_are_named_and_never_merged() -> None:
    writer = PdfWriter()
    for profile in (SAMPLE, replace(SAMPLE, name="Omar Haddad (He/Him)", headline="Pilot | he/him", summary=())):
        for page in PdfReader(io.BytesIO(profile_pdf(profile, page_breaks_after_job=1))).pages:
            writer.add_page(page)
    buffer = io.BytesIO()
    writer.write(buffer)

    with pytest.raises(SeveralPeople, match="Rosalind Okafor, Omar Haddad"):
        read_person("both.pdf", buffer.getvalue())
    omar = read_person("both.pdf", buffer.getvalue(), "omar").person
    assert (omar.name, omar.headline) == ("Omar Haddad", "Pilot")
    assert [(fact.kind, fact.label, fact.detail) for fact in omar.facts] == [
        (fact.kind, fact.label, fact.detail) for fact in read(replace(SAMPLE, summary=())).person.facts
    ]


@pytest.mark.parametrize("way", ["RC4-40", "RC4-128"])
def test_a_profile_that_is_locked_against_changes_only_is_read(way: str) -> None:
    for user, is_read in (("", True), ("secret", False)):
        writer = PdfWriter(clone_from=io.BytesIO(profile_pdf()))
        writer.encrypt(user, "owner", algorithm=way)
        locked = io.BytesIO()
        writer.write(locked)
        if is_read:
            assert read_person("profile.pdf", locked.getvalue()) == read()
        else:
            assert "locked with a password" in refusal(locked.getvalue())


@pytest.mark.parametrize(
    ("written", "when"),
    [
        ("January 2020", ("2020-01", None, None)),
        ("2015 (less than a year)", ("2015", "2015", False)),
        ("March 2019 - Present", ("2019-03", None, True)),
    ],
)
def test_a_beginning_alone_is_no_end(written: str, when: tuple[str, str | None, bool | None]) -> None:
    span = dates_of_line(written)

    assert span is not None
    assert tuple(span) == when
