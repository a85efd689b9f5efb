"""Keep your work: download it, bring it back, and take a person out of it."""

from __future__ import annotations

from rapportkit.people.dossier import ME
from rapportkit.views._page import View, choice, download_link, html, press, row, show, tick, upload, uploaded
from rapportkit.views.lesson import Lesson
from rapportkit.views.ways_out import contents_as_html, steps_as_html
from rapportkit.workbook.export import export, restore
from rapportkit.workbook.forget import forget

ABOUT_DOWNLOADS = (
    "Everything is saved on this machine as you go. A download is your own copy: one file that you can read, move to "
    "another machine and bring back here. It holds your notes on people, so keep it to yourself."
)


def keep(lesson: Lesson) -> Keep:
    """The panel with the download of the whole workbook, the way back, and the way to forget somebody."""
    return Keep(lesson)


class Keep(View):
    """A download link made afresh on demand, an upload that restores, and a person to forget."""

    def __init__(self, lesson: Lesson) -> None:
        self.lesson = lesson
        # Whoever is forgotten, and named in texts that stand: for when these are changed. Never longer than the page.
        self._once_more: dict[str, tuple[str, ...]] = {}
        self.prepare_button = press("Prepare my download", primary=True)
        self.link = html("")
        self.bring = upload("Bring back a workbook", ".json")
        self.who = choice("A person to forget", [("nobody", "")])
        self.sure = tick("Yes, take this person and all notes on them out of my workbook, for good")
        self.forget_button = press("Forget this person")
        self.onward = html("", "rk-onward")
        super().__init__(
            "Keep your work",
            html(f"<p>{ABOUT_DOWNLOADS}</p>"),
            row(self.prepare_button, self.bring),
            self.link,
            html("<h4>Forget somebody</h4><p>Would you mind if they saw your notes? Then take them out.</p>"),
            self.who,
            self.sure,
            row(self.forget_button),
            below=[self.onward],
        )
        self.when_clicked(self.prepare_button, self.prepare)
        self.when_clicked(self.forget_button, self.forget)
        self.when_changed(self.bring, self.restore)
        self._list_people()
        self.point_onward()
        lesson.when_kept(self.point_onward)

    def point_onward(self) -> None:
        """Say what comes before and after on the path as it is now, and list all lessons."""
        self.onward.value = f"{steps_as_html(self.lesson.way, self.lesson.id)}{contents_as_html(self.lesson.id)}"

    def prepare(self) -> None:
        """Make the link that downloads the workbook as it is now."""
        name = f"rapportkit-workbook-{self.lesson.now():%Y-%m-%d}.json"
        link = download_link(f"Download {name}", name, export(self.lesson.workbook), "application/json")
        show(self.link, f"<p>{link}</p>")
        self._list_people()

    def restore(self) -> None:
        """Bring back a downloaded workbook; what is newer here stays."""
        file = uploaded(self.bring)
        if file is None:
            return
        result = restore(self.lesson.workbook, file[1])
        self._list_people()
        left = f" {result.left_out} belonged to people you asked to forget, and stayed out." if result.left_out else ""
        self.tell(
            f"{result.added} answers came back; {result.already_there} were here already.{left} "
            "Load this page again to see them."
        )

    def forget(self) -> None:
        """Take a person out of the workbook, its history and its backups."""
        if not self.who.value:
            self.tell("Choose the person first.")
            return
        if not self.sure.value:
            self.tell("Tick the box first. There is no way back from this.")
            return
        gone = forget(self.lesson.workbook, self.who.value, *self._once_more.get(self.who.value, ()))
        self.sure.value = False
        self._once_more = {self.who.value: (gone.name, *gone.names)} if gone.still_mentioned_in else {}
        self._list_people()
        show(self.link, "")
        self.lesson.renew_panels()  # a brief above may still name them
        self.tell(str(gone))

    def _list_people(self) -> None:
        people = {
            key: dossier.called("an interviewer without a name") for key, dossier in self.lesson.interviewers.items()
        }
        if self.lesson.me.called(""):
            people[ME] = f"{self.lesson.me.called('')} (that is you)"
        again = ((f"{name}, once more", key) for key, (name, *_) in self._once_more.items())
        self.who.options = [("nobody", ""), *((name, key) for key, name in people.items()), *again]
