"""One client: their downloaded workbook becomes a page for the call."""

from __future__ import annotations

from html import escape

from rapportkit.coaching.client import call_sheet, call_sheet_page
from rapportkit.views._page import View, download_link, html, row, show, upload, uploaded
from rapportkit.views.lesson import Lesson

ABOUT = (
    "No class, no list: bring the file that your client downloaded in Keep your work. You get one page for the call: "
    "lines before and after, openings missed, what is due, what to ask. Nobody whom your client meets is named on it, "
    "and nothing of the file is kept here."
)


def call_client(lesson: Lesson) -> CallClient:
    """The panel that makes the call sheet for one client."""
    return CallClient(lesson)


class CallClient(View):
    """A button for the file, and the page."""

    def __init__(self, lesson: Lesson) -> None:
        self.lesson = lesson
        self.bring = upload("Bring your client's file", ".json")
        self.sheet = html("")
        super().__init__("One client", html(f"<p>{escape(ABOUT)}</p>"), row(self.bring), below=(self.sheet,))
        self.when_changed(self.bring, self.make)

    def make(self) -> None:
        """Make the page out of the file that was brought."""
        file = uploaded(self.bring)
        if file is None:
            return
        sheet = call_sheet(file[1], self.lesson.now())
        page = call_sheet_page(sheet).encode("utf-8")
        link = download_link("Download the call sheet", "call-sheet.html", page, "text/html")
        asks = "".join(f"<li>{escape(one)}</li>" for one in sheet.ask)
        show(self.sheet, f"<p>{link}</p><h4>To ask on the call</h4><ol>{asks}</ol>")
        self.tell(f"The call sheet for {sheet.client} is made. Open it in a browser, or print it.")
