"""Reports that suit the learner: silent on the tips that they replace or skip, and saying so."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, Any, NamedTuple

from rapportkit.practice import TIPS, MyWays, Tip
from rapportkit.words.review import Review, review_of

if TYPE_CHECKING:
    from rapportkit.talk.memory import Talk
    from rapportkit.talk.mirror import Mirror
    from rapportkit.talk.report import TalkReport
    from rapportkit.talk.tally import Tally


class _Speaks(NamedTuple):
    """
    Where a report speaks of one tip.

    `rules` of a review, `notes` of a practice talk, `points` of the mirror and what it has `compared`, `fields` of a
    report (with what they are when nothing is said) and lines of a `tally`.
    """

    rules: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()
    points: tuple[str, ...] = ()
    compared: tuple[str, ...] = ()
    fields: Mapping[str, Any] = {}
    tally: tuple[str, ...] = ()


_SPEAKS: Mapping[Tip, _Speaks] = {
    "T2": _Speaks(
        notes=("missed",),
        points=("no-follow-up", "opening-missed"),
        compared=("follow-ups", "openings"),
        fields={"missed_openings": ()},
        tally=("openings_missed",),
    ),
    "T4": _Speaks(
        notes=("held", "followed"),
        points=("not-followed", "followed"),
        fields={"subject_changes": ()},
        tally=("changes_held", "changes_followed"),
    ),
    "T6": _Speaks(
        rules=("canned",),
        notes=("canned",),
        points=("canned", "own-words"),
        compared=("canned",),
        fields={"canned": ()},
        tally=("canned",),
    ),
    "T7": _Speaks(notes=("pause",), fields={"pauses": {}}),
    "T10": _Speaks(notes=("long",), points=("much", "little", "share")),
}
"""Only the tips of which a report speaks at all: nothing looks at eyes or smiles, or knows what is genuine."""


def left_out(ways: MyWays) -> tuple[Tip, ...]:
    """The tips of which reports would speak, and which the learner replaces or skips."""
    return tuple(tip for tip in _SPEAKS if ways.way_with(tip) != "practise")


def suited_review(review: Review, ways: MyWays) -> Review:
    """The review without the rules of those tips; they are not among what was looked for either."""
    silent = {rule for one in _silent(ways) for rule in one.rules} & set(review.looked_for)
    if review.verdict is None or not silent:
        return review
    remarks = tuple(remark for remark in review.remarks if remark.rule not in silent)
    return review_of(remarks, tuple(rule for rule in review.looked_for if rule not in silent))


def suited_talk(talk: Talk, ways: MyWays) -> Talk:
    """The practice talk without the notes on those tips, for its debrief and the minutes to replay."""
    silent = {note for one in _silent(ways) for note in one.notes}
    notes = tuple(note for note in talk.memory.notes if note.kind not in silent)
    return talk.with_(memory=talk.memory.with_(notes=notes))


def suited_report(report: TalkReport, ways: MyWays) -> TalkReport:
    """The report on a talk without what was found on those tips, for the mirror and the conversation map."""
    return report.with_(**{name: empty for one in _silent(ways) for name, empty in one.fields.items()})


def suited_mirror(mirror: Mirror, ways: MyWays) -> Mirror:
    """The mirror without points on those tips, good or bad; it says which tips it left out."""
    from rapportkit.talk.wording import sentences  # late: an exercise asks here too, and has no talk to read

    silent = [*_silent(ways)]
    points = {point for one in silent for point in one.points}
    heads = {_head(sentences()["compared"][name]) for one in silent for name in one.compared}
    told = tuple(f"Left out, since it is not for you: {TIPS[tip].lower()}." for tip in left_out(ways))
    return mirror.with_(
        strengths=tuple(point for point in mirror.strengths if point.about not in points),
        suggestions=tuple(point for point in mirror.suggestions if point.about not in points),
        compared=tuple(sentence for sentence in mirror.compared if _head(sentence) not in heads),
        not_judged=(*told, *mirror.not_judged),
    )


def suited_tally(tally: Tally, ways: MyWays) -> Tally:
    """The counts of a talk without those on these tips, as where nobody counted."""
    return tally.with_(**{name: None for one in _silent(ways) for name in one.tally})


def _silent(ways: MyWays) -> Iterator[_Speaks]:
    return (_SPEAKS[tip] for tip in left_out(ways))


def _head(sentence: str) -> str:
    """What a sentence of comparison is about."""
    return sentence.partition(":")[0]
