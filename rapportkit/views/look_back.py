"""The mirror: a recording of a practice talk with a friend, read and shown to the one who talked."""

from __future__ import annotations

from html import escape

from rapportkit.errors import InvalidValue
from rapportkit.practice import TIPS
from rapportkit.suited import left_out, suited_mirror, suited_report
from rapportkit.talk.kept import KeptTalk, Named
from rapportkit.talk.mirror import mirror
from rapportkit.talk.report import TalkReport
from rapportkit.talk.transcript import read_transcript, renamed
from rapportkit.talk.wording import quoted, sentences
from rapportkit.views._page import View, choice, html, one_line, press, row, show, show_only_if, tick, upload, uploaded
from rapportkit.views.lesson import Lesson
from rapportkit.views.own_way import own_way_as_html
from rapportkit.views.talk_page import map_as_html, mirror_as_html

ABOUT = (
    "<p>Ask your friend first whether you may record. Bring the transcript that Zoom, Teams, Otter, Google Meet or "
    "Whisper made of it, or type <em>Name: what was said</em>, a line each. It stays on this machine.</p>"
)
NOBODY = ("choose ...", "")


def look_back(lesson: Lesson) -> LookBack:
    """The panel that reads the transcript of a practice talk."""
    return LookBack(lesson)


class LookBack(View):
    """A transcript, who the learner is in it, what the mirror sees, and names and kinds put right."""

    def __init__(self, lesson: Lesson) -> None:
        self.lesson, self._filling = lesson, False
        self.file = upload("Bring a transcript", ".vtt,.srt,.txt,.docx,.json")
        self.talk = choice("The talk", [("none yet", "")])
        self.me = choice("Which of them are you?", [NOBODY])
        self.old, self.new = choice("A name to put right", [NOBODY]), one_line("What they are called")
        self.rename_button = press("Put the name right")
        self.fillers = tick("Count my ums and likes as well")
        self.page = html("", role="status")
        self.question = choice("A question of another kind", [NOBODY])
        self.kind = choice("What kind it was", [(words, kind) for kind, words in sentences()["kinds"].items()])
        self.name_button = press("Name it so")
        self._for_talk = (self.talk, self.me, self.fillers, self.old, self.new, self.rename_button)
        self._for_questions = (self.question, self.kind, self.name_button)
        super().__init__(
            "A talk with a friend, in the mirror",
            html(ABOUT),
            row(self.file),
            self.talk,
            self.me,
            self.fillers,
            self.page,
            *self._for_questions,
            self.old,
            self.new,
            self.rename_button,
        )
        self.when_changed(self.file, self.bring)
        for control in (self.talk, self.me, self.fillers):
            self.when_changed(control, self.look)
        self.when_clicked(self.rename_button, self.rename)
        self.when_clicked(self.name_button, self.name)
        self._list(next(reversed(list(self._talks())), ""))

    def bring(self) -> None:
        """Read a file, keep the talk, and ask who the learner is in it."""
        file = uploaded(self.file)
        if file is None:
            return
        transcript = read_transcript(*file)
        key = f"talk-{self.lesson.now():%Y%m%d-%H%M%S}-{len(self._talks()) + 1}"
        self.lesson.workbook.save(key, KeptTalk(file=file[0][:300], me="", transcript=transcript))
        self._list(key)
        self.tell("Read and saved. Now say which of them you are." if transcript.speakers else transcript.notes[0])

    def look(self) -> None:
        """Show what the mirror sees, for the talk and the name that are chosen."""
        if self._filling or not self.talk.value:
            return
        kept = self._kept()
        me = str(self.me.value)
        if kept and me != kept.me and me in kept.transcript.speakers:
            self.lesson.workbook.save(str(self.talk.value), kept.with_(me=me, named=()))
        self._list(str(self.talk.value))

    def rename(self) -> None:
        """Give a speaker another name; a name that somebody has already makes the two one."""
        kept = self._kept()
        if kept is None or not self.old.value:
            raise InvalidValue("Choose the name to put right first.")
        mended = renamed(kept.transcript, str(self.old.value), self.new.value)
        me = self.new.value.strip() if kept.me == self.old.value else kept.me
        self.lesson.workbook.save(str(self.talk.value), kept.with_(transcript=mended, me=me, named=()))
        self.new.value = ""
        self._list(str(self.talk.value))
        self.tell("Put right and saved.")

    def name(self) -> None:
        """Say of a question what kind it was; the learner knows better."""
        kept = self._kept()
        if kept is None or self.question.value == "":
            raise InvalidValue("Choose the question first.")
        said = Named(question=int(self.question.value), kind=self.kind.value)
        others = tuple(one for one in kept.named if one.question != said.question)
        self.lesson.workbook.save(str(self.talk.value), kept.with_(named=(*others, said)))
        self._list(str(self.talk.value))
        self.tell("Saved as you say.")

    def _talks(self) -> dict[str, KeptTalk]:
        return self.lesson.workbook.all(KeptTalk)

    def _kept(self) -> KeptTalk | None:
        return self._talks().get(str(self.talk.value))

    def _list(self, key: str) -> None:
        """Fill every choice for the talk of this key, and show it."""
        self._filling = True
        talks = self._talks()
        self.talk.options = [(kept.file, name) for name, kept in talks.items()] or [("none yet", "")]
        self.talk.value = key
        kept = talks.get(key)
        speakers = [NOBODY, *((name, name) for name in (kept.transcript.speakers if kept else ()))]
        self.me.options = self.old.options = speakers
        known = bool(kept and kept.me in kept.transcript.speakers)
        self.me.value = kept.me if kept and known else ""
        report = kept.report() if kept and known else None
        self.question.options = [NOBODY, *_asked(report)]
        show_only_if(talks, *self._for_talk)
        show_only_if(report and report.questions, *self._for_questions)
        self._filling = False
        show(self.page, self._page(report) if report else _notes(kept))

    def _page(self, report: TalkReport) -> str:
        before = [kept for key, kept in self._talks().items() if key < str(self.talk.value)]
        last = [kept for kept in before if kept.me in kept.transcript.speakers][-1:]
        ways = self.lesson.ways
        suits, earlier = suited_report(report, ways), [suited_report(kept.report(), ways) for kept in last]
        shown = mirror_as_html(suited_mirror(mirror(suits, earlier), ways)) + own_way_as_html(ways, TIPS)
        floor = "T10" not in left_out(ways)
        return shown + map_as_html(suits, fillers=bool(self.fillers.value), floor=floor)


def _asked(report: TalkReport | None) -> list[tuple[str, str]]:
    return [(quoted(one.text), str(number)) for number, one in enumerate(report.questions if report else ())]


def _notes(kept: KeptTalk | None) -> str:
    return "".join(f"<p>{escape(note)}</p>" for note in (kept.transcript.notes if kept else ()))
