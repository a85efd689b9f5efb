"""
Transcript and its turns; a file that somebody brought becomes one.

What a file is, is told by what stands in it, never by its name. What a transcript lacks (names, times, question
marks) is said in its notes: nothing is made up in its place.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import groupby

from rapportkit.errors import InvalidValue, UnreadableFile
from rapportkit.people.file_kinds import kind_of_file
from rapportkit.people.plain_text import one_line
from rapportkit.record import Record
from rapportkit.talk.said import LONGEST_NAME, Said, lines_of

MOST_BYTES = 20 * 1024 * 1024
"""Bytes of a transcript's file; a two-hour talk has some 300,000."""

_INSTEAD = (
    "Bring the transcript that Zoom, Teams, Otter or Google Meet made (.vtt, .srt, .docx, .txt), Whisper's JSON, or "
    "plain text with one 'Name: what was said' a line."
)
_NO_NAMES = (
    "No speaker is named in this transcript, so each line stands by itself. Say who speaks where, and the mirror can "
    "show you the talk."
)
_NO_TIMES = "It holds no times, so shares are counted in words, and pauses are not known."
_NO_ENDS = "It says when a turn begins and not when it ends, so how long each of you talked is not known."
_SOME_TIMES = "Some of its times are missing or cannot be, so how long each of you talked is not known."
_NO_MARKS = "It holds no question mark, so questions are told by their wording: take each as probable, no more."


class Turn(Record):
    """
    All that one person says before another speaks.

    `start`, `end`: seconds from the beginning, null where not known. `seconds`: how long the voice lasted, pauses
    between captions left out. `speaker` is null where no name stands.
    """

    speaker: str | None
    text: str
    start: float | None = None
    end: float | None = None
    seconds: float | None = None

    @property
    def words(self) -> int:
        """How many words it has: whatever white space separates."""
        return len(self.text.split())


class Transcript(Record):
    """A talk as it was said, from the first turn to the last, and in sentences what this transcript does not tell."""

    turns: tuple[Turn, ...]
    notes: tuple[str, ...] = ()

    @property
    def speakers(self) -> tuple[str, ...]:
        """The names, each once, in the order in which they first speak."""
        return tuple(dict.fromkeys(turn.speaker for turn in self.turns if turn.speaker is not None))

    @property
    def has_marks(self) -> bool:
        """Whether there is a question mark anywhere."""
        return any("?" in turn.text or "？" in turn.text for turn in self.turns)

    @property
    def has_times(self) -> bool:
        """Whether it is known of every turn how long it lasted."""
        return bool(self.turns) and all(turn.seconds is not None for turn in self.turns)


def read_transcript(name: str, data: bytes) -> Transcript:
    """
    The talk in a file; *name* is only how the file is called in sentences.

    Raises:
        UnreadableFile: nothing in it can be read as a talk; the sentence says why and what to bring instead.
    """
    file = one_line(name)[:100] or "The file"
    if not data.strip(b" \t\r\n\x00\xef\xbb\xbf\xff\xfe"):
        raise UnreadableFile(f"'{file}' is empty. Save or download it once more, and choose it again.")
    if len(data) > MOST_BYTES:
        raise UnreadableFile(f"'{file}' has {len(data) >> 20} MB, more than any talk's transcript. {_INSTEAD}")
    said, notes = _said(file, data)
    turns = joined(said)
    if not turns:
        raise UnreadableFile(f"'{file}' holds no spoken words. {_INSTEAD}")
    return Transcript(turns=turns, notes=(*notes, *_missing(turns)))


def renamed(transcript: Transcript, old: str, new: str) -> Transcript:
    """
    The talk with the speaker *old* called *new*; two speakers of one name become one.

    Raises:
        InvalidValue: nobody is called *old*, or *new* is empty or too long.
    """
    if old not in transcript.speakers:
        raise InvalidValue(no_such_speaker(old, transcript.speakers))
    name = _name(new)
    return _mended(transcript, [t.with_(speaker=name) if t.speaker == old else t for t in transcript.turns])


def reassigned(transcript: Transcript, turn: int, speaker: str) -> Transcript:
    """
    The talk with one turn given to *speaker*, who may be new; neighbours of one speaker become one turn.

    Raises:
        InvalidValue: there is no turn of that number, or the name is empty or too long.
    """
    if not 0 <= turn < len(transcript.turns):
        raise InvalidValue(f"There is no turn {turn}: the talk has the turns 0 to {len(transcript.turns) - 1}.")
    name = _name(speaker)
    mended = [one.with_(speaker=name) if at == turn else one for at, one in enumerate(transcript.turns)]
    return _mended(transcript, mended)


def no_such_speaker(name: str, speakers: Sequence[str]) -> str:
    """The sentence for a name that nobody in the talk bears."""
    if not speakers:
        return "No speaker is named in this transcript. Write 'Name: ' before what each one said, and bring it again."
    listed = ", ".join(f"'{one}'" for one in speakers[:12]) + (" and more" if len(speakers) > 12 else "")
    return f"Nobody in this talk is called '{one_line(name)[:LONGEST_NAME]}'. Choose one of those who speak: {listed}."


