"""What others may rely on at the command line: shapes, exit statuses, one sentence where something went wrong."""

from __future__ import annotations

import io
import json
import os
import subprocess
import sys
from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import Any, NamedTuple

import pytest

from rapportkit.cli import main
from rapportkit.cli.app import run
from tests.talk.talks import WHOLE as WHOLE_TALK
from tests.talk.transcripts import OTTER, ZOOM

SAMPLES = Path(__file__).resolve().parents[2] / "rapportkit" / "data" / "people"
NADIA = SAMPLES / "learners" / "nadia.json"
DENISE = SAMPLES / "interviewers" / "denise.json"

OPENING = {"id": "o1", "line": "We both swim in cold rivers. How did you begin?"}
OPENING |= {"about": {"kind": "interest", "label": "wild swimming"}}  # type: ignore[dict-item]
CONTEXT = {"interviewer": "Denise Okafor", "role": "Nurse", "company": "Aire Hospital", "talked_about": ["the ward"]}
CONTEXT |= {"interview_date": "2026-12-03", "sent_date": "2026-12-04"}
MESSAGE = {"id": 7, "kind": "thank-you", "context": CONTEXT, "text": "Dear Denise, thank you for the talk on the ward."}
FOLLOW_UPS = [
    "follow-ups",
    "--interviewer",
    "Denise Okafor",
    "--interview",
    "2026-12-03 14:00",
    "--tz",
    "Europe/London",
]

# A shape is a type, a tuple of possible ones, a set of possible values, [shape of each] or {name: shape}.
TEXT, MAYBE_TEXT, WHOLE = str, (str, type(None)), int
SOURCES = [{"text": TEXT, "where": TEXT}]
KINDS = {
    "place",
    "school",
    "employer",
    "interest",
    "creative",
    "sport",
    "group",
    "cause",
    "language",
    "service",
    "skill",
}
FACT = {"kind": KINDS, "label": TEXT, "detail": MAYBE_TEXT, "start": MAYBE_TEXT, "end": MAYBE_TEXT}
FACT |= {"current": (bool, type(None)), "where": TEXT}  # type: ignore[dict-item]
PERSON = {"name": TEXT, "headline": MAYBE_TEXT, "facts": [FACT]}
READING = {"person": PERSON, "not_understood": SOURCES}
LINK = {"kind": KINDS - {"skill"}, "label": TEXT, "status": {"confirmed", "possible"}, "why": TEXT}
LINK |= {"light": {"green", "amber", "red"}, "mine": SOURCES, "theirs": SOURCES}  # type: ignore[dict-item]
GROUND = {"links": [LINK], "not_understood": {"mine": SOURCES, "theirs": SOURCES}}
REMARK = {"rule": TEXT, "weight": {"fix", "consider"}, "says": TEXT, "span": ([WHOLE], type(None))}
REVIEW = {"id": (str, int, type(None)), "verdict": {"ready", "rework", None}, "remarks": [REMARK]}
REVIEW |= {"looked_for": [TEXT], "reason": MAYBE_TEXT}  # type: ignore[dict-item]
SECONDS = (float, type(None))
TALK_TURN = {"speaker": MAYBE_TEXT, "start": SECONDS, "end": SECONDS, "words": WHOLE, "text": TEXT}
PHASE = {"name": {"opening", "questions", "your-questions", "closing"}, "from_turn": WHOLE, "to_turn": WHOLE}
PHASE |= {"share_words": SECONDS}
QUESTION_KINDS = {"introductory", "mirror", "follow-up", "partial-switch", "full-switch", "rhetorical"}
QUESTION = {"turn": WHOLE, "text": TEXT, "kind": QUESTION_KINDS, "open": bool, "sure": bool}
TALK = {"candidate": TEXT, "turns": [TALK_TURN], "share_words": SECONDS, "share_time": SECONDS, "phases": [PHASE]}
TALK |= {"question_count": (int, type(None)), "questions": [QUESTION], "canned": [{"turn": WHOLE, "phrase": TEXT}]}
TALK |= {"subject_changes": [{"turn": WHOLE, "followed": bool}], "missed_openings": [{"turn": WHOLE, "said": TEXT}]}
TALK |= {"first_personal_turn": (int, type(None))}
FOLLOW_UP = {"kind": TEXT, "to": TEXT, "due": MAYBE_TEXT, "state": TEXT, "draft": MAYBE_TEXT, "reason": TEXT}


