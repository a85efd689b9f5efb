"""The kitchen table: a friend plays the interviewer from a printed page, and ticks; the counts are typed back."""

from __future__ import annotations

from rapportkit.brief.kitchen_page import kitchen_page
from rapportkit.errors import InvalidValue
from rapportkit.suited import suited_tally
from rapportkit.talk.kitchen_table import kitchen_table as script_of
from rapportkit.talk.scene import built_in_scenes, scene_called
from rapportkit.talk.tally import LINES, Tally, read_tally
from rapportkit.views._page import View, choice, download_link, html, press, row, show, some_lines
from rapportkit.views.draft import Draft
from rapportkit.views.lesson import Lesson
from rapportkit.views.talk_page import tally_as_html

ABOUT = (
    "<p>A friend, a table, ten minutes. They get a page with the interviewer's part: what to ask, what to let fall in "
    "passing, when to change the subject. You do not read it. They tick what you do; you type the numbers back.</p>"
)


def kitchen_table(lesson: Lesson) -> KitchenTable:
    """The panel with the page for a friend, and the counts that come back."""
    return KitchenTable(lesson)


class KitchenTable(View):
    """A page to download and print, a field for the counts, and the counts of one's own talks so far."""

    def __init__(self, lesson: Lesson) -> None:
        self.lesson = lesson
        scenes = [(scene.title, name) for name, scene in built_in_scenes().items() if not scene.crossing]
        self.scene = choice("Whom your friend plays", scenes)
        self.make_button = press("Make the page", primary=True)
        self.link = html("", role="status")
        self._asked = ""
        self.counts = some_lines("The counts, in the order of the sheet", hint="5 3 2 1 2 0 1", rows=2)
        self.keep_button = press("Keep the counts")
        self.kept = html("", role="status")
        super().__init__(
            "At the kitchen table",
            html(ABOUT),
            self.scene,
            row(self.make_button),
            self.link,
            html(f"<p><small>The sheet counts, in this order: {'; '.join(LINES.values())}.</small></p>"),
            self.counts,
            row(self.keep_button),
            self.kept,
        )
        self.when_clicked(self.make_button, self.make)
        self.when_clicked(self.keep_button, self.keep)
        self.draft = Draft(self, lesson, "counts", self.counts)
        self._show()

    def make(self) -> None:
        """Make the link that downloads the page to print."""
        scene = scene_called(str(self.scene.value))
        page = kitchen_page(script_of(scene)).encode("utf-8")
        name = f"kitchen-table-{scene.id}.html"
        link = download_link(f"Download {name}", name, page, "text/html")
        show(self.link, f"<p>{link}</p><p><small>Open it in a browser, print it, and hand it over unread.</small></p>")
        self.tell("The page is made.")

    def keep(self) -> None:
        """Keep the counts that were typed in."""
        if not self.counts.value.strip():
            raise InvalidValue("Type the numbers from your friend's sheet first, such as 5 3 2 1 2 0 1.")
        tally = read_tally(self.counts.value)
        if self._may_be_short(tally):
            self._asked = self.counts.value
            self.tell(_read_so(tally), careful=True)
            return
        key = f"tally-{self.lesson.now():%Y%m%d-%H%M%S}-{len(self._tallies()) + 1}"
        self.lesson.workbook.save(key, tally)
        self.draft.used()
        self._show()
        self.tell("Saved.")

    def _may_be_short(self, tally: Tally) -> bool:
        """Whether numbers alone are fewer than the lines of the sheet, and nobody has said yet that they are meant."""
        typed = self.counts.value
        named = any(sign.isalpha() for sign in typed)
        return not named and None in tally.model_dump().values() and typed != self._asked

    def _tallies(self) -> dict[str, Tally]:
        return self.lesson.workbook.all(Tally)

    def _show(self) -> None:
        tallies = [*self._tallies().values()][-2:]
        titles = ("Your last talk", "The one before")
        shown = zip(titles, reversed(tallies), strict=False)
        show(
            self.kept,
            "".join(
                f"<h4>{title}</h4>{tally_as_html(suited_tally(tally, self.lesson.ways))}" for title, tally in shown
            ),
        )


def _read_so(tally: Tally) -> str:
    counted = tally.model_dump()
    read = "; ".join(f"{words}: {counted[name]}" for name, words in LINES.items() if counted[name] is not None)
    left = "; ".join(words for name, words in LINES.items() if counted[name] is None)
    return (
        f"Not saved yet: the sheet has {len(LINES)} lines. Read so far: {read}. No number for: {left}. Type a number "
        "for each line (0 is one too, - where nobody counted), or press the button once more to keep these alone."
    )
