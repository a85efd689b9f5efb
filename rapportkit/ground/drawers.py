"""Large tables of `quick.tsv`, of which no more is read than what is asked for."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import Any, TypeVar

from rapportkit.ground.fold import quick, quick_parts

V = TypeVar("V")


class Drawers(Mapping[str, V]):
    """
    A table in drawers, each of the entries that begin with the same two letters, read when one of them is asked for.

    What is read stays. *read* makes an entry of what the file holds; without it, that is the entry.
    """

    def __init__(self, name: str, part: str, read: Callable[[Any], V] | None = None) -> None:
        self._name, self._part, self._read = name, part, read
        self._entries: dict[str, V] = {}
        self._pulled: set[str] = set()

    def get(self, key: str, default: Any = None) -> Any:
        """The entry of *key*; *default* where there is none."""
        drawer = key[:2]
        if drawer not in self._pulled:
            self._pull(drawer)
        return self._entries.get(key, default)

    def __getitem__(self, key: str) -> V:
        if key not in self._entries and key not in self:  # most have been read before
            raise KeyError(key)
        return self._entries[key]

    def __contains__(self, key: object) -> bool:
        drawer = str(key)[:2]
        if drawer not in self._pulled:
            self._pull(drawer)
        return key in self._entries

    def __iter__(self) -> Iterator[str]:
        for drawer in quick_parts(self._name, self._part):
            if drawer not in self._pulled:
                self._pull(drawer)
        return iter(tuple(self._entries))

    def __len__(self) -> int:
        return sum(1 for _ in self)

    def _pull(self, drawer: str) -> None:
        holds = quick(self._name, f"{self._part} {drawer}") or {}
        self._entries.update({key: self._read(entry) for key, entry in holds.items()} if self._read else holds)
        self._pulled.add(drawer)


def in_drawers(table: Mapping[str, Any]) -> dict[str, dict[str, Any]]:
    """A whole table, as its drawers by their letters."""
    drawers: dict[str, dict[str, Any]] = {}
    for key, entry in table.items():
        drawers.setdefault(key[:2], {})[key] = entry
    return drawers
