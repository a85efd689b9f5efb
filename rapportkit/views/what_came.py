"""What came back from the class: a place on this machine, or files that are brought into the panel."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape
from itertools import count

from rapportkit.coaching.collect import collect
from rapportkit.coaching.collection import LATE, Collection, to_do
from rapportkit.coaching.desk import Desk, folder_named, open_desk
from rapportkit.coaching.last_class import remember
from rapportkit.coaching.parcels import Brought, Source
from rapportkit.views._page import View, html, one_line, row, show, upload
from rapportkit.views.decide_late import DecideLate
from rapportkit.views.desk_folder import desk_folder
from rapportkit.views.few import few_as_html
from rapportkit.views.lesson import Lesson
from rapportkit.views.progress_bar import progress_in

WHERE = "Say first where the files lie that came back, such as ~/Downloads/submissions.zip, or bring them."
NEXT = "Next: 2 Have the rules mark."
ABOUT = (
    "Bring the files, or the ZIP as your LMS gives it, and they are taken in at once. Or type where they lie, which is "
    "the better way for more than 10 MB: a browser may refuse those. Names do not matter, and nothing in a file is run."
)


class WhatCame(View):
    """A button for files and ZIP folders, and a field for a path; what is to be done about them is below."""

    def __init__(self, lesson: Lesson, folder: str) -> None:
        self.lesson = lesson
        self.folder = desk_folder(lesson, folder)
        self.bring = upload("Bring what came back", ".json,.zip,.txt", several=True)
        self.source = one_line(
            "Or a file, a folder or a ZIP on this machine", hint="such as ~/Downloads/submissions.zip"
        )
        self._brought = False
        self.late = DecideLate(lesson, folder)
        self.bar, self.told = html(""), html("")
        super().__init__(
            "", html(f"<p>{escape(ABOUT)}</p>"), row(self.bring), self.source, self.bar, below=(self.told, self.late)
        )
        self.when_changed(self.bring, self.take_brought)

    def take_brought(self) -> None:
        """Take in the files that were brought."""
        came = [Brought(str(one["name"]), bytes(one["content"])) for one in self.bring.value]
        if came:
            self._brought = True
            self.bring.value = ()  # so that the same file can be brought again, and is not held twice
            self._take(came)

    def take_named(self) -> None:
        """Take in what lies at the path that was typed."""
        if self._brought and not self.source.value.strip():
            self.tell(f"What you brought is taken in already. {NEXT}")
            return
        self._take([folder_named(self.source.value, WHERE)])

    def _take(self, came: Sequence[Source]) -> None:
        folder = folder_named(self.folder.value)
        desk, seen = open_desk(folder), count(1)
        remember(folder)
        with progress_in(self.bar, "Files looked at") as told:
            done = collect(folder, desk, came, self.lesson.now(), lambda: told(next(seen), 0))
        refused = len(done.not_taken) + done.more_not_taken
        self.tell(f"Taken in: {done.taken} new, {done.again} that were there already. Not taken: {refused}. {NEXT}")
        show(self.told, collection_as_html(desk, done))
        self.late.renew()


def collection_as_html(desk: Desk, done: Collection) -> str:
    """What a coach should look at after collecting, under a heading for each thing to do; who is late stands beside."""
    groups = ((heading, few_as_html(sentences)) for heading, sentences in to_do(desk, done) if heading != LATE)
    return "".join(f"<h4>{escape(heading)}</h4>{sentences}" for heading, sentences in groups)
