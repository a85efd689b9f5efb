from __future__ import annotations

import email
import io
import json
import os
from datetime import UTC, datetime
from email.policy import default
from pathlib import Path

import pytest
import typer
from icalendar import Calendar
from typer.testing import CliRunner

from rapportkit.cli import follow_ups
from rapportkit.errors import InvalidValue, RapportError

FIELDS = ["kind", "to", "due", "state", "draft", "reason"]
LONDON = ["--interviewer", "Priya Nair", "--interview", "2026-12-03 14:00", "--tz", "Europe/London"]
REFUSED = [*LONDON, "--outcome", "refusal", "--outcome-date", "2026-12-08"]


@pytest.fixture(autouse=True)
def _first_of_december(monkeypatch):
    monkeypatch.setattr(follow_ups, "clock", lambda: datetime(2026, 12, 1, 12, tzinfo=UTC))


def run(*arguments: str | os.PathLike[str]):
    app = typer.Typer(pretty_exceptions_enable=False)
    app.command("follow-ups")(follow_ups.follow_ups)
    return CliRunner().invoke(app, [str(one) for one in arguments])


def planned(*arguments: str) -> list[dict[str, str | None]]:
    result = run(*arguments, "--json")
    assert result.exit_code == 0, result.output
    return json.loads(result.stdout)["follow_ups"]


def due(*arguments: str) -> list[str | None]:
    return [one["due"] for one in planned(*arguments)]


def sentence(*arguments: str | os.PathLike[str]) -> str:
    result = run(*arguments)
    assert isinstance(result.exception, RapportError), result.output
    return str(result.exception)


class TestTheContract:
    def test_one_object_with_exactly_these_fields(self):
        result = run(*LONDON, "--json")
        assert result.stdout.count("\n") == 1
        printed = json.loads(result.stdout)
        assert list(printed) == ["follow_ups"]
        assert [sorted(one) for one in printed["follow_ups"]] == [sorted(FIELDS)] * 4

    def test_the_four_for_each_interviewer(self):
        four = planned(*LONDON, "--interviewer", "Tomasz Wilk")
        assert [(one["kind"], one["to"]) for one in four] == [
            (kind, name)
            for kind in ("thank-you", "gracious-reply", "invitation", "thanks-for-connecting")
            for name in ("Priya Nair", "Tomasz Wilk")
        ]

    def test_days_are_iso_with_offset_or_null(self):
        assert due(*REFUSED, "--accepted", "2026-12-14") == [
            "2026-12-03T16:00:00+00:00",
            "2026-12-09T09:00:00+00:00",
            "2026-12-11T09:00:00+00:00",
            "2026-12-15T09:00:00+00:00",
        ]
        assert due(*LONDON)[1:] == [None, None, None]

    def test_an_accepted_invitation_is_done(self):
        assert planned(*LONDON, "--accepted", "2026-12-14")[2]["state"] == "done"

    @pytest.mark.parametrize(
        "arguments",
        [
            ["--interview", "2026-12-03 14:00"],
            ["--interviewer", "Priya Nair"],
            [*LONDON, "--outcome", "offer"],
            [*LONDON, "--outcome-date", "2026-12-08"],
            [*LONDON, "--outcome", "hired", "--outcome-date", "2026-12-08"],
        ],
    )
    def test_wrong_usage_has_status_2_and_prints_nothing(self, arguments):
        result = run(*arguments, "--json")
        assert result.exit_code == 2
        assert result.stdout == ""


