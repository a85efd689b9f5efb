"""How the sections of the brief may stand: in two columns on one page or, for several people, on two."""

from __future__ import annotations

from collections.abc import Sequence

from rapportkit.brief.gathered import Brief
from rapportkit.brief.sections import Section, narrow_column, wide_column

Arrangements = Sequence[tuple[Sequence[Section], Sequence[Section]]]
"""Ways to set sections in a wide and a narrow column."""


def arrangements(brief: Brief) -> Arrangements:
    """The ways to set the sections in a wide and a narrow column: long proofs, or cards, may go to the wide one."""
    wide, narrow = wide_column(brief), narrow_column(brief)
    ask, proofs, cards, leave_alone = narrow
    return (
        (wide, narrow),
        ((*wide, proofs), (ask, cards, leave_alone)),
        ((*wide, cards), (ask, proofs, leave_alone)),
    )


def on_two_pages(brief: Brief) -> tuple[Arrangements, Arrangements]:
    """The ways to set, where there are several people to meet, all on them on one page and one's own on a second."""
    (whom, *to_say), (ask, proofs, cards, leave_alone) = wide_column(brief), narrow_column(brief)
    theirs = ((whom, *to_say), (ask,)), (to_say, (whom, ask))
    return theirs, (((proofs,), (cards, leave_alone)), ((cards,), (proofs, leave_alone)))
