"""The words of the remarks."""

from __future__ import annotations

import re
import tomllib
from importlib.resources import files

import pytest

from rapportkit.errors import InvalidValue
from rapportkit.words.explain import NOT_JUDGED, explain_rule, remark, rules_explained


@pytest.mark.parametrize(("rule", "kind"), rules_explained())
def test_every_rule_says_what_why_and_how(rule: str, kind: str) -> None:
    text = explain_rule(rule, kind)
    assert text.rule == rule
    assert text.looked_for.startswith("whether ")
    for sentence in (text.why, text.how):
        assert sentence.endswith(".")
        assert len(sentence) < 220
    assert text.before
    assert text.after
    assert text.before != text.after


def test_the_evidence_that_is_named_stands_in_the_ledger() -> None:
    ledger = tomllib.loads(files("rapportkit").joinpath("data", "evidence.toml").read_text(encoding="utf-8"))
    known = {claim["id"] for claim in ledger["claim"]}
    named = {one for rule, kind in rules_explained() for one in explain_rule(rule, kind).evidence}
    assert named <= known


def test_a_remark_is_what_and_how_in_two_sentences() -> None:
    said = remark("wrong-name", "invitation", "other", "fix", (0, 3), written="Tom", noted="Priya Nair").says
    assert "Tom" in said
    assert "Priya Nair" in said
    assert len(re.findall(r"[.?!](?:\s|$)", said)) == 2


def test_what_a_learner_typed_is_shortened_and_never_read_as_a_field() -> None:
    said = remark("placeholder", "invitation", "fix", "fix", None, words="{rule} " + "x" * 500 + "\n").says
    assert "{rule}" in said
    assert len(said) < 250


def test_an_unknown_rule_is_refused_in_a_sentence() -> None:
    with pytest.raises(InvalidValue, match="There is no rule 'nonsense'"):
        explain_rule("nonsense")


def test_it_says_what_no_program_can_judge() -> None:
    assert "aloud" in NOT_JUDGED
