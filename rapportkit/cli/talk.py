"""`rapportkit review talk`: the mirror of a practice talk, as one JSON object or to read."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from rapportkit.cli.output import file_bytes, print_json

if TYPE_CHECKING:
    from rapportkit.talk.report import TalkReport

_FILE_HELP = (
    "The transcript: as Zoom, Teams (captions or Word), Otter, Google Meet or Whisper (JSON) saved it, SRT, "
    "or text with one 'Name: what was said' a line."
)


def talk(
    file: Annotated[Path, typer.Argument(help=_FILE_HELP)],
    me: Annotated[str, typer.Option("--me", metavar="NAME", help="You: your name as in the transcript.")],
    as_json: Annotated[bool, typer.Option("--json", help="Print one JSON object and nothing else.")] = False,
    fillers: Annotated[bool, typer.Option("--fillers", help="Show the filling words too.")] = False,
) -> None:
    """The mirror of a practice talk: who spoke how much, what you asked, which openings you took up."""
    from rapportkit.talk.report import review_talk
    from rapportkit.talk.transcript import read_transcript

    report = review_talk(read_transcript(file.name, file_bytes(file)), me)
    if as_json:
        print_json(contract(report))
    else:
        sys.stdout.write("\n".join(_lines(report, fillers=fillers)) + "\n")


def contract(report: TalkReport) -> dict[str, Any]:
    """The report in the shape that others rely on."""
    told = report.model_dump(mode="json")
    return {
        "candidate": told["candidate"],
        "turns": [
            {"speaker": turn.speaker, "start": turn.start, "end": turn.end, "words": turn.words, "text": turn.text}
            for turn in report.turns
        ],
        **{name: told[name] for name in ("share_words", "share_time", "phases", "question_count")},
        "questions": [
            {name: one[name] for name in ("turn", "text", "kind", "open", "sure")} for one in told["questions"]
        ],
        **{name: told[name] for name in ("fillers", "canned", "subject_changes", "missed_openings")},
        "first_personal_turn": told["first_personal_turn"],
    }


def _lines(report: TalkReport, *, fillers: bool) -> Iterator[str]:
    from rapportkit.talk.mirror import mirror
    from rapportkit.talk.wording import phase_in_words, question_in_words, times_in_words

    seen = mirror(report)
    yield f"The talk of {report.candidate}: {len(report.turns)} turns."
    yield from (f"  Note: {note}" for note in report.notes)
    yield from ("", "What worked", *(f"  {one.says}" for one in seen.strengths))
    yield from ("", "Worth a try next time", *(f"  {one.says}" for one in seen.suggestions))
    yield from ("", "Who spoke how much", *(f"  {phase_in_words(phase)}" for phase in report.phases))
    yield from (f"  {told}" for told in times_in_words(report))
    if report.questions:
        yield from ("", "What you asked", *(f"  {question_in_words(question)}" for question in report.questions))
    if fillers and report.fillers:
        yield from ("", "Filling words", *(f"  {word}: {count}" for word, count in report.fillers.items()))
    yield from ("", *seen.not_judged)
