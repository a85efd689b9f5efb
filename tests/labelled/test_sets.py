"""The labelled examples keep their shape, and the parts set aside are the ones that were written first."""

from __future__ import annotations

import hashlib
import json
import tomllib
from collections import Counter
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any, get_args

import pytest

from rapportkit.people.person import Fact, FactKind

HERE = Path(__file__).parent
SETS = {
    "ground_phrases": 890,
    "ground_people": 140,
    "opening_off_ground": 60,
    "messages": 120,
}
KINDS = set(get_args(FactKind))
LIGHTS = {"green", "amber", "red"}
RULES = {"too-long", "late", "placeholder", "no-name", "wrong-name"}
OPENING_RULES = {
    "tossed-out",
    "surveillance",
    "no-invitation",
    "canned",
    "sensitive",
    "skill-talk",
    "too-long",
    "monologue-question",
    "off-ground",
}
MESSAGE_RULES = RULES | {
    "no-thanks",
    "not-specific",
    "pushy",
    "bitter",
    "no-open-door",
    "no-offer-of-support",
    "canned",
}
MESSAGE_KINDS = {"thank-you", "gracious-reply", "invitation", "thanks-for-connecting"}
MOST_WORDS = {"thank-you": 200, "gracious-reply": 200, "thanks-for-connecting": 120}


def files(name: str, part: str) -> list[Path]:
    """The set's own file, and those that a later hand put into a folder of its own."""
    return [HERE / f"{name}_{part}.toml", *sorted(HERE.glob(f"*/{name}_{part}.toml"))]


def rows_in(path: Path) -> list[dict[str, Any]]:
    (rows,) = tomllib.loads(path.read_text(encoding="utf-8")).values()
    assert isinstance(rows, list)
    return rows


def examples(name: str, part: str) -> list[dict[str, Any]]:
    return [row for path in files(name, part) for row in rows_in(path)]


def both(name: str) -> list[dict[str, Any]]:
    return examples(name, "tune") + examples(name, "set_aside")


def content(example: dict[str, Any]) -> str:
    """What an example is about, without its id and its labels."""
    asked = {
        key: example[key] for key in ("mine", "theirs", "line", "about", "kind", "context", "text") if key in example
    }
    return json.dumps(asked, sort_keys=True, ensure_ascii=False).casefold()


def facts_of(example: dict[str, Any]) -> Iterator[dict[str, Any]]:
    for side in ("mine", "theirs"):
        yield from example[side].get("facts", [example[side]])


def judged(texts: str) -> list[dict[str, Any]]:
    """Whole "openings" or "messages" of all hands, both parts."""
    return [row for path in sorted((HERE / "judged").glob(f"{texts}_*.toml")) for row in rows_in(path)]


def words_of(person: dict[str, Any]) -> list[str]:
    return [f"{fact['label']} {fact.get('detail', '')}".casefold() for fact in person["facts"]]


@pytest.mark.parametrize("name", SETS)
def test_every_set_is_as_large_as_promised_and_a_third_is_set_aside(name: str) -> None:
    everything, aside = both(name), examples(name, "set_aside")
    assert len(everything) >= SETS[name]
    assert 0.28 <= len(aside) / len(everything) <= 0.40


@pytest.mark.parametrize("name", [*SETS, "judged"])
def test_no_example_occurs_twice_nor_in_both_parts(name: str) -> None:
    rows = both(name) if name in SETS else judged("openings") + judged("messages")
    assert len({row["id"] for row in rows}) == len(rows)
    seen = Counter(content(row) for row in rows)
    assert sorted(text for text in seen if seen[text] > 1) == []


@pytest.mark.parametrize(
    "path", sorted(HERE.rglob("*_tune.toml")) + sorted(HERE.rglob("*_set_aside.toml")), ids=lambda path: path.stem
)
def test_every_file_says_when_it_was_written_and_what_it_is_for(path: Path) -> None:
    head = path.read_text(encoding="utf-8").split("[[", 1)[0]
    assert "Written by hand on 20" in head or "Written one by one on 20" in head
    assert "Only ever appended to" in head


def test_the_parts_set_aside_are_the_ones_whose_hashes_stand_in_the_list() -> None:
    listed = tomllib.loads((HERE / "hashes.toml").read_text(encoding="utf-8"))["sha256"]
    found = {
        path.relative_to(HERE).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in HERE.rglob("*_set_aside.toml")
    }
    assert found == listed


@pytest.mark.parametrize("name", ["ground_phrases", "ground_people"])
def test_every_fact_is_one_that_the_program_takes(name: str) -> None:
    for row in both(name):
        for fact in facts_of(row):
            assert Fact(**fact, where="example").label == fact["label"]


def test_a_phrase_pair_says_what_is_expected_and_why() -> None:
    for row in both("ground_phrases"):
        assert row["note"], row["id"]
        assert row["expect"] in {"confirmed", "possible", "none", "none_or_last"}, row["id"]
        assert ("link_kind" in row) == (row["expect"] in {"confirmed", "possible"}), row["id"]
        assert row.get("link_kind", "place") in KINDS - {"skill"}, row["id"]
        assert row.get("light", "green") in LIGHTS, row["id"]


