"""The practice interviewer: choose a partner, talk, look back, and replay the worst minute."""

from __future__ import annotations

from rapportkit.errors import InvalidValue
from rapportkit.practice import TIPS
from rapportkit.suited import left_out, suited_report, suited_talk
from rapportkit.talk.debrief import debrief
from rapportkit.talk.memory import Talk
from rapportkit.talk.own_scene import scene_from
from rapportkit.talk.practice_talk import ME, PracticeTalk, back_to, moments_to_replay, played, transcript_of
from rapportkit.talk.rehearsal import answer
from rapportkit.talk.report import TalkReport, review_talk
from rapportkit.talk.scene import Scene, built_in_scenes
from rapportkit.views._page import View, choice, html, press, row, show, show_only_if, some_lines
from rapportkit.views.draft import Draft
from rapportkit.views.lesson import Lesson
from rapportkit.views.own_way import own_way_as_html
from rapportkit.views.talk_page import debrief_as_html, last_reply_as_html, map_as_html, talk_as_html

OWN = "own: "
COACHS = "coach: "
STOP = "Let's stop here, please."
ABOUT = (
    "<p>Read what they say. Say your answer aloud, then type it. What you say is kept in your workbook, and nowhere "
    "else.</p>"
)
ABOUT_LINES = (
    "<p>Some questions should not be asked: about age, children, faith, health. You owe no answer. You can answer the "
    "job behind it (“I can do every early shift”), steer (“Let me tell you how I plan my week”), or stop. "
    "Try all three.</p>"
)


def practise(lesson: Lesson, crossing: bool = False) -> Practise:
    """The panel to practise in; with *crossing*, with interviewers who ask what they should not."""
    return Practise(lesson, crossing)