class TestTheMoment:
    @pytest.mark.parametrize(
        "text",
        ["2026-12-03 14:00", "2026-12-03T14:00", "2026-12-03T14:00:00", " 2026-12-03  14:00:00.5 ", "2026-12-03t14:00"],
    )
    def test_is_read_in_the_usual_forms(self, text):
        assert (
            due("--interviewer", "Ana", "--interview", text, "--tz", "Europe/Madrid")[0] == "2026-12-03T16:00:00+01:00"
        )

    @pytest.mark.parametrize(
        ("text", "first"),
        [
            ("2026-12-03T14:00+05:30", "2026-12-03T16:00:00+05:30"),
            ("2026-12-03T14:00:00-0330", "2026-12-03T16:00:00-03:30"),
            ("2026-12-03 14:00Z", "2026-12-03T16:00:00+00:00"),
            ("2026-12-03 9:05 +00:00", "2026-12-03T11:05:00+00:00"),
        ],
    )
    def test_keeps_the_offset_that_it_came_with(self, text, first):
        assert due("--interviewer", "Ana", "--interview", text)[0] == first

    def test_with_an_offset_and_a_zone_is_counted_in_the_zone(self):
        arguments = ["--interviewer", "Ana", "--interview", "2026-12-03T20:00-08:00", "--tz", "Asia/Tokyo"]
        assert due(*arguments)[0] == "2026-12-04T15:00:00+09:00"

    def test_that_the_clock_change_leaves_out_moves_forward(self):
        arguments = ["--interviewer", "Ana", "--interview", "2026-03-29 01:30", "--tz", "Europe/London"]
        assert "29 Mar 2026, 02:30 (Europe/London)" in run(*arguments).stdout

    def test_without_offset_and_zone_is_in_the_machines_zone(self, monkeypatch):
        monkeypatch.setenv("TZ", "America/Lima")
        assert due("--interviewer", "Ana", "--interview", "2026-12-03 14:00")[0] == "2026-12-03T16:00:00-05:00"

    @pytest.mark.parametrize(
        "text",
        [
            "soon",
            "",
            "2026-13-03 14:00",
            "2026-02-30 14:00",
            "2026-12-03 25:00",
            "03/12/2026 14:00",
            "0001-01-01T00:00+14:00",
            "9999-12-31 23:59-12:00",
            "２０２６-12-03 14:00",
            "2026-12-03 14:00 tomorrow",
            "2026-12-03\n14:00",
            "1" * 10_000,
        ],
    )
    def test_that_is_none_is_said_so_with_the_form_expected(self, text):
        said = sentence("--interviewer", "Ana", "--interview", text, "--tz", "Asia/Tokyo")
        assert "2026-12-03 14:00" in said or "cannot be meant" in said

    def test_without_a_time_is_said_so(self):
        assert "'2026-12-03' has no time of day" in sentence("--interviewer", "Ana", "--interview", "2026-12-03")

    @pytest.mark.parametrize("zone", ["Mars/Base", "", "../../etc/passwd", "+25:00", "x" * 5_000])
    def test_in_a_zone_that_nobody_knows_is_said_so(self, zone):
        with pytest.raises(InvalidValue, match="not a time zone"):
            raise run(*LONDON[:4], "--tz", zone).exception


class TestDates:
    @pytest.mark.parametrize("option", ["--outcome-date", "--accepted"])
    @pytest.mark.parametrize(
        "text", ["yesterday", "", "2026-02-30", "2026-12", "20261208", "2026-12-08 10:00", "8.12.2026"]
    )
    def test_that_are_no_dates_are_named_with_the_form_expected(self, option, text):
        more = ["--outcome", "refusal"] if option == "--outcome-date" else []
        said = sentence(*LONDON, *more, option, text)
        assert said.startswith(f"{option}: '{text}' is not a date.")
        assert "2026-12-03" in said

    def test_that_contradict_are_asked_about(self):
        assert "before the interview" in sentence(*LONDON, "--outcome", "offer", "--outcome-date", "2026-12-01")
        assert "before the interview" in sentence(*LONDON, "--accepted", "2026-12-01")


class TestNames:
    @pytest.mark.parametrize(
        "name", ["<script>alert(1)</script>", '=HYPERLINK("x")', "Zoë 🎻", "נועה לוי", "a\nb", "--", "X" * 300]
    )
    def test_are_printed_as_they_were_given(self, name):
        assert planned(f"--interviewer={name}", *LONDON[2:])[0]["to"] == name

    @pytest.mark.parametrize("name", ["", "  ", "X" * 301])
    def test_that_are_none_are_said_so(self, name):
        assert sentence("--interviewer", name, *LONDON[2:]).startswith("--interviewer")

    def test_that_come_twice_are_asked_about(self):
        assert "named twice" in sentence(*LONDON, "--interviewer", " Priya  Nair")


class TestTheTable:
    def test_tells_a_person_when_and_why(self):
        shown = run(*REFUSED).stdout
        assert "Thu 03 Dec 2026, 14:00 (Europe/London)" in shown
        assert "Wed 09 Dec 2026, 09:00" in shown
        assert "Waits until Priya Nair accepts your invitation." in shown

    def test_cannot_be_used_to_talk_to_the_terminal(self):
        assert "\x1b" not in run("--interviewer", "Ana\x1b[2J\nRuiz", *LONDON[2:]).stdout

    def test_can_be_shown_on_a_terminal_that_knows_few_letters(self, monkeypatch):
        narrow = io.TextIOWrapper(io.BytesIO(), encoding="ascii")
        monkeypatch.setattr("sys.stdout", narrow)
        met = follow_ups._interview("2026-12-03 14:00", "Asia/Tokyo", ["Zoë"], None)
        follow_ups._show(follow_ups.plan_follow_ups(met, follow_ups._recipients(["Zoë"], None), met.at), met)
        narrow.flush()
        assert b"Zo?" in narrow.buffer.getvalue()


