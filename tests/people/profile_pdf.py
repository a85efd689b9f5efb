"""
LinkedIn profiles as PDF, made from invented data in the shape that was measured on published ones.

Letter, two columns; sizes and distances in points as in `rapportkit.people.linkedin_layout`. The options of
`profile_pdf` lay the traps that real files hold.
"""

from __future__ import annotations

import io
from collections.abc import Sequence
from dataclasses import dataclass, field

from reportlab.lib.pagesizes import LETTER
from reportlab.pdfgen.canvas import Canvas

SIDE, MAIN = 21.6, 223.56
TOP, BOTTOM = 748.8, 40.0
FULL_WIDTH = 360.0
SIDE_WIDTH = 165.0
FONT = "Helvetica"


@dataclass(frozen=True)
class Job:
    """A position; several with the same company in a row share one heading and a line of total time."""

    company: str
    title: str
    dates: str
    place: str = ""
    duties: str = ""


@dataclass(frozen=True)
class School:
    """An entry under Education; `dates` such as `2010 - 2014`, or nothing."""

    name: str
    degree: str = ""
    dates: str = ""


@dataclass(frozen=True)
class Profile:
    """Everything that is written on a profile."""

    name: str
    headline: str
    place: str
    summary: Sequence[str] = ()
    jobs: Sequence[Job] = ()
    schools: Sequence[School] = ()
    skills: Sequence[str] = ()
    languages: Sequence[tuple[str, str]] = ()
    certifications: Sequence[str] = ()
    contact: Sequence[str] = ("someone@mail.example", "www.linkedin.com/in/some-", "one (LinkedIn)")
    headings: dict[str, str] = field(default_factory=dict)


SAMPLE = Profile(
    name="Rosalind Okafor",
    headline="Operations manager at Harbour Freight Forwarding | Chair of the safety group that nobody wanted",
    place="Leeds, England, United Kingdom",
    summary=(
        "I run a cross-dock of two hundred people and like it best at four in the morning, when the yard is full.",
        "I grew up in Port Harcourt. In my spare time I restore motorbikes and sing in a choir.",
    ),
    jobs=(
        Job(
            "Harbour Freight Forwarding", "Operations manager", "March 2019 - Present", "Leeds, England, United Kingdom"
        ),
        Job("Harbour Freight Forwarding", "Shift manager", "June 2016 - March 2019", "", "Ran the night shift."),
        Job("Blue Anchor Stores", "Warehouse assistant", "2012 - May 2016", "Hull, England", "Picked and packed."),
    ),
    schools=(
        School("University of Hull", "Bachelor of Science - BS, Logistics", "September 2009 - June 2012"),
        School("University of Hull", "Foundation year", "2008 - 2009"),
    ),
    skills=("Rostering", "Health and safety", "Customs"),
    languages=(("English", "Native or Bilingual"), ("Igbo", "Native or Bilingual"), ("French", "Elementary")),
    certifications=("Forklift instructor",),
)


def profile_pdf(
    profile: Profile = SAMPLE,
    *,
    split_words: bool = False,
    page_breaks_after_job: int = 0,
    sidebar_on_page_two: bool = False,
    password: str | None = None,
) -> bytes:
    """
    The bytes of a profile saved as PDF.

    `split_words` sets each word in pieces, as a browser's kerning does; `page_breaks_after_job` starts a new page
    after that many jobs; `sidebar_on_page_two` lets the sidebar overflow; `password` locks the file.
    """
    buffer = io.BytesIO()
    canvas = Canvas(buffer, pagesize=LETTER, encrypt=password, pageCompression=1)
    canvas.setTitle("Resume")
    canvas.setAuthor("LinkedIn")
    page = _Page(canvas, split_words)
    late_side = _draw_sidebar(page, profile, cut=sidebar_on_page_two)
    _draw_main(page, profile, page_breaks_after_job, late_side)
    page.finish()
    canvas.save()
    return buffer.getvalue()


