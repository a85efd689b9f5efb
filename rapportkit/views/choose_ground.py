"""What you share with one interviewer: the evidence on both sides, and what is true for you."""

from __future__ import annotations

from typing import Any

import ipywidgets as widgets

from rapportkit.errors import InvalidValue
from rapportkit.ground.curious import link_out_of_curiosity, worth_asking
from rapportkit.ground.link import Choice, Ground, Link
from rapportkit.people.dossier import Dossier
from rapportkit.people.person import Fact
from rapportkit.views._page import (
    View,
    choice,
    column,
    html,
    press,
    row,
    show,
    show_only_if,
    some_lines,
)
from rapportkit.views.dossier_page import sources_as_html
from rapportkit.views.draft import Draft
from rapportkit.views.lesson import Lesson
from rapportkit.views.links import link_as_html, shortlist_as_html
from rapportkit.views.teach_phrase import TeachPhrase

MOST_ON_SHORTLIST = 3
SUGGESTED = 3
PRETEND = "pretend"

STANCES = (
    ("choose ...", ""),
    ("true for me", "true"),
    ("not mine, but I am curious", "curious"),
    ("I could pretend", PRETEND),
    ("leave it", "leave"),
)
NOT_PLACED = (
    "These words are kept, and compared letter by letter. If two of them mean the same, you know better than "
    "the program."
)
REFUSED = (
    "Not that one. What you pretend has to be kept up, and it is the one thing a friend does not forgive. "
    "If it interests you, choose 'curious': an honest question does as well."
)


def choose_ground(lesson: Lesson) -> ChooseGround:
    """The panel that shows what the learner shares with each interviewer."""
    return ChooseGround(lesson)


