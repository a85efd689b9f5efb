"""How long shared ground takes: one person against many, streamed, and the first pair after an import."""

from __future__ import annotations

import random
import resource
import subprocess
import sys
from collections.abc import Iterator
from time import perf_counter, process_time

import pytest

from rapportkit.ground.find import find_common_ground
from rapportkit.people.person import Person
from rapportkit.people.samples import sample_interviewers, sample_learners

MANY = 10_000
MOST_MEMORY = 100
"""Megabytes by which the process may grow."""


def streamed(many: int) -> Iterator[Person]:
    """People with six facts each, drawn from those of all samples, no two alike."""
    chance = random.Random(10_000)
    facts = [fact for person in (*sample_interviewers().values(), *sample_learners().values()) for fact in person.facts]
    for number in range(many):
        told = (fact.with_(detail=f"{fact.detail or ''} {number}".strip()) for fact in chance.sample(facts, 6))
        yield Person(name=f"Person {number}", facts=tuple(told))


def megabytes() -> float:
    most = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return most / (1024 if sys.platform != "darwin" else 1024 * 1024)


def test_one_person_against_ten_thousand_others(
    request: pytest.FixtureRequest, capsys: pytest.CaptureFixture[str]
) -> None:
    measured = request.config.getoption("benchmark_enable")
    me = next(iter(sample_learners().values()))
    find_common_ground(me, me)
    before, spent = megabytes(), 0.0
    for other in streamed(MANY if measured else 100):
        began = process_time()
        find_common_ground(me, other)
        spent += process_time() - began
    grown = megabytes() - before
    with capsys.disabled():
        if measured:
            sys.stdout.write(f"\none person against {MANY:,}, streamed: {spent:.1f} s, {grown:.0f} MB more\n")
    assert grown < MOST_MEMORY


def test_the_first_pair_after_an_import(request: pytest.FixtureRequest, capsys: pytest.CaptureFixture[str]) -> None:
    code = (
        "from time import perf_counter\n"
        "from rapportkit.ground.find import find_common_ground\n"
        "from rapportkit.people.samples import sample_interviewers, sample_learners\n"
        "me, them = (next(iter(people().values())) for people in (sample_learners, sample_interviewers))\n"
        "began = perf_counter()\n"
        "find_common_ground(me, them)\n"
        "print(perf_counter() - began)\n"
    )
    began = perf_counter()
    told = subprocess.run([sys.executable, "-c", code], check=True, timeout=60, capture_output=True, text=True).stdout
    with capsys.disabled():
        if request.config.getoption("benchmark_enable"):
            whole = perf_counter() - began
            sys.stdout.write(f"\nfirst pair after the import: {float(told):.3f} s (the whole process: {whole:.2f} s)\n")
    assert float(told) > 0
