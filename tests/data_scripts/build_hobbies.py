"""
Derive `tests/ground/hobbies.toml`: names of hobbies that nobody here chose, to measure how many of them we know.

For maintainers: `python tests/data_scripts/build_hobbies.py FAKER_YML CATEGORIES_PY`, where FAKER_YML is
`locales/en/hobby.yml` of the Ruby gem faker 2.21.0 (Debian's ruby-faker) and CATEGORIES_PY is
`hobby_by_category/data.py` of the package hobby-by-category 1.0.0. Half of the names, told by their hash, are
to look at; the other half are not.
"""

from __future__ import annotations

import ast
import hashlib
import json
import re
import sys
from pathlib import Path

TARGET = Path(__file__).parents[1] / "ground" / "hobbies.toml"
HEAD = """\
# Names of hobbies, as two packages list them; derived by tests/data_scripts/build_hobbies.py, never edited by hand.
# Sources: faker 2.21.0 (locales/en/hobby.yml), MIT licence, copyright 2007-2010 Benjamin Curtis;
# hobby-by-category 1.0.0 (data.py), MIT licence, copyright 2025 Michael Anan Onimisi.
# `tune` may be looked at; `other` is only counted.
"""


def names(faker: str, categories: str) -> list[str]:
    """The names in the two files, each once; "Painting (acrylic, oil)" is painting, "Pottery & Ceramics" are two."""
    found = re.findall(r"^ +- (.+)$", faker, re.MULTILINE)
    tree = ast.parse(categories)
    said = [node.value for node in ast.walk(tree) if isinstance(node, ast.Constant) and isinstance(node.value, str)]
    tables = [node for node in ast.walk(tree) if isinstance(node, ast.Dict)]
    keys = {key.value for table in tables for key in table.keys if isinstance(key, ast.Constant)}
    found += [part for name in said if name not in keys for part in re.sub(r"\(.*?\)", "", name).split(" & ")]
    once = {" ".join(name.split()).casefold(): " ".join(name.split()) for name in reversed(found) if name.strip()}
    return sorted(once.values(), key=str.casefold)


def derived(found: list[str]) -> str:
    """What the file should hold."""
    parts: dict[str, list[str]] = {"tune": [], "other": []}
    for name in found:
        first = hashlib.sha256(name.casefold().encode()).digest()[0]
        parts["tune" if first < 128 else "other"].append(name)
    lists = []
    for part, of_part in parts.items():
        lists.append(f"{part} = [\n" + "".join(f"  {json.dumps(name)},\n" for name in of_part) + "]\n")
    return HEAD + "\n" + "\n".join(lists)


if __name__ == "__main__":
    faker, categories = (Path(path).read_text(encoding="utf-8") for path in sys.argv[1:3])
    TARGET.write_text(derived(names(faker, categories)), encoding="utf-8")
