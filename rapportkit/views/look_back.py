"""The mirror: a recording of a practice talk with a friend, read and shown to the one who talked."""

from __future__ import annotations

from html import escape

from rapportkit.practice import TIPS
from rapportkit.suited import left_out, suited_mirror, suited_report
from rapportkit.talk.kept import KeptTalk
from rapportkit.talk.mirror import mirror
from rapportkit.talk.report import TalkReport
from rapportkit.talk.transcript import read_transcript
from rapportkit.views._page import View, choice, html, row, show, show_only_if, tick, upload, uploaded
from rapportkit.views.lesson import Lesson
from rapportkit.views.mend_talk import NOBODY, MendTalk
from rapportkit.views.own_way import own_way_as_html
from rapportkit.views.talk_page import map_as_html, mirror_as_html

ABOUT = (
    "<p>Ask your friend first whether you may record. Bring the transcript that Zoom, Teams, Otter, Google Meet or "
    "Whisper made of it, or type <em>Name: what was said</em>, a line each. It stays on this machine.</p>"
)


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
        self.mend = MendTalk(self)
        self.fillers = tick("Count my ums and likes as well")
        self.page = html("", role="status")
        super().__init__(
            "A talk with a friend, in the mirror",
            html(ABOUT),
            row(self.file),
            self.talk,
            self.me,
            self.fillers,
            self.page,
            *self.mend.for_questions,
            *self.mend.for_names,
        )
        self.when_changed(self.file, self.bring)
        for control in (self.talk, self.me, self.fillers):
            self.when_changed(control, self.look)
        self.when_clicked(self.mend.rename_button, self.mend.rename)
        self.when_clicked(self.mend.name_button, self.mend.name)
        self.turn_to(next(reversed(list(self._talks())), ""))

    def bring(self) -> None:
        """Read a file, keep the talk, and ask who the learner is in it."""
        file = uploaded(self.file)
        if file is None:
            return
        transcript = read_transcript(*file)
        key = f"talk-{self.lesson.now():%Y%m%d-%H%M%S}-{len(self._talks()) + 1}"
        self.lesson.workbook.save(key, KeptTalk(file=file[0][:300], me="", transcript=transcript))
        self.turn_to(key)
        self.tell("Read and saved. Now say which of them you are." if transcript.speakers else transcript.notes[0])

    def look(self) -> None:
        """Show what the mirror sees, for the talk and the name that are chosen."""
        if self._filling or not self.talk.value:
            return
        kept = self.kept()
        me = str(self.me.value)
        if kept and me != kept.me and me in kept.transcript.speakers:
            self.lesson.workbook.save(str(self.talk.value), kept.with_(me=me, named=()))
        self.turn_to(str(self.talk.value))

    def _talks(self) -> dict[str, KeptTalk]:
        return self.lesson.workbook.all(KeptTalk)

    def kept(self) -> KeptTalk | None:
        """The talk that is open."""
        return self._talks().get(str(self.talk.value))

    def turn_to(self, key: str) -> None:
        """Fill every choice for the talk of this key, and show it."""
        self._filling = True
        talks = self._talks()
        self.talk.options = [(kept.file, name) for name, kept in talks.items()] or [("none yet", "")]
        self.talk.value = key
        kept = talks.get(key)
        speakers = [NOBODY, *((name, name) for name in (kept.transcript.speakers if kept else ()))]
        self.me.options = speakers
        known = bool(kept and kept.me in kept.transcript.speakers)
        self.me.value = kept.me if kept and known else ""
        report = kept.report() if kept and known else None
        show_only_if(talks, self.talk, self.me, self.fillers)
        self.mend.offer(speakers, report, any_talk=bool(talks))
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


def _notes(kept: KeptTalk | None) -> str:
    return "".join(f"<p>{escape(note)}</p>" for note in (kept.transcript.notes if kept else ()))
