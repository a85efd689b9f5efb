"""LinkedIn profiles in the one-column form of 2016, made from invented data at the measured places and sizes."""

from __future__ import annotations

import io
from collections.abc import Sequence

from reportlab.lib.pagesizes import LETTER
from reportlab.pdfgen.canvas import Canvas

Piece = tuple[str, str]
"""How a line is set (heading, bold, wrap, plain, more, text, tail, gap) and what it says."""

SAMPLE: Sequence[Piece] = (
    ("heading", "Summary"),
    (
        "plain",
        "I grow hops for three breweries, and I have done so since the first of them opened its doors near the river",
    ),
    ("more", " Medway. In my spare time I ring church bells."),
    ("heading", "Experience"),
    ("bold", "Head grower  at   Medway Hop Gardens"),
    ("plain", "March 2012  -  Present (4 years 2 months)"),
    ("text", "I met the whole team at   the gardens."),
    ("bold", "Assistant to the manager of the very long name  at   Kent and Sussex Association of"),
    ("wrap", "Hop Growers"),
    ("plain", "2008  -  March 2012  (4 years)"),
    ("bold", "Artist at Large"),
    ("plain", "2005  -  2008  (3 years)"),
    ("heading", "Volunteer Experience"),
    ("bold", "Steward  at   Whitstable Biennale"),
    ("bold", "Trainer  at   St John Ambulance"),
    ("plain", "May 2010  -  June 2014"),
    ("heading", "Education"),
    ("bold", "Hadlow College"),
    ("plain", "Diploma, Horticulture, 2003 - 2005"),
    ("plain", "Grade:  Merit"),
    ("plain", "Activities and Societies:  Bell Ringing Society, Rowing, captain, Dean's List, intramural"),
    ("more", " football"),
    ("bold", "Maidstone Grammar School"),
    ("bold", "Open University"),
    ("plain", "Botany, 2015"),
    ("heading", "Organizations"),
    ("bold", "Institute of Brewing"),
    ("plain", "Fellow"),
    ("plain", "April 2013 to Present"),
    ("heading", "Interests"),
    ("plain", "Bell ringing, orchids, old maps (hand-coloured, of Kent), and non-"),
    ("plain", "fiction. "),
    ("heading", "Languages"),
    ("bold", "English"),
    ("tail", "(Native or bilingual proficiency)"),
    ("bold", "Flemish"),
    ("heading", "Skills & Expertise"),
    ("bold", "Pruning"),
    ("heading", "Publications"),
    ("bold", "The Bine"),
    ("plain", "Shire Press   May 3, 2012"),
    ("plain", "Authors: Tamsin Ruddock, Someone Else"),
    ("text", "A novel about a hop garden."),
)
RECOMMENDATIONS = ("1", '"Tamsin is splendid, says Someone Else."', "Contact Tamsin on LinkedIn")
_FONT = {"heading": ("Times-Roman", 16.0), "bold": ("Times-Bold", 12.0), "wrap": ("Times-Bold", 12.0)}
_LEFT = {"text": 46.8, "tail": 306.0}
_DOWN = {"heading": 41.0, "bold": 28.2, "wrap": 14.4, "plain": 16.4, "more": 18.0, "text": 18.2, "tail": 1.8}


def old_profile_pdf(
    pieces: Sequence[Piece] = SAMPLE, name: str = "Tamsin Ruddock", others: Sequence[str] = (), bold: str = "Times-Bold"
) -> bytes:
    """
    The bytes of a profile in the old form.

    `others` are further people in the same file; `bold` names the font in which entries begin.
    """
    buffer = io.BytesIO()
    canvas = Canvas(buffer, pagesize=LETTER)
    for person in (name, *others):
        _person(canvas, person, pieces, bold)
    canvas.save()
    return buffer.getvalue()


def _person(canvas: Canvas, name: str, pieces: Sequence[Piece], bold: str) -> None:
    page = _top(canvas, name, 1, bold)
    y = 695.0
    for kind, text in pieces:
        font, size = _FONT.get(kind, ("Times-Roman", 12.0))
        y -= 15.9 if kind == "bold" and page == "after heading" else _DOWN[kind]
        if y < 60:
            canvas.showPage()
            canvas.setFont("Times-Roman", 10)
            canvas.drawString(549.1, 27.7, "Page2")
            y = 746.0
        canvas.setFont(bold if font == "Times-Bold" else font, size)
        canvas.drawString(_LEFT.get(kind, 36.0), y, text)
        page = "after heading" if kind == "heading" else ""
    canvas.showPage()
    _top(canvas, name, 3, bold)
    canvas.setFont("Times-Roman", 16)
    canvas.drawString(36, 625, RECOMMENDATIONS[0])
    canvas.drawString(44, 625, " person has recommended Tamsin")
    canvas.setFont("Times-Roman", 12)
    canvas.drawString(46.8, 596, RECOMMENDATIONS[1])
    canvas.drawString(36, 560, RECOMMENDATIONS[2])
    canvas.showPage()


def _top(canvas: Canvas, name: str, number: int, bold: str) -> str:
    canvas.setFont("Times-Roman", 10)
    canvas.drawString(549.1, 27.7, f"Page{number}")
    canvas.setFont(bold, 20)
    canvas.drawString(36, 739.3, name)
    canvas.setFont("Times-Roman", 13)
    canvas.drawString(36, 717.2, "Hop grower and bell ringer")
    canvas.drawString(36, 695.6, "tamsin.private@mail.example")
    return ""
