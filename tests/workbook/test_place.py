from __future__ import annotations

from pathlib import Path

import pytest

from rapportkit.interviews import zone_called
from rapportkit.workbook.place import default_workbook, machine_zone


def test_the_named_workbook_comes_first(tmp_path: Path) -> None:
    (tmp_path / "workbook.sqlite3").touch()
    environ = {"RAPPORTKIT_WORKBOOK": "/data/mine.sqlite3"}
    assert default_workbook(environ, tmp_path, Path("/home/ama")) == Path("/data/mine.sqlite3")


def test_a_tilde_means_home() -> None:
    environ = {"RAPPORTKIT_WORKBOOK": "~/notes/mine.sqlite3"}
    assert default_workbook(environ, Path("/tmp"), Path("/home/ama")) == Path("/home/ama/notes/mine.sqlite3")


def test_the_workbook_in_this_folder_comes_before_the_one_at_home(tmp_path: Path) -> None:
    assert default_workbook({"RAPPORTKIT_WORKBOOK": " "}, tmp_path, Path("/home/ama")) == Path(
        "/home/ama/rapportkit/workbook.sqlite3"
    )
    (tmp_path / "workbook.sqlite3").touch()
    assert default_workbook({}, tmp_path, Path("/home/ama")) == tmp_path / "workbook.sqlite3"


def test_the_machines_zone_is_the_one_in_tz() -> None:
    assert machine_zone({"TZ": ":Asia/Kathmandu"}) == "Asia/Kathmandu"


@pytest.mark.parametrize("rule", ["", "CET-1CEST,M3.5.0,M10.5.0/3", "../../etc/passwd", "Nowhere/Land"])
def test_a_zone_without_a_name_is_looked_up_elsewhere(rule: str) -> None:
    zone = machine_zone({"TZ": rule})
    assert zone
    assert zone != rule
    zone_called(zone)