def misfit(value: Any, shape: Any, where: str = "it") -> str | None:
    """Where *value* first does not have *shape*; None where it has. Fields are neither missing nor added."""
    if isinstance(shape, dict):
        if not isinstance(value, dict) or set(value) != set(shape):
            return f"{where} is {value!r}, not an object with {sorted(shape)}"
        found = (misfit(value[name], inner, f"{where}.{name}") for name, inner in shape.items())
    elif isinstance(shape, list):
        if not isinstance(value, list):
            return f"{where} is {value!r}, not a list"
        found = (misfit(one, shape[0], f"{where}[{number}]") for number, one in enumerate(value))
    elif isinstance(shape, tuple):
        found = (None if any(misfit(value, one) is None for one in shape) else f"{where} is {value!r}" for _ in [0])
    elif isinstance(shape, set):
        return None if value in shape else f"{where} is {value!r}, not one of {shape}"
    else:
        return None if type(value) is shape else f"{where} is {value!r}, not {shape}"
    return next(filter(None, found), None)


class Told(NamedTuple):
    """What a command said, and how it ended."""

    status: int
    out: str
    err: str

    @property
    def json(self) -> Any:
        """The one object on standard output, which holds nothing else."""
        assert self.status == 0, self.err
        assert self.err == ""
        assert self.out.endswith("\n")
        assert self.out.count("\n") == 1
        return json.loads(self.out)

    @property
    def sentence(self) -> str:
        """The one sentence on standard error, with nothing on standard output."""
        assert self.out == ""
        assert self.err.count("\n") == 1
        assert self.err.endswith("\n")
        assert "Traceback" not in self.err
        return self.err.strip()


Ask = Callable[..., Told]


@pytest.fixture
def ask(capsysbinary: pytest.CaptureFixture[bytes], monkeypatch: pytest.MonkeyPatch) -> Ask:
    """Runs a command in this process, with these bytes on standard input."""

    def told(*arguments: str | os.PathLike[str], stdin: bytes = b"") -> Told:
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(stdin), encoding="utf-8"))
        status = run([str(argument) for argument in arguments])
        out, err = capsysbinary.readouterr()
        return Told(status, out.decode(), err.decode())

    return told


def lines(*requests: object) -> bytes:
    return "".join(f"{json.dumps(request)}\n" for request in requests).encode()


def real(*arguments: str | os.PathLike[str], stdin: bytes = b"") -> Told:
    """Runs a command as a process of its own."""
    done = subprocess.run(
        [sys.executable, "-c", "from rapportkit.cli import main; main()", *map(str, arguments)],
        input=stdin,
        capture_output=True,
        check=False,
        timeout=60,
        env={**os.environ, "PYTHONIOENCODING": "utf-8"},
    )
    newline = b"\r\n" if os.name == "nt" else b"\n"
    return Told(done.returncode, *(part.replace(newline, b"\n").decode() for part in (done.stdout, done.stderr)))


def test_the_measure_of_shapes_sees_what_is_missing_added_or_of_another_kind() -> None:
    assert misfit({"links": [], "not_understood": {"mine": [], "theirs": []}}, GROUND) is None
    assert "not an object with" in str(misfit({"links": []}, GROUND))
    assert "it.not_understood.mine[0]" in str(
        misfit({"links": [], "not_understood": {"mine": ["x"], "theirs": []}}, GROUND)
    )
    assert "it[0].span" in str(misfit([{"rule": "late", "weight": "fix", "says": "x", "span": "0-4"}], [REMARK]))
    assert misfit({"rule": "late", "weight": "fix", "says": "x", "span": [0, 4]}, REMARK) is None


@pytest.mark.parametrize("sample", sorted(SAMPLES.rglob("*.json")), ids=lambda path: path.stem)
def test_read_prints_one_person(ask: Ask, sample: Path) -> None:
    printed = ask("read", sample, "--json").json

    assert misfit(printed, READING) is None
    assert printed["person"]["facts"]


