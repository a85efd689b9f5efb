"""`rapportkit read` and `rapportkit common-ground`: one person from a file, and what two people share."""

from __future__ import annotations

import sys
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from rapportkit.cli.output import file_bytes, print_json
from rapportkit.errors import SeveralPeople

if TYPE_CHECKING:
    from rapportkit.ground.link import Ground
    from rapportkit.people.person import Fact, Reading, Source

_AsJson = Annotated[bool, typer.Option("--json", help="Print one JSON object and nothing else.")]
_FILE_HELP = (
    "A LinkedIn data export (ZIP), a LinkedIn profile saved as PDF, a contact card (vCard), a JSON Resume, "
    "a text of notes or pasted from a profile, or the JSON that this command printed."
)


def read(
    file: Annotated[Path, typer.Argument(help=_FILE_HELP)],
    person: Annotated[str | None, typer.Option("--person", help="Whom to read, where there are several.")] = None,
    as_json: _AsJson = False,
) -> None:
    """Read one person: what is known, where it stands, and what could not be understood."""
    reading = _reading(file, person, "--person")
    if as_json:
        print_json(reading.model_dump(mode="json"))
    else:
        _print_lines(_person_lines(reading))


def common_ground(
    mine: Annotated[Path, typer.Argument(help=f"You: {_FILE_HELP}")],
    theirs: Annotated[Path, typer.Argument(help=f"The interviewer: {_FILE_HELP}")],
    my_person: Annotated[str | None, typer.Option("--my-person", help="Who of several in your file you are.")] = None,
    their_person: Annotated[str | None, typer.Option("--their-person", help="Who of several they are.")] = None,
    as_json: _AsJson = False,
) -> None:
    """Find what two people share, with the words on both sides on which it rests."""
    from rapportkit.ground.find import find_common_ground

    me = _reading(mine, my_person, "--my-person")
    them = _reading(theirs, their_person, "--their-person")
    ground = _with_puzzles(find_common_ground(me.person, them.person), me, them)
    if as_json:
        print_json(ground.model_dump(mode="json"))
    else:
        _print_lines(_ground_lines(ground))


def not_understood(
    files: Annotated[list[Path], typer.Argument(help="Files of people whom you may read; each holds one person.")],
    most: Annotated[int, typer.Option("--most", min=1, help="How many phrases to list.")] = 50,
    as_json: _AsJson = False,
) -> None:
    """For maintainers: the phrases that we most often could not place, over many people; nothing is kept of them."""
    from rapportkit.ground.find import find_common_ground

    counted: Counter[str] = Counter()
    for file in files:
        person = _reading(file, None, "--person").person
        unread = find_common_ground(person, person.with_(facts=())).not_understood.mine
        counted.update({" ".join(source.text.casefold().split()) for source in unread})
    often = sorted(counted.items(), key=lambda pair: (-pair[1], pair[0]))[:most]
    if as_json:
        print_json({"phrases": [{"text": text, "people": people} for text, people in often]})
    else:
        _print_lines([f"{people:5}  {text}" for text, people in often] or ["Every phrase was understood."])


def _reading(file: Path, person: str | None, option: str) -> Reading:
    """Who is in the file; where nobody can tell which of several is meant, the sentence names the *option*."""
    from rapportkit.people.read import read_person

    try:
        return read_person(file.name, file_bytes(file), person)
    except SeveralPeople as several:
        raise SeveralPeople(f"{several} Add {option} NAME.", several.names) from None


def _with_puzzles(ground: Ground, me: Reading, them: Reading) -> Ground:
    """What neither the readers nor the matchers understood, once each."""
    known = ground.not_understood
    mine = tuple(dict.fromkeys((*me.not_understood, *known.mine)))
    theirs = tuple(dict.fromkeys((*them.not_understood, *known.theirs)))
    return ground.with_(not_understood=known.with_(mine=mine, theirs=theirs))


def _person_lines(reading: Reading) -> list[str]:
    person = reading.person
    lines = [person.name, *([person.headline] if person.headline else [])]
    for kind in dict.fromkeys(fact.kind for fact in person.facts):
        lines += ["", kind.capitalize(), *(f"  {_fact_line(fact)}" for fact in person.of_kind(kind))]
    return lines + _puzzle_lines("Not understood", reading.not_understood)


def _fact_line(fact: Fact) -> str:
    end = fact.end or ("today" if fact.current else "?")
    dates = f", {fact.start or '?'} to {end}" if fact.start or fact.end else ""
    return f"{fact.source.text}{dates}  [{fact.where}]"


def _ground_lines(ground: Ground) -> list[str]:
    lines = [] if ground.links else ["Nothing shared was found in what both files say. That is normal."]
    for link in ground.links:
        lines += [f"{link.label} ({link.kind}, {link.status}, {link.light})", f"  {link.why}"]
        lines += [f"  yours:  {source.text}  [{source.where}]" for source in link.mine]
        lines += [f"  theirs: {source.text}  [{source.where}]" for source in link.theirs]
    lines += _puzzle_lines("Not understood, yours", ground.not_understood.mine)
    return lines + _puzzle_lines("Not understood, theirs", ground.not_understood.theirs)


def _puzzle_lines(title: str, puzzles: tuple[Source, ...]) -> list[str]:
    return ["", title, *(f"  {puzzle.text}  [{puzzle.where}]" for puzzle in puzzles)] if puzzles else []


def _print_lines(lines: list[str]) -> None:
    encoding = sys.stdout.encoding or "utf-8"
    text = "\n".join(lines) + "\n"
    sys.stdout.write(text.encode(encoding, "backslashreplace").decode(encoding))
    sys.stdout.flush()
