"""The fields of a dossier: a name, a line, and one field for each kind of fact."""

from __future__ import annotations

import ipywidgets as widgets

from rapportkit.people.dossier import Dossier, Note
from rapportkit.people.person import FactKind
from rapportkit.views._page import one_line, row, some_lines

FIELDS: tuple[tuple[FactKind, str, str], ...] = (
    ("interest", "Own time: hobbies, music, sport, what they read", "Bouldering on Tuesdays\nOld maps"),
    ("creative", "Things they make: a novel, a band, bread, a garden", "Writing a crime novel"),
    ("place", "Places they lived in, studied or worked in", "Leeds 2012-2016"),
    ("group", "Groups, clubs, volunteering, causes", "Parkrun volunteer"),
    ("school", "Schools and courses", "University of Leeds 2012-2015"),
    ("employer", "Where they worked (this counts last)", "Northern Bakery, 2016-2020"),
    ("language", "Languages", "Polish"),
)


class DossierForm:
    """The part of the research panel that is typed into."""

    def __init__(self, me: bool) -> None:
        self.name = one_line("Your name" if me else "Their name")
        self.headline = one_line("What you do, in a line" if me else "Their headline")
        self.fields = {kind: some_lines(_for(label, me), hint=hint, rows=2) for kind, label, hint in FIELDS}

    @property
    def laid_out(self) -> tuple[widgets.Widget, ...]:
        """The controls in reading order."""
        return (row(self.name, self.headline), *self.fields.values())

    @property
    def controls(self) -> tuple[widgets.Widget, ...]:
        """All that can be typed into."""
        return (self.name, self.headline, *self.fields.values())

    def typed(self, known: Dossier) -> Dossier:
        """What is *known*, with what is typed here."""
        notes = tuple(Note(kind=kind, text=field.value) for kind, field in self.fields.items() if field.value)
        return known.with_(name=self.name.value, headline=self.headline.value, notes=notes)

    def fill(self, dossier: Dossier) -> None:
        """Show what was typed before."""
        self.name.value, self.headline.value = dossier.name, dossier.headline
        for kind, field in self.fields.items():
            field.value = dossier.typed(kind)


def _for(label: str, me: bool) -> str:
    return (
        label.replace("they make", "you make").replace("they read", "you read").replace("they ", "you ")
        if me
        else label
    )
