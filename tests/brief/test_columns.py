"""How the sections of the brief are set: one column is not half empty beside another that is cut."""

from __future__ import annotations

from rapportkit.brief import brief_page
from rapportkit.brief.columns import arrangements, balanced
from rapportkit.brief.layout import best_of, lost
from rapportkit.brief.sections import narrow_column, wide_column
from tests.brief.tight import full_evening


def test_every_way_holds_every_section_once() -> None:
    brief = full_evening()
    titles = sorted(one.title for one in (*wide_column(brief), *narrow_column(brief)))

    for wide, narrow in (*arrangements(brief), *balanced(brief)):
        assert sorted(one.title for one in (*wide, *narrow)) == titles


def test_a_full_evening_is_printed_whole() -> None:
    page = brief_page(full_evening())

    assert '<span class="cut">' not in page
    assert "All trailers were gone by six in the morning, and the manager kept the board." in page
    assert "Was it hard for you to leave it?" in page
    assert "not the same kind: ask about theirs." in page


def test_where_the_usual_ways_cut_something_another_may_hold_more() -> None:
    brief = full_evening()
    fuller = brief.with_(proofs=tuple(one.with_(action=f"{one.action} {one.change}") for one in brief.proofs))
    usual = lost(best_of(arrangements(fuller), 520))

    assert usual
    assert lost(best_of(balanced(fuller), 520)) < usual
