"""
Derive `rapportkit/data/slips.toml`: words that look like a slip of the pen in one of ours, and are words of their own.

For maintainers, after many new phrases: `python tests/data_scripts/build_slips.py WORDS [WORDS ...]`, where each
WORDS is a list of English words, one a line (Debian's wbritish-large and wamerican-large, derived from SCOWL).
Then run build_quick.py.
"""

from __future__ import annotations

import sys
from pathlib import Path

from rapportkit.ground.fold import folded_words
from rapportkit.ground.groups import groups
from rapportkit.ground.interests import interests
from rapportkit.ground.slips import LONG, near_words, spelling_of
from rapportkit.ground.topics import topics

DATA = Path(__file__).parents[2] / "rapportkit" / "data"
HEAD = """\
# Words that look like a slip of the pen in a long word of our lists, and are words of their own (a "crotchet" is no
# slip of "crochet"). Derived by tests/data_scripts/build_slips.py from SCOWL (Debian's wbritish-large and
# wamerican-large, 2020.12.07), copyright 2000-2011 by Kevin Atkinson; permission to use, copy, modify and distribute
# these word lists and what is made of them for any purpose is granted without fee, provided that this notice appears
# in all copies. Provided "as is", without express or implied warranty.
"""


def derived(english: set[str]) -> str:
    """What the file should hold, of all words of *english*."""
    all_ours = [spelling_of(lexicon.phrases) for lexicon in (interests(), groups(), topics())]
    # a word that only the groups know ("helping") is no slip of one that only the interests know ("herping")
    slips = {word for ours in all_ours for word in english if not ours.knows(word) and near_words(ours, word)}
    found = sorted(slips)
    lines, line = [], " "
    for word in found:
        piece = f' "{word}",'
        if len(line) + len(piece) > 150:
            lines.append(line)
            line = " "
        line += piece
    return HEAD + "\nwords = [\n" + "\n".join([*lines, line]) + "\n]\n"


if __name__ == "__main__":
    lines = [line for path in sys.argv[1:] for line in Path(path).read_text(encoding="utf-8").splitlines()]
    words = {word for line in lines if line.isalpha() for word in folded_words(line) if len(word) >= LONG}
    (DATA / "slips.toml").write_text(derived(words), encoding="utf-8")
