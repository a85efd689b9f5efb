"""Whisper's JSON: segments with their times, and with a speaker where another program has told the voices apart."""

from __future__ import annotations

import json
from math import isfinite
from typing import Any

from rapportkit.errors import UnreadableFile
from rapportkit.talk.said import LONGEST_NAME, Said, clean, named, speakers_in

_LISTS = ("segments", "utterances", "transcript", "transcription", "turns")
_WORDS = ("text", "transcript", "utterance", "words")
_SPEAKERS = ("speaker", "name", "speaker_name", "participant")
_INSTEAD = "Bring the transcript as .vtt, .srt or plain text, one 'Name: what was said' a line."


def read_whisper_json(file: str, text: str) -> list[Said]:
    """
    What the segments of a JSON transcript say.

    Raises:
        UnreadableFile: it is no JSON, or JSON without segments of text.
    """
    try:
        value = json.loads(text, strict=False)
    except (ValueError, RecursionError):
        raise UnreadableFile(f"'{file}' looks like JSON but breaks off or is broken. {_INSTEAD}") from None
    segments = _segments(value)
    found = [said for segment in segments if isinstance(segment, dict) and (said := _said(segment)).text]
    if not found:
        raise UnreadableFile(f"'{file}' is JSON without 'segments' that hold text, as a transcript has. {_INSTEAD}")
    return found if any(said.speaker for said in found) else _named_in_text(found)


def _named_in_text(found: list[Said]) -> list[Said]:
    """The same with the speakers whose names stand before colons in the text itself, where there are such."""
    names = speakers_in(said.text for said in found)
    parts = [(said, named(said.text)) for said in found]
    return [said._replace(speaker=part[0], text=part[1]) if part and part[0] in names else said for said, part in parts]


def _segments(value: Any) -> list[Any]:
    if isinstance(value, dict):
        found = next((value[name] for name in _LISTS if isinstance(value.get(name), list)), None)
        return found if found is not None else [value]
    return value if isinstance(value, list) else []


def _said(segment: dict[str, Any]) -> Said:
    text = next((segment[name] for name in _WORDS if isinstance(segment.get(name), str)), "")
    speaker = next((segment[name] for name in _SPEAKERS if isinstance(segment.get(name), str | int)), None)
    start, end = _seconds(segment.get("start")), _seconds(segment.get("end"))
    if start is not None and end is not None and end < start:
        start = end = None
    lasted = end - start if start is not None and end is not None else None
    name = clean(str(speaker))[:LONGEST_NAME] if speaker is not None else None
    return Said(name or None, clean(text), start, end, lasted)


def _seconds(value: object) -> float | None:
    if isinstance(value, bool) or not isinstance(value, int | float):
        return None
    try:
        number = float(value)
    except OverflowError:
        return None
    return number if isfinite(number) and number >= 0 else None
