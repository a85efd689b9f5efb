"""Who is late, and two buttons: counted as on time, or kept as late."""

from __future__ import annotations

from rapportkit.coaching.collect import late_ones
from rapportkit.coaching.collection import LATE
from rapportkit.coaching.desk import folder_named, open_desk
from rapportkit.coaching.lateness import decide, late_told
from rapportkit.views._page import View, choice, html, press, row, show_only_if
from rapportkit.views.desk_folder import desk_folder
from rapportkit.views.few import few_as_html
from rapportkit.views.lesson import Lesson

EVERYBODY = ""


class DecideLate(View):
    """Who is late, and a choice of one or all of them; it is there when somebody is."""

    def __init__(self, lesson: Lesson, folder: str) -> None:
        self.folder = desk_folder(lesson, folder)
        self.told = html("")
        self.who = choice("On whom do you decide?", [("Nobody is late", EVERYBODY)])
        self.on_time_button, self.late_button = press("Count as on time"), press("Keep as late")
        self._steps = row(self.on_time_button, self.late_button)
        super().__init__("", self.told, self.who, self._steps)
        self.when_clicked(self.on_time_button, self.count_as_on_time)
        self.when_clicked(self.late_button, self.keep_as_late)
        show_only_if(False, self.who, self._steps)

    def renew(self) -> None:
        """Offer those who are late in the folder, with what was decided on each."""
        folder = folder_named(self.folder.value)
        desk = open_desk(folder)
        late = late_ones(folder, desk)
        one_by_one = [(f"{one.learner.name}: {late_told(desk, one)}", one.learner.id) for one in late]
        listed = few_as_html([f"{told}." for told, _ in one_by_one])
        self.told.value = f"<h4>{LATE}</h4>{listed}" if late else ""
        everybody = [(f"All {len(late)} who are late", EVERYBODY)] if len(late) != 1 else []
        self.who.options = [*everybody, *one_by_one]
        show_only_if(late, self.who, self._steps)

    def count_as_on_time(self) -> None:
        """Count those who are chosen as on time, in the report and on their pages."""
        self._decide(on_time=True)

    def keep_as_late(self) -> None:
        """Keep those who are chosen as late."""
        self._decide(on_time=False)

    def _decide(self, *, on_time: bool) -> None:
        folder = folder_named(self.folder.value)
        chosen = [self.who.value] if self.who.value != EVERYBODY else []
        names = decide(folder, late_ones(folder, open_desk(folder)), chosen, on_time=on_time)
        self.renew()
        what = "Counted as on time" if on_time else "Kept as late"
        self.tell(f"{what}: {', '.join(names)}. It stands in the report when you write what goes back.")
