"""Which of several people in one file is meant."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from rapportkit.errors import SeveralPeople, UnreadableFile
from rapportkit.people.plain_text import one_line

_MOST_LISTED = 12


def chosen(file: str, names: Sequence[str], person: str | None) -> int:
    """
    The number of the one person in *names*, or of the one whom *person* names: in full, or by a part of the name.

    Two people of one name are offered as `Ana Reis` and `Ana Reis (2)`.

    Raises:
        UnreadableFile: there is one, and nobody called *person*.
        SeveralPeople: there are several, and *person* fits none or more than one.
    """
    apart = _named_apart(names)
    if person is None and len(apart) == 1:
        return 0
    wanted = one_line(person or "").casefold()
    exact = [number for number, name in enumerate(apart) if name.casefold() == wanted]
    part = [number for number, name in enumerate(apart) if wanted and wanted in name.casefold()]
    for fitting in (exact, part):
        if len(fitting) == 1:
            return fitting[0]
    listed = ", ".join(apart[:_MOST_LISTED])
    listed += f" and {len(apart) - _MOST_LISTED} more" if len(apart) > _MOST_LISTED else ""
    if len(apart) == 1:
        raise UnreadableFile(f"'{file}' holds one person, {listed}, and nobody called '{one_line(person or '')}'.")
    found = f"holds {len(apart)} people: {listed}. "
    if wanted:
        found += f"'{one_line(person or '')}' fits {'more than one' if part else 'none'} of them. "
    raise SeveralPeople(f"'{file}' {found}Say which one is meant.", tuple(apart))


def are_alike(name: str, person: str) -> bool:
    """
    Whether somebody of that name can be the one who was chosen: by a part of the name, or by the number behind it.

        >>> are_alike("Ana Reis", "ana"), are_alike("Ana Reis", "Ana Reis (2)"), are_alike("Ana Reis", "Omar")
        (True, True, False)
    """
    wanted = one_line(person).casefold()
    return bool(wanted) and (wanted in name.casefold() or wanted.rpartition(" (")[0] == name.casefold())


def _named_apart(names: Sequence[str]) -> list[str]:
    met: Counter[str] = Counter()
    apart = []
    for name in names:
        met[name] += 1
        apart.append(name if met[name] == 1 else f"{name} ({met[name]})")
    return apart
