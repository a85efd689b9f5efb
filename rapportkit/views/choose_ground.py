"""What you share with one interviewer: the evidence on both sides, and what is true for you."""

from __future__ import annotations

from rapportkit.ground.link import Ground
from rapportkit.people.dossier import Dossier
from rapportkit.views._page import View, choice, html, press, row
from rapportkit.views.be_curious import BeCurious
from rapportkit.views.dossier_page import sources_as_html
from rapportkit.views.lesson import Lesson
from rapportkit.views.own_shortlist import OwnShortlist
from rapportkit.views.shared_links import SharedLinks
from rapportkit.views.teach_phrase import TeachPhrase

NOT_PLACED = (
    "These words are kept, and compared letter by letter. If two of them mean the same, you know better than "
    "the program."
)


def choose_ground(lesson: Lesson) -> ChooseGround:
    """The panel that shows what the learner shares with each interviewer."""
    return ChooseGround(lesson)


class ChooseGround(View):
    """The links with their evidence, a choice for each, and a question out of curiosity where there is none."""

    def __init__(self, lesson: Lesson) -> None:
        self.lesson = lesson
        self.who = choice("With whom", self._people())
        self.again_button = press("Look again")
        self.shared = SharedLinks(self, lesson)
        self.curious = BeCurious(self, lesson)
        self.shortlist = OwnShortlist(self, lesson)
        self.unread = html("")
        self.teaching = TeachPhrase(lesson, self.look)
        super().__init__(
            "What you two share",
            row(self.who, self.again_button),
            *self.shared.laid_out,
            *self.curious.laid_out,
            *self.shortlist.laid_out,
            self.unread,
            self.teaching,
        )
        self._wire()
        self.look()

    def _wire(self) -> None:
        self.when_clicked(self.again_button, self.look)
        self.when_clicked(self.shared.rest_button, self.shared.show_rest)
        self.when_clicked(self.curious.ask_button, self.curious.ask)
        self.when_clicked(self.shortlist.off_button, self.shortlist.take_off)
        self.when_changed(self.who, self.look)
        self.curious.keep_drafts()
        self.lesson.when_kept(self.renew)

    @property
    def found(self) -> Ground:
        """What was found at the last look."""
        return self.shared.found

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
        found = self.lesson.ground_with(self.who.value) if self.who.value else Ground()
        self.shared.offer(found)
        self.curious.offer(found)
        self.shortlist.show()
        unread = (*found.not_understood.mine, *found.not_understood.theirs)
        self.teaching.offer(unread)
        self.unread.value = sources_as_html("What we could not place", unread, NOT_PLACED)

    def _dossiers(self) -> tuple[Dossier, dict[str, Dossier]]:
        return self.lesson.me, self.lesson.interviewers

    def _people(self) -> list[tuple[str, str]]:
        people = [(dossier.called("a person without a name"), key) for key, dossier in self.lesson.interviewers.items()]
        return people or [("nobody yet", "")]
