from __future__ import annotations

from pathlib import Path

import pytest
from typer.testing import CliRunner

from rapportkit.cli.coach import app
from rapportkit.coaching.by_hand import hand_marks
from rapportkit.coaching.collect import collect
from rapportkit.coaching.grade import grade
from tests.coaching.classroom import GOOD, HANDED_IN, POOR, a_desk, hand_in_of


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Two hand-ins of one answer, and one of another."""
    desk = a_desk(tmp_path)
    for learner, text in zip(desk.learners, (GOOD, GOOD, f"{POOR}\x1b[2J"), strict=True):
        (tmp_path / learner.id).write_bytes(hand_in_of(desk, learner, text))
        collect(tmp_path, desk, [tmp_path / learner.id], HANDED_IN)
    grade(tmp_path, desk, workers=1)
    return tmp_path


def mark(folder: Path, typed: str, *more: str) -> str:
    done = CliRunner().invoke(app, ["mark", str(folder), *more], input=typed)
    assert done.exit_code == 0, done.output
    return done.output


def test_figures_are_kept_as_they_are_typed(folder: Path) -> None:
    said = mark(folder, "29\n21\nThe doors are yours.\n0-\n\n")

    assert "(2 learners wrote this)" in said
    assert "This line has 2 points at most" in said
    kept = [(one.line, one.points, one.comment) for one in hand_marks(folder).values()]
    assert kept == [(2, 2, ""), (3, 1, ""), (None, None, "The doors are yours."), (2, 0, "")]
    assert "\x1b" not in said
    assert "s3" not in said


def test_what_is_marked_does_not_come_again(folder: Path) -> None:
    mark(folder, "21\n\n22\n\n")

    assert "Nothing is left for you to judge." in mark(folder, "")


def test_letters_go_on_take_back_and_stop(folder: Path) -> None:
    said = mark(folder, "21\n\nu\nu\nq\n", "--names")

    assert said.count("Taken back.") == 1
    assert "There is no mark to take back." in said
    assert "by s1, s2" in said
    assert hand_marks(folder) == {}


def test_a_rule_is_overruled_by_the_number_of_its_line(folder: Path) -> None:
    mark(folder, "21\n\n22\n\n")

    said = mark(folder, "1=0\nOnly named.\n\nq\n", "--all")

    assert "1, 0 to 1: The shared place is in it (by the rule: earned)" in said
    last = list(hand_marks(folder).values())[-1]
    assert (last.line, last.points, last.comment) == (0, 0, "Only named.")


def test_a_rule_is_not_overruled_without_a_reason(folder: Path) -> None:
    said = mark(folder, "1=0\n\nq\n", "--all")

    assert "Nothing was kept. Say why in a few words" in said
    assert "6 lines in 3 hand-ins are still to be judged." in said
    assert hand_marks(folder) == {}
