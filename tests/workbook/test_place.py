from __future__ import annotations

import sys
import time
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path
from types import SimpleNamespace

import pytest

from rapportkit.interviews import zone_called
from rapportkit.workbook.place import default_workbook, machine_zone, zone_in


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


AT = datetime(2026, 12, 3, 14, 0)  # noqa: DTZ001 - a wall clock's time, whose zone is the question


@pytest.fixture
def _zone_as_it_was() -> Iterator[None]:
    yield
    time.tzset()


def test_the_machines_zone_is_the_one_in_tz() -> None:
    assert machine_zone({"TZ": ":Asia/Kathmandu"}, AT) == "Asia/Kathmandu"


@pytest.mark.parametrize(
    ("path", "zone"),
    [
        ("/usr/share/zoneinfo/America/Argentina/Ushuaia", "America/Argentina/Ushuaia"),
        ("/private/var/db/timezone/tz/2026b.1.0/zoneinfo/Asia/Kolkata", "Asia/Kolkata"),
        ("/usr/share/zoneinfo.default/Europe/Rome", "Europe/Rome"),
        ("/usr/share/zoneinfo", ""),
        ("C:/etc/localtime", ""),
    ],
)
def test_the_systems_zone_is_named_by_where_its_file_lies(path: str, zone: str) -> None:
    assert zone_in(path) == zone


@pytest.mark.skipif(not hasattr(time, "tzset"), reason="Windows changes no zone while a program runs")
@pytest.mark.usefixtures("_zone_as_it_was")
@pytest.mark.parametrize(("rule", "offset"), [("<-0330>3:30", "-03:30"), ("ABC-5:45", "+05:45"), ("QQQ0", "+00:00")])
def test_a_zone_without_a_name_is_an_offset(monkeypatch: pytest.MonkeyPatch, rule: str, offset: str) -> None:
    monkeypatch.setenv("TZ", rule)
    time.tzset()
    assert machine_zone({"TZ": rule}, AT) == offset


@pytest.mark.parametrize("rule", ["", "../../etc/passwd", "Nowhere/Land"])
def test_a_zone_that_is_none_is_passed_over(rule: str) -> None:
    zone = machine_zone({"TZ": rule}, AT)
    assert zone not in ("", rule)
    zone_called(zone)


def test_in_a_browser_the_zone_is_the_browsers(monkeypatch: pytest.MonkeyPatch) -> None:
    told = SimpleNamespace(resolvedOptions=lambda: SimpleNamespace(timeZone="America/Bogota"))
    monkeypatch.setitem(sys.modules, "js", SimpleNamespace(Intl=SimpleNamespace(DateTimeFormat=lambda: told)))
    monkeypatch.setattr(sys, "platform", "emscripten")

    assert machine_zone({}, AT) == "America/Bogota"