def joined(said: Iterable[Said | Turn]) -> tuple[Turn, ...]:
    """
    The turns that these pieces make; a piece without a name belongs to the speaker before.

    Where nobody is named at all, every piece is a turn of its own.
    """
    kept = [piece for piece in said if piece.text.strip()]
    if not any(piece.speaker for piece in kept):
        return tuple(_turn([piece]) for piece in kept)
    speaker: str | None = None
    owned: list[tuple[str | None, Said | Turn]] = []
    for piece in kept:
        speaker = piece.speaker or speaker
        owned.append((speaker, piece))
    return tuple(_turn([piece for _, piece in run], name) for name, run in groupby(owned, key=lambda one: one[0]))


def _turn(pieces: Sequence[Said | Turn], speaker: str | None = None) -> Turn:
    lasted = [piece.seconds for piece in pieces]
    known = [seconds for seconds in lasted if seconds is not None]
    return Turn(
        speaker=speaker,
        text=" ".join(piece.text for piece in pieces),
        start=pieces[0].start,
        end=pieces[-1].end,
        seconds=round(sum(known), 3) if len(known) == len(lasted) else None,
    )


def _mended(transcript: Transcript, turns: Iterable[Turn]) -> Transcript:
    once = joined(turns)
    kept = (note for note in transcript.notes if note not in _LACKS)
    return Transcript(turns=once, notes=(*kept, *_missing(once)))


_LACKS = frozenset((_NO_NAMES, _NO_TIMES, _NO_ENDS, _SOME_TIMES, _NO_MARKS))


def _missing(turns: tuple[Turn, ...]) -> tuple[str, ...]:
    """What a talk lacks, in sentences."""
    notes = [] if any(turn.speaker for turn in turns) else [_NO_NAMES]
    if all(turn.start is None for turn in turns):
        notes.append(_NO_TIMES)
    elif all(turn.seconds is None for turn in turns):
        notes.append(_NO_ENDS)
    elif any(turn.seconds is None for turn in turns):
        notes.append(_SOME_TIMES)
    if not any("?" in turn.text or "？" in turn.text for turn in turns):
        notes.append(_NO_MARKS)
    return tuple(notes)


def _name(typed: str) -> str:
    name = one_line(typed)
    if not 0 < len(name) <= LONGEST_NAME:
        raise InvalidValue(f"A speaker's name should have 1 to {LONGEST_NAME} characters, not {len(name)}.")
    return name


def _said(file: str, data: bytes) -> tuple[list[Said], list[str]]:
    """The pieces of a file of whatever kind, and what is to be said of how it was read."""
    from rapportkit.talk.teams_docx import docx_lines, is_word_document
    from rapportkit.talk.whisper_json import read_whisper_json

    if is_word_document(data):
        return _from_text(file, "\n".join(docx_lines(file, data)))
    if b"%PDF-" in data[:1024]:
        raise UnreadableFile(f"'{file}' is a PDF, which is not read here. {_INSTEAD}")
    if kind := kind_of_file(data):
        raise UnreadableFile(f"'{file}' is {kind}, which is not read. {_INSTEAD}")
    text = _text(file, data)
    if text.lstrip()[:1] in ("{", "[") and not text.lstrip()[1:2].isdigit():
        return read_whisper_json(file, text), []
    return _from_text(file, text)


def _from_text(file: str, text: str) -> tuple[list[Said], list[str]]:
    from rapportkit.talk.captions import looks_like_captions, read_captions
    from rapportkit.talk.typed import read_typed

    if looks_like_captions(text):
        said = read_captions(file, text)
        missing = sum(piece.speaker is None for piece in said)
        return said, _nameless(missing, "in captions without a name") if missing < len(said) else []
    read = read_typed(lines_of(text))
    return read.said, _nameless(len(read.left_out), "before the first name")


def _nameless(pieces: int, where: str) -> list[str]:
    if not pieces:
        return []
    stand = "1 line stands" if pieces == 1 else f"{pieces} lines stand"
    if where == "before the first name":
        return [f"{stand} {where}, and was left out." if pieces == 1 else f"{stand} {where}, and were left out."]
    return [f"{stand} {where}: we took it for the speaker's before. Look whether that is right."]


def _text(file: str, data: bytes) -> str:
    encoding = "utf-16" if data[:2] in (b"\xff\xfe", b"\xfe\xff") else "utf-8-sig"
    try:
        text = data.decode(encoding)
    except UnicodeDecodeError:
        text = data.decode("cp1252", errors="replace")  # an old Windows program wrote it
    if "\x00" in text or sum(text[:4_000].count(chr(sign)) for sign in range(1, 9)) > 2:
        raise UnreadableFile(f"'{file}' is no text but a program's own data. {_INSTEAD}")
    return text
