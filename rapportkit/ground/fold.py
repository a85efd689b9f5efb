"""One spelling for what people write in many: case, accents, plurals, hyphens, British and American."""

from __future__ import annotations

import hashlib
import json
import re
import tomllib
import unicodedata
from collections.abc import Iterator
from functools import cache, lru_cache
from importlib.resources import files
from typing import Any

_ACCENTS = re.compile("[\u0300-\u036f]+")
_APOSTROPHES = re.compile("['’‘`´ʼ]")
_NOT_A_WORD = re.compile(r"[^\w]+|_+")
_LETTERS = str.maketrans({"ø": "o", "ł": "l", "đ": "d", "æ": "ae", "œ": "oe", "ı": "i", "ð": "d", "þ": "th"})


@cache
def data(name: str) -> dict[str, Any]:
    """
    What one of the TOML files in `rapportkit/data` holds; read once.

    The large ones are read from `quick.tsv`, which takes a tenth of the time, as long as it was derived from
    the file as it stands.
    """
    found: dict[str, Any] | None = quick(name, "holds")
    return found or tomllib.loads(_source(name).decode("utf-8"))


def quick(name: str, part: str) -> Any:
    """
    A *part* of what was derived from a data file; None where there is none, or the file has changed since.

    `tests/data_scripts/build_quick.py` says which parts there are.
    """
    found = _quick().get(f"{name} {part}")
    return None if found is None or (name and not is_fresh(name)) else json.loads(found)


@cache
def is_fresh(name: str) -> bool:
    """Whether what was derived from a data file was derived from it as it stands."""
    derived_from = _quick().get(f"{name} sha256")
    return derived_from is not None and json.loads(derived_from) == hashlib.sha256(_source(name)).hexdigest()


def quick_parts(name: str, part: str) -> Iterator[str]:
    """The drawers in which a *part* lies, where it is too large for one line."""
    label = f"{name} {part} "
    return (key.removeprefix(label) for key in _quick() if key.startswith(label))


def _source(name: str) -> bytes:
    return files("rapportkit").joinpath("data", name).read_bytes()


@cache
def _quick() -> dict[str, bytes]:
    """What was derived from the data files: a line for each part, which is read when it is asked for."""
    lines = (line.partition(b"\t") for line in _source("quick.tsv").split(b"\n"))
    return {label.decode("utf-8"): holds for label, tab, holds in lines if tab}


@cache
def _folds() -> dict[str, str]:
    folds: dict[str, str] = quick("", "folds") or {}
    return folds


@lru_cache(maxsize=16_384)
def plain(text: str) -> str:
    """
    *text* without case, accents and punctuation, its words parted by single spaces.

        >>> plain("Fußball & Crème-brûlée")
        'fussball and creme brulee'
    """
    if text.isascii():
        if "  " not in text and text.replace(" ", "").isalpha():  # most names: half the time to fold them
            return text.lower().strip()
    else:
        decomposed = unicodedata.normalize("NFKD", text).casefold()
        text = _ACCENTS.sub("", unicodedata.normalize("NFKD", decomposed)).translate(_LETTERS)
    letters = _APOSTROPHES.sub("", text.casefold()).replace("&", " and ")
    return _NOT_A_WORD.sub(" ", letters).strip()


@lru_cache(maxsize=65_536)
def fold(text: str) -> str:
    """
    The one form of all the ways to write *text*: plurals and national spellings meet here.

    Text without a letter or a digit (a pictogram) is its own form.

        >>> fold("Board-Games") == fold("board game")
        True
        >>> fold("travelling") == fold("Traveling")
        True
    """
    known = _folds().get(text)
    return known or " ".join(folded_words(text)) or text.strip().casefold()


@lru_cache(maxsize=8_192)
def folded_words(text: str) -> tuple[str, ...]:
    """The words of *text*, each in its one form."""
    return tuple(_one_form(word) for word in plain(text).split())


@lru_cache(maxsize=65_536)
def _one_form(word: str) -> str:
    singular = _singular(word)
    return _spellings().get(singular, singular)


def _singular(word: str) -> str:
    """
    Not always English ("movies" and "movie" both become "movy"), but always the same for both numbers.
    """
    if len(word) > 4 and word.endswith(("ies", "ie")):
        return word.removesuffix("s").removesuffix("ie") + "y"
    if len(word) > 4 and word.endswith(("sses", "ches", "shes", "xes", "zzes")):
        return word[:-2]
    if len(word) > 3 and word.endswith(("oes", "oe")):
        return word.removesuffix("s")[:-1]
    if len(word) > 3 and word.endswith("s") and not word.endswith(("ss", "us", "is")):
        return word[:-1]
    return word


@cache
def _spellings() -> dict[str, str]:
    """Each national spelling, and the one that we use inside."""
    pairs: dict[str, str] = data("spelling.toml")["same"]
    return {_singular(one): _singular(other) for one, other in pairs.items()}
