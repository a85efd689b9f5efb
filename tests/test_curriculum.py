"""What the lessons teach, what they cite, and how they read."""

from __future__ import annotations

import json
import re
import tomllib
from importlib.resources import files
from pathlib import Path
from typing import Any

import pytest

from rapportkit.drills import drills
from rapportkit.evidence import GRADES, ledger
from rapportkit.exercises import Exercise, read_exercise
from rapportkit.from_before import asked_again
from rapportkit.lessons import exercises_folder, lessons
from rapportkit.moments import moments
from rapportkit.views.paths import PATHS

CLAIMS = {"P": 5, "R": 7, "C": 5, "T": 10, "F": 5, "O": 6, "A": 4}
METHOD = {f"{letter}{number}" for letter, most in CLAIMS.items() for number in range(1, most + 1)}
HIGHEST_GRADE = 8.0
RUN = 12
"""Words in a row that two lessons may not share."""


def notebook(path: Path) -> dict[str, Any]:
    return json.loads(path.read_text(encoding="utf-8"))  # type: ignore[no-any-return]


@pytest.fixture(params=lessons(), ids=lambda path: path.stem)
def lesson(request: pytest.FixtureRequest) -> dict[str, Any]:
    return notebook(request.param)


def prose_of(lesson: dict[str, Any]) -> str:
    """The running text of a lesson, without tables, links and marks."""
    texts = ["".join(cell["source"]) for cell in lesson["cells"] if cell["cell_type"] == "markdown"]
    lines = [line for line in "\n\n".join(texts).splitlines() if not line.startswith("|")]
    plain = re.sub(r"\[([^\]]*)\]\([^)]*\)", r"\1", "\n".join(lines))
    return re.sub(r"[*_#>`]", "", plain)


def flesch_kincaid(text: str) -> float:
    """
    The school grade at which a text reads (Kincaid and others, 1975): .39 words a sentence, 11.8 syllables a word.

    Syllables are counted as groups of vowels, a silent e taken off; good to about half a grade.
    """
    sentences = [part for part in re.split(r"[.!?:]+\s|\n{2,}", text) if re.search(r"[a-zA-Z]", part)]
    words = re.findall(r"[A-Za-z']+", text)
    syllables = sum(max(1, len(re.findall(r"[aeiouy]+", re.sub(r"e$|es$|ed$", "", word.lower())))) for word in words)
    return 0.39 * len(words) / len(sentences) + 11.8 * syllables / len(words) - 15.59


def test_the_measure_tells_plain_from_hard() -> None:
    plain = "The cat sat on the mat. It was a warm day. She said that she would come back soon."
    hard = (
        "Notwithstanding considerable methodological heterogeneity, contemporary organisational investigations "
        "consistently demonstrate multidimensional interdependencies."
    )
    assert flesch_kincaid(plain) < 3
    assert flesch_kincaid(hard) > 18


def test_a_lesson_reads_at_school_grade_eight_at_most(lesson: dict[str, Any]) -> None:
    assert flesch_kincaid(prose_of(lesson)) <= HIGHEST_GRADE


def test_a_lesson_teaches_claims_of_the_method_and_cites_entries_of_the_ledger(lesson: dict[str, Any]) -> None:
    entry = lesson["metadata"]["rapportkit"]

    assert entry["teaches"]
    assert set(entry["teaches"]) <= METHOD
    assert set(entry["evidence"]) <= set(ledger())


def test_what_a_lesson_cites_is_what_it_shows(lesson: dict[str, Any]) -> None:
    code = "\n".join("".join(cell["source"]) for cell in lesson["cells"] if cell["cell_type"] == "code")
    shown = re.search(r"how_sure\(([^)]*)\)", code)

    assert shown
    assert set(re.findall(r'"([^"]+)"', shown[1])) == set(lesson["metadata"]["rapportkit"]["evidence"])


def taught_in() -> dict[str, set[str]]:
    """The numbered lessons that teach each claim of the method."""
    found: dict[str, set[str]] = {claim: set() for claim in METHOD}
    for path in lessons():
        if path.stem[0].isdigit():
            for claim in notebook(path)["metadata"]["rapportkit"]["teaches"]:
                found[claim].add(path.stem)
    return found


def test_every_claim_of_the_method_is_taught() -> None:
    assert all(taught_in().values())


def test_every_claim_of_the_method_is_practised_in_something_that_one_does() -> None:
    practised = {claim for exercise in exercises() for claim in exercise.practises}
    practised |= {drill.tip for drill in drills().values()}
    played = [*moments("three-people"), *moments("champion-next")]
    practised |= {claim for moment in played for claim in moment.practises}
    practised |= set(tomllib.loads((files("rapportkit.data") / "decision.toml").read_text("utf-8"))["practises"])

    assert practised >= METHOD


