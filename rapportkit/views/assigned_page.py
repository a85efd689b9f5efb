"""What was given out, for the screen of its coach: the class that is open, and what to do with the files."""

from __future__ import annotations

from html import escape

from rapportkit.coaching.assign import Assigned
from rapportkit.coaching.desk import Desk, folder_named, full_path
from rapportkit.handin import day_and_hour

NEXT = (
    "<h4>What now?</h4><ol><li>Send each learner the folder or the ZIP with their name, from <code>{send}</code>: by "
    "mail, or through your LMS.</li><li>Keep the rest of <code>{folder}</code> to yourself: it holds everybody's "
    "secret figures, and <code>to-mark-with.html</code>, for you to print: the tasks, the rubrics, good answers.</li>"
    "<li>When files come back, go on with <em>Your desk</em>, below.</li></ol>"
)


def last_as_html(known: Desk, folder: str) -> str:
    """Which class is open, until when it is due, and where it lies."""
    told = f"{known.title}, due {day_and_hour(known.due)}, {len(known.learners)} learners"
    where = f"<code>{escape(full_path(folder_named(folder)))}</code>"
    return f"<p>Your last class is open: <strong>{escape(told)}</strong>, in {where}.</p>"


def next_as_html(done: Assigned, folder: str) -> str:
    """What a coach does with the files that were made."""
    again = "<p>The settings are new, so everybody's file is: send all of them again.</p>" if done.renewed else ""
    return again + NEXT.format(send=escape(full_path(done.send)), folder=escape(folder))