def test_half_of_the_phrase_pairs_share_nothing_plain() -> None:
    rows = both("ground_phrases")
    assert 0.4 <= sum(row["expect"] != "confirmed" for row in rows) / len(rows) <= 0.65


def test_a_skill_is_never_expected_as_common_ground() -> None:
    for row in both("ground_phrases"):
        if "skill" in {fact["kind"] for fact in facts_of(row)}:
            assert row["expect"] == "none", row["id"]


def test_people_have_four_to_nine_facts_and_every_hint_is_found_in_their_words() -> None:
    for row in both("ground_people"):
        mine, theirs = words_of(row["mine"]), words_of(row["theirs"])
        assert 4 <= len(mine) <= 9, row["id"]
        assert 4 <= len(theirs) <= 9, row["id"]
        for link in row["links"]:
            assert link["kind"] in KINDS - {"skill"}, row["id"]
            assert link["status"] in {"confirmed", "possible"}, row["id"]
            assert any(link["label"].casefold() in words for words in mine + theirs), (row["id"], link)
        for trap in row["not_reported"]:
            assert trap["why"], row["id"]
            assert any(trap.get("mine", "").casefold() in words for words in mine), (row["id"], trap)
            assert any(trap.get("theirs", "").casefold() in words for words in theirs), (row["id"], trap)


def test_an_opening_line_says_what_it_should_rest_on_and_both_answers_are_well_represented() -> None:
    rows = both("opening_off_ground")
    for row in rows:
        assert set(row) == {"id", "line", "about", "off_ground", "note"}, row["id"]
        assert set(row["about"]) == {"kind", "label"}, row["id"]
        assert row["about"]["kind"] in KINDS - {"skill"}, row["id"]
        assert row["note"], row["id"]
    assert 0.4 <= sum(row["off_ground"] for row in rows) / len(rows) <= 0.6


def test_a_message_is_labelled_with_mechanical_rules_only() -> None:
    for row in both("messages"):
        assert row["kind"] in MESSAGE_KINDS, row["id"]
        assert row["note"], row["id"]
        assert set(row["expect"]) | set(row.get("either", [])) <= RULES, row["id"]
        assert set(row.get("consider", [])) <= set(row["expect"]), row["id"]
        assert not {"no-name", "wrong-name"} <= set(row["expect"]), row["id"]
        assert {"role", "company", "talked_about"} <= set(row["context"]), row["id"]


def test_about_half_of_the_messages_need_no_remark_and_each_rule_has_its_share() -> None:
    rows = both("messages")
    assert 0.4 <= sum(not row["expect"] for row in rows) / len(rows) <= 0.6
    assert min(Counter(rule for row in rows for rule in row["expect"])[rule] for rule in RULES) >= 8


def test_too_long_is_labelled_where_counting_says_so() -> None:
    for row in both("messages"):
        assert ("too-long" in row["expect"]) == (length_of(row) != ""), row["id"]
        assert ("too-long" in row.get("consider", [])) == (length_of(row) == "consider"), row["id"]


def length_of(message: dict[str, Any]) -> str:
    if message["kind"] == "invitation":
        characters = len(message["text"])
        return "fix" if characters > 300 else "consider" if characters >= 200 else ""
    return "fix" if len(message["text"].split()) > MOST_WORDS[message["kind"]] else ""


def test_late_is_labelled_where_the_calendar_says_so() -> None:
    for row in both("messages"):
        assert ("late" in row["expect"]) == is_late(row), row["id"]


def is_late(message: dict[str, Any]) -> bool:
    days = [message["context"].get(key) for key in ("interview_date", "sent_date")]
    if message["kind"] != "thank-you" or not all(days):
        return False
    first, sent = (date.fromisoformat(day) for day in days)
    return (sent - first).days > 1


@pytest.mark.parametrize(("texts", "known"), [("openings", OPENING_RULES), ("messages", MESSAGE_RULES)])
def test_a_judged_text_is_to_be_reworked_exactly_where_a_rule_is_broken(texts: str, known: set[str]) -> None:
    for row in judged(texts):
        labels = [*row["rules"], *row.get("maybe", ()), *row.get("hard", ())]
        assert set(labels) <= known, row["id"]
        assert len(set(labels)) == len(labels), row["id"]
        assert row["verdict"] == ("rework" if row["rules"] else "ready"), row["id"]


def test_a_judged_text_is_too_long_or_late_where_counting_says_so() -> None:
    for row in judged("openings"):
        assert ("too-long" in row["rules"]) == (len(row["line"].split()) > 75), row["id"]
    for row in judged("messages"):
        assert ("too-long" in row["rules"]) == (length_of(row) == "fix"), row["id"]
        assert ("late" in row["rules"]) == is_late(row), row["id"]
