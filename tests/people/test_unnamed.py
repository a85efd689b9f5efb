from __future__ import annotations

import pytest

from rapportkit.people.unnamed import naming, parts_of, without, without_names


@pytest.mark.parametrize(
    ("name", "text", "rest"),
    [
        ("Maya Ortiz", "I ask Maya about Leeds", "I ask N. N. about Leeds"),
        ("Maya Ortiz", "maya  ortiz, MAYA's bag", "N. N., N. N.'s bag"),
        ("maya ortiz", "Maya nods", "N. N. nods"),
        ("Ingibjörg H.", "Ingibjo\u0308rg nods", "N. N. nods"),
        ("Li Na", "Li nods, Lina does not", "N. N. nods, Lina does not"),
        ("田中 太郎", "田中さんに聞く", "N. N.さんに聞く"),
        ("प्रिया नायर", "मैं प्रिया से पूछूँगी", "मैं N. N. से पूछूँगी"),
        ("J. van der Berg", "J. is van der Waals", "J. is van der Waals"),
        ("Rose Marsh", "I rose from the marsh", "I rose from the marsh"),
        ("(.*", "everything stays", "everything stays"),
    ],
)
def test_a_name_is_found_as_names_are_written(name: str, text: str, rest: str) -> None:
    assert without_names(text, [name]) == rest


def test_what_others_are_called_too_names_nobody_by_itself() -> None:
    named = naming(["Helen Ashworth"], others=["Helen Brown"])
    assert without("Helen smiled; Ashworth did, Helen Ashworth too", named) == "Helen smiled; N. N. did, N. N. too"


def test_a_text_in_which_nobody_is_named_is_left_to_the_letter() -> None:
    assert without("cafe\u0301", naming(["Maya Ortiz"])) == "cafe\u0301"
    assert naming(["", "  "]) is None


def test_small_words_and_initials_are_no_part_of_a_name() -> None:
    assert parts_of("Anna-Lena O. van der Berg") == {"Anna", "Lena", "Berg"}
