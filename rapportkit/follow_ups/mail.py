"""Mail drafts as files: one for each follow-up, to be opened, finished and sent by the learner."""

from __future__ import annotations

import json
import unicodedata
from email.message import EmailMessage
from email.policy import SMTP
from uuid import NAMESPACE_URL, uuid5

from rapportkit.errors import InvalidValue
from rapportkit.follow_ups.follow_up import KINDS, FollowUp
from rapportkit.follow_ups.wording import one_line, plain, subject_of
from rapportkit.interviews import Interview

_LONGEST_NAME = 60
_NO_ACCENT = str.maketrans(
    {"ß": "ss", "æ": "ae", "ø": "o", "œ": "oe", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "ı": "i"}
)


def mail_file(follow_up: FollowUp, interview: Interview) -> bytes:
    """
    A mail draft (RFC 5322) whose body is the draft and nothing more; Outlook opens it as unsent.

    It has no To: the workbook knows no address, and sends nothing.

    Raises:
        InvalidValue: this follow-up has no draft, because it is not needed.
    """
    if follow_up.draft is None:
        raise InvalidValue(f"There is no note to write to {one_line(follow_up.to)}. {follow_up.reason}")
    message = EmailMessage(policy=SMTP)
    message["Subject"] = subject_of(follow_up.kind, interview.role)
    message["X-Unsent"] = "1"
    message.set_content(plain(follow_up.draft), charset="utf-8")
    return message.as_bytes()


def mail_name(follow_up: FollowUp) -> str:
    """
    A file name that any system takes: the follow-up's number and kind, and the person's name in plain letters.

    Where plain letters do not tell the whole name, a few figures keep two people's files apart.

        >>> note = {"kind": "thank-you", "due": None, "state": "waiting", "draft": None, "reason": ""}
        >>> mail_name(FollowUp(**note, to="Priya Nair", person="priya-nair"))
        '1-thank-you-priya-nair.eml'
    """
    slug = _slug(follow_up.to)
    told = follow_up.to == slug.replace("-", " ").title() and follow_up.person in (follow_up.to, slug)
    mark = "" if told else uuid5(NAMESPACE_URL, json.dumps([follow_up.person, follow_up.to])).hex[:6]
    return "-".join(filter(None, (f"{KINDS.index(follow_up.kind) + 1}", follow_up.kind, slug, mark))) + ".eml"


def _slug(name: str) -> str:
    letters = unicodedata.normalize("NFKD", name.lower().translate(_NO_ACCENT))
    kept = "".join(
        letter if letter.isascii() and letter.isalnum() else " "
        for letter in letters
        if not unicodedata.combining(letter)
    )
    return "-".join(kept.split())[:_LONGEST_NAME].strip("-")