def test_every_claim_of_the_method_is_recalled_in_a_later_lesson() -> None:
    taught = taught_in()
    recalled = {claim for one in asked_again() for claim in one.claims if one.of in taught[claim]}

    assert recalled == METHOD
    for one in asked_again():
        assert all(later > one.of for later in one.again)


def test_where_a_moment_is_asked_again_there_is_a_recall() -> None:
    for lesson in {lesson for one in asked_again() for lesson in one.again}:
        path = next(path for path in lessons() if path.stem == lesson)
        assert "recall(lesson" in path.read_text(encoding="utf-8")


def test_what_is_asked_again_reads_at_school_grade_eight_at_most() -> None:
    for one in asked_again():
        assert flesch_kincaid(f"{one.asks} {one.told}") <= HIGHEST_GRADE, one.id


def test_there_are_fifteen_to_twenty_exercises_and_each_stands_in_its_lesson() -> None:
    assert 15 <= len(exercises()) <= 20
    for exercise in exercises():
        lesson = next(path for path in lessons() if path.stem == exercise.lesson)
        code = "\n".join("".join(cell["source"]) for cell in notebook(lesson)["cells"] if cell["cell_type"] == "code")
        assert f'"{exercise.id}"' in code
        assert exercise.practises


def test_each_lesson_begins_with_why_after_its_promise(lesson: dict[str, Any]) -> None:
    prose = ["".join(cell["source"]) for cell in lesson["cells"] if cell["cell_type"] == "markdown"]

    assert re.search(r"^## (Why |The whole method)", "\n".join(prose[:2]), re.MULTILINE)


def exercises() -> list[Exercise]:
    return [read_exercise(path.name, path.read_bytes()) for path in sorted(exercises_folder().glob("*.toml"))]


def test_every_entry_of_the_ledger_is_cited() -> None:
    cited = {claim for path in lessons() for claim in notebook(path)["metadata"]["rapportkit"]["evidence"]}

    assert cited >= set(ledger())


def test_the_ledger_names_what_speaks_against_every_claim() -> None:
    for claim in ledger().values():
        assert claim.against
        assert claim.grade in GRADES
        assert (claim.grade == "D") == ("no figure" in claim.result)


def test_a_line_that_is_asked_about_from_memory_is_the_one_that_the_lesson_gave(lesson: dict[str, Any]) -> None:
    code = "\n".join("".join(cell["source"]) for cell in lesson["cells"] if cell["cell_type"] == "code")
    quoted = re.search(r'^LINE = "(.+)"$', code, re.MULTILINE)

    assert quoted is None or quoted[1] in prose_of(lesson)


def test_a_path_says_how_long_its_lessons_take_when_they_are_read_in_full() -> None:
    way = PATHS["an-hour"]
    texts = ["".join(notebook(path)["cells"][0]["source"]) for path in lessons() if path.stem[:2] in way.lessons]
    minutes = [re.search(r"\*(\d+) minutes", text) for text in texts]

    assert f"take {sum(int(found[1]) for found in minutes if found)} minutes" in way.how
    assert all(minutes)


def test_a_lesson_says_first_what_to_do_about_panels_that_a_restart_has_killed(lesson: dict[str, Any]) -> None:
    assert "Panels empty or red? Choose Run, then Run All Cells." in "".join(lesson["cells"][0]["source"])


def test_a_lesson_ends_with_the_way_on_that_the_path_gives_and_names_no_other(lesson: dict[str, Any]) -> None:
    prose = "\n".join("".join(cell["source"]) for cell in lesson["cells"] if cell["cell_type"] == "markdown")
    code = ["".join(cell["source"]) for cell in lesson["cells"] if cell["cell_type"] == "code"]

    if "hand_in(" in "".join(code):
        return  # on nobody's path: a coach says where it leads
    assert "keep(lesson)" in code[-1]
    assert not re.search(r"^\*\*(Next|Back)", prose, re.MULTILINE)


def all_words_of(lesson: dict[str, Any]) -> list[str]:
    """Every word that a lesson itself says, from top to bottom: its prose, and what its cells ask."""
    said = []
    for cell in lesson["cells"]:
        source = "".join(cell["source"])
        said += [source] if cell["cell_type"] == "markdown" else re.findall(r'"([^"\n]*)"', source)
    return re.findall(r"[a-z0-9']+", " ".join(said).lower())


def test_no_two_lessons_share_a_run_of_twelve_words() -> None:
    first_in: dict[tuple[str, ...], str] = {}
    for path in lessons():
        words = all_words_of(notebook(path))
        for run in (tuple(words[at : at + RUN]) for at in range(len(words) - RUN + 1)):
            assert first_in.setdefault(run, path.stem) == path.stem, " ".join(run)
