"""What the readers say in their own words is known for that, so that nobody is asked what it means."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

from rapportkit.people import remarks
from rapportkit.people.read import read_person
from rapportkit.people.remarks import is_remark

PEOPLE = Path(remarks.__file__).parent


def own_words(tree: ast.AST) -> Iterator[str]:
    """Texts that are written into a call of `puzzle`, in quotation marks of any kind."""
    calls = (node for node in ast.walk(tree) if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute))
    for call in (call for call in calls if call.func.attr == "puzzle" and call.args):  # type: ignore[attr-defined]
        said = call.args[0]
        if isinstance(said, ast.Constant):
            yield str(said.value)
        elif isinstance(said, ast.JoinedStr):
            yield ast.unparse(said)


def test_every_sentence_of_ours_stands_among_the_remarks() -> None:
    assert [words for file in PEOPLE.glob("*.py") for words in own_words(ast.parse(file.read_text("utf-8")))] == []


@pytest.mark.parametrize(
    "file",
    [
        "Ana Reis\nTrams\nLikes: chess\n",
        "Ana Reis\n\nPROFILE\nI run a depot.\n\nReferences\nMr Grey\n\nLanguages\nIrish\n",
        "Name,Proficiency\nIrish,Native\n",
        "First Name,Last Name,Headline,Summary,Shoe Size\nAna,Reis,Baker,I bake.,43\n",
        '{"basics": {"name": "Ana Reis", "location": 3}, "hats": 3}',
        '{"basics": {"name": "Ana Reis"}, "work": [{"name": "Morrow", "startDate": "2020", "endDate": "2010"}]}',
        "Ana Reis\nLikes: chess, born 3 March 1981\n",
    ],
)
def test_what_readers_say_of_a_file_is_a_remark(file: str) -> None:
    said = [source.text for source in read_person("a.txt", file.encode()).not_understood]

    assert said
    assert [text for text in said if not is_remark(text) and text not in file] == []


@pytest.mark.parametrize("text", ["sea swimming", "What stands above the fold", "a list of birds"])
def test_what_somebody_wrote_is_none(text: str) -> None:
    assert not is_remark(text)
