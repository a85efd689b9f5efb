"""What all tests share: nobody's own workbook is touched, and a slow machine fails no property."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import settings

settings.register_profile("patient", deadline=None)
settings.load_profile("patient")


@pytest.fixture(autouse=True)
def _a_workbook_of_nobodys(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Whoever runs the tests may be a learner too: their workbook is not the default one here."""
    monkeypatch.setenv("RAPPORTKIT_WORKBOOK", str(tmp_path / "nobodys.sqlite3"))


def pytest_ignore_collect(collection_path: Path, config: pytest.Config) -> bool | None:
    """Benchmarks take minutes and a quiet machine: they run when they are named, as `make bench` does."""
    named = any("benchmarks" in argument for argument in config.args)
    return True if collection_path.name == "benchmarks" and not named else None
