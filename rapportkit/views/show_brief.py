"""The brief on the page, and the file to print."""

from __future__ import annotations

from html import escape

from rapportkit.brief import Brief, brief_name, brief_page
from rapportkit.errors import InvalidValue
from rapportkit.views._page import View, download_link, html, press, row, show
from rapportkit.views.lesson import Lesson
from rapportkit.views.paths import ONE_HOUR
from rapportkit.views.pause import Pause
from rapportkit.workbook.gather import gather_brief

HOW_TO_PRINT = "Open the file; it shows in your browser. There, print it (Ctrl+P, or Cmd+P on a Mac) or save it as PDF."
NO_INTERVIEW = "No interview is set yet. The welcome lesson asks for its date; two minutes, then come back."


def show_brief(lesson: Lesson) -> ShowBrief:
    """The panel that shows the brief for the interview in hand."""
    return ShowBrief(lesson)


class ShowBrief(View):
    """The brief as it will be printed, a link that downloads it, and a button that makes it anew."""

    def __init__(self, lesson: Lesson) -> None:
        self.lesson = lesson
        self.renew_button = press("Make my brief anew", primary=True)
        self.pocket_button = press("Make my pocket page: what to say from memory, to print small")
        self.pocket = html("", role="status")
        self.link = html("")
        self.page = html("")
        super().__init__(
            "Your brief",
            html(
                "<p>One page for the five minutes before (two, if a panel needs them), and the days after it on the "
                "back. Print it on both sides, or keep it on your phone.</p>"
            ),
            row(self.renew_button, self.pocket_button),
            self.link,
            self.pocket,
            self.page,
        )
        self.when_clicked(self.renew_button, self.renew)
        self.when_clicked(self.pocket_button, self.make_pocket_page)
        self.safely(self.make)
        # A brief takes longer to make than a remark: it follows when no more is kept for a moment.
        lesson.when_kept(Pause(lambda: self.safely(self.make_again)).begin)

    def make_again(self) -> None:
        """Make the brief anew after something was kept or forgotten; without an interview there is none yet."""
        if self.lesson.interview is not None:
            self.make()

    def renew(self) -> None:
        """Make the brief from what the workbook holds by now."""
        self.make()
        self.tell(
            "Your brief is up to date. Download it again, open the file, and print it (Ctrl+P, or Cmd+P on a Mac)."
        )

    def make_pocket_page(self) -> None:
        """Offer what is to be said from memory, with the days for it, as a page for the pocket."""
        from rapportkit.brief.pocket import pocket_name, pocket_page  # late: many print the brief alone

        brief = self._gathered()
        page = pocket_page(brief, self.lesson.now().date())
        link = download_link("Download my pocket page (HTML, to print)", pocket_name(brief), page.encode(), "text/html")
        show(self.pocket, f"<p>{link}</p>")
        self.tell("Your pocket page is made. Say each thing aloud before you look.")

    def make(self) -> None:
        """Show the brief for the interview in hand, and offer it as a file."""
        brief = self._gathered()
        page = brief_page(brief)
        shown = brief_page(brief.with_(above=True)) if self.lesson.id == ONE_HOUR else page
        link = download_link("Download my brief, to print", brief_name(brief), page.encode(), "text/html")
        self.link.value = f"<p>{link}</p><p><small>{HOW_TO_PRINT}</small></p>"
        # An empty sandbox: whatever somebody typed, nothing in there runs, and its style stays in there.
        self.page.value = (
            f'<iframe class="rk-brief" title="Your brief, as it will be printed" sandbox="" srcdoc="{escape(shown)}" '
            'style="width:100%;height:42rem;border:1px solid var(--rk-line);border-radius:6px"></iframe>'
        )

    def _gathered(self) -> Brief:
        interview = self.lesson.interview
        if interview is None:
            raise InvalidValue(NO_INTERVIEW)
        return gather_brief(self.lesson.workbook, interview, self.lesson.now(), self.lesson.zone)
