"""The decision among four finalists, played: choose how one of them went in, and listen at the door."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape

from rapportkit.decision import Decision, Room, Way, decide, rooms
from rapportkit.moments import Played
from rapportkit.views._page import View, choice, html, press, row, show, tick
from rapportkit.views.lesson import Lesson

PLAYED = "decision"
MADE_UP = (
    "The people behind this door are made of rules that we wrote. They show how the method thinks, and what is wrong "
    "with it. They prove nothing about the world."
)
FIRST = 8
"""The seed to begin with: in the first two rooms the rule is plain to see, in the next two luck comes in."""

TALKS, MARKS = "They talk it over", "They mark answers on a sheet first"


def play_decision(lesson: Lesson) -> PlayDecision:
    """The panel in which a decision is played."""
    return PlayDecision(lesson)


class PlayDecision(View):
    """Two boxes to tick, a kind of panel, and what is said behind the door; each way played is kept."""

    def __init__(self, lesson: Lesson) -> None:
        self.lesson = lesson
        self.seed = FIRST
        self.scene = html("")
        self.proof = tick("", value=False)
        self.connection = tick("", value=False)
        self.marked = choice("How does this panel decide?", ((TALKS, False), (MARKS, True)))
        self.play_button = press("Listen at the door", primary=True)
        self.next_button = press("Another room")
        self.talk = html("")
        self.tried = html("")
        super().__init__(
            "Four finalists, one place",
            html(f"<p>{MADE_UP}</p>"),
            self.scene,
            self.proof,
            self.connection,
            self.marked,
            row(self.play_button, self.next_button),
            self.talk,
            self.tried,
        )
        self.when_clicked(self.play_button, self.play)
        self.when_clicked(self.next_button, self.turn)
        self._set_scene()
        self.safely(self._show_tried)

    @property
    def room(self) -> Room:
        """The room that is played; it comes again with other people in luck when all have been seen."""
        return rooms()[self.seed % len(rooms())]

    def play(self) -> None:
        """Play the decision as the boxes stand, and keep that it was played."""
        way = Way(proof=self.proof.value, connection=self.connection.value, marked=self.marked.value)
        decision = decide(self.room, way, self.seed)
        show(self.talk, _talk_as_html(self.room, decision))
        ended = f"{self.room.finalist[0].name} {'got' if _won(self.room, decision) else 'did not get'} the place"
        self.lesson.workbook.save(PLAYED, Played(moment=PLAYED, chosen=_way_in_words(way), words=ended))
        self._show_tried()

    def turn(self) -> None:
        """Go on to another room, with nothing played in it yet."""
        self.seed += 1
        self.proof.value = self.connection.value = False
        self._set_scene()
        show(self.talk, "")
        self.tell(f"Another room, other people. The place: {self.room.role}.")

    def _set_scene(self) -> None:
        mine, *others = self.room.finalist
        names = ", ".join(escape(one.name) for one in others)
        self.scene.value = (
            f"<p>The place: <strong>{escape(self.room.role)}</strong>. {names} have all shown what they can do. "
            f"How did <strong>{escape(mine.name)}</strong> go in? Try it with neither, with one, with both.</p>"
        )
        self.proof.description = f"{mine.name} told one true proof of skill"
        self.connection.description = f"{mine.name} and {mine.sharer} had something in common, and talked about it"

    def _show_tried(self) -> None:
        tried = [(one.record.chosen, one.record.words) for one in self.lesson.workbook.history(Played, PLAYED)]
        show(self.tried, _tried_as_html(list(dict.fromkeys(tried))), role="group")


def _won(room: Room, decision: Decision) -> bool:
    return decision.chosen == room.finalist[0].name


def _way_in_words(way: Way) -> str:
    halves = {(True, True): "proof and connection", (True, False): "a proof alone", (False, True): "a connection alone"}
    return f"{halves.get((way.proof, way.connection), 'neither')}; {(MARKS if way.marked else TALKS).lower()}"


def _talk_as_html(room: Room, decision: Decision) -> str:
    turns = "".join(f"<p><strong>{escape(turn.who)}:</strong> {escape(turn.says)}</p>" for turn in decision.said)
    return (
        f"<h4>Behind the door</h4>{turns}<h4>What happened to {escape(room.finalist[0].name)}</h4>"
        f"<p>{escape(decision.why)}</p><h4>And the others?</h4><p>{escape(decision.unfair)}</p>"
    )


def _tried_as_html(tried: Sequence[tuple[str, str]]) -> str:
    if not tried:
        return ""
    items = "".join(f"<li>{escape(way)}: {escape(ended)}</li>" for way, ended in tried)
    return f"<details><summary>What you have tried ({len(tried)})</summary><ul>{items}</ul></details>"
