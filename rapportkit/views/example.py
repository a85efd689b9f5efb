"""See it: a worked example, poor and good side by side, or what two sample people share."""

from __future__ import annotations

import tomllib
from functools import cache
from html import escape
from importlib.resources import files

from rapportkit.errors import InvalidValue
from rapportkit.ground.link import Ground
from rapportkit.record import Record, build
from rapportkit.views.links import link_as_html, link_as_text


class Example(Record):
    """An example as data: two texts, or the names of two sample people, and what makes the difference."""

    id: str
    title: str
    difference: str
    poor: str = ""
    good: str = ""
    mine: str = ""
    theirs: str = ""


class Shown:
    """An example as a page for the screen, and as text where there is none."""

    def __init__(self, page: str, text: str) -> None:
        self._page = page
        self._text = text

    def _repr_html_(self) -> str:
        return f"<div class='rk-prose rk-example'>{self._page}</div>"  # the panel above it has brought the style

    def __repr__(self) -> str:
        return self._text


def show_example(name: str) -> Shown:
    """
    The worked example of this name, ready to be displayed.

    Raises:
        InvalidValue: there is no example of that name.
    """
    if name not in _examples():
        raise InvalidValue(f"There is no example '{name}'. Choose one of {', '.join(_examples())}.")
    example = _examples()[name]
    return _of_ground(example) if example.mine else _of_texts(example)


@cache
def _examples() -> dict[str, Example]:
    text = (files("rapportkit.data") / "examples.toml").read_text(encoding="utf-8")
    return {table["id"]: build(Example, table, "examples.toml") for table in tomllib.loads(text)["example"]}


def _of_texts(example: Example) -> Shown:
    page = (
        f"<h3>{escape(example.title)}</h3><div class='rk-pair'>{_half('Not so good', example.poor)}"
        f"{_half('Better', example.good)}</div>{_difference(example)}"
    )
    text = (
        f"{example.title}\n\nNot so good:\n{example.poor.strip()}\n\nBetter:\n{example.good.strip()}"
        f"\n\nWhat makes the difference:\n{example.difference.strip()}"
    )
    return Shown(page, text)


def _of_ground(example: Example) -> Shown:
    # Late: most examples are two texts, and compare nobody.
    from rapportkit.ground.find import find_common_ground
    from rapportkit.people.samples import sample_interviewer, sample_learner

    me, them = sample_learner(example.mine), sample_interviewer(example.theirs)
    ground: Ground = find_common_ground(me, them)
    intro = f"{me.name} ({me.headline}) meets {them.name} ({them.headline})."
    shown = (*ground.suggested(), *(link for link in ground.links if link.light == "red"))
    more = f"{len(ground.links) - len(shown)} more count less, such as a shared employer."
    page = f"<h3>{escape(example.title)}</h3><p>{escape(intro)}</p>{''.join(map(link_as_html, shown))}<p>{more}</p>"
    text = "\n".join([intro, *map(link_as_text, shown), more])
    return Shown(page + _difference(example), text)


def _half(heading: str, text: str) -> str:
    return f"<div class='rk-card'><h4>{heading}</h4><p>{escape(text.strip())}</p></div>"


def _difference(example: Example) -> str:
    return f"<h4>What makes the difference</h4><p>{escape(example.difference.strip())}</p>"