def test_what_read_prints_is_read_again(ask: Ask, tmp_path: Path) -> None:
    printed = ask("read", NADIA, "--json")
    (tmp_path / "nadia.json").write_text(printed.out, encoding="utf-8")

    again = ask("read", tmp_path / "nadia.json", "--json").json

    assert again["person"] == printed.json["person"]


def test_common_ground_prints_links_with_the_words_on_both_sides(ask: Ask) -> None:
    printed = ask("common-ground", NADIA, DENISE, "--json").json

    assert misfit(printed, GROUND) is None
    assert all(link["mine"] and link["theirs"] for link in printed["links"])


def test_common_ground_takes_what_read_printed(ask: Ask, tmp_path: Path) -> None:
    (tmp_path / "nadia.json").write_text(ask("read", NADIA, "--json").out, encoding="utf-8")

    from_printed = ask("common-ground", tmp_path / "nadia.json", DENISE, "--json").json

    assert from_printed["links"] == ask("common-ground", NADIA, DENISE, "--json").json["links"]


@pytest.mark.parametrize(("what", "request_"), [("opening", OPENING), ("message", MESSAGE)])
def test_review_answers_each_line_in_order(ask: Ask, what: str, request_: dict[str, Any]) -> None:
    told = ask("review", what, "--jsonl", stdin=lines(*[request_ | {"id": number} for number in range(3)]))

    replies = [json.loads(line) for line in told.out.splitlines()]
    assert told.status == 0
    assert told.err == ""
    assert misfit(replies, [REVIEW]) is None
    assert [reply["id"] for reply in replies] == [0, 1, 2]


@pytest.mark.parametrize(("what", "request_"), [("opening", OPENING), ("message", MESSAGE)])
def test_a_bad_line_is_answered_in_its_place_and_the_run_goes_on(ask: Ask, what: str, request_: dict[str, Any]) -> None:
    unfit = {"id": "bad", "text": 5, "line": 5, "kind": "thank-you"}
    stdin = lines(request_) + b"{\n\xff\n[1]\n" + lines(unfit, request_)

    told = ask("review", what, "--jsonl", stdin=stdin)

    good, *bad, unfit_reply, last = [json.loads(line) for line in told.out.splitlines()]
    assert told.status == 1
    assert misfit([good, last], [REVIEW]) is None
    assert misfit(bad, [{"id": type(None), "error": TEXT}]) is None
    assert len(bad) == 3
    assert misfit(unfit_reply, {"id": {"bad"}, "error": TEXT}) is None


@pytest.mark.parametrize(("what", "field", "request_"), [("opening", "line", OPENING), ("message", "text", MESSAGE)])
def test_an_empty_text_has_no_verdict_but_a_reason(ask: Ask, what: str, field: str, request_: dict[str, Any]) -> None:
    reply = ask("review", what, "--jsonl", stdin=lines(request_ | {field: "  "})).json

    assert misfit(reply, REVIEW) is None
    assert reply["verdict"] is None
    assert reply["reason"]


def test_spans_count_code_points_of_the_text_as_given(ask: Ask) -> None:
    text = "Dear Denise, 🙂 thank you, [Name of company], for the ward."

    reply = ask("review", "message", "--jsonl", stdin=lines(MESSAGE | {"text": text})).json

    (placeholder,) = [remark for remark in reply["remarks"] if remark["rule"] == "placeholder"]
    assert text[slice(*placeholder["span"])] == "[Name of company]"
    assert reply["verdict"] == "rework"


def test_follow_ups_are_four_for_each_interviewer(ask: Ask) -> None:
    printed = ask(*FOLLOW_UPS, "--interviewer", "Ben Adeyemi", "--json").json

    assert misfit(printed, {"follow_ups": [FOLLOW_UP]}) is None
    assert len(printed["follow_ups"]) == 8
    thanks = [one for one in printed["follow_ups"] if one["kind"] == "thank-you"]
    assert [one["to"] for one in thanks] == ["Denise Okafor", "Ben Adeyemi"]
    assert all(datetime.fromisoformat(one["due"]).utcoffset() is not None for one in thanks)


