"""Collecting: whatever a file is called and however it is packed, and whoever means harm."""

from __future__ import annotations

import io
import json
import os
import tracemalloc
import zipfile
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest

from rapportkit.coaching.collect import NOT_TAKEN, collect, moment_of, newest
from rapportkit.coaching.collection import Collection, to_do
from rapportkit.coaching.desk import Desk, as_file
from rapportkit.coaching.parcels import LEADS_OUT, Brought
from rapportkit.errors import UnreadableFile
from rapportkit.handin import HandIn, hand_in_file, hand_in_page
from tests.coaching.classroom import BEGIN, DUE, GOOD, HANDED_IN, POOR, a_desk, hand_in_of, handed_in

DAY = timedelta(days=1)
NOW = HANDED_IN


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "desk"


@pytest.fixture
def desk(folder: Path) -> Desk:
    return a_desk(folder)


@pytest.fixture
def came(tmp_path: Path) -> Path:
    (tmp_path / "came").mkdir()
    return tmp_path / "came"


def zipped(**files: bytes) -> bytes:
    return zip_of(files)


def zip_of(files: dict[str, bytes]) -> bytes:
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in files.items():
            archive.writestr(name, data)
    return held.getvalue()


def told(done: Collection) -> dict[str, str]:
    return {one.where: one.reason for one in done.not_taken}


def everybody(desk: Desk) -> list[bytes]:
    return [hand_in_of(desk, learner, GOOD) for learner in desk.learners]


def test_names_of_files_say_nothing(folder: Path, desk: Desk, came: Path) -> None:
    for number, data in enumerate(everybody(desk)):
        (came / f"Learner {3 - number}_late_submission ({number}).txt").write_bytes(data)

    done = collect(folder, desk, [came], NOW)

    assert (done.taken, done.not_taken, done.missing, done.late) == (3, (), (), ())
    for one in newest(folder, desk):
        assert json.loads(one.path.read_bytes())["learner"]["id"] == one.learner.id


@pytest.mark.parametrize("twice", [False, True])
def test_zip_folders_in_zip_folders_are_opened(folder: Path, desk: Desk, came: Path, twice: bool) -> None:
    one, two, three = everybody(desk)
    inner = zip_of({"group/x": one, "__MACOSX/._x": b"mac", "group/timestamp.txt": b"2026"})
    (came / "all.zip").write_bytes(zipped(a=zipped(b=inner), c=two))
    (came / "submitted" / "s3" / "week-1").mkdir(parents=True)
    (came / "submitted" / "s3" / "week-1" / "hand-in.json").write_bytes(three)
    (came / "submitted" / "s3" / "week-1" / "timestamp.txt").write_text("2026-12-01 10:00:00 UTC")

    done = collect(folder, desk, [came, came] if twice else [came], NOW)

    assert (done.taken, done.again, done.not_taken) == (3, 3 * twice, ())


def test_copies_are_one_and_of_several_versions_the_newest_counts(folder: Path, desk: Desk, came: Path) -> None:
    learner = desk.learners[0]
    first, second = hand_in_of(desk, learner, POOR), hand_in_of(desk, learner, GOOD, at=HANDED_IN + DAY)
    (came / "x.json").write_bytes(second)
    (came / "x (1).json").write_bytes(second.replace(b"\n", b"\r\n"))
    (came / "y.json").write_bytes(first)

    done = collect(folder, desk, [came], NOW)

    assert (done.taken, done.again) == (2, 1)
    (found,) = newest(folder, desk)
    assert found.versions == 2
    assert moment_of(found.path) == HANDED_IN + DAY
    assert done.missing == ("s2", "s3")


def test_late_is_told_by_the_moment_inside(folder: Path, desk: Desk, came: Path) -> None:
    (came / "a").write_bytes(hand_in_of(desk, desk.learners[0], GOOD, at=DUE + timedelta(seconds=1)))
    (came / "b").write_bytes(hand_in_of(desk, desk.learners[1], GOOD, at=DUE))

    assert collect(folder, desk, [came], NOW).late == ("s1",)


def test_dates_that_cannot_be_are_remarked_upon(folder: Path, desk: Desk, came: Path) -> None:
    (came / "a").write_bytes(hand_in_of(desk, desk.learners[0], GOOD, at=NOW + 400 * DAY))
    (came / "b").write_bytes(hand_in_of(desk, desk.learners[1], GOOD, at=BEGIN - 400 * DAY))

    late, ahead, before = collect(folder, desk, [came], NOW).remarks

    assert (late.kind, late.name) == ("late", "Learner 1")
    assert "still to come" in ahead.says
    assert "before this assignment was made" in before.says


