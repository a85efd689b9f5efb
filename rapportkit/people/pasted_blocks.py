"""Where one post of a pasted profile ends and the next begins: on a page of LinkedIn's, and in what people type."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from rapportkit.people.dates import Span, years_in
from rapportkit.people.gathering import Gathering
from rapportkit.people.lists import is_thing
from rapportkit.people.pasted_lines import Line, blocks, is_dates, is_reaching, is_terms, is_total, span_in
from rapportkit.people.pasted_posts import add_post, add_seat, over_two_lines, title_and_firm
from rapportkit.people.pasted_words import words
from rapportkit.people.person import FactKind
from rapportkit.people.plain_text import plain_line


def posts(kind: FactKind) -> Callable[[Gathering, list[Line], bool], None]:
    """A reader of posts, each of which becomes a fact of that kind."""

    def read(found: Gathering, lines: list[Line], is_copied: bool) -> None:
        firm = ""
        for block in _whole_blocks(lines):
            firm = (_copied if is_copied else _typed)(found, kind, block, firm)

    return read


def _whole_blocks(lines: list[Line]) -> Iterator[list[Line]]:
    """Blocks of lines; a heading in Markdown that stands alone belongs to the block below it."""
    held: list[Line] = []
    for block in blocks(lines):
        if len(block) == 1 and block[0].text.lstrip().startswith("#") and not held:
            held = block
            continue
        yield [*held, *block]
        held = []
    if held:
        yield held


def _copied(found: Gathering, kind: FactKind, block: list[Line], firm: str) -> str:
    """
    Posts as LinkedIn's page shows them: title, firm, dates; or a firm, its total time, then titles and dates.

    Comes back with the firm of which more posts may follow.
    """
    # The page names dates twice too, once for the eye and once for the ear, and not in the same words.
    block = [line for line, before in zip(block, [None, *block], strict=False)
             if not (before and is_dates(line.bare) and is_dates(before.bare))]  # fmt: skip
    begins = 0
    for number in (number for number, line in enumerate(block) if is_dates(line.bare)):
        above, span = block[begins:number], span_in(block[number].bare)
        total = next((at for at in range(len(above) - 1, 0, -1) if is_total(above[at].bare)), 0)
        if total:
            firm, above = above[total - 1].bare, above[total + 1 :]
        title, firm_here = _title_and_firm_above(above, firm, is_first=not begins)
        if title:
            _copied_post(found, kind, title, firm_here, span)
            firm = firm if firm_here == firm else ""
        elif above:
            found.puzzle(plain_line(above[-1].bare), above[-1].place)
        if number + 1 < len(block) and not words().has("job", block[number + 1].bare):
            add_seat(found, block[number + 1], span)
        begins = number + 1
    return firm


def _title_and_firm_above(above: list[Line], firm: str, *, is_first: bool) -> tuple[Line | None, str]:
    """
    Which of the lines above the dates of a post is its title, and at which firm it was; no title where nobody can tell.

    Between one post and the next duties may stand, so that only terms, the noun of a job or the beginning of a block
    tell how many lines belong to the post.
    """
    while above and is_terms(above[-1].bare):
        above = above[:-1]
    if not above:
        return None, ""
    last, before = above[-1], above[-2] if len(above) > 1 else None
    named, _, terms = last.bare.rpartition(" · ")
    if before and named and is_terms(terms):
        return before, named
    is_job = words().has("job", last.bare)
    if before and not is_job and (words().has("job", before.bare) or (is_first and len(above) == 2 and not firm)):
        return before, last.bare
    if firm and (is_job or len(above) == 1 or is_first):
        return last, firm
    return (before, last.bare) if before and is_first and len(above) == 2 else (None, "")


def _copied_post(found: Gathering, kind: FactKind, title: Line, firm: str, span: Span) -> None:
    if not is_reaching(f"{firm} {title.bare}"):
        found.fact(kind, firm, title.place, detail=title.bare, span=span)


def _typed(found: Gathering, kind: FactKind, block: list[Line], firm_above: str) -> str:
    """
    `Cook at Blue Anchor, 2012 - 2014`: a post has its years or is a heading; "Ran a ward at night" is a duty.

    Comes back with the firm of a heading under which more posts may follow.
    """
    block = _with_dates_below([line for line in block if not (is_total(line.bare) or is_terms(line.bare))])
    under_heading = firm_above
    for number, line in enumerate(block):
        following = block[number + 1] if number + 1 < len(block) else None
        said, span = years_in(found.kept(line.bare, line.place))
        dates = [following] if following and is_dates(following.bare) else []
        span = span_in(dates[0].bare) if dates else span
        is_heading = line.text.lstrip().startswith("#")
        under_heading = firm_above = "" if is_heading else firm_above
        if (not number or is_heading) and _is_firm_over_titles(said, block[number + 1 + len(dates) :]):
            firm_above, under_heading = said, said if is_heading else ""
            continue
        below = block[number + 1 + len(dates) : number + 2 + len(dates)]
        if kind == "employer" and below and span != Span() and not is_dates(line.bare):
            add_seat(found, below[0], span)
        if is_reaching(said) or is_dates(line.bare) or not (kind == "group" or span != Span() or is_heading):
            continue
        title, firm = title_and_firm(said)
        if not firm and firm_above and span != Span() and _is_title(said):
            title, firm = said, firm_above
        elif not firm and dates and number and not is_dates(block[number - 1].bare):
            title, firm = over_two_lines(block[number - 1], line)
        if firm:
            add_post(found, title, firm, span, line.place, kind)
        elif kind == "group" and is_thing(said):
            found.fact(kind, said, line.place, span=span)
        else:
            above = block[max(0, number - 1) : number] if dates else []
            for one in (*(one for one in above if is_thing(one.bare) and not is_reaching(one.bare)), line, *dates):
                found.puzzle(plain_line(one.bare), one.place)
    return under_heading


def _is_title(text: str) -> bool:
    return words().has("job", text) and is_thing(text) and not title_and_firm(text)[1]


def _is_firm_over_titles(said: str, below: list[Line]) -> bool:
    """Whether a line names a firm, and the one below it a title with its years and no firm of its own."""
    if not below or not is_thing(said) or is_reaching(said) or is_dates(said) or words().has("job", said):
        return False
    title, span = years_in(below[0].bare)
    has_dates = span != Span() or (len(below) > 1 and is_dates(below[1].bare))
    return has_dates and not is_dates(below[0].bare) and _is_title(title)


def _with_dates_below(block: list[Line]) -> list[Line]:
    """The lines of a block; where it begins with dates, they stand above each post, and are put below it."""
    if not (len(block) > 1 and is_dates(block[0].bare)):
        return block
    ordered: list[Line] = []
    held: list[Line] = []
    for number, line in enumerate(block):
        if is_dates(line.bare):
            ordered += held
            held = [line]
            continue
        ordered.append(line)
        following = block[number + 1] if number + 1 < len(block) else None
        if held and following and not title_and_firm(line.bare)[1] and over_two_lines(line, following)[1]:
            continue
        ordered += held
        held = []
    return [*ordered, *held]
