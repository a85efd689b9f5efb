"""What a coach sets for their people: the word for the aim, when to invite, which topics to leave."""

from __future__ import annotations

from html import escape

from rapportkit.errors import InvalidValue
from rapportkit.follow_ups import Invitation
from rapportkit.ground.lights import topic_names
from rapportkit.ground.link import Light
from rapportkit.ground.topics import light_of
from rapportkit.guidance import Guidance
from rapportkit.views._page import View, choice, html, press, row, show

DAYS = (1, 2, 3, 5, 7, 10, 14, 21, 30)
LIGHTS: tuple[tuple[str, Light], ...] = (
    ("green: bring it up", "green"),
    ("amber: with care", "amber"),
    ("red: leave it", "red"),
)
ABOUT = (
    "Leave this as it is, and your people get the method's own ways. What you set travels in their file, holds in "
    "their panels and dates, and they are told that it comes from you."
)


class SetGuidance(View):
    """A part of the coach's panel: choices that are as the method has them until somebody changes them."""

    def __init__(self, known: Guidance) -> None:
        invitation = known.invitation
        self.word = choice("The interviewer is to become", [("a friend", "friend"), ("an ally", "ally")], known.word)
        self.after = choice("Invite to connect", _AFTER, invitation.after)
        self.days = choice(
            "So many days later", [(str(one), one) for one in sorted({*DAYS, invitation.days})], invitation.days
        )
        self.topic = choice("A topic", [(f"{one} (built in: {light_of(one)})", one) for one in topic_names()])
        self.light = choice("Its light for your people", (("choose ...", ""), *LIGHTS))
        self.light_button = press("Set this light")
        self.back_button = press("As it was built in")
        self.set = html("")
        self._lights = dict(known.lights)
        super().__init__(
            "",
            html(f"<h4>For your people</h4><p>{escape(ABOUT)}</p>"),
            self.word,
            row(self.after, self.days),
            row(self.topic, self.light),
            row(self.light_button, self.back_button),
            self.set,
        )
        self.when_clicked(self.light_button, self.set_light)
        self.when_clicked(self.back_button, self.put_back)
        self._show()

    @property
    def guidance(self) -> Guidance:
        """What is set now."""
        invitation = Invitation(after=self.after.value, days=self.days.value)
        return Guidance(word=self.word.value, invitation=invitation, lights=self._lights)

    def set_light(self) -> None:
        """Give the chosen topic the chosen light."""
        if not self.light.value:
            raise InvalidValue("Choose the light first: green, amber or red.")
        self._lights[self.topic.value] = self.light.value
        self.light.value = ""
        self._show()

    def put_back(self) -> None:
        """Let the chosen topic have its built-in light."""
        self._lights.pop(self.topic.value, None)
        self._show()

    def _show(self) -> None:
        items = "".join(f"<li>{escape(topic)}: {light}</li>" for topic, light in self._lights.items())
        show(self.set, f"<ul>{items}</ul>" if items else "<p>All topics have their built-in lights.</p>")


_AFTER = (("after the outcome", "outcome"), ("after the interview", "interview"))
