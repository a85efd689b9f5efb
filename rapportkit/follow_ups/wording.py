"""The words of a follow-up: the learner's own, or a frame of prompts to fill; never a note ready to send."""

from __future__ import annotations

import tomllib
from functools import cache
from importlib import resources

from rapportkit.follow_ups.follow_up import FollowUpKind, Recipient

_LINE_ENDS = str.maketrans(dict.fromkeys("\r\v\f\x1c\x1d\x1e\x85\u2028\u2029", "\n"))
_CONTROLS = str.maketrans(dict.fromkeys([*range(0x09), *range(0x0E, 0x20), *range(0x7F, 0xA0)], ""))


def draft_for(kind: FollowUpKind, recipient: Recipient) -> str:
    """The learner's own text to the letter where there is one, else the frame of prompts for this person."""
    own = recipient.drafts.get(kind, "")
    return own if own.strip() else _frames()[kind]["text"].replace("{to}", one_line(recipient.name)).strip()


def title_of(kind: FollowUpKind) -> str:
    """What this kind of follow-up is called in a calendar: `Thank-you note`."""
    return _frames()[kind]["title"]


def subject_of(kind: FollowUpKind, role: str) -> str:
    """
    The subject of a mail draft, on one line.

        >>> subject_of("thank-you", "Ward sister")
        'Thank you for the interview (Ward sister)'
    """
    role = one_line(role)
    return _frames()[kind]["subject"].replace("{role}", f" ({role})" if role else "")


def plain(text: str) -> str:
    """
    *text* as any calendar, mail program or terminal can take it: `\\n` ends a line, other control characters are gone.

    Half a character (a lone surrogate, which no file can hold) becomes U+FFFD.
    """
    whole = text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")
    return whole.replace("\r\n", "\n").translate(_LINE_ENDS).translate(_CONTROLS)


def one_line(text: str) -> str:
    """*text* as `plain` gives it, on one line with single spaces: fit for a title or a mail's header."""
    return " ".join(plain(text).split())


@cache
def _frames() -> dict[FollowUpKind, dict[str, str]]:
    text = resources.files("rapportkit").joinpath("data", "frames.toml").read_text("utf-8")
    frames: dict[FollowUpKind, dict[str, str]] = tomllib.loads(text)  # type: ignore[assignment]  # checked by a test
    return frames
