"""What is certainly made for its own sake: a paper with a novel method is work, a novel is not."""

from __future__ import annotations

import re

_CREATIVE = re.compile(
    r"\b(?:novel(?:la)?(?=\s*(?:$|[.,;:()]|about\b|set\b|published\b))|poems?\b|poetry\b|short stor(?:y|ies)\b"
    r"|albums?\b|chapbook\b|screenplay\b|picture book\b|children['’]s book\b|graphic novel\b)",
    re.IGNORECASE,
)


def creative_word(title: str, about: str) -> str | None:
    """
    The word that tells a creative work; None where nothing does.

        >>> creative_word("Salt Roads", "A novel about three sisters."), creative_word("A novel method", "")
        ('novel', None)
    """
    found = _CREATIVE.search(f"{title}\n{about}")
    return found[0] if found else None
