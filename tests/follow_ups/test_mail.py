from __future__ import annotations

import email
from datetime import UTC, datetime
from email.message import EmailMessage
from email.policy import default

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rapportkit.errors import InvalidValue
from rapportkit.follow_ups import KINDS, FollowUp, mail_file, mail_name
from rapportkit.follow_ups.wording import plain
from rapportkit.interviews import Interview

BAKERY = Interview(id="bakery", at=datetime(2026, 12, 3, 14, tzinfo=UTC), zone="Europe/London", role="Night baker")


def note(to: str = "Priya Nair", draft: str | None = "Dear Priya,\n\nthank you.", **more) -> FollowUp:
    values = {"kind": "thank-you", "due": None, "state": "waiting", "reason": "Because.", "person": to, **more}
    return FollowUp(to=to, draft=draft, **values)


def read(content: bytes) -> EmailMessage:
    return email.message_from_bytes(content, policy=default)


def body(message: EmailMessage) -> str:
    return message.get_content().replace("\r\n", "\n").removesuffix("\n")


def test_the_body_is_the_draft_and_nothing_more():
    message = read(mail_file(note(draft="Liebe Zoë,\n\ndanke für das Gespräch 🥐.\n\nÅsa"), BAKERY))
    assert message.get_content_type() == "text/plain"
    assert body(message) == "Liebe Zoë,\n\ndanke für das Gespräch 🥐.\n\nÅsa"


def test_it_opens_as_a_draft_to_nobody():
    message = read(mail_file(note(), BAKERY))
    assert message["X-Unsent"] == "1"
    assert {"To", "From", "Cc", "Bcc"}.isdisjoint(message.keys())


def test_every_line_ends_as_mail_lines_do():
    content = mail_file(note(draft="one\ntwo\rthree\r\nfour"), BAKERY)
    assert content.count(b"\n") == content.count(b"\r\n") == content.count(b"\r")


def test_each_kind_has_a_subject_of_its_own():
    subjects = [str(read(mail_file(note(kind=kind), BAKERY))["Subject"]) for kind in KINDS]
    assert len(set(subjects)) == 4
    assert subjects[0] == "Thank you for the interview (Night baker)"


def test_without_a_role_the_subject_is_whole():
    assert read(mail_file(note(), BAKERY.with_(role=" ")))["Subject"] == "Thank you for the interview"


def test_a_line_break_in_the_role_adds_no_header():
    message = read(mail_file(note(), BAKERY.with_(role="Baker\r\nBcc: everybody@example.org\n\nHello")))
    assert "Bcc" not in message
    assert message["Subject"] == "Thank you for the interview (Baker Bcc: everybody@example.org Hello)"


def test_half_a_character_in_the_role_is_shown_as_missing():
    message = read(mail_file(note(), BAKERY.with_(role="Baker \ud83e")))
    assert message["Subject"] == "Thank you for the interview (Baker \ufffd)"


def test_what_is_not_needed_has_no_mail():
    with pytest.raises(InvalidValue, match=r"no note to write to Priya Nair\. Because\."):
        mail_file(note(draft=None, state="not-needed"), BAKERY)


ANY_TEXT = st.text(st.characters(codec="utf-8", exclude_categories=()), min_size=1, max_size=200)


@given(draft=ANY_TEXT, role=ANY_TEXT)
def test_whatever_is_typed_the_mail_reads_back_as_it_was(draft, role):
    message = read(mail_file(note(draft=draft), BAKERY.with_(role=role)))
    assert body(message) == plain(draft).removesuffix("\n")
    assert set(message.keys()) == {
        *("Subject", "X-Unsent", "Content-Type", "Content-Transfer-Encoding", "MIME-Version"),
    }


class TestTheFileName:
    def test_tells_number_kind_and_person(self):
        assert mail_name(note(kind="gracious-reply")) == "2-gracious-reply-priya-nair.eml"

    def test_spells_accents_in_plain_letters(self):
        assert mail_name(note("Søren Łoś")).startswith("1-thank-you-soren-los-")
        assert mail_name(note("Nguyễn Thị Hoa")).startswith("1-thank-you-nguyen-thi-hoa-")

    @pytest.mark.parametrize(
        "name", ["../../etc/passwd", "C:\\CON", "a/b", "CON", "nul.", "x\x00y", "李雷", "🎻", "Z" * 300]
    )
    def test_is_safe_on_any_system(self, name):
        made = mail_name(note(name))
        assert made.isascii()
        assert made.removesuffix(".eml").replace("-", "").isalnum()
        assert len(made) < 110

    def test_keeps_people_apart_whose_names_look_alike(self):
        people = ["Ana Ruiz", "ana ruiz", "Ana-Ruiz", "Aña Ruiz", "Ana  Ruiz", "李雷", "韩梅", "A" * 61, "A" * 62]
        assert len({mail_name(note(name)) for name in people}) == len(people)

    def test_keeps_namesakes_apart(self):
        namesakes = [note("Ana Ruiz", person=key) for key in ("Ana Ruiz", "ana-ruiz-2", "p3")]
        assert len({mail_name(one) for one in namesakes}) == 3

    def test_is_the_same_every_time(self):
        assert mail_name(note("Zoë O'Neil")) == mail_name(note("Zoë O'Neil")) == "1-thank-you-zoe-o-neil-4acb33.eml"

    @given(ANY_TEXT.filter(str.strip))
    def test_exists_for_any_name(self, name):
        assert mail_name(note(name)).endswith(".eml")
