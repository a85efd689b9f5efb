"""Captions of video calls (Zoom, Teams, SRT files): the one place that knows webvtt-py."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from rapportkit.errors import UnreadableFile
from rapportkit.talk.said import Said, clean, is_like_a_name, lines_of, named, seconds_of, speakers_in

_TIMING = re.compile(r"^\s*\d[\d:.,]{3,15}\s*-->\s*\d[\d:.,]{3,15}", re.MULTILINE)
_VOICE = re.compile(r"<v(?:\.[^\s<>]{0,60})?[ \t]+([^<>]{1,200})>")


class _Cue:
    """One caption: its lines with tags in them, and its times (None where they cannot be)."""

    def __init__(self, text: str, start: float, end: float) -> None:
        self.lines = text.split("\n")
        self.start: float | None = start if end >= start else None
        self.end: float | None = end if end >= start else None

    def say(self, parts: list[tuple[str | None, str]]) -> Iterator[Said]:
        """What each voice says; two in one caption share its time by their words, for lack of better."""
        parts = [(speaker, text) for speaker, raw in parts if (text := clean(raw))]
        of_all = sum(len(text.split()) for _, text in parts)
        for speaker, text in parts:
            lasted = None
            if self.start is not None and self.end is not None:
                lasted = (self.end - self.start) * len(text.split()) / of_all
            yield Said(clean(speaker) or None if speaker else None, text, self.start, self.end, lasted)


def looks_like_captions(text: str) -> bool:
    """Whether *text* is VTT or SRT, with or without the header."""
    return text.lstrip("\ufeff \t\r\n").startswith("WEBVTT") or bool(_TIMING.search(text, 0, 4_000))


def read_captions(file: str, text: str) -> list[Said]:
    """
    What the captions say, in the order of the file.

    Raises:
        UnreadableFile: there is no caption in it that can be read.
    """
    cues = _cues(file, text)
    names = speakers_in(line for cue in cues for line in cue.lines)
    alone = _names_alone(cues)
    found = [said for cue in cues for said in cue.say(_parts(cue.lines, names, alone))]
    if not found:
        raise UnreadableFile(f"'{file}' is a file of captions without a word in it. Download the transcript once more.")
    return found


def _cues(file: str, text: str) -> list[_Cue]:
    from webvtt import WebVTT
    from webvtt.errors import MalformedCaptionError, MalformedFileError

    body = "\n".join(lines_of(text)).lstrip()
    body = _TIMING.sub(lambda timing: timing[0].replace(",", "."), body)
    if not body.startswith("WEBVTT"):
        body = f"WEBVTT\n\n{body}"
    try:
        read = WebVTT.from_string(body)
        return [_Cue(one.raw_text, seconds_of(one.start), seconds_of(one.end)) for one in read.captions]
    except (MalformedFileError, MalformedCaptionError, ValueError, IndexError) as problem:
        reason = " ".join(str(problem).split())[:80]
        raise UnreadableFile(
            f"'{file}' looks like captions but is broken ({reason}). Download the transcript once more."
        ) from None


def _names_alone(cues: list[_Cue]) -> frozenset[str]:
    """First lines that come back and are nothing but a name, as older transcripts of Teams have them."""
    counted = Counter(cue.lines[0].strip() for cue in cues if len(cue.lines) > 1)
    return frozenset(line for line, times in counted.items() if times > 1 and line and is_like_a_name(line))


def _parts(lines: list[str], names: frozenset[str], alone: frozenset[str]) -> list[tuple[str | None, str]]:
    """The voices of one caption: by voice tags where it has them, else by names before colons."""
    whole = "\n".join(lines)
    voices = list(_VOICE.finditer(whole))
    if voices:
        ends = [*(one.start() for one in voices), len(whole)]
        spoken = [(one[1], whole[one.end() : end]) for one, end in zip(voices, ends[1:], strict=True)]
        return [(None, whole[: ends[0]]), *spoken]
    if lines[0].strip() in alone:
        return [(lines[0].strip(), " ".join(lines[1:]))]
    parts: list[tuple[str | None, str]] = []
    for line in lines:
        found = named(line)
        if found and found[0] in names:
            parts.append((found[0], found[1]))
        elif parts:
            parts[-1] = (parts[-1][0], f"{parts[-1][1]} {line}")
        else:
            parts.append((None, line))
    return parts
