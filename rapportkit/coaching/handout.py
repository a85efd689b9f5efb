"""What goes to one learner: the assignment, a letter, the same to print and, if wanted, a notebook of their own."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from rapportkit.coaching.desk import Desk, Enrolled, as_file
from rapportkit.coaching.to_send import called_on_disk, letter_page
from rapportkit.handin import day_and_hour, slug
from rapportkit.lessons import lessons_folder
from rapportkit.printed import printed

MARK = '<meta name="generator" content="rapportkit assignment">'
LESSON = "assignment.ipynb"
MARKING_PAGE = "to-mark-with.html"
"""The coach's own page, beside the folder to send."""

BEGIN = "assignment-"
"""How the name of every assignment begins."""

_MOST_BYTES = 4 * 1024 * 1024


def handout(desk: Desk, learner: Enrolled, *, notebook: bool = False) -> Iterator[tuple[str, bytes]]:
    """
    The files for *learner*, each with its name; *notebook* adds the lesson, which finds the assignment beside it.

    Raises:
        RapportError: jinja2 is not installed here.
    """
    name, whose, text = file_name(desk, learner), called_on_disk(learner), letter(desk, learner)
    yield name, as_file(desk.assignment_for(learner))
    yield f"letter {whose}.txt", text.encode("utf-8")
    yield f"letter {whose}.html", letter_page(f"{desk.title}, due {day_and_hour(desk.due)}", _body(text))
    yield name.replace(".json", ".html"), page(desk, learner).encode("utf-8")
    if notebook:
        yield LESSON, (lessons_folder() / LESSON).read_bytes()


def letter(desk: Desk, learner: Enrolled) -> str:
    """The letter that goes with the file; the coach may change it before it is sent."""
    return _LETTER.format(
        name=learner.name,
        title=desk.title,
        due=day_and_hour(desk.due),
        tasks="\n".join(f"- {exercise.title}" for exercise in desk.exercises),
        own=f"\n{desk.coach_says.strip()}\n" if desk.coach_says.strip() else "",
        scenes="".join(f"- In lesson 6, to practise with: {scene.title}\n" for scene in desk.scenes),
        file=file_name(desk, learner),
    )


def _body(text: str) -> str:
    """A letter without its first line, which is the page's heading."""
    return text.partition("\n")[2]


_LETTER = """{title}, due {due}

Dear {name},

with this letter comes a file, {file}. It is made for you alone, so please do not pass it on.

What is in it:
{tasks}
{scenes}{own}
How to do it:
1. Save the file on your machine.
2. Start the workbook (rapportkit start), open the lesson Your assignment, and bring the file there
   (or the ZIP in which it came).
3. Write. Your answers are saved as you type, and you can stop and come back.
4. Press "Hand in". You see what goes out before it does, and choose what to leave out. You get two files:
   a .json, which is what counts, and an .html to read.
5. Send me the .json, or upload it where we agreed. You may hand in again: the newest counts.

No computer at hand? The page beside this letter can be printed, and filled in with a pen.

What you wrote about the people you will meet stays on your machine.
"""


def page(desk: Desk, learner: Enrolled) -> str:
    """
    The assignment to print: each task, what is asked, and room to write.

    Raises:
        RapportError: jinja2 is not installed here.
    """
    return printed("assignment.html", mark=MARK, desk=desk, learner=learner, due=day_and_hour(desk.due))


def marking_page(desk: Desk) -> str:
    """
    For the coach, to print: each task, its rubric with points, and a good answer.

    Raises:
        RapportError: jinja2 is not installed here.
    """
    return printed("marking.html", mark=MARK, desk=desk, due=day_and_hour(desk.due))


def assignment_here(folder: Path = Path()) -> tuple[str, bytes] | None:
    """The assignment that lies in *folder*, its name and its bytes; None where there is none, or more than one."""
    there = [path for path in sorted(folder.glob(f"{BEGIN}*.json")) if path.stat().st_size < _MOST_BYTES]
    return (there[0].name, there[0].read_bytes()) if len(there) == 1 else None


def file_name(desk: Desk, learner: Enrolled) -> str:
    """What an assignment is called on disk: it tells what it is and whose, so that nobody attaches another's."""
    return f"{BEGIN}{slug(desk.id)} {called_on_disk(learner)}.json"