class TestTheCalendarFile:
    def test_is_written_and_read_back(self, tmp_path):
        assert run(*REFUSED, "--ics", tmp_path / "mine.ics").exit_code == 0
        events = Calendar.from_ical((tmp_path / "mine.ics").read_bytes()).walk("VEVENT")
        assert len(events) == 2 + 1 + 3
        assert [one.name for one in tmp_path.iterdir()] == ["mine.ics"]

    def test_is_replaced_by_a_later_one_with_the_same_entries(self, tmp_path):
        path = tmp_path / "mine.ics"
        run(*LONDON, "--ics", path)
        before = {str(event["uid"]) for event in Calendar.from_ical(path.read_bytes()).walk("VEVENT")}
        run(*REFUSED, "--ics", path)
        after = {str(event["uid"]) for event in Calendar.from_ical(path.read_bytes()).walk("VEVENT")}
        assert before < after

    def test_never_replaces_a_file_that_is_not_ours(self, tmp_path):
        path = tmp_path / "notes.txt"
        path.write_text("my notes")
        assert "no calendar of ours" in sentence(*LONDON, "--ics", path)
        assert path.read_text() == "my notes"

    def test_is_refused_where_there_is_no_folder(self, tmp_path):
        assert "there is no folder" in sentence(*LONDON, "--ics", tmp_path / "no" / "mine.ics")
        assert "is a folder" in sentence(*LONDON, "--ics", tmp_path)

    def test_is_refused_under_a_name_that_no_file_can_have(self, tmp_path):
        assert "cannot be written" in sentence(*LONDON, "--ics", tmp_path / ("x" * 300 + ".ics"))
        assert not list(tmp_path.iterdir())


class TestTheMails:
    def test_one_for_each_note_that_is_needed(self, tmp_path):
        folder = tmp_path / "new" / "mails"
        run(*LONDON, "--outcome", "offer", "--outcome-date", "2026-12-08", "--eml", folder)
        assert sorted(one.name for one in folder.iterdir()) == [
            "1-thank-you-priya-nair.eml",
            "3-invitation-priya-nair.eml",
            "4-thanks-for-connecting-priya-nair.eml",
        ]

    def test_hold_the_draft_that_is_printed(self, tmp_path):
        draft = planned(*REFUSED, "--eml", str(tmp_path))[1]["draft"]
        read = email.message_from_bytes((tmp_path / "2-gracious-reply-priya-nair.eml").read_bytes(), policy=default)
        assert read.get_content().replace("\r\n", "\n").rstrip("\n") == draft

    def test_written_again_change_nothing(self, tmp_path):
        run(*REFUSED, "--eml", tmp_path)
        before = {one.name: one.read_bytes() for one in tmp_path.iterdir()}
        run(*REFUSED, "--eml", tmp_path)
        assert {one.name: one.read_bytes() for one in tmp_path.iterdir()} == before

    def test_that_the_learner_edited_are_kept(self, tmp_path):
        run(*REFUSED, "--eml", tmp_path)
        mine = tmp_path / "1-thank-you-priya-nair.eml"
        mine.write_text("Dear Priya, my own words")
        for _ in range(2):
            run(*REFUSED, "--eml", tmp_path)
        assert mine.read_text() == "Dear Priya, my own words"
        assert sorted(one.name for one in tmp_path.glob("1-*")) == ["1-thank-you-priya-nair (2).eml", mine.name]

    def test_have_nowhere_to_go_where_a_file_stands(self, tmp_path):
        (tmp_path / "mails").write_text("a file")
        assert "cannot be written" in sentence(*LONDON, "--eml", tmp_path / "mails")


def test_a_failure_while_writing_leaves_what_was_there(tmp_path, monkeypatch):
    path = tmp_path / "mine.ics"
    run(*LONDON, "--ics", path)
    before = path.read_bytes()

    def full(_self, _target):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(Path, "replace", full)
    assert "No space left" in sentence(*REFUSED, "--ics", path)
    assert path.read_bytes() == before
    assert list(tmp_path.iterdir()) == [path]


def test_the_clock_tells_the_time_with_its_offset():
    import importlib.util

    spec = importlib.util.spec_from_file_location("fresh", follow_ups.__file__)
    fresh = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(fresh)
    assert fresh.clock().utcoffset() is not None
