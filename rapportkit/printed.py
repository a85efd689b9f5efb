"""Pages to read and to print, from the templates in `data/`. The only place that knows the jinja2 package."""

from __future__ import annotations

from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING, Any

from rapportkit.errors import RapportError
from rapportkit.people.plain_text import shown

if TYPE_CHECKING:
    from jinja2 import Environment


def printed(template: str, **values: Any) -> str:
    """
    The page that a template of ours makes of *values*: all that people typed is escaped, and inert.

    Signs that no screen can show, and those that turn the direction of writing, are left out.

    Raises:
        RapportError: jinja2 is not installed here.
    """
    return _environment().get_template(template).render(**values)


@cache
def _environment() -> Environment:
    try:
        from jinja2 import Environment, FunctionLoader, StrictUndefined
    except ImportError:
        raise RapportError(
            "This page needs the package jinja2, which is not installed here. Install it with: pip install jinja2"
        ) from None
    data = files("rapportkit") / "data"
    return Environment(
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        finalize=_shown,
        loader=FunctionLoader(lambda name: (data / name).read_text(encoding="utf-8")),
    )


def _shown(value: object) -> object:
    """What a person typed; what is marked as our own HTML is left alone."""
    return shown(value) if type(value) is str else value
