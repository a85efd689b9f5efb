"""The data files keep their shape: counted, no name twice, neighbours there."""

from __future__ import annotations

import runpy
import sys
import tomllib
from collections import Counter
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))

import pytest
from figures import wilson

from rapportkit.ground.employers import employers
from rapportkit.ground.fold import data, fold, folded_words
from rapportkit.ground.gazetteer import areas, cities, metros
from rapportkit.ground.groups import groups
from rapportkit.ground.interests import interests
from rapportkit.ground.languages import languages
from rapportkit.ground.schools import schools
from rapportkit.ground.service import forces
from rapportkit.ground.ways import EVIDENCE

FIELDS = {
    "name",
    "kind",
    "rarity",
    "alike",
    "light",
    "blocks",
    "not_with",
    "team_sport",
    "works",
    "clubs",
    "together",
    "alone",
    "kind_of",
    "near",
    "within",
    "covers",
    "covers_kind",
    "remark",
    *EVIDENCE,
}
HOBBIES = Path(__file__).parent / "hobbies.toml"
FILES = {"interests": "concept", "groups": "group", "service": "force", "topics": "topic"}


def test_the_quick_copy_is_derived_from_the_files_as_they_stand() -> None:
    script = Path(__file__).parents[1] / "data_scripts" / "build_quick.py"
    module = runpy.run_path(str(script))
    stale = "run python tests/data_scripts/build_quick.py"
    assert (module["DATA"] / "quick.tsv").read_text(encoding="utf-8") == module["derived"](), stale


@pytest.mark.parametrize(("name", "table"), FILES.items())
def test_entries_have_a_name_of_their_own_and_only_known_fields(name: str, table: str) -> None:
    rows = data(f"{name}.toml")[table]
    assert [
        row["name"]
        for row, many in ((r, c) for r in rows for c in [sum(o["name"] == r["name"] for o in rows)])
        if many > 1
    ] == []
    for row in rows:
        assert set(row) <= FIELDS, row["name"]
        assert all(fold(way).strip() for kind in EVIDENCE for way in row.get(kind, ())), row["name"]


def test_neighbours_exist_and_the_taxonomy_is_as_large_as_promised() -> None:
    for lexicon in (interests(), groups(), forces()):
        for concept in lexicon.concepts.values():
            assert concept.near | concept.within | concept.covers <= set(lexicon.concepts), concept.name
    ways = {fold(way) for concept in interests().concepts.values() for way in concept.ways}
    print(f"\n{len(interests().concepts)} interests, {len(ways)} ways to say them; {len(groups().concepts)} groups")  # noqa: T201 the figures are meant to be read
    assert len(interests().concepts) >= 580
    assert len(ways) >= 12_800


def test_many_interests_are_told_by_evidence_of_three_kinds() -> None:
    kinds = [kind for kind in EVIDENCE if kind != "names"]
    rows = data("interests.toml")["concept"]
    broad = [row["name"] for row in rows if sum(bool(row.get(kind)) for kind in kinds) >= 3]
    print(f"\n{len(broad)} of {len(rows)} interests have evidence of three kinds or more")  # noqa: T201 the figures are meant to be read
    assert len(broad) >= 330


@pytest.mark.parametrize("part", ["tune", "other"])
def test_names_of_hobbies_that_nobody_here_chose_are_known(part: str) -> None:
    names = tomllib.loads(HOBBIES.read_text(encoding="utf-8"))[part]
    known = [name for name in names if interests().read(folded_words(name)) or groups().read(folded_words(name))]
    low, high = wilson(len(known), len(names))
    share = f"{len(known) / len(names):.3f} ({len(known)}/{len(names)}, {low:.2f} to {high:.2f})"
    print(f"\nhobbies listed elsewhere, {part}: {share} known")  # noqa: T201 the figures are meant to be read
    assert len(known) / len(names) >= {"tune": 0.97, "other": 0.88}[part]


def test_schools_employers_and_languages_are_listed_once_and_their_neighbours_exist() -> None:
    for register, rows in (
        (schools(), data("schools.toml")["school"]),
        (employers(), data("employers.toml")["employer"]),
        (languages(), data("languages.toml")["language"]),
    ):
        assert [name for name, many in Counter(row["name"] for row in rows).items() if many > 1] == []
        for entry in register.entries.values():
            assert entry.near <= set(register.entries), entry.name
    known = set(schools().entries)
    for row in data("schools.toml")["unclear"]:
        assert set(row["may_be"]) <= known, row["name"]


def test_the_tables_of_places_are_there_and_credit_their_source() -> None:
    assert len(cities()) > 11_000
    assert len({metro.name for metro in metros().values()}) >= 60
    assert {area.country for area in areas()["uk"]} == {"GB"}