def test_collecting_again_adds_nothing(folder: Path, desk: Desk, came: Path) -> None:
    (came / "a").write_bytes(everybody(desk)[0])

    assert collect(folder, desk, [came], NOW).taken == 1
    assert (collect(folder, desk, [came], NOW).taken, collect(folder, desk, [came], NOW).again) == (0, 1)


def test_a_copy_to_read_is_passed_over(folder: Path, desk: Desk, came: Path) -> None:
    (came / "copy.html").write_text(hand_in_page(handed_in(desk, desk.learners[0], GOOD), desk.exercises))

    assert collect(folder, desk, [came], NOW).not_taken == ()


def with_(hand_in: HandIn, **changes: Any) -> bytes:
    return json.dumps({**json.loads(hand_in_file(hand_in)), **changes}).encode()


HOSTILE: dict[str, tuple[Callable[[Desk, HandIn], bytes], str]] = {
    "foreign": (lambda _d, _h: b"\x89PNG\r\n", "not UTF-8"),
    "empty": (lambda _d, _h: b"", "is empty"),
    "cut off": (lambda _d, h: hand_in_file(h)[:-20], "breaks off"),
    "deep": (lambda _d, _h: b"[" * 100_000 + b"]" * 100_000, "nested far deeper"),
    "broken letters": (lambda _d, h: hand_in_file(h).replace(b"Glasgow", b"Glasg\xff\xfe"), "not UTF-8"),
    "of 1900": (lambda _d, h: with_(h, made_at="1900-01-01T00:00:00Z"), "made_at should be a date"),
    "of 9999": (lambda _d, h: with_(h, made_at="9999-12-31T23:59:59Z"), "made_at should be a date"),
    "newer": (lambda _d, h: with_(h, version=2), "newer form"),
    "with marks": (lambda _d, h: with_(h, points=100), "points is not a field that we know"),
    "other assignment": (lambda _d, h: with_(h, assignment="week-2"), "for another assignment: 'week-2'"),
    "stranger": (lambda _d, h: with_(h, learner={"id": "ѕ1", "name": "x"}), "Nobody on the list has the id 'ѕ1'"),
    "thief": (lambda _d, h: with_(h, learner={"id": "s2", "name": "x"}), "not carry the secret figures that Learner 2"),
    "assignment": (lambda d, _h: as_file(d.assignment_for(d.learners[0])), "the assignment itself"),
    "workbook": (lambda _d, _h: b'{"format": "rapportkit workbook", "version": 1}', "Delete it, and ask"),
    "notebook": (lambda _d, _h: b'{"cells": [], "metadata": {}, "nbformat": 4}', "no hand-in of rapportkit"),
    "document": (lambda _d, _h: zip_of({"[Content_Types].xml": b"<x/>"}), "document of an office program"),
    "broken zip": (lambda _d, h: zipped(a=hand_in_file(h))[:-30], "damaged or breaks off"),
    "damaged member": (lambda _d, h: zipped(a=hand_in_file(h)).replace(b"\x08\x00", b"\x63\x00"), "not read"),
    "climbing": (lambda _d, h: zip_of({"../../a.json": hand_in_file(h)}), "leads out of its folder"),
    "from the root": (lambda _d, h: zip_of({"C:\\a.json": hand_in_file(h)}), "leads out of its folder"),
    "bomb": (lambda _d, _h: zipped(a=bytes(300_000_000)), "larger than 2 MB"),
}  # fmt: skip


@pytest.mark.parametrize("kind", HOSTILE)
def test_what_means_harm_is_listed_and_the_rest_is_taken(kind: str, folder: Path, desk: Desk, came: Path) -> None:
    make, reason = HOSTILE[kind]
    (came / "a bad one").write_bytes(make(desk, handed_in(desk, desk.learners[0], GOOD)))
    (came / "good.json").write_bytes(hand_in_of(desk, desk.learners[2], GOOD))
    before = {path for path in came.parent.rglob("*") if folder not in path.parents}

    done = collect(folder, desk, [came], NOW)

    assert done.taken == 1
    (bad,) = done.not_taken
    assert reason in bad.reason
    assert len(bad.reason) < 300
    assert bad.where.startswith("a bad one")
    assert reason in (folder / NOT_TAKEN).read_text("utf-8-sig")
    assert {path for path in came.parent.rglob("*") if folder not in path.parents} == before


