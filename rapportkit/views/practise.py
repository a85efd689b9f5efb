"""The practice interviewer: choose a partner, talk, look back, and replay the worst minute."""

from __future__ import annotations

from rapportkit.errors import InvalidValue
from rapportkit.talk.memory import Talk
from rapportkit.talk.practice_talk import PracticeTalk, back_to, played
from rapportkit.talk.rehearsal import answer
from rapportkit.views._page import View, choice, html, press, row
from rapportkit.views.after_practice import AfterPractice
from rapportkit.views.lesson import Lesson
from rapportkit.views.partners import new_key, new_practice, partner_of, partners
from rapportkit.views.talking import ABOUT, ABOUT_LINES, Talking

STOP = "Let's stop here, please."


def practise(lesson: Lesson, crossing: bool = False) -> Practise:
    """The panel to practise in; with *crossing*, with interviewers who ask what they should not."""
    return Practise(lesson, crossing)


class Practise(View):
    """One practice talk at a time; each answer is kept, so that a talk goes on where it was left."""

    def __init__(self, lesson: Lesson, crossing: bool) -> None:
        self.lesson, self.crossing = lesson, crossing
        self.key, self.practice, self.talk = "", None, None  # type: tuple[str, PracticeTalk | None, Talk | None]
        self.partner = choice("Your partner", partners(self.lesson, self.crossing))
        self.start_button = press("Start a new talk", primary=True)
        self.talking = Talking()
        self.after = AfterPractice(lesson)
        super().__init__(
            "When a line is crossed" if crossing else "Practise with a partner made of rules",
            html(ABOUT_LINES if crossing else ABOUT),
            self.partner,
            row(self.start_button),
            *self.talking.laid_out,
            *self.after.laid_out,
        )
        self.when_clicked(self.start_button, self.start)
        self.when_clicked(self.talking.say_button, self.say)
        self.when_clicked(self.talking.stop_button, self.stop)
        self.when_clicked(self.after.replay_button, self.replay)
        self.talking.keep_drafts(self, lesson)
        lesson.when_kept(self.renew)
        self._go_on()

    def start(self) -> None:
        """Begin a new talk with the partner that is chosen; the one before stays in the workbook."""
        self._begin(new_practice(self.lesson, str(self.partner.value)))
        self.tell("Your partner has begun. It is your turn.")

    def say(self) -> None:
        """Say what is typed, keep it, and hear the answer."""
        said = self.talking.said.value.strip()
        if not said:
            raise InvalidValue("Type what you say first. One word will do; silence is the Stop button.")
        self._say(said)

    def stop(self) -> None:
        """End the talk; what is typed and not said is left in its field."""
        typed = self.talking.said.value
        self._say(STOP)
        self.talking.said.value = typed

    def replay(self) -> None:
        """Go back to the turn that is chosen; the talk as it was stays in the workbook."""
        practice, _ = self._running()
        if not self.after.moment.value:
            raise InvalidValue("Choose the minute that you would like to have again.")
        self._begin(back_to(practice, int(self.after.moment.value)))
        self.tell("You are back in that minute. Say it another way.")

    def _say(self, said: str) -> None:
        practice, talk = self._running()
        if talk.over:
            raise InvalidValue("This talk is over. Start a new one, or replay a minute of it.")
        self.practice, self.talk = practice.with_(said=(*practice.said, said)), answer(talk, said)
        self.lesson.workbook.save(self.key, self.practice)
        self.talking.draft.used()
        self._show()
        self.tell("Saved. The talk is over: look at what worked." if self.talk.over else "Saved. Your turn.")

    def _running(self) -> tuple[PracticeTalk, Talk]:
        if self.practice is None or self.talk is None:
            raise InvalidValue("Choose a partner and press Start a new talk first.")
        return self.practice, self.talk

    def _begin(self, practice: PracticeTalk) -> None:
        self.key = new_key(self.lesson)
        self.practice, self.talk = practice, played(practice)
        self.lesson.workbook.save(self.key, practice)
        self._show()

    def _go_on(self) -> None:
        for key, practice in reversed(self.lesson.workbook.all(PracticeTalk).items()):
            if bool(practice.scene.crossing) == self.crossing:
                self.key, self.practice, self.talk = key, practice, played(practice)
                self._choose(partner_of(practice))
                break
        self._show()

    def renew(self) -> None:
        """Offer the partners as they are now; the one who is chosen stays chosen."""
        if self.partner.options != tuple(offered := partners(self.lesson, self.crossing)):
            chosen = str(self.partner.value)
            self.partner.options = offered
            self._choose(chosen)

    def _choose(self, partner: str) -> None:
        if partner in (value for _, value in self.partner.options):
            self.partner.value = partner

    def _show(self) -> None:
        self.talking.show(self.talk)
        if self.talk and self.talk.over:
            self.after.show(self.talk)
        else:
            self.after.hide()