class ChooseGround(View):
    """The links with their evidence, a choice for each, and a question out of curiosity where there is none."""

    def __init__(self, lesson: Lesson) -> None:
        self.lesson = lesson
        self._putting_back = False
        self.who = choice("With whom", self._people())
        self.again_button = press("Look again")
        self.links = column()
        self.rest_button = press("Show the rest")
        self.shortlist = html("")
        self.off = choice("Something to take off your shortlist", [("nothing", "")])
        self.off_button = press("Take it off")
        self.curious_about = choice("Something of theirs that you would like to hear about", [("choose ...", "")])
        self.question = some_lines("The question that you would honestly ask", hint="How did you come to ...?", rows=2)
        self.ask_button = press("Put this question on my shortlist")
        self.unread = html("")
        self.teaching = TeachPhrase(lesson, self.look)
        super().__init__(
            "What you two share",
            row(self.who, self.again_button),
            self.links,
            row(self.rest_button),
            html("<h4>Nothing there, or nothing that is yours?</h4><p>That is normal. Be curious instead.</p>"),
            self.curious_about,
            self.question,
            row(self.ask_button),
            self.shortlist,
            row(self.off, self.off_button),
            self.unread,
            self.teaching,
        )
        self.when_clicked(self.again_button, self.look)
        self.when_clicked(self.rest_button, self.show_rest)
        self.when_clicked(self.ask_button, self.ask)
        self.when_clicked(self.off_button, self.take_off)
        self.when_changed(self.who, self.look)
        self.draft = Draft(self, lesson, "question", self.question)
        lesson.when_kept(self.renew)
        self.look()

    def renew(self) -> None:
        """Look again if somebody's dossier has changed since the last look."""
        if self._seen != self._dossiers():
            self.look()

    def look(self) -> None:
        """Find what is shared, afresh from the two dossiers."""
        self._seen = self._dossiers()
        people = self._people()
        if self.who.options != tuple(people):
            self.who.options = people
        self.found = self._found()
        self._list(self.found.suggested(SUGGESTED))
        self._offer_theirs()
        self._show_shortlist()

    def show_rest(self) -> None:
        """List every link, the red ones last with the reason why they stay out of the talk."""
        self._list(self.found.links)

    def take(self, link: Link, stance: str) -> None:
        """Put a link on the shortlist, or take it off; what is only pretended is refused."""
        if stance == PRETEND:
            raise InvalidValue(REFUSED)
        key = self._key(link)
        if stance in ("", "leave"):
            self.lesson.workbook.remove(Choice, key)
        else:
            self._room_for(key)
            self.lesson.workbook.save(key, Choice.model_validate(
                {"person": self.who.value, "link": link, "stance": stance, "question": ""}))  # fmt: skip
        self._shortlist_changed()
        self.tell("Noted. It is on your shortlist." if stance in ("true", "curious") else "Left out.")

    def ask(self) -> None:
        """Put a question out of curiosity on the shortlist."""
        fact = self.curious_about.value
        if not isinstance(fact, Fact):
            raise InvalidValue("Choose something of theirs first. It need not be yours at all.")
        if not self.question.value.strip():
            raise InvalidValue("Write the question that you would ask. One that you really want answered.")
        link = link_out_of_curiosity(fact)
        key = self._key(link)
        self._room_for(key)
        self.lesson.workbook.save(
            key, Choice(person=self.who.value, link=link, stance="curious", question=self.question.value)
        )
        self.draft.used()
        self._shortlist_changed()
        self.tell("Your question is on the shortlist.")

    def take_off(self) -> None:
        """Take anything off the shortlist, a question too."""
        key = str(self.off.value)
        if not key:
            raise InvalidValue("Choose what to take off first. What you wrote about it stays in the history.")
        label = self._chosen()[key].link.label
        self.lesson.workbook.remove(Choice, key)
        self._list(self.listed)
        self._shortlist_changed()
        self.tell(f"'{label}' is off your shortlist.")

    def _shortlist_changed(self) -> None:
        self._show_shortlist()
        self.lesson.renew_panels()

    def _dossiers(self) -> tuple[Dossier, dict[str, Dossier]]:
        return self.lesson.me, self.lesson.interviewers

    def _people(self) -> list[tuple[str, str]]:
        people = [(dossier.called("a person without a name"), key) for key, dossier in self.lesson.interviewers.items()]
        return people or [("nobody yet", "")]

    def _found(self) -> Ground:
        return self.lesson.ground_with(self.who.value) if self.who.value else Ground()

    def _key(self, link: Link) -> str:
        return f"{self.who.value}/{link.kind}/{link.label}"

    def _chosen(self) -> dict[str, Choice]:
        return {key: chosen for key, chosen in self.lesson.shortlist.items() if chosen.person == self.who.value}

    def _room_for(self, key: str) -> None:
        chosen = self._chosen()
        if key not in chosen and len(chosen) >= MOST_ON_SHORTLIST:
            raise InvalidValue(
                f"Your shortlist holds {MOST_ON_SHORTLIST} already, and one is enough on the day. "
                "Take one off first, under 'Something to take off your shortlist'."
            )

    def _list(self, links: tuple[Link, ...]) -> None:
        self.listed = links
        self.links.children = [html(self._nothing()), *self._rows(links)] if not links else self._rows(links)
        hidden = len(self.found.links) - len(links)
        self.rest_button.description = f"Show the rest ({hidden})" if hidden > 0 else "Show the rest"
        show_only_if(hidden > 0, self.rest_button)

    def _rows(self, links: tuple[Link, ...]) -> list[widgets.Widget]:
        rows: list[widgets.Widget] = []
        for link in links:
            rows.append(html(link_as_html(link)))
            if link.light != "red":
                rows.append(self._stance(link))
        return rows

    def _stance(self, link: Link) -> widgets.Widget:
        known = self.lesson.shortlist.get(self._key(link))
        control = choice(f"{link.label}: what is true?", STANCES, known.stance if known else "")
        self.when_changed(control, lambda: self._take_from(control, link))
        return control

    def _take_from(self, control: Any, link: Link) -> None:
        if self._putting_back:
            return
        try:
            self.take(link, control.value)
        except InvalidValue:
            known = self.lesson.shortlist.get(self._key(link))
            self._putting_back = True  # nobody has chosen that: the control goes back by itself
            control.value = known.stance if known else ""
            self._putting_back = False
            raise

    def _nothing(self) -> str:
        if not self.who.value:
            return "<p>No interviewer is in your workbook yet. Fill in the panel about the person, and save it.</p>"
        if not self.lesson.me.reading("You").person.facts:
            return "<p>Your own side is still empty. Fill in the panel about you above, then press 'Look again'.</p>"
        return "<p>We looked and found nothing that you both name. That is normal. The question below does as well.</p>"

    def _offer_theirs(self) -> None:
        person = self.lesson.to_talk_of(self.who.value) if self.who.value else None
        facts = worth_asking(person, self.found, self.lesson.guidance.lights) if person else ()
        named = {f"{fact.label} ({fact.kind})"[:90]: fact for fact in reversed(facts)}
        self.curious_about.options = [("choose ...", ""), *reversed(named.items())]

    def _show_shortlist(self) -> None:
        chosen = self._chosen()
        show(self.shortlist, shortlist_as_html(chosen.values()))
        self.off.options = [("nothing", ""), *((one.link.label[:90], key) for key, one in chosen.items())]
        show_only_if(chosen, self.off, self.off_button)
        unread = self.found.not_understood
        self.teaching.offer((*unread.mine, *unread.theirs))
        self.unread.value = sources_as_html("What we could not place", (*unread.mine, *unread.theirs), NOT_PLACED)