@pytest.mark.skipif(os.name == "nt", reason="Windows gives links only to administrators, and has no such pipes")
def test_a_gigabyte_and_a_link_are_not_opened(folder: Path, desk: Desk, came: Path, tmp_path: Path) -> None:
    with (came / "large.json").open("wb") as file:
        file.truncate(1 << 30)
    (tmp_path / "secret").write_bytes(everybody(desk)[0])
    (came / "link").symlink_to(tmp_path / "secret")
    os.mkfifo(came / "pipe")
    tracemalloc.start()

    done = collect(folder, desk, [came], NOW)

    assert tracemalloc.get_traced_memory()[1] < 20_000_000
    tracemalloc.stop()
    assert done.taken == 0
    assert {where: reason.split(",")[0] for where, reason in told(done).items()} == {
        "large.json": "It is larger than 2 MB",
        "link": "It is a link or a device",
        "pipe": "It is a link or a device",
    }


def test_a_zip_folder_within_itself_comes_to_an_end(folder: Path, desk: Desk, came: Path) -> None:
    data = everybody(desk)[0]
    for _ in range(6):
        data = zipped(a=data)
    (came / "a.zip").write_bytes(data)

    assert "within more than 4 others" in next(iter(told(collect(folder, desk, [came], NOW)).values()))


def test_a_zip_folder_with_an_endless_list_fills_no_memory(folder: Path, desk: Desk, came: Path) -> None:
    (came / "a.zip").write_bytes(zip_of({f"{n}{'x' * 60_000}": b"" for n in range(200)}))

    assert collect(folder, desk, [came], NOW).not_taken[0].reason.endswith("its list of files is far too long).")


