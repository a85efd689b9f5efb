"""Transcripts are read by what stands in them, joined to turns, and say what they lack."""

from __future__ import annotations

import contextlib
import json

import pytest

from rapportkit.errors import InvalidValue, UnreadableFile
from rapportkit.talk.transcript import Transcript, read_transcript, reassigned, renamed
from tests.talk import transcripts


def read(text: str | bytes) -> Transcript:
    return read_transcript("talk", text if isinstance(text, bytes) else text.encode())


def said(talk: Transcript) -> list[tuple[str | None, str]]:
    return [(turn.speaker, turn.text) for turn in talk.turns]


def times(talk: Transcript) -> list[tuple[float | None, float | None]]:
    return [(turn.start, turn.end) for turn in talk.turns]


def test_zoom_captions_are_joined_to_turns_and_a_nameless_one_goes_on_with_the_speaker_before() -> None:
    talk = read(transcripts.ZOOM)
    assert said(talk) == [
        ("Ana Ruiz", "Hello & welcome. How was the ride?"),
        ("Ben Moss", "Fine, thanks. My advice: go early."),
    ]
    assert times(talk) == [(1.0, 5.0), (6.0, 8.0)]
    assert [turn.seconds for turn in talk.turns] == [3.5, 2.0]
    assert talk.notes == (
        "1 line stands in captions without a name: we took it for the speaker's before. Look whether that is right.",
    )


def test_two_voices_in_one_caption_are_two_turns_that_share_its_time() -> None:
    talk = read(transcripts.TEAMS)
    assert said(talk) == [
        ("Ana Ruiz", "Hello and welcome."),
        ("Ben Moss", "Good morning."),
        ("Ana Ruiz", "Do sit down, will you?"),
    ]
    assert times(talk) == [(0.0, 5.32), (6.0, 9.0), (6.0, 9.0)]
    assert sum(turn.seconds or 0 for turn in talk.turns[1:]) == pytest.approx(3.0, abs=0.01)


def test_srt_is_read_with_its_commas() -> None:
    assert times(read(transcripts.SRT)) == [(1.0, 2.0), (2.5, 4.5)]


def test_captions_without_their_header_are_read() -> None:
    assert said(read(transcripts.ZOOM.removeprefix("WEBVTT\n"))) == said(read(transcripts.ZOOM))


def test_otters_names_times_and_foot_are_told_from_what_was_said() -> None:
    talk = read(transcripts.OTTER)
    assert said(talk) == [
        ("Ana Ruiz", "Hello, how are you?"),
        ("Unknown Speaker", "Fine. Never better."),
        ("Ana Ruiz", "Good."),
    ]
    assert times(talk) == [(0.0, None), (34.0, None), (3723.0, None)]
    assert any("not when it ends" in note for note in talk.notes)


def test_meet_keeps_the_time_of_a_section_and_leaves_out_what_nobody_said() -> None:
    talk = read(transcripts.MEET)
    assert said(talk) == [
        ("Ana Ruiz", "Hello, Ben."),
        ("Ben Moss", "Good morning."),
        ("Ana Ruiz", "Shall we begin?"),
    ]
    assert times(talk) == [(0.0, None), (None, None), (300.0, None)]
    assert "4 lines stand before the first name, and were left out." in talk.notes


def test_teams_word_document_is_read() -> None:
    talk = read(transcripts.docx("Call with Ana", "Ana Ruiz   0:03\nHello & welcome?", "Ben Moss   0:09\nHi.\nHere."))
    assert said(talk) == [("Ana Ruiz", "Hello & welcome?"), ("Ben Moss", "Hi. Here.")]


def test_whispers_segments_are_read_with_their_voices() -> None:
    talk = read(transcripts.WHISPER)
    assert said(talk) == [("SPEAKER_00", "Hi."), ("SPEAKER_01", "Hello?")]
    assert times(talk) == [(0.0, 2.5), (3.0, 4.0)]


def test_names_on_a_line_of_their_own_in_captions_are_names() -> None:
    cues = (
        "0:0:0.0 --> 0:0:5.0\nAna Ruiz\nHello.",
        "0:0:5.0 --> 0:0:6.0\nBen\nHi.",
        "0:0:6.0 --> 0:0:7.0\nAna Ruiz\nSo.",
    )
    more = ("0:0:7.0 --> 0:0:8.0\nBen\nYes?",)
    for data in (
        "\n\n".join(("WEBVTT", *cues, *more)).encode(),
        transcripts.docx(*("\n".join((*cues, *more)).split("\n"))),
    ):
        assert said(read(data)) == [("Ana Ruiz", "Hello."), ("Ben", "Hi."), ("Ana Ruiz", "So."), ("Ben", "Yes?")]


def test_names_inside_whispers_text_are_names() -> None:
    segments = [{"text": "Ana: Hi.", "start": 0, "end": 1}, {"text": "Ben: Hello?", "start": 1, "end": 2}]
    assert said(read(json.dumps({"segments": segments}))) == [("Ana", "Hi."), ("Ben", "Hello?")]


def test_a_colon_in_what_was_said_names_nobody() -> None:
    assert said(read(transcripts.PLAIN)) == [
        ("Ana", "Hello. Did you find us?"),
        ("Me", "At half past. One thing: the bus was late and full. But here I am."),
        ("Ana", "Good."),
    ]


