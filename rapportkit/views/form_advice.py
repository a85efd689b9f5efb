"""What to know of the form of an interview, with the tip that belongs to it said in the learner's way."""

from __future__ import annotations

from html import escape
from typing import get_args

from rapportkit.interviews import Format
from rapportkit.practice import MyWays, Tip
from rapportkit.views.own_way import own_way_as_html

FORMAT_ADVICE: dict[str, str] = {
    "room": "In a room you can also start from what is plain to see: the picture on the wall, the bicycle in the hall.",
    "phone": "On the phone they have only your voice, so you may have your page before you, and walk about.",
    "video": "On video you may keep your one line on the screen, or beside it.",
    "panel": "With a panel, learn each name, and find one link for one of them. The others hear it too. If "
    "they read their questions out, answer in full, and leave your line for the door or for your note.",
    "recruiter": "A recruiter has a list and little time. Be short and clear about what you can do; one warm "
    "sentence is enough. Then ask whom you would meet next, and what they care about.",
    "recorded": "Nobody listens while you record, so most of this method does not apply. Your proofs and your "
    "thank-you still do. If a person follows, come back to it.",
}
TIP_THERE: dict[str, tuple[Tip, str]] = {
    "phone": ("T2", "Let them hear that you listen: a short 'yes', a question."),
    "video": ("T1", "If it suits you, look at the camera when you speak."),
}
"""What a form of interview makes of a tip, for those who practise it; others read their own way, or nothing."""

assert set(FORMAT_ADVICE) == set(get_args(Format))  # noqa: S101 - a new format needs its words


def advice_as_html(form: Format, ways: MyWays) -> str:
    """HTML of what to know of a form of interview, with the tip that belongs to it as the learner has it."""
    tip, says = TIP_THERE.get(form, (None, ""))
    practised = f" {says}" if tip and ways.way_with(tip) == "practise" else ""
    return f"<p>{escape(FORMAT_ADVICE[form] + practised)}</p>{own_way_as_html(ways, [tip] if tip else [])}"