class Practise(View):
    """One practice talk at a time; each answer is kept, so that a talk goes on where it was left."""

    def __init__(self, lesson: Lesson, crossing: bool) -> None:
        self.lesson, self.crossing = lesson, crossing
        self.key, self.practice, self.talk = "", None, None  # type: tuple[str, PracticeTalk | None, Talk | None]
        self.partner = choice("Your partner", self._partners())
        self.start_button = press("Start a new talk", primary=True)
        self.talked, self.reply = html(""), html("", role="status")
        self.said = some_lines("What you say", rows=3)
        self.say_button, self.stop_button = press("Say it", primary=True), press("Stop here")
        self.after = html("", role="status")
        self.moment = choice("A minute to replay", [("the talk as it was", 0)])
        self.replay_button = press("Replay from there")
        super().__init__(
            "When a line is crossed" if crossing else "Practise with a partner made of rules",
            html(ABOUT_LINES if crossing else ABOUT),
            self.partner,
            row(self.start_button),
            self.talked,
            self.reply,
            self.said,
            row(self.say_button, self.stop_button),
            self.after,
            self.moment,
            row(self.replay_button),
        )
        self.when_clicked(self.start_button, self.start)
        self.when_clicked(self.say_button, self.say)
        self.when_clicked(self.stop_button, self.stop)
        self.when_clicked(self.replay_button, self.replay)
        self.draft = Draft(self, lesson, "crossed" if crossing else "said", self.said)
        lesson.when_kept(self.renew)
        self._go_on()

    def start(self) -> None:
        """Begin a new talk with the partner that is chosen; the one before stays in the workbook."""
        self._begin(self._new_practice())
        self.tell("Your partner has begun. It is your turn.")

    def say(self) -> None:
        """Say what is typed, keep it, and hear the answer."""
        said = self.said.value.strip()
        if not said:
            raise InvalidValue("Type what you say first. One word will do; silence is the Stop button.")
        self._say(said)

    def stop(self) -> None:
        """End the talk; what is typed and not said is left in its field."""
        typed = self.said.value
        self._say(STOP)
        self.said.value = typed

    def replay(self) -> None:
        """Go back to the turn that is chosen; the talk as it was stays in the workbook."""
        practice, _ = self._running()
        if not self.moment.value:
            raise InvalidValue("Choose the minute that you would like to have again.")
        self._begin(back_to(practice, int(self.moment.value)))
        self.tell("You are back in that minute. Say it another way.")

    def report(self) -> TalkReport:
        """What the mirror sees in the talk on the page."""
        return review_talk(transcript_of(self._running()[1]), ME)

    def _say(self, said: str) -> None:
        practice, talk = self._running()
        if talk.over:
            raise InvalidValue("This talk is over. Start a new one, or replay a minute of it.")
        self.practice, self.talk = practice.with_(said=(*practice.said, said)), answer(talk, said)
        self.lesson.workbook.save(self.key, self.practice)
        self.draft.used()
        self._show()
        self.tell("Saved. The talk is over: look at what worked." if self.talk.over else "Saved. Your turn.")

    def _running(self) -> tuple[PracticeTalk, Talk]:
        if self.practice is None or self.talk is None:
            raise InvalidValue("Choose a partner and press Start a new talk first.")
        return self.practice, self.talk

    def _begin(self, practice: PracticeTalk) -> None:
        self.key = _new_key(self.lesson)
        self.practice, self.talk = practice, played(practice)
        self.lesson.workbook.save(self.key, practice)
        self._show()

    def _new_practice(self) -> PracticeTalk:
        wanted, seed = str(self.partner.value), len(self.lesson.workbook.all(PracticeTalk)) + 1
        if wanted.startswith(COACHS):
            return PracticeTalk(
                scene_id="own", own_scene=self.lesson.workbook.latest(Scene, wanted.removeprefix(COACHS)), seed=seed
            )
        if not wanted.startswith(OWN):
            return PracticeTalk(scene_id=wanted, seed=seed)
        person, interview = wanted.removeprefix(OWN), self.lesson.interview
        them = self.lesson.to_talk_of(person)
        links = self.lesson.ground_with(person).links
        about = (interview.role, interview.company) if interview else ("", "")
        return PracticeTalk(scene_id="own", person=person, own_scene=scene_from(them, links, *about), seed=seed)

    def _partners(self) -> list[tuple[str, str]]:
        scenes = [
            (scene.title, name) for name, scene in built_in_scenes().items() if bool(scene.crossing) == self.crossing
        ]
        people = [] if self.crossing else self.lesson.interviewers.items()
        own = [(f"{dossier.called('Your interviewer')}, as far as your notes go", OWN + key) for key, dossier in people]
        theirs = [
            (f"{scene.title} (from your coach)", COACHS + name)
            for name, scene in self.lesson.workbook.all(Scene).items()
            if scene.crosses_a_line == self.crossing
        ]
        return [*theirs, *scenes, *own]

    def _go_on(self) -> None:
        for key, practice in reversed(self.lesson.workbook.all(PracticeTalk).items()):
            if bool(practice.scene.crossing) == self.crossing:
                self.key, self.practice, self.talk = key, practice, played(practice)
                self._choose(f"{OWN}{practice.person}" if practice.person else practice.scene_id)
                break
        self._show()

    def renew(self) -> None:
        """Offer the partners as they are now; the one who is chosen stays chosen."""
        if self.partner.options != tuple(partners := self._partners()):
            chosen = str(self.partner.value)
            self.partner.options = partners
            self._choose(chosen)

    def _choose(self, partner: str) -> None:
        if partner in (value for _, value in self.partner.options):
            self.partner.value = partner

    def _show(self) -> None:
        talk = self.talk
        self.talked.value = talk_as_html(talk) if talk else ""
        show(self.reply, last_reply_as_html(talk) if talk else "")
        going = bool(talk and not talk.over)
        show_only_if(going, self.said, self.say_button, self.stop_button)
        show_only_if(talk and talk.over and talk.turns, self.moment, self.replay_button)
        if talk and talk.over:
            suits, ways = suited_talk(talk, self.lesson.ways), self.lesson.ways
            moments = [(f"your turn {one.turn}: {one.why}", one.turn) for one in moments_to_replay(suits)]
            every = [(f"your turn {turn}", turn) for turn in range(1, talk.turns + 1)]
            self.moment.options = [*(moments or [("nothing stands out: choose any", 0)]), *every]
            page = debrief_as_html(debrief(suits)) + own_way_as_html(ways, TIPS)
            show(self.after, page + map_as_html(suited_report(self.report(), ways), floor="T10" not in left_out(ways)))
        else:
            show(self.after, "")


def _new_key(lesson: Lesson) -> str:
    stem, number = f"practice-{lesson.now():%Y%m%d-%H%M%S}", 1
    while f"{stem}-{number}" in lesson.workbook.all(PracticeTalk):
        number += 1
    return f"{stem}-{number}"
