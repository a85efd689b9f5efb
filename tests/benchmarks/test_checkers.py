"""
What somebody would have today, on the same judged texts: proselint, write-good and Harper beside the reviews.

They look for style and grammar and know nothing of interviews: a text of which one of them says anything counts as
`rework`. Only `make bench` asks them; what is not installed here is left out and said so.
"""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

sys.path.insert(0, str(Path(__file__).parents[2]))

from tests.words.judged import review, rows

HERE = Path(__file__).parent
Told = dict[str, list[bool]]
"""For each checker, whether it finds something in each text."""


@pytest.fixture(scope="module")
def packages(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Path | None:
    """A folder with write-good and Harper in it; None without Node or network, or where no figures are asked for."""
    if not request.config.getoption("benchmark_enable") or not shutil.which("npm"):
        return None
    folder = tmp_path_factory.mktemp("checkers")
    fetch = ["npm", "install", "--silent", "--prefix", str(folder), "write-good", "harper.js"]
    return folder if subprocess.run(fetch, timeout=300, check=False).returncode == 0 else None


@pytest.mark.timeout(600)
@pytest.mark.parametrize("part", ["tune", "set_aside"])
@pytest.mark.parametrize("texts", ["openings", "messages"])
def test_what_checkers_of_style_say_of_the_same_texts(
    texts: str,
    part: str,
    packages: Path | None,
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
    request: pytest.FixtureRequest,
) -> None:
    judged = list(rows(texts, part)) if request.config.getoption("benchmark_enable") else list(rows(texts, part))[:5]
    told: Told = {"rapportkit": [review(row).verdict == "rework" for row in judged]}
    written = [row.get("line") or row["text"] for row in judged]
    told |= _proselint(written, tmp_path) | (_node(written, packages) if packages else {})
    assert all(len(found) == len(judged) for found in told.values())
    if request.config.getoption("benchmark_enable"):
        with capsys.disabled():
            sys.stdout.writelines(_lines(f"{texts}, {part}", judged, told))


def _lines(name: str, judged: list[dict[str, Any]], told: Told) -> Iterator[str]:
    broken = [row["verdict"] == "rework" for row in judged]
    for checker in ("rapportkit", "proselint", "write-good", "harper"):
        if checker not in told:
            yield f"\n{name}: {checker} is not installed here"
            continue
        right = sum(one == other for one, other in zip(told[checker], broken, strict=True))
        spared = sum(found for found, bad in zip(told[checker], broken, strict=True) if not bad)
        good = broken.count(False)
        yield f"\n{name}: {checker}: verdict right in {right}/{len(broken)} ({right / len(broken):.2f}); "
        yield f"{spared}/{good} good ones marked"


def _proselint(written: list[str], folder: Path) -> Told:
    command = Path(sys.executable).with_name("proselint")
    if not command.exists():
        return {}
    paths = [folder / f"{number}.txt" for number in range(len(written))]
    for path, text in zip(paths, written, strict=True):
        path.write_text(text, encoding="utf-8")
    asked = [str(command), "check", *map(str, paths), "-o", "json"]
    answer = subprocess.run(asked, capture_output=True, text=True, check=False, timeout=500).stdout
    told = {Path(name).name: bool(one.get("diagnostics")) for name, one in json.loads(answer)["result"].items()}
    return {"proselint": [told.get(path.name, False) for path in paths]}


def _node(written: list[str], packages: Path) -> Told:
    asked = ["node", str(HERE / "checkers.mjs"), str(packages)]
    answer = subprocess.run(asked, input=json.dumps(written), capture_output=True, text=True, check=True, timeout=500)
    counts = json.loads(answer.stdout)
    return {"write-good": [one > 0 for one, _ in counts], "harper": [other > 0 for _, other in counts]}
