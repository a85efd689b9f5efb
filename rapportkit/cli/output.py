"""How commands speak: one JSON object on standard output, or one a line; a failure as one sentence."""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Callable, Iterable, Iterator, Mapping
from math import isfinite
from pathlib import Path
from select import select
from typing import Any

from rapportkit.errors import InvalidValue, RapportError, UnreadableFile

MOST_BYTES = 64 * 1024 * 1024
"""No profile, workbook or transcript comes near this; what is larger is refused before it is read."""

PATIENCE = 5
"""Seconds that a pipe may keep us waiting."""


def print_json(value: Mapping[str, Any]) -> None:
    """One object on one line of standard output, whatever the terminal's encoding."""
    sys.stdout.write(_dump(value) + "\n")
    sys.stdout.flush()


def say(*sentences: str) -> None:
    """Sentences for people, one a line; a sign that no terminal should get is shown as a question mark."""
    for sentence in sentences:
        sys.stdout.write("".join(sign if sign.isprintable() else "?" for sign in sentence) + "\n")


def counted(number: int, what: str) -> str:
    """
    A number of things: 'hand-in' is the word for one.

        >>> counted(3, "hand-in")
        '3 hand-ins'
    """
    return f"{number} {what}{'' if number == 1 else 's'}"


def file_bytes(path: Path) -> bytes:
    """
    What is in the file at *path*.

    Raises:
        UnreadableFile: it is not there, a folder, not ours to read, or far too large.
    """
    try:
        if path.is_dir():
            raise UnreadableFile(f"'{path}' is a folder. Name one file in it.")
        size = path.stat().st_size
        if path.is_fifo():
            content = _from_pipe(path)
        else:
            with path.open("rb") as file:  # read no further than that: a device tells no size, and may not end
                content = file.read(MOST_BYTES + 1) if size <= MOST_BYTES else b""
    except FileNotFoundError:
        raise UnreadableFile(f"There is no file '{path}'. Check the name and the folder.") from None
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or str(error)
        raise UnreadableFile(f"'{path}' cannot be opened ({reason}). Check that the file is yours to read.") from None
    if max(size, len(content)) > MOST_BYTES:
        raise UnreadableFile(f"'{path}' is larger than {MOST_BYTES >> 20} MB. Is it the file you meant?")
    return content


def _from_pipe(path: Path) -> bytes:
    """What comes through a pipe; one into which nobody writes would keep us waiting for ever."""
    content = b""
    with os.fdopen(os.open(path, os.O_RDONLY | os.O_NONBLOCK), "rb", buffering=0) as pipe:
        while len(content) <= MOST_BYTES:
            if not select([pipe], [], [], PATIENCE)[0]:
                raise UnreadableFile(f"Nothing came through the pipe '{path}' for {PATIENCE} seconds. Name a file.")
            piece = pipe.read(1 << 16)
            if not piece:
                break
            content += piece
    return content


def answer_lines(
    answer: Callable[[Mapping[str, Any]], Mapping[str, Any]],
    until: Callable[[Mapping[str, Any]], bool] = lambda _: False,
) -> int:
    """
    Answer each JSON object on standard input with one on standard output, in order; returns the exit status.

    A line that is no JSON object, or that *answer* refuses, is answered by `{"id": ..., "error": ...}` in its
    place; the run goes on and the status is 1. Nothing more is read after a reply for which *until* is true.
    """
    status = 0
    for raw in _without_blank_end(sys.stdin.buffer):
        request: Mapping[str, Any] = {}
        try:
            request = _json_object(raw)
            reply = answer(request)
        except RapportError as error:
            known = request.get("id")
            reply = {"id": known if isinstance(known, str | int | float) else None, "error": str(error)}
            status = 1
        print_json(reply)
        if until(reply):
            break
    return status


def _without_blank_end(lines: Iterable[bytes]) -> Iterator[bytes]:
    """The lines; blank ones after the last that says something are none."""
    blank: list[bytes] = []
    for line in lines:
        if line.strip():
            yield from (*blank, line)
            blank = []
        else:
            blank.append(line)


def _json_object(raw: bytes) -> Mapping[str, Any]:
    try:
        value = json.loads(raw.decode("utf-8-sig"), parse_constant=_no_number, parse_float=_finite)
    except UnicodeDecodeError:
        raise InvalidValue("This line is not UTF-8 text.") from None
    except (ValueError, RecursionError):
        raise InvalidValue("This line is not a JSON object.") from None
    if not isinstance(value, dict):
        raise InvalidValue("This line is JSON, but not an object with named fields.")
    return value


def _no_number(name: str) -> None:
    """Python reads NaN and Infinity; JSON has neither, and what we print must be JSON."""
    raise ValueError(name)


def _finite(written: str) -> float:
    """A number too large to be held is no number that we could print again."""
    number = float(written)
    if not isfinite(number):
        raise ValueError(written)
    return number


def _dump(value: Mapping[str, Any]) -> str:
    """JSON that any stream can carry: lone surrogates, which UTF-8 cannot, are written as escapes."""
    text = json.dumps(value, ensure_ascii=False)
    encoding = sys.stdout.encoding or "utf-8"
    try:
        text.encode(encoding)
    except UnicodeEncodeError:
        return json.dumps(value, ensure_ascii=True)
    return text
