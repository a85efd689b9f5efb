"""Whether a line leaves the shared thing."""

from __future__ import annotations

from typing import get_args

import pytest

from rapportkit.people.person import FactKind
from rapportkit.words.opening import About, review_opening
from tests.words.variants import variants


def rules(kind: FactKind, label: str, line: str) -> set[str]:
    return {remark.rule for remark in review_opening(line, About(kind=kind, label=label)).remarks}


@pytest.mark.parametrize(("kind", "label", "line"), variants("names-the-ground")["ground"])
def test_who_says_two_words_of_the_shared_things_name_means_it(kind: FactKind, label: str, line: str) -> None:
    assert kind in get_args(FactKind)
    assert "off-ground" not in rules(kind, label, line)


@pytest.mark.parametrize(("kind", "label", "line"), variants("names-the-ground")["elsewhere"])
def test_a_namesake_is_another_thing(kind: FactKind, label: str, line: str) -> None:
    assert "off-ground" in rules(kind, label, line)
