"""
rapportkit: go into the interview to make a friend of the interviewer.

The names below are all that a lesson needs. Each is loaded when it is first used, so `import rapportkit`
loads no widgets, no pandas and no pydantic.
"""

from __future__ import annotations

from importlib import import_module
from typing import Any

__version__ = "0.1.0"

_HOMES = {
    "open_lesson": "rapportkit.views.lesson",
    "show_example": "rapportkit.views.example",
    "plan_interview": "rapportkit.views.plan_interview",
    "research_clock": "rapportkit.views.clock",
    "research": "rapportkit.views.research",
    "choose_ground": "rapportkit.views.choose_ground",
    "do_exercise": "rapportkit.views.do_exercise",
    "more_exercises": "rapportkit.views.more_exercises",
    "write_line": "rapportkit.views.write_line",
    "vanish_line": "rapportkit.views.vanishing_line",
    "add_proof": "rapportkit.views.add_proof",
    "speak_proof": "rapportkit.views.speak_proof",
    "play_decision": "rapportkit.views.play_decision",
    "play_moments": "rapportkit.views.play_moments",
    "own_reason": "rapportkit.views.own_reason",
    "stay_in_touch": "rapportkit.views.stay_in_touch",
    "practise": "rapportkit.views.practise",
    "look_back": "rapportkit.views.look_back",
    "kitchen_table": "rapportkit.views.kitchen",
    "show_brief": "rapportkit.views.show_brief",
    "debrief": "rapportkit.views.debrief",
    "follow_up": "rapportkit.views.follow_up",
    "listen_once": "rapportkit.views.listen_once",
    "my_ways": "rapportkit.views.ways",
    "choose_drills": "rapportkit.views.choose_drills",
    "practice_log": "rapportkit.views.practice_log",
    "listen_for": "rapportkit.views.listen_for",
    "make_card": "rapportkit.views.make_card",
    "recall": "rapportkit.views.recall",
    "how_sure": "rapportkit.views.how_sure",
    "assign_class": "rapportkit.views.assign_class",
    "call_client": "rapportkit.views.call_client",
    "hand_in": "rapportkit.views.hand_in",
    "mark_answers": "rapportkit.views.mark_answers",
    "run_desk": "rapportkit.views.run_desk",
    "keep": "rapportkit.views.keep",
}
__all__ = list(_HOMES)


def __getattr__(name: str) -> Any:
    if name not in _HOMES:
        raise AttributeError(f"module 'rapportkit' has no attribute '{name}'")
    return getattr(import_module(_HOMES[name]), name)


def __dir__() -> list[str]:
    return [*__all__, "__version__"]
