"""The four follow-ups: what is due to whom, a place to write each, and files for calendar and mail."""

from __future__ import annotations

from rapportkit.errors import InvalidValue
from rapportkit.follow_ups import FollowUp, Recipient, plan_follow_ups
from rapportkit.interviews import Debrief, Interview, Outcome
from rapportkit.views._page import View, choice, day, html, press, row, show, some_lines, tick
from rapportkit.views.lesson import Lesson
from rapportkit.views.plan_page import NAMES, STATES, files_as_html, plan_as_html
from rapportkit.views.remarks import review_as_html
from rapportkit.words.message import MessageContext, review_message
from rapportkit.words.review import Review

OUTCOMES = (
    ("I have not heard yet", ""),
    ("They offer me the job", "offer"),
    ("Somebody else got it", "refusal"),
    ("There is a next round", "next-round"),
    ("Nobody answers, and I stop waiting", "silence"),
    ("I withdrew", "withdrawal"),
)


def follow_up(lesson: Lesson) -> FollowUpDesk:
    """The panel for the four follow-ups."""
    return FollowUpDesk(lesson)


class FollowUpDesk(View):
    """The outcome, the plan, one note at a time with its remarks, and the files to take away."""

    def __init__(self, lesson: Lesson) -> None:
        self.lesson = lesson
        outcome = lesson.interview.outcome if lesson.interview else None
        self.outcome = choice("How did it end?", OUTCOMES, outcome.kind if outcome else "")
        self.heard = day("The day I heard", outcome.on if outcome else None)
        self.plan_button = press("Plan my follow-ups", primary=True)
        self.plan = html("")
        self.note = choice("Which note", [("none yet", "")])
        self.text = some_lines("Your note", rows=9)
        self.frame_button = press("Start from a frame")
        self.look_button = press("Look at my note", primary=True)
        self.sent = tick("I have sent this one")
        self.accepted = day("The day they accepted my invitation", None)
        self.remarks = html("")
        self.files_button = press("Make my calendar and mail files")
        self.files = html("")
        self._filling = False
        super().__init__(
            "Your four follow-ups",
            row(self.outcome, self.heard),
            row(self.plan_button),
            self.plan,
            self.note,
            self.text,
            row(self.look_button, self.frame_button),
            self.remarks,
            self.sent,
            self.accepted,
            row(self.files_button),
            self.files,
        )
        self._wire()
        self._renew()
        self._fill()

    def _wire(self) -> None:
        self.when_clicked(self.plan_button, self.make_plan)
        self.when_clicked(self.frame_button, self.put_frame)
        self.when_clicked(self.look_button, self.look)
        self.when_clicked(self.files_button, self.make_files)
        self.when_changed(self.note, self._fill)
        self.when_changed(self.sent, self.mark_sent)
        self.when_changed(self.accepted, self.mark_accepted)
        self.when_typing_pauses(self.look_again, self.text)

    def make_plan(self) -> None:
        """Keep the outcome, and work out what is due to whom."""
        interview = self._interview()
        if self.outcome.value and self.heard.value is None:
            raise InvalidValue("The day is missing. Choose the day on which you heard, or stopped waiting.")
        outcome = Outcome(kind=self.outcome.value, on=self.heard.value) if self.outcome.value else None
        changed = interview.with_(outcome=outcome)
        self._plan(changed)  # contradicting dates are refused before anything is kept
        self.lesson.workbook.save(interview.id, changed)
        self._renew()
        self.tell("Planned. Nothing is ever sent from here: you copy, you send.")

    def put_frame(self) -> None:
        """Put a frame of prompts into an empty note."""
        note = self._chosen()
        if self.text.value.strip():
            raise InvalidValue("There is something in your note already. Clear it first if you want the frame instead.")
        self.text.value = next((one.draft or "" for one in self._plan(self._interview()) if _same(one, note)), "")
        self.tell("Fill in what stands in brackets, in your own words, and take the brackets out.")

    def look(self) -> None:
        """Keep the note and show what there is to say of it."""
        self._chosen()
        self.look_again(typing=False)
        self.tell("Saved." if self.text.value.strip() else "Write something first; the frame is a start.")

    def look_again(self, typing: bool = True) -> None:
        """Keep what is typed, and renew the remarks."""
        note = self.note.value
        if self._filling or not note:
            return
        to = self._recipient(note.person)
        if not self.text.value and note.kind not in to.drafts:
            return
        self._save(to.with_(drafts={**to.drafts, note.kind: self.text.value}), typing)
        review = self._review(note)
        if self.text.value.strip():
            self.lesson.workbook.save(f"{note.person}/{note.kind}", review, typing=typing)
        show(self.remarks, review_as_html(self.text.value, review, note.kind))

    def mark_sent(self) -> None:
        """Keep that this note was sent, or that it was not."""
        note = self.note.value
        if self._filling or not note:
            return
        to = self._recipient(note.person)
        others = tuple(kind for kind in to.done if kind != note.kind)
        self._save(to.with_(done=(*others, note.kind) if self.sent.value else others))
        self._renew()
        self.tell("Noted as sent." if self.sent.value else "Noted as not sent.")

    def mark_accepted(self) -> None:
        """Keep the day on which the invitation was accepted."""
        note = self.note.value
        if self._filling or not note:
            return
        changed = self._recipient(note.person).with_(accepted=self.accepted.value)
        plan_follow_ups(self._interview(), [changed], self.lesson.now())  # refuses a day before the interview
        self._save(changed)
        self._renew()
        self.tell("Noted. The thanks for connecting has its day now.")

    def make_files(self) -> None:
        """Make the calendar file, and one mail draft for each note that is needed."""
        interview = self._interview()
        planned = self._plan(interview)
        show(self.files, files_as_html(interview, planned, self.lesson.now()))

    def _interview(self) -> Interview:
        interview = self.lesson.interview
        if interview is None:
            raise InvalidValue(
                "No interview is set yet. The welcome lesson asks for its date; two minutes, then come back."
            )
        if not self.lesson.interviewers:
            raise InvalidValue("Nobody to write to yet. The research lesson makes a dossier for each person you met.")
        return interview

    def _plan(self, interview: Interview) -> tuple[FollowUp, ...]:
        people = self.lesson.interviewers
        keys = [key for key in people if key in interview.interviewers] or list(people)
        return plan_follow_ups(interview, [self._recipient(key) for key in keys], self.lesson.now())

    def _recipient(self, key: str) -> Recipient:
        name = self.lesson.interviewers[key].called("Your interviewer")
        known = self.lesson.workbook.latest(Recipient, key) or Recipient(key=key, name=name)
        return known.with_(name=name)

    def _save(self, to: Recipient, typing: bool = False) -> None:
        self.lesson.workbook.save(to.key, to, typing=typing)

    def _chosen(self) -> FollowUp:
        if not self.note.value:
            raise InvalidValue("Choose a note first. If there is none, press 'Plan my follow-ups'.")
        return self.note.value  # type: ignore[no-any-return]  # a trait is Any

    def _renew(self) -> None:
        try:
            planned = self._plan(self._interview())
        except InvalidValue as error:
            self.tell(str(error))
            return
        chosen = (self.note.value.kind, self.note.value.person) if self.note.value else None
        self._filling = True  # the field holds the chosen note already
        options = [
            (f"{NAMES[note.kind]} to {note.to} ({STATES[note.state]})", note)
            for note in planned
            if note.draft is not None
        ]
        self.note.options = options
        self.note.value = next((note for _, note in options if (note.kind, note.person) == chosen), options[0][1])
        self._filling = False
        show(self.plan, plan_as_html(planned))

    def _fill(self) -> None:
        note = self.note.value
        if self._filling or not note:
            return
        self._filling = True
        to = self._recipient(note.person)
        self.text.value = to.drafts.get(note.kind, "")
        self.sent.value = note.kind in to.done
        self.accepted.value = to.accepted
        self.accepted.layout.display = "" if note.kind in ("invitation", "thanks-for-connecting") else "none"
        self._filling = False
        show(
            self.remarks,
            review_as_html(self.text.value, self._review(note), note.kind) if self.text.value.strip() else "",
        )

    def _review(self, note: FollowUp) -> Review:
        interview = self._interview()
        known = self.lesson.workbook.latest(Debrief, interview.id)
        topics = tuple(line.strip() for line in known.they_care_about.splitlines() if line.strip()) if known else ()
        sent = (
            None
            if note.kind in self._recipient(note.person).done
            else self.lesson.now().astimezone(interview.starts.tzinfo).date()
        )
        context = MessageContext(
            interviewer=note.to,
            role=interview.role,
            company=interview.company,
            talked_about=topics,
            interview_date=interview.starts.date(),
            sent_date=sent,
        )
        return review_message(note.kind, self.text.value, context)


def _same(one: FollowUp, other: FollowUp) -> bool:
    return (one.kind, one.person) == (other.kind, other.person)