class _Page:
    """A cursor that goes down the columns of one page after another."""

    def __init__(self, canvas: Canvas, split_words: bool) -> None:
        self.canvas, self.split_words = canvas, split_words
        self.number, self.y = 1, TOP
        self.late: list[tuple[str, float, float]] = []

    def line(self, x: float, text: str, size: float, down: float) -> None:
        """One line of text *down* points below the last one; what does not fit stands at the top of the next page."""
        self.y -= down
        if self.y < BOTTOM and x == MAIN:
            self.break_page()
        self.write(x, self.y, text, size)

    def write(self, x: float, y: float, text: str, size: float) -> None:
        """Text with its baseline at a place."""
        pieces = [text[at : at + 3] for at in range(0, len(text), 3)] if self.split_words else [text]
        for piece in pieces:
            self.canvas.setFont(FONT, size)
            self.canvas.drawString(x, y, piece)
            x += self.canvas.stringWidth(piece, FONT, size) + (6 if self.split_words else 0)

    def paragraph(self, x: float, text: str, size: float, first: float, step: float, width: float = FULL_WIDTH) -> None:
        """Text that wraps at *width*, the first line *first* below the last one, the others *step* apart."""
        down = first
        line = ""
        for word in text.split(" "):
            longer = f"{line} {word}".strip()
            if line and self.canvas.stringWidth(longer, FONT, size) > width:
                self.line(x, line, size, down)
                line, down = word, step
            else:
                line = longer
        self.line(x, line, size, down)

    def break_page(self) -> None:
        """End this page and start the next, with what is left of the sidebar."""
        self.finish()
        self.canvas.showPage()
        self.number += 1
        for text, size, y in self.late:
            self.write(SIDE, y, text, size)
        self.late = []
        self.y = TOP - 11

    def finish(self) -> None:
        """The footer."""
        self.write(384.0, 13.9, f"Page {self.number} of 2", 9)


def _draw_sidebar(page: _Page, profile: Profile, *, cut: bool) -> list[tuple[str, float, float]]:
    """Draw the sidebar; comes back with what is left for page two: text, size, baseline."""
    heading = profile.headings.get
    sections: list[tuple[str, Sequence[str]]] = [
        ("Contact", profile.contact),
        ("Top Skills", profile.skills),
        ("Languages", [f"{language} ({level})" if level else language for language, level in profile.languages]),
        ("Certifications", profile.certifications),
    ]
    late: list[tuple[str, float, float]] = []
    late_y = TOP - 11
    for title, entries in sections:
        if not entries:
            continue
        if cut and title == "Certifications":
            late.append((heading(title, title), 13, late_y))
            late += [(entry, 10.5, late_y - 19.5 - 17.6 * number) for number, entry in enumerate(entries)]
            continue
        page.line(SIDE, heading(title, title), 13, 35 if title != "Contact" else 11.2)
        for number, entry in enumerate(entries):
            page.paragraph(SIDE, entry, 10.5, 17.6 if number else 19.5, 12.6, SIDE_WIDTH)
    page.y = TOP
    return late


def _draw_main(page: _Page, profile: Profile, page_breaks_after_job: int, late: list[tuple[str, float, float]]) -> None:
    heading = profile.headings.get
    page.late = late
    page.line(MAIN, profile.name, 26, 22.3)
    page.paragraph(MAIN, profile.headline, 12, 21.2, 14.4)
    if profile.place:
        page.line(MAIN, profile.place, 12, 15.4)
    if profile.summary:
        page.line(MAIN, heading("Summary", "Summary"), 15.75, 37.6)
        for number, paragraph in enumerate(profile.summary):
            page.paragraph(MAIN, paragraph, 12, 36 if number else 25.5, 18)
    if profile.jobs:
        page.line(MAIN, heading("Experience", "Experience"), 15.75, 53.8)
        _draw_jobs(page, profile.jobs, page_breaks_after_job)
    if profile.schools:
        page.line(MAIN, heading("Education", "Education"), 15.75, 57.2)
        for number, school in enumerate(profile.schools):
            page.paragraph(MAIN, school.name, 12, 33.4 if number else 25.5, 18)
            dates = f" · ({school.dates})" if school.dates else ""
            if school.degree or dates:
                page.paragraph(MAIN, f"{school.degree}{dates}".strip(), 10.5, 17.6, 18)


def _draw_jobs(page: _Page, jobs: Sequence[Job], page_breaks_after_job: int) -> None:
    company = ""
    for number, job in enumerate(jobs):
        if number and number == page_breaks_after_job:
            page.break_page()
        several = sum(other.company == job.company for other in jobs) > 1
        if job.company != company:
            page.paragraph(MAIN, job.company, 12, 40 if number else 30.5, 18)
            if several:
                page.line(MAIN, "7 years 2 months", 10.5, 16.5)
        page.paragraph(MAIN, job.title, 11.5, 34 if job.company == company else 21.3 if several else 16.1, 14.3)
        page.line(MAIN, f"{job.dates} (3 years)".replace(" ", "\xa0", 3), 10.5, 14.5)
        if job.place:
            page.line(MAIN, job.place, 10.5, 14.7)
        if job.duties:
            page.paragraph(MAIN, job.duties, 10.5, 21.4, 18)
        company = job.company
