"""Transcripts in the shapes in which they come, made here; the people in them are made up."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Sequence
from xml.sax.saxutils import escape

ZOOM = """WEBVTT

1
00:00:01.000 --> 00:00:03.000
Ana Ruiz: Hello &amp; welcome.

2
00:00:03.500 --> 00:00:05.000
How was the ride?

3
00:00:06.000 --> 00:00:08.000
Ben Moss: Fine, thanks. My advice: go early.
"""

TEAMS = """WEBVTT

0:0:0.0 --> 0:0:5.320
<v Ana Ruiz>Hello and <i>welcome</i>.</v>

0:0:6.0 --> 0:0:9.0
<v Ben Moss>Good morning.</v><v Ana Ruiz>Do sit down, will you?</v>
"""

SRT = """1
00:00:01,000 --> 00:00:02,000
Ana: Hello.

2
00:00:02,500 --> 00:00:04,500
Ben: Good morning. How are you?
"""

OTTER = """Ana Ruiz  0:00
Hello, how are you?

Unknown Speaker  0:34
Fine.
Never better.

Ana Ruiz  1:02:03
Good.

Transcribed by https://otter.ai
"""

MEET = """Practice (2026-05-03 10:00 GMT) - Transcript
Attendees
Ana Ruiz, Ben Moss
Transcript
00:00:00

Ana Ruiz: Hello, Ben.
Ben Moss: Good morning.
00:05:00

Ana Ruiz: Shall we begin?
Transcription ended after 00:06:00

This editable transcript was computer generated and might contain errors.
"""

WHISPER = """{"text": "Hi. Hello?", "language": "en", "segments": [
{"id": 0, "start": 0.0, "end": 2.5, "text": " Hi.", "speaker": "SPEAKER_00"},
{"id": 1, "start": 3, "end": 4, "text": " Hello?", "speaker": "SPEAKER_01"}]}"""

PLAIN = """Ana: Hello. Did you find us?
Me: At half past. One thing: the bus was late
and full.
Me: But here I am.
Ana: Good.
"""


def captions(lines: Sequence[str], seconds: float) -> str:
    """A Zoom file of so many seconds in which these lines (`Name: text`) are said again and again, at a usual pace."""
    cues, at = ["WEBVTT"], 0.0
    while at < seconds:
        for line in lines:
            end = at + _SECONDS_A_WORD * len(line.split())
            cues.append(f"{len(cues)}\n{_stamp(at)} --> {_stamp(end)}\n{line}")
            at = end
    return "\n\n".join(cues) + "\n"


_SECONDS_A_WORD = 0.4


def _stamp(seconds: float) -> str:
    return f"{int(seconds // 3600):02}:{int(seconds // 60) % 60:02}:{seconds % 60:06.3f}"


_WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"


def docx(*paragraphs: str, text: bytes | None = None) -> bytes:
    """A Word document as Teams writes it; a new line in a paragraph is a break in it."""
    runs = ("</w:t><w:br/><w:t>".join(escape(line) for line in one.split("\n")) for one in paragraphs)
    body = "".join(f"<w:p><w:r><w:t>{run}</w:t></w:r></w:p>" for run in runs)
    whole = f'<?xml version="1.0"?><w:document xmlns:w="{_WORD}"><w:body>{body}</w:body></w:document>'
    folder = io.BytesIO()
    with zipfile.ZipFile(folder, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("[Content_Types].xml", "<Types/>")
        archive.writestr("word/document.xml", whole.encode() if text is None else text)
    return folder.getvalue()