@pytest.mark.parametrize(
    "line", ["[00:12] Ana: Hi.", "00:12 Ana: Hi.", "Ana (0:12): Hi.", "**Ana:** Hi.", "- Ana: Hi.", "Ana : Hi."]
)
def test_a_name_is_found_in_the_ways_in_which_people_type_it(line: str) -> None:
    assert said(read(f"{line}\nBen: Hello."))[0] == ("Ana", "Hi.")


@pytest.mark.parametrize("name", ["李娜", "María de la Cruz", "O'Neill (HR)", "Speaker 1", "me", "iPhone (2)"])
def test_names_of_many_kinds_are_names(name: str) -> None:
    assert [turn.speaker for turn in read(f"{name}: hi\nBen: yes\n{name}: no\n{name}: well").turns] == [
        name,
        "Ben",
        name,
    ]


def test_a_talk_without_names_stands_line_by_line_and_says_so() -> None:
    talk = read("hello there\nhow are you\n")
    assert said(talk) == [(None, "hello there"), (None, "how are you")]
    assert [note.split(",")[0] for note in talk.notes] == [
        "No speaker is named in this transcript",
        "It holds no times",
        "It holds no question mark",
    ]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
def test_any_encoding_that_programs_write_is_read(encoding: str) -> None:
    talk = read("Ana: My café – open?\nBen: Yes.".encode(encoding))
    assert talk.turns[0].text == "My café – open?"


def test_unknown_time_is_null_and_never_nought() -> None:
    segments = [
        {"text": "Hi.", "speaker": "A", "start": None, "end": "soon"},
        {"text": "Yes?", "speaker": "B", "start": 9, "end": 2},
        {"text": "No.", "speaker": "A", "start": True, "end": -1},
        {"text": "No.", "speaker": "B", "start": float("nan"), "end": 10**400},
    ]
    assert set(times(read(json.dumps({"segments": segments})))) == {(None, None)}


def test_a_speaker_can_be_renamed_and_two_names_of_one_person_become_one() -> None:
    talk = renamed(read(transcripts.OTTER), "Unknown Speaker", "Ana Ruiz")
    assert said(talk) == [("Ana Ruiz", "Hello, how are you? Fine. Never better. Good.")]


def test_a_turn_can_be_given_to_another_speaker() -> None:
    talk = reassigned(read("hello there\nhow are you\nwell"), 1, "Ana")
    assert said(talk) == [(None, "hello there"), ("Ana", "how are you well")]
    assert not any("No speaker is named" in note for note in talk.notes)


def test_mending_refuses_what_is_not_there_in_a_sentence() -> None:
    talk = read(transcripts.PLAIN)
    with pytest.raises(InvalidValue, match=r"Nobody in this talk is called 'Zoe'.*'Ana', 'Me'"):
        renamed(talk, "Zoe", "Ana")
    with pytest.raises(InvalidValue, match="There is no turn 3: the talk has the turns 0 to 2"):
        reassigned(talk, 3, "Ana")
    with pytest.raises(InvalidValue, match="1 to 60 characters, not 0"):
        renamed(talk, "Ana", " \n")


HOSTILE = {
    "empty": b" \r\n",
    "only a mark of order": b"\xff\xfe",
    "a PDF": b"%PDF-1.7 ...",
    "a picture": b"\x89PNG\r\n",
    "a sheet": b"PK\x03\x04....xl/workbook.xml",
    "a broken Word document": b"PK\x03\x04....word/document.xml",
    "a bomb": transcripts.docx(text=b"<a>" + b" " * 21_000_000 + b"</a>"),
    "entities": transcripts.docx(text=b'<!DOCTYPE a [<!ENTITY b "ha">]><a>&b;</a>'),
    "broken markup": transcripts.docx(text=b"<a><b></a>"),
    "an empty Word document": transcripts.docx(),
    "data": bytes(range(256)) * 4,
    "a header and nothing": b"WEBVTT\n\n",
    "broken times": b"WEBVTT\n\nfoo --> bar\nHello",
    "JSON of another kind": b'{"people": 3}',
    "broken JSON": b'{"segments": [',
    "deep JSON": b"[" * 100_000,
    "a web page": b"<!DOCTYPE html><p>Ana: Hi</p>",
}


@pytest.mark.parametrize("data", HOSTILE.values(), ids=HOSTILE.keys())
def test_what_is_no_transcript_is_refused_in_one_sentence_or_two(data: bytes) -> None:
    with pytest.raises(UnreadableFile) as refused:
        read_transcript("holiday\n.vtt", data)
    assert str(refused.value).startswith("'holiday .vtt' ")
    assert "\n" not in str(refused.value)
    assert len(str(refused.value)) < 400


@pytest.mark.timeout(20)
@pytest.mark.parametrize(
    "unit", ["Ana: ", "a: b ", "<v A", "<", "00:00 ", "(", "&amp;", "A ", ":\n", "1\n00:00:01,000 --> ", "*_"]
)
def test_a_hundred_kilobytes_of_anything_take_no_longer_than_they_should(unit: str) -> None:
    for text in (unit * (100_000 // len(unit)), "WEBVTT\n\n00:01.000 --> 00:02.000\n" + unit * (100_000 // len(unit))):
        with contextlib.suppress(UnreadableFile):
            read(text)
