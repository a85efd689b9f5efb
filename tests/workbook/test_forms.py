"""A workbook of every form that there has been opens, loses nothing on the way up, and is refused on the way down."""

from __future__ import annotations

import json
import shutil
import sqlite3
from collections.abc import Callable
from contextlib import closing
from datetime import datetime
from pathlib import Path

import pytest

from rapportkit.cards import Card
from rapportkit.errors import WorkbookTooNew
from rapportkit.record import Record
from rapportkit.workbook.backups import backups_of
from rapportkit.workbook.codec import class_of
from rapportkit.workbook.export import FORMAT_VERSION, export, restore
from rapportkit.workbook.migrations import VERSION
from rapportkit.workbook.store import Workbook

FORMS = Path(__file__).with_name("forms")
FORM = range(1, VERSION + 1)
EXPORTS = range(1, FORMAT_VERSION + 1)

Row = tuple[int, str, str, str | None, str]


def rows(path: Path) -> list[Row]:
    with closing(sqlite3.connect(path)) as connection:
        return connection.execute("select id, kind, key, body, saved_at from record order by id").fetchall()


def answers(workbook: Workbook) -> list[tuple[str, str, str, Record | None]]:
    """All answers as they are read today: a field that has come since has its default."""
    return [(kind, key, saved_at, read(kind, body)) for _, kind, key, body, saved_at in rows(workbook.path)]


def read(kind: str, body: str | None) -> Record | None:
    return class_of(kind).model_validate_json(body) if body not in (None, "null") else None


@pytest.fixture
def of_form(tmp_path: Path, clock: Callable[[], datetime]) -> Callable[[int], Workbook]:
    """A learner's workbook that was last opened by the rapportkit of that form."""

    def copied(form: int) -> Workbook:
        path = tmp_path / "Zoé's folder" / "workbook.sqlite3"
        path.parent.mkdir()
        shutil.copyfile(FORMS / f"form-{form}.sqlite3", path)
        return Workbook(path, clock)

    return copied


def test_every_form_has_its_file() -> None:
    missing = [form for form in FORM if not (FORMS / f"form-{form}.sqlite3").is_file()]
    missing += [form for form in EXPORTS if not (FORMS / f"export-{form}.json").is_file()]
    assert missing == [], "Run: python -m tests.workbook.make_forms, and commit what it made"


@pytest.mark.parametrize("form", FORM)
def test_a_file_stays_as_its_form_had_it(form: int) -> None:
    with closing(sqlite3.connect(f"file:{FORMS / f'form-{form}.sqlite3'}?mode=ro", uri=True)) as connection:
        assert connection.execute("pragma user_version").fetchone() == (form,)
        columns = {row[1] for row in connection.execute("pragma table_info(record)")}
    assert ("typing" in columns, "sum" in columns) == (form >= 3, form >= 4)


@pytest.mark.parametrize("form", FORM)
def test_every_answer_of_every_kind_is_read_after_the_way_up(form: int, of_form: Callable[[int], Workbook]) -> None:
    workbook = of_form(form)
    before = rows(workbook.path)

    for kind in {kind for _, kind, *_ in before}:
        assert workbook.all(class_of(kind)), kind

    assert rows(workbook.path) == before, "to the letter"
    said = [saved.record.then for saved in workbook.history(Card, "silence")]
    assert said == ["I count to three", "I ask 🧵"]
    assert workbook.latest(Card, "hello") is None, "what was taken away stays away"
    assert len(workbook.history(Card, "hello")) == 1


@pytest.mark.parametrize("form", FORM)
def test_what_is_written_next_comes_on_top_and_the_old_form_is_kept_as_a_backup(
    form: int, of_form: Callable[[int], Workbook]
) -> None:
    workbook = of_form(form)
    before = rows(workbook.path)

    workbook.save("silence", Card(lesson="04_conversation", if_="there is a silence", then="I wait"))

    assert rows(workbook.path)[: len(before)] == before
    (backup,) = backups_of(workbook.path)
    assert rows(backup) == before


@pytest.mark.parametrize("form", FORM)
def test_a_download_of_an_old_workbook_holds_all_of_it(
    form: int, of_form: Callable[[int], Workbook], tmp_path: Path
) -> None:
    old = of_form(form)
    new = Workbook(tmp_path / "new.sqlite3", old.now)

    done = restore(new, export(old))

    assert done.added == len(rows(old.path))
    assert answers(new) == answers(old)


@pytest.mark.parametrize("form", EXPORTS)
def test_a_download_of_every_form_comes_back_whole(form: int, tmp_path: Path, clock: Callable[[], datetime]) -> None:
    data = (FORMS / f"export-{form}.json").read_bytes()
    workbook = Workbook(tmp_path / "new.sqlite3", clock)

    done = restore(workbook, data)

    held = json.loads(data)["records"]
    assert done.added == len(held)
    assert answers(workbook) == [
        (one["kind"], one["key"], one["saved_at"], read(one["kind"], json.dumps(one["body"]))) for one in held
    ]


@pytest.mark.parametrize("ours", range(1, VERSION))
def test_the_way_down_is_refused_and_nothing_is_touched(
    ours: int, of_form: Callable[[int], Workbook], monkeypatch: pytest.MonkeyPatch
) -> None:
    workbook = of_form(ours + 1)
    before = workbook.path.read_bytes()
    monkeypatch.setattr("rapportkit.workbook.connection.VERSION", ours)

    for attempt in (
        lambda: workbook.all(Card),
        lambda: workbook.save("silence", Card(lesson="x", if_="a", then="b")),
        lambda: export(workbook),
    ):
        with pytest.raises(WorkbookTooNew, match=rf"form {ours + 1}; this one reads up to {ours}\).*Update rapportkit"):
            attempt()

    assert workbook.path.read_bytes() == before
    assert backups_of(workbook.path) == ()
