"""Whom one can practise with, and a new talk with the one who is chosen."""

from __future__ import annotations

from rapportkit.talk.own_scene import from_afar, scene_from
from rapportkit.talk.practice_talk import PracticeTalk
from rapportkit.talk.scene import Scene, built_in_scenes
from rapportkit.views.lesson import Lesson

OWN = "own: "
COACHS = "coach: "
FROM_AFAR = ("phone", "video", "recruiter", "recorded")
"""The forms of interview to which there is no way."""


def partners(lesson: Lesson, crossing: bool) -> list[tuple[str, str]]:
    """The partners to offer: a coach's, those that come along, and the learner's own interviewers."""
    # A choice is found by its first letter, so a question stands there without its marks.
    scenes = [
        (scene.title.strip("“”"), name) for name, scene in built_in_scenes().items() if bool(scene.crossing) == crossing
    ]
    people = [] if crossing else lesson.interviewers.items()
    own = [(f"{dossier.called('Your interviewer')}, as far as your notes go", OWN + key) for key, dossier in people]
    theirs = [
        (f"{scene.title} (from your coach)", COACHS + name)
        for name, scene in lesson.workbook.all(Scene).items()
        if scene.crosses_a_line == crossing
    ]
    return [*theirs, *scenes, *own]


def partner_of(practice: PracticeTalk) -> str:
    """The partner with whom a talk was held, as they are offered."""
    return f"{OWN}{practice.person}" if practice.person else practice.scene_id


def new_practice(lesson: Lesson, partner: str) -> PracticeTalk:
    """A talk with that partner in which nobody has said anything yet."""
    seed = len(lesson.workbook.all(PracticeTalk)) + 1
    if partner.startswith(COACHS):
        return PracticeTalk(
            scene_id="own", own_scene=lesson.workbook.latest(Scene, partner.removeprefix(COACHS)), seed=seed
        )
    if not partner.startswith(OWN):
        return PracticeTalk(scene_id=partner, seed=seed)
    person, interview = partner.removeprefix(OWN), lesson.interview
    them = lesson.to_talk_of(person)
    links = lesson.ground_with(person).links
    about = (interview.role, interview.company) if interview else ("", "")
    scene = scene_from(them, links, *about)
    scene = from_afar(scene) if interview and interview.format in FROM_AFAR else scene
    return PracticeTalk(scene_id="own", person=person, own_scene=scene, seed=seed)


def new_key(lesson: Lesson) -> str:
    """A key that no talk before has had."""
    stem, number = f"practice-{lesson.now():%Y%m%d-%H%M%S}", 1
    while f"{stem}-{number}" in lesson.workbook.all(PracticeTalk):
        number += 1
    return f"{stem}-{number}"
