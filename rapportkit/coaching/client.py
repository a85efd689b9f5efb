"""One client's exported workbook as a page for the call: lines before and after, what is due, what to ask."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator, Sequence
from datetime import datetime
from pathlib import Path
from typing import NamedTuple

from rapportkit.assignment import IN_HAND, Assignment
from rapportkit.cards import Card
from rapportkit.coaching.talks import has_talks, openings_missed
from rapportkit.errors import InvalidValue
from rapportkit.exercises import Exercise, read_exercise, review_answer
from rapportkit.follow_ups import FollowUpKind
from rapportkit.handin import day_and_hour
from rapportkit.interviews import Answer, Debrief, InHand, Interview, Line, Proof
from rapportkit.lessons import exercises_folder
from rapportkit.people.dossier import ME, Dossier
from rapportkit.people.unnamed import without_names
from rapportkit.printed import printed
from rapportkit.words.opening import About, review_opening
from rapportkit.words.review import Review
from rapportkit.workbook.export import restore
from rapportkit.workbook.gather import plan_of
from rapportkit.workbook.store import Saved, Workbook

MARK = '<meta name="generator" content="rapportkit call sheet">'
MOST_TEXTS, MOST_DUE, MOST_QUESTIONS = 3, 8, 6
"""What fits on a page, and into a call."""

NOTES: dict[FollowUpKind, str] = {
    "thank-you": "Thank-you",
    "gracious-reply": "Gracious reply",
    "invitation": "Invitation to connect",
    "thanks-for-connecting": "Thanks for connecting",
}


class Change(NamedTuple):
    """A text as it was first and as it is now, and the remarks on it then and now, as sentences."""

    about: str
    before: str
    after: str
    mended: tuple[str, ...]
    left: tuple[str, ...]


class CallSheet(NamedTuple):
    """What a coach wants in sight during a call. Nobody whom the client will meet is named in it."""

    client: str
    interview: str
    changes: tuple[Change, ...]
    due: tuple[tuple[str, str], ...]
    ask: tuple[str, ...]
    talked: bool
    openings: tuple[str, ...]
    proofs: int
    cards: int


def call_sheet(data: bytes, now: datetime) -> CallSheet:
    """
    The call sheet for the client whose exported workbook *data* is.

    Raises:
        UnreadableFile: this is no exported workbook, or not a whole one.
        InvalidValue: an entry in it is not what it should be.
        WorkbookTooNew: a newer rapportkit has exported it.
    """
    with tempfile.TemporaryDirectory() as folder:
        workbook = Workbook(Path(folder) / "client.sqlite3", lambda: now)
        restore(workbook, data)
        return _sheet(workbook, now)


def call_sheet_page(sheet: CallSheet) -> str:
    """
    The call sheet as one HTML page to print.

    Raises:
        RapportError: jinja2 is not installed here.
    """
    return printed("call_sheet.html", mark=MARK, sheet=sheet)


def _sheet(workbook: Workbook, now: datetime) -> CallSheet:
    people = {key: one.called("") for key, one in workbook.all(Dossier).items() if key != ME}
    names = [name for name in people.values() if name]
    interview = _in_hand(workbook)
    changes = [*_lines(workbook, names), *_answers(workbook, names)]
    return CallSheet(
        client=_client(workbook),
        interview=_told(interview) if interview else "No interview has a date yet.",
        changes=tuple(changes[:MOST_TEXTS]),
        due=tuple(_due(workbook, interview, list(people), now)) if interview else (),
        ask=tuple(_questions(workbook, interview, changes, now))[:MOST_QUESTIONS],
        talked=has_talks(workbook),
        openings=openings_missed(workbook, names),
        proofs=len(workbook.all(Proof)),
        cards=len(workbook.all(Card)),
    )


def _client(workbook: Workbook) -> str:
    """The client's own name, as they or their coach wrote it; never that of a sample which they have borrowed."""
    me, assignment = workbook.latest(Dossier, ME), workbook.latest(Assignment, IN_HAND)
    given = assignment.learner.name.strip() if assignment else ""
    return (me.own_name() if me else "") or given or "Your client"


def _in_hand(workbook: Workbook) -> Interview | None:
    interviews = workbook.all(Interview)
    chosen = next(iter(workbook.all(InHand).values()), None)
    newest = next(reversed(list(interviews.values())), None)
    return interviews.get(chosen.interview, newest) if chosen else newest