def test_the_workbook_is_shown_exported_and_restored(ask: Ask, tmp_path: Path) -> None:
    workbook, copy, exported = tmp_path / "a.sqlite3", tmp_path / "b.sqlite3", tmp_path / "all.json"
    a_card(workbook)

    assert ask("workbook", "export", exported, "--workbook", workbook).status == 0
    assert ask("workbook", "restore", exported, "--workbook", copy).status == 0

    shown = ask("workbook", "show", "--json", "--workbook", copy).json
    assert set(shown) == {"workbook", "records"}
    assert shown["workbook"] == str(copy)
    assert any(key == "00" for held in shown["records"].values() for key in held)
    again = ask("workbook", "export", "-", "--workbook", copy)
    assert json.loads(again.out)["records"] == json.loads(exported.read_text(encoding="utf-8"))["records"]


def test_the_workbook_named_in_the_environment_is_the_default(
    ask: Ask, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    a_card(tmp_path / "mine.sqlite3")
    monkeypatch.setenv("RAPPORTKIT_WORKBOOK", str(tmp_path / "mine.sqlite3"))

    assert ask("workbook", "show", "--json").json["workbook"] == str(tmp_path / "mine.sqlite3")


def a_card(path: Path) -> None:
    from rapportkit.cards import Card
    from rapportkit.workbook.store import Workbook

    workbook = Workbook(path, lambda: datetime.now().astimezone())
    workbook.save("00", Card(lesson="00_welcome", if_="they change the subject", then="I follow"))


@pytest.mark.parametrize(
    "arguments",
    [
        ["no-such-command"],
        ["read"],
        ["read", "a.json", "--no-such-option"],
        ["common-ground", "only-mine.json"],
        ["review", "opening"],
        ["review", "haiku", "--jsonl"],
        ["follow-ups", "--interview", "2026-12-03 14:00"],
        [*FOLLOW_UPS, "--outcome", "refusal"],
        [*FOLLOW_UPS, "--outcome", "thunder", "--outcome-date", "2026-12-08"],
        ["start", "--port", "many"],
        ["start", "--port", "70000"],
        ["workbook", "forget"],
    ],
    ids=" ".join,
)
def test_wrong_usage_is_status_2_and_one_line(ask: Ask, arguments: list[str]) -> None:
    told = ask(*arguments)

    assert told.status == 2
    assert told.sentence


@pytest.mark.parametrize(
    "content",
    [b"", b"\x00\x01", b"%PDF-1.7 cut off", b"{", b"[" * 100_000, b'{"basics": {}}', b"PK\x03\x04", b'"text"'],
    ids=["empty", "bytes", "cut-off-pdf", "cut-off-json", "deep", "nobody", "zip", "text"],
)
@pytest.mark.parametrize("command", ["read", "common-ground"])
def test_a_file_that_is_nobody_is_status_1_and_one_sentence(
    ask: Ask, tmp_path: Path, command: str, content: bytes
) -> None:
    file = tmp_path / "profile.json"
    file.write_bytes(content)

    told = ask(command, *([file] if command == "read" else [NADIA, file]), "--json")

    assert told.status == 1
    assert told.sentence.endswith((".", "?", "!"))


def test_a_file_that_is_not_there_is_named(ask: Ask) -> None:
    told = ask("read", "Zoé's profile.pdf", "--json")

    assert told.status == 1
    assert "Zoé's profile.pdf" in told.sentence


@pytest.mark.parametrize(
    "arguments",
    [
        ["follow-ups", "--interviewer", "Ana", "--interview", "soon", "--tz", "Europe/London", "--json"],
        ["follow-ups", "--interviewer", "Ana", "--interview", "2026-12-03 14:00", "--tz", "Mars/Crater", "--json"],
        ["follow-ups", "--interviewer", " ", "--interview", "2026-12-03 14:00", "--tz", "Europe/London", "--json"],
        ["workbook", "show", "--workbook", "nowhere.sqlite3"],
        ["workbook", "restore", "nowhere.json"],
    ],
    ids=lambda arguments: " ".join(arguments[:5]),
)
def test_what_cannot_be_done_is_status_1_and_one_sentence(ask: Ask, arguments: list[str]) -> None:
    told = ask(*arguments)

    assert told.status == 1
    assert told.sentence.endswith((".", "?", "!"))


def test_as_a_process_it_keeps_the_same_contract(tmp_path: Path) -> None:
    assert misfit(real("read", NADIA, "--json").json, READING) is None
    assert misfit(real("review", "opening", "--jsonl", stdin=lines(OPENING)).json, REVIEW) is None
    wrong, failed = real("read"), real("read", tmp_path / "nobody.json", "--json")
    assert (wrong.status, failed.status) == (2, 1)
    assert wrong.sentence
    assert "nobody.json" in failed.sentence


def test_help_is_no_failure() -> None:
    told = real("--help")

    assert told.status == 0
    assert "common-ground" in told.out


def test_a_terminal_that_knows_no_accents_gets_the_same_json(tmp_path: Path) -> None:
    file = tmp_path / "zoe.json"
    file.write_text(json.dumps({"basics": {"name": "Zoé Çelik"}, "work": [{"name": "Ölmühle"}]}), encoding="utf-8")
    done = subprocess.run(
        [sys.executable, "-c", "from rapportkit.cli import main; main()", "read", str(file), "--json"],
        capture_output=True,
        check=True,
        timeout=60,
        env={**os.environ, "PYTHONIOENCODING": "ascii"},
    )

    assert json.loads(done.stdout.decode("ascii"))["person"]["name"] == "Zoé Çelik"


def test_review_talk_prints_one_report(ask: Ask, tmp_path: Path) -> None:
    for name, text in {"whole.txt": "\n".join(WHOLE_TALK), "zoom.vtt": ZOOM, "otter.txt": OTTER}.items():
        (tmp_path / name).write_text(text, encoding="utf-8")
        me = "Ana" if name == "otter.txt" else "me" if name == "whole.txt" else "ben"

        printed = ask("review", "talk", tmp_path / name, "--me", me, "--json").json

        fillers = printed.pop("fillers")
        assert misfit(printed, TALK) is None
        assert all(isinstance(word, str) and type(count) is int and count > 0 for word, count in fillers.items())


def test_review_talk_without_json_is_to_be_read_and_keeps_fillers_for_those_who_ask(ask: Ask, tmp_path: Path) -> None:
    (tmp_path / "talk.txt").write_text("\n".join(WHOLE_TALK), encoding="utf-8")

    told = ask("review", "talk", tmp_path / "talk.txt", "--me", "Me")
    with_fillers = ask("review", "talk", tmp_path / "talk.txt", "--me", "Me", "--fillers")

    assert (told.status, told.err) == (0, "")
    assert "What worked" in told.out
    assert "Filling words" not in told.out
    assert "Filling words" in with_fillers.out


def test_review_talk_names_those_who_speak_where_nobody_bears_the_name(ask: Ask, tmp_path: Path) -> None:
    (tmp_path / "talk.txt").write_text("\n".join(WHOLE_TALK), encoding="utf-8")

    told = ask("review", "talk", tmp_path / "talk.txt", "--me", "Zoe", "--json")

    assert told.status == 1
    assert "'I', 'Me'" in told.sentence


def test_a_package_that_is_missing_is_a_sentence_and_no_traceback(tmp_path: Path) -> None:
    (tmp_path / "typer.py").write_text("raise ModuleNotFoundError('No module named typer', name='typer')")
    environ = {**os.environ, "PYTHONPATH": str(tmp_path)}
    done = subprocess.run(
        [sys.executable, "-m", "rapportkit", "doctor"], env=environ, capture_output=True, text=True, check=False
    )

    assert done.returncode == 1
    assert done.stderr.startswith("rapportkit needs the package 'typer', and the Python at ")
    assert done.stderr.count("\n") == 1


def test_an_old_python_is_a_sentence(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "version_info", (3, 9, 1))

    with pytest.raises(SystemExit, match=r"needs Python 3\.11 or newer"):
        main(["doctor"])
