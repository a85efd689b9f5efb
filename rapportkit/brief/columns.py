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


def balanced(brief: Brief) -> Arrangements:
    """
    More ways, for a brief of which something is lost in the usual ones: whom one meets may stand at the right.

    Then one column is not half empty beside another that is cut.
    """
    (whom, share, lines), (ask, proofs, cards, leave_alone) = wide_column(brief), narrow_column(brief)
    return (
        ((whom, share, lines, ask), (proofs, cards, leave_alone)),
        ((share, lines, proofs), (whom, ask, cards, leave_alone)),
        ((share, lines, cards), (whom, ask, proofs, leave_alone)),
        ((share, lines, ask), (whom, proofs, cards, leave_alone)),
        ((share, lines, ask, proofs), (whom, cards, leave_alone)),
        ((share, lines, proofs, leave_alone), (whom, ask, cards)),
        ((lines, proofs, ask), (whom, share, cards, leave_alone)),
        ((lines, proofs, cards), (whom, share, ask, leave_alone)),
        ((whom, lines, proofs), (share, ask, cards, leave_alone)),
    )


def on_two_pages(brief: Brief) -> tuple[Arrangements, Arrangements]:
    """The ways to set, where there are several people to meet, all on them on one page and one's own on a second."""
    (whom, *to_say), (ask, proofs, cards, leave_alone) = wide_column(brief), narrow_column(brief)
    theirs = ((whom, *to_say), (ask,)), (to_say, (whom, ask))
    return theirs, (((proofs,), (cards, leave_alone)), ((cards,), (proofs, leave_alone)))
