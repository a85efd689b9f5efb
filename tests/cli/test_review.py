"""`rapportkit review opening` and `review message`: one object in, one out, in order."""

from __future__ import annotations

import json
from typing import Any

import pytest
from typer.testing import CliRunner

from rapportkit.cli.review import app
from rapportkit.words.opening import LOOKED_FOR

ABOUT = {"kind": "place", "label": "Leeds"}
GOOD_LINE = "My bike was stolen outside Leeds market with the fish still in its basket. What did Leeds take from you?"


def run(command: str, *lines: Any) -> tuple[int, list[dict[str, Any]]]:
    text = "\n".join(line if isinstance(line, str) else json.dumps(line) for line in lines)
    result = CliRunner().invoke(app, [command, "--jsonl"], input=text)
    return result.exit_code, [json.loads(line) for line in result.stdout.splitlines()]


def test_an_opening_is_answered_in_the_shape_of_the_contract() -> None:
    status, (reply,) = run("opening", {"id": "a", "line": GOOD_LINE, "about": ABOUT})
    assert status == 0
    assert reply == {
        "id": "a",
        "verdict": "ready",
        "remarks": [],
        "looked_for": list(LOOKED_FOR),
        "reason": None,
    }


def test_a_remark_has_rule_weight_words_and_span() -> None:
    line = "word " * 75 + "Leeds"
    _, (reply,) = run("opening", {"id": 1, "line": line, "about": ABOUT})
    assert reply["verdict"] == "rework"
    remark = reply["remarks"][-1]
    assert set(remark) == {"rule", "weight", "says", "span"}
    assert (remark["rule"], remark["weight"], remark["span"]) == ("too-long", "fix", [375, 380])


def test_a_message_is_answered_in_the_shape_of_the_contract() -> None:
    context = {
        "interviewer": "Priya Nair",
        "role": None,
        "interview_date": "2026-12-03",
        "sent_date": "2026-12-05",
        "mood": "good",
    }
    _, (reply,) = run(
        "message", {"id": "m", "kind": "thank-you", "context": context, "text": "Dear Tom, thank you for today."}
    )
    assert list(reply) == ["id", "verdict", "remarks", "looked_for", "reason"]
    assert {("wrong-name", (5, 8)), ("late", None)} <= {
        (remark["rule"], tuple(remark["span"]) if remark["span"] else None) for remark in reply["remarks"]
    }


def test_the_context_may_be_absent_or_null() -> None:
    request = {"id": "m", "kind": "invitation", "text": "Hi Priya, I still laugh about the goat."}
    status, replies = run("message", request, {**request, "context": None}, {**request, "context": {"sent_date": None}})
    assert status == 0
    assert all(reply["verdict"] == "ready" for reply in replies)


def test_an_empty_text_has_no_verdict_and_a_reason() -> None:
    status, (reply,) = run("message", {"id": "m", "kind": "invitation", "context": {}, "text": " "})
    assert (status, reply["verdict"], reply["reason"]) == (0, None, "Nothing is written yet.")


@pytest.mark.parametrize(
    ("command", "request_", "sentence"),
    [
        ("message", {"id": 7, "kind": "love-letter", "text": "x"}, "kind should be one of thank-you"),
        ("message", {"id": 7, "kind": ["thank-you"], "text": "x"}, "kind should be one of thank-you"),
        ("message", {"id": 7, "kind": "thank-you"}, "text is missing"),
        ("message", {"id": 7, "kind": "thank-you", "text": 5}, "text should be text, not 5"),
        ("message", {"id": 7, "kind": "thank-you", "text": "x", "context": []}, "context should be an object"),
        (
            "message",
            {"id": 7, "kind": "thank-you", "text": "x", "context": {"interviewer": 3}},
            "interviewer should be text",
        ),
        (
            "message",
            {"id": 7, "kind": "thank-you", "text": "x", "context": {"sent_date": "soon"}},
            "sent_date should be a date",
        ),
        (
            "message",
            {"id": 7, "kind": "thank-you", "text": "x", "context": {"talked_about": "bees"}},
            "context: talked_about",
        ),
        ("opening", {"id": 7, "line": "x"}, "about is missing"),
        ("opening", {"id": 7, "about": ABOUT}, "line is missing"),
        ("opening", {"id": 7, "line": None, "about": ABOUT}, "line should be text"),
        ("opening", {"id": 7, "line": "x", "about": {"kind": "star sign", "label": "Leo"}}, "about: kind"),
        (
            "opening",
            {"id": 7, "line": "x", "about": {"kind": "place", "label": ""}},
            "about: label should not be empty",
        ),
    ],
)
def test_a_bad_request_is_answered_in_its_place_and_the_run_goes_on(
    command: str, request_: dict[str, Any], sentence: str
) -> None:
    good = {"id": "good", "kind": "invitation", "text": "Hi Priya!", "line": "I miss Leeds.", "about": ABOUT}
    status, (bad, reply) = run(command, request_, good)
    assert status == 1
    assert set(bad) == {"id", "error"}
    assert bad["id"] == 7
    assert sentence in bad["error"]
    assert reply["id"] == "good"


def test_a_line_that_is_no_json_has_no_id() -> None:
    status, (bad,) = run("opening", "{not json")
    assert (status, bad["id"]) == (1, None)


def test_without_jsonl_the_usage_is_wrong() -> None:
    assert CliRunner().invoke(app, ["opening"]).exit_code == 2


def test_any_text_survives_the_round_trip() -> None:
    _, (reply,) = run("message", {"id": "\ud800", "kind": "invitation", "text": "Dear 😀 [name], <script>\u0000"})
    assert reply["id"] == "\ud800"
    assert reply["remarks"][0]["span"] == [7, 13]
