"""`rapportkit review`: remarks on opening lines and messages, one JSON object a line."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Annotated, Any, get_args

import typer

from rapportkit.cli.output import answer_lines
from rapportkit.cli.talk import talk
from rapportkit.errors import InvalidValue
from rapportkit.record import Record, build
from rapportkit.words.context import MessageContext
from rapportkit.words.message import MessageKind, review_message
from rapportkit.words.opening import About, review_opening
from rapportkit.words.review import Review

app = typer.Typer(help="Remarks on what you write or say.", no_args_is_help=True)
app.command("talk")(talk)

JsonLines = Annotated[
    bool, typer.Option("--jsonl", help="Read one JSON object a line from standard input, answer one a line.")
]


@app.command()
def opening(jsonl: JsonLines = False) -> None:
    """Remarks on opening lines: {"id", "line", "about": {"kind", "label"}} a line."""
    _answer(jsonl, answer_opening)


@app.command()
def message(jsonl: JsonLines = False) -> None:
    """Remarks on messages: {"id", "kind", "context": {"interviewer", ...}, "text"} a line."""
    _answer(jsonl, answer_message)


def answer_opening(request: Mapping[str, Any]) -> dict[str, Any]:
    """
    The review of one opening line, in the shape of the contract.

    Raises:
        InvalidValue: a field is missing or is not what it should be.
    """
    about = build(About, _known(About, _fields(request, "about")), "about")
    return _reply(request, review_opening(_text(request, "line"), about))


def answer_message(request: Mapping[str, Any]) -> dict[str, Any]:
    """
    The review of one message, in the shape of the contract.

    Raises:
        InvalidValue: a field is missing or is not what it should be.
    """
    kind = _message_kind(request.get("kind"))
    context = build(MessageContext, _known(MessageContext, _fields(request, "context", needed=False)), "context")
    return _reply(request, review_message(kind, _text(request, "text"), context))


def _message_kind(value: object) -> MessageKind:
    kinds: tuple[MessageKind, ...] = get_args(MessageKind)
    for kind in kinds:
        if kind == value:
            return kind
    raise InvalidValue(f"kind should be one of {', '.join(kinds)}, not {_shown(value)}.")


def _answer(jsonl: bool, answer: Callable[[Mapping[str, Any]], Mapping[str, Any]]) -> None:
    if not jsonl:
        raise typer.BadParameter("Say --jsonl, and give one JSON object a line on standard input.")
    raise typer.Exit(answer_lines(answer))


def _reply(request: Mapping[str, Any], review: Review) -> dict[str, Any]:
    return {"id": request.get("id"), **review.model_dump(mode="json")}


def _text(request: Mapping[str, Any], name: str) -> str:
    value = request.get(name)
    if name not in request:
        raise InvalidValue(f"{name} is missing.")
    if not isinstance(value, str):
        raise InvalidValue(f"{name} should be text, not {_shown(value)}.")
    return value


def _fields(request: Mapping[str, Any], name: str, *, needed: bool = True) -> Mapping[str, Any]:
    value = request.get(name)
    if value is None and not needed:
        return {}
    if value is None:
        raise InvalidValue(f"{name} is missing.")
    if not isinstance(value, dict):
        raise InvalidValue(f"{name} should be an object with named fields, not {_shown(value)}.")
    return value


def _known(kind: type[Record], values: Mapping[str, Any]) -> dict[str, Any]:
    """What the record has a field for; more may come from newer callers, and null means not known."""
    return {name: value for name, value in values.items() if name in kind.model_fields and value is not None}


def _shown(value: object) -> str:
    text = repr(value) if isinstance(value, str | int | float | bool) or value is None else f"a {type(value).__name__}"
    return text if len(text) <= 60 else text[:57] + "..."