def _told(interview: Interview) -> str:
    what = ", ".join(filter(None, (interview.role.strip(), interview.company.strip())))
    return f"{what or 'The interview'}: {day_and_hour(interview.starts)}, {interview.format}"


def _lines(workbook: Workbook, names: Sequence[str]) -> Iterator[Change]:
    for key, line in reversed(workbook.all(Line).items()):
        about = About(kind=line.about_kind, label=line.about_label)
        texts = [saved.record.text for saved in workbook.history(Line, key) if saved.record.text.strip()]
        if texts:
            reviews = (review_opening(texts[0], about), review_opening(texts[-1], about))
            yield _change(f"A line about {line.about_label} ({line.about_kind})", texts, reviews, names)


def _answers(workbook: Workbook, names: Sequence[str]) -> Iterator[Change]:
    shipped = {path.stem: path for path in exercises_folder().glob("*.toml")}
    for key, answer in reversed(workbook.all(Answer).items()):
        history: tuple[Saved[Answer], ...] = workbook.history(Answer, key)
        texts = [saved.record.text for saved in history if saved.record.text.strip()]
        path = shipped.get(answer.exercise)
        if not texts or path is None:
            continue
        exercise: Exercise = read_exercise(path.name, path.read_bytes())
        reviews = (review_answer(exercise, texts[0]), review_answer(exercise, texts[-1]))
        yield _change(exercise.title, texts, reviews, names)


def _change(
    about: str, texts: Sequence[str], reviews: tuple[Review | None, Review | None], names: Sequence[str]
) -> Change:
    first, last = ({one.rule: one.says for one in review.remarks} if review else {} for review in reviews)
    return Change(
        about=without_names(about, names),
        before=without_names(texts[0], names) if len(texts) > 1 else "",
        after=without_names(texts[-1], names),
        mended=tuple(without_names(says, names) for rule, says in first.items() if rule not in last),
        left=tuple(without_names(says, names) for says in last.values()),
    )


def _due(workbook: Workbook, interview: Interview, people: list[str], now: datetime) -> Iterator[tuple[str, str]]:
    """What is due and planned; each person is a number, since their name is nobody's business but the client's."""
    try:
        planned = plan_of(workbook, interview, now)
    except InvalidValue as error:
        yield "Follow-ups", without_names(str(error), [one.called("") for one in workbook.all(Dossier).values()])
        return
    dated = sorted((one.due, one) for one in planned if one.due and one.state in ("due", "planned"))
    for due, note in dated[:MOST_DUE]:
        number = people.index(note.person) + 1 if note.person in people else 1
        state = ", due now" if note.state == "due" else ""
        yield f"{NOTES[note.kind]} to person {number}{state}", day_and_hour(due)


def _questions(
    workbook: Workbook, interview: Interview | None, changes: Sequence[Change], now: datetime
) -> Iterator[str]:
    """What to ask on the call, the most telling first; each comes from something that is, or is not, there."""
    over = interview is not None and interview.ends < now
    if interview is None:
        yield "When is your next interview, and how will it be held?"
    elif over:
        yield from _afterwards(workbook, interview)
    yield from _on_words(workbook, changes)
    if not workbook.all(Proof):
        yield "Which three things did you do that show your skill? Tell me one in a minute."
    if not over and not workbook.all(Card):
        yield "What will you do if they change the subject? Make a card of it."
    yield "What would make the next conversation a good one, whatever comes of the job?"


def _afterwards(workbook: Workbook, interview: Interview) -> Iterator[str]:
    if workbook.latest(Debrief, interview.id) is None:
        yield "What do they care about, what surprised you, and what did you promise?"
    if interview.outcome is None:
        yield "What have you heard since the interview?"


def _on_words(workbook: Workbook, changes: Sequence[Change]) -> Iterator[str]:
    if not workbook.all(Line):
        yield "What do you share with the person you will meet, and what story of yours leads there?"
    weak = next((change for change in changes if change.left), None)
    if weak:
        yield f"Say it aloud for me: {_lower(weak.about)}. What would you still change?"
    if any(change.before and not change.left for change in changes):
        yield "Which of your changes made the line easier to say?"


def _lower(text: str) -> str:
    return text[:1].lower() + text[1:]