def test_many_junk_files_are_counted_and_not_all_listed(
    folder: Path, desk: Desk, came: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("rapportkit.coaching.collect.MOST_LISTED", 3)
    (came / "a.zip").write_bytes(zip_of({f"{n}.json": b"x" for n in range(9)}))

    done = collect(folder, desk, [came], NOW)

    assert len(done.not_taken) + done.more_not_taken == 9
    assert len(done.not_taken) == 3


def test_a_name_that_only_looks_alike_is_remarked_upon(folder: Path, desk: Desk, came: Path) -> None:
    hand_in = handed_in(desk, desk.learners[0], GOOD)
    (came / "a").write_bytes(hand_in_file(hand_in.with_(learner={"id": "s1", "name": "Lеarner 2"})))

    (remark,) = collect(folder, desk, [came], NOW).remarks

    assert (remark.name, remark.kind) == ("Learner 1", "odd")
    assert remark.says == "'a' is theirs by its secret figures, and calls itself 'Lеarner 2'"


def test_what_a_coach_has_to_do_is_sorted_and_begins_with_a_name(folder: Path, desk: Desk, came: Path) -> None:
    (came / "deep" / "er").mkdir(parents=True)
    late, twice = desk.learners[:2]
    (came / "z.json").write_bytes(hand_in_of(desk, late, GOOD, at=DUE + timedelta(seconds=1)))
    (came / "y.json").write_bytes(hand_in_of(desk, twice, GOOD))
    (came / "x.json").write_bytes(hand_in_of(desk, twice, POOR, at=HANDED_IN - DAY))
    (came / "a.json").write_bytes(hand_in_of(desk, twice, GOOD)[:-20])
    (came / "deep" / "er" / "poem.txt").write_text("Roses")

    done = collect(folder, desk, [came], DUE + DAY)

    assert [(heading, sentences[0]) for heading, sentences in to_do(desk, done)] == [
        ("Late: you decide", "Learner 1: 1 minute late."),
        ("Came more than once: the newest counts", "Learner 2 (2 times)"),
        ("Foreign: left aside",
         "poem.txt: It is no JSON file, or it breaks off. Ask for it again. (In deep/er/poem.txt.)"),
        ("Damaged: ask for them again", "a.json: It is no JSON file, or it breaks off. Ask for it again."),
        ("Nothing yet from 1 of 3", "Learner 3"),
    ]  # fmt: skip


def test_files_with_one_and_the_same_reason_share_a_sentence(folder: Path, desk: Desk, came: Path) -> None:
    for name in ("b.txt", "c.txt", "d.txt"):
        (came / name).write_text("Roses")
    (came / "e.json").write_text("[]")

    sentences = dict(to_do(desk, collect(folder, desk, [came], NOW)))["Foreign: left aside"]

    assert sentences == [
        "b.txt, c.txt, d.txt: It is no JSON file, or it breaks off. Ask for it again.",
        "e.json: It is JSON, but no hand-in of rapportkit.",
    ]


@pytest.mark.parametrize("kind", HOSTILE)
def test_what_is_brought_into_a_panel_keeps_the_same_bounds(kind: str, folder: Path, desk: Desk) -> None:
    make, reason = HOSTILE[kind]
    bad = Brought("a bad one", make(desk, handed_in(desk, desk.learners[0], GOOD)))
    good = Brought("all.zip", zip_of({"x/good.json": hand_in_of(desk, desk.learners[2], GOOD)}))

    done = collect(folder, desk, [bad, good], NOW)

    assert done.taken == 1
    assert reason in done.not_taken[0].reason


@pytest.mark.parametrize("name", ["../../evil.json", "/etc/evil.json", "C:\\evil.json"])
def test_a_name_that_climbs_is_refused_and_nothing_lies_there(name: str, folder: Path, desk: Desk) -> None:
    done = collect(folder, desk, [Brought(name, everybody(desk)[0])], NOW)

    assert (done.taken, done.not_taken[0].reason) == (0, LEADS_OUT)


def test_zip_folders_that_are_brought_are_opened_only_so_deep(folder: Path, desk: Desk) -> None:
    data = everybody(desk)[0]
    for _ in range(6):
        data = zipped(a=data)

    assert "within more than 4 others" in collect(folder, desk, [Brought("a.zip", data)], NOW).not_taken[0].reason


def test_only_what_may_have_been_a_hand_in_is_called_damaged(folder: Path, desk: Desk) -> None:
    kinds = {}
    for name, (make, _) in HOSTILE.items():
        bad = Brought("a bad one", make(desk, handed_in(desk, desk.learners[0], GOOD)))
        kinds[name] = collect(folder, desk, [bad], NOW).not_taken[0].kind

    broken = {"empty", "cut off", "broken letters", "broken zip", "damaged member"}
    doctored = {"of 1900", "of 9999", "newer", "with marks"}
    assert {name for name, kind in kinds.items() if kind == "damaged"} == broken | doctored


def test_what_an_editor_saved_in_other_letters_is_damaged(folder: Path, desk: Desk) -> None:
    data = hand_in_of(desk, desk.learners[0], GOOD).decode().encode("utf-16")

    assert collect(folder, desk, [Brought("a.json", data)], NOW).not_taken[0].kind == "damaged"


def test_an_answer_to_something_else_is_remarked_upon(folder: Path, desk: Desk) -> None:
    hand_in = handed_in(desk, desk.learners[0], GOOD)
    other = hand_in.answers[0].with_(exercise="../../x")

    (remark,) = collect(folder, desk, [Brought("a", hand_in_file(hand_in.with_(answers=(other,))))], NOW).remarks

    assert "an exercise that is not in this assignment" in remark.says


def test_a_source_that_is_not_there_is_named(folder: Path, desk: Desk) -> None:
    with pytest.raises(UnreadableFile, match="no file or folder 'nowhere'"):
        collect(folder, desk, [Path("nowhere")], NOW)


def test_who_asks_something_comes_first_and_once(folder: Path, desk: Desk, came: Path) -> None:
    asking = handed_in(desk, desk.learners[1], GOOD).with_(asks="Where do I\nbegin? " + "x" * 200)
    for name in ("a.json", "a (1).json"):
        (came / name).write_bytes(hand_in_file(asking))
    (came / "late.json").write_bytes(hand_in_of(desk, desk.learners[0], GOOD, at=DUE + DAY))

    (heading, sentences), *_ = to_do(desk, collect(folder, desk, [came], DUE + DAY))

    assert heading.startswith("Asks you something")
    (sentence,) = sentences
    assert sentence.startswith("Learner 2: “Where do I begin? xxx")
    assert sentence.endswith("xxx ...”.")
    assert len(sentence) < 150
