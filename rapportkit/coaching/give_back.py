"""What goes back to one learner: a letter, the coach's words as a page, and the file that the lesson shows."""

from __future__ import annotations

from collections.abc import Iterator

from rapportkit.coaching.desk import Desk, Enrolled, as_file
from rapportkit.coaching.feedback import Feedback
from rapportkit.coaching.to_send import called_on_disk, letter_page
from rapportkit.handin import slug


def files_back(desk: Desk, learner: Enrolled, feedback: Feedback, page: bytes) -> Iterator[tuple[str, bytes]]:
    """
    The files for *learner*, each with its name; *page* is the feedback to read and to print.

    Raises:
        RapportError: jinja2 is not installed here.
    """
    whose = called_on_disk(learner)
    name = f"feedback-{slug(desk.id)} {whose}"
    letter = _LETTER.format(name=learner.name, title=desk.title, file=f"{name}.json")
    yield f"{name}.json", as_file(feedback)
    yield f"{name}.html", page
    yield f"letter {whose}.txt", letter.encode("utf-8")
    yield f"letter {whose}.html", letter_page(f"Back to you: {desk.title}", letter)


_LETTER = """Dear {name},

here is what I make of what you handed in for {title}. What is there comes first, then what to work on.

1. To read it, open the page (.html) beside this letter, or print it.
2. To see it in your workbook, open the lesson Your assignment, press "Bring your coach's feedback", and choose
   {file} (or the ZIP in which it came).

Choose one thing, mend it, and say it aloud once. If I have misread you, tell me.
"""
