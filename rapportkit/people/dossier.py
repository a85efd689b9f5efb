"""A dossier: all that the learner has noted of one person, kept as it was given."""

from __future__ import annotations

from rapportkit.people.form import read_form, without_facts
from rapportkit.people.person import Fact, FactKind, Person, Reading
from rapportkit.record import Prose, Record

ME = "me"
"""The key under which the learner's own dossier is kept."""

SAMPLE = "sample"
"""What stands for a file's name where an invented person was borrowed."""


class Note(Record):
    """What was typed into one field of the form, to the letter."""

    kind: FactKind
    text: Prose


class BroughtFile(Record):
    """A file that the learner brought, by its name, and what was read in it."""

    name: str
    reading: Reading


class Dossier(Record):
    """
    What is known of one person, and from where: the learner's own words, and files that they brought.

    It keeps what was given; the person is worked out of it each time, so a better reader reads old notes
    better. `left_out` are facts that the learner took away.
    """

    name: str = ""
    headline: str = ""
    notes: tuple[Note, ...] = ()
    files: tuple[BroughtFile, ...] = ()
    left_out: tuple[Fact, ...] = ()

    def called(self, otherwise: str) -> str:
        """The name typed, else the one in a file, else *otherwise*."""
        named = (self.name, *(file.reading.person.name for file in self.files))
        return next((name.strip() for name in named if name.strip()), otherwise)

    def own_name(self) -> str:
        """
        The name typed, else the one in a file, but never a borrowed sample's; empty where there is none.

        A sample comes with its name typed; whoever has typed another since is called so.
        """
        borrowed = {file.reading.person.name.strip() for file in self.files if file.name == SAMPLE}
        named = (self.name, *(file.reading.person.name for file in self.files))
        return next((name.strip() for name in named if name.strip() and name.strip() not in borrowed), "")

    def reading(self, otherwise: str = "Your interviewer") -> Reading:
        """The person whom notes and files together describe, without what was left out."""
        typed = read_form(self.called(otherwise), self.headline, {note.kind: note.text for note in self.notes})
        person = typed.person
        for file in self.files:
            person = person.and_also(file.reading.person.facts)
        kept = tuple(fact for fact in person.facts if fact not in self.left_out)
        headlines = (person.headline, *(file.reading.person.headline for file in self.files))
        headline = next((headline for headline in headlines if headline), None)
        leftovers = (*typed.not_understood, *(item for file in self.files for item in file.reading.not_understood))
        return Reading(person=person.with_(facts=kept, headline=headline), not_understood=leftovers)

    def person(self, otherwise: str = "Your interviewer") -> Person:
        """The person alone."""
        return self.reading(otherwise).person

    def typed(self, kind: FactKind) -> str:
        """What was typed into the field of this kind; nothing typed is an empty text."""
        return next((note.text for note in self.notes if note.kind == kind), "")

    def with_file(self, name: str, reading: Reading) -> Dossier:
        """This dossier with a file added; a file of the same name takes the place of its older self."""
        others = tuple(file for file in self.files if file.name != name)
        return self.with_(files=(*others, BroughtFile(name=name, reading=reading)))

    def with_sample(self, person: Person) -> Dossier:
        """This dossier with an invented person in it, as if their profile had been brought."""
        return self.with_file(SAMPLE, Reading(person=person))

    def without_fact(self, fact: Fact) -> Dossier:
        """This dossier without that fact: out of what was typed, or set aside where a file has it."""
        rest = [(note.kind, without_facts(note.kind, note.text, [fact])) for note in self.notes]
        typed = self.with_(notes=tuple(Note(kind=kind, text=text) for kind, text in rest if text))
        return typed.with_(left_out=(*typed.left_out, fact)) if fact in typed.person().facts else typed

    def without_file(self, name: str) -> Dossier:
        """This dossier without the file of that name, and without what was read in it."""
        return self.with_(files=tuple(file for file in self.files if file.name != name))
