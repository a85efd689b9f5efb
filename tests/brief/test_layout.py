from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from rapportkit.brief.columns import arrangements
from rapportkit.brief.layout import ROOM, Front, Laid, best_of, laid_out
from rapportkit.brief.sections import Piece, Section, narrow_column, wide_column
from rapportkit.interviews import Proof
from tests.brief.samples import far_too_much, marcuss, nadias, nothing_yet


def front(sections: tuple[Section, ...], room: float = ROOM) -> Front:
    return laid_out(sections, sections, room)


def height(column: tuple[Laid, ...]) -> float:
    return sum(one.height for one in column)


def test_an_ordinary_brief_is_printed_whole() -> None:
    for brief in (nadias(), marcuss(), nothing_yet()):
        laid = laid_out(wide_column(brief), narrow_column(brief))
        assert not any(piece.short for one in (*laid.wide, *laid.narrow) for entry in one.entries for piece in entry)
        assert not any(one.more for one in (*laid.wide, *laid.narrow))


def test_where_there_is_room_the_type_is_larger() -> None:
    bare = nothing_yet()
    full = far_too_much()

    assert laid_out(wide_column(bare), narrow_column(bare)).scale > 1
    assert laid_out(wide_column(full), narrow_column(full)).scale == 1


def test_too_much_is_shortened_and_left_out_in_plain_sight() -> None:
    brief = far_too_much()
    sections = wide_column(brief)

    laid = laid_out(sections, narrow_column(brief)).wide

    assert height(laid) <= ROOM
    for section, one in zip(sections, laid, strict=True):
        assert one.entries
        assert one.more == len(section.entries) - len(one.entries)
        assert all(any(piece.short for piece in entry) for entry in one.entries)


def test_the_first_entries_stay() -> None:
    section = Section("Cards", tuple((Piece("text", f"card {number}", 4, 2),) for number in range(9)), "", 8, 4)

    laid = front((section,), room=80).wide[0]

    assert [entry[0].text for entry in laid.entries] == ["card 0", "card 1"]
    assert laid.more == 7


pieces = st.builds(
    lambda style, text, tight, lead: Piece(style, text, tight + 2, tight, lead),
    st.sampled_from(["name", "say", "text", "small"]),
    st.text(max_size=600),
    st.integers(1, 3),
    st.sampled_from(["", "You: "]),
)
sections = st.lists(
    st.builds(
        lambda entries: Section("A heading", tuple(entries), "Nothing yet.", 8, 3),
        st.lists(st.lists(pieces, min_size=1, max_size=4).map(tuple), max_size=12),
    ),
    min_size=1,
    max_size=4,
).map(tuple)


@given(sections)
def test_whatever_is_brought_fits_and_is_accounted_for(brought: tuple[Section, ...]) -> None:
    laid = front(brought)

    for column in (laid.wide, laid.narrow):
        assert height(column) * laid.scale <= ROOM
        for section, one in zip(brought, column, strict=True):
            assert len(one.entries) + one.more == len(section.entries)
            assert bool(one.hint) == (not section.entries)


def test_where_a_column_has_room_a_proof_of_two_sentences_is_printed_whole() -> None:
    beat = "Two of us were on nights with nine new oxygen patients and an agency nurse. The lift was out of order. "
    brief = nadias().with_(proofs=(Proof(situation=beat, action=beat, change=beat),) * 2)

    front = best_of(arrangements(brief))

    proofs = next(one for one in (*front.wide, *front.narrow) if one.title == "Proofs of skill")
    assert not any(piece.short for entry in proofs.entries for piece in entry)
    assert max(height(front.wide), height(front.narrow)) * front.scale <= ROOM


def test_the_room_that_is_left_goes_to_what_was_shortened() -> None:
    long = "we counted every single one of them by hand " * 12
    entries = tuple((Piece("text", f"{number} {long}", 4, 1),) for number in range(4))
    section = Section("Proofs", entries, "", 4, 4)

    laid = front((section,), room=400).wide[0]

    assert not laid.entries[0][0].short
    assert laid.entries[-1][0].short
    assert 400 - laid.height < 12.5
