"""Every file that the product hands out is on the list by which `forget` says what it cannot reach."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

from rapportkit.downloads import DOWNLOADS, is_listed, out_of_reach

PACKAGE = Path(__file__).resolve().parent.parent / "rapportkit"
ROOMS = ("brief", "cli", "coaching", "follow_ups", "views", "handin.py", "workbook")
ENDINGS = (".html", ".json", ".csv", ".ics", ".eml", ".svg", ".txt", ".zip", ".pdf", ".vcf", ".md")

TEMPLATES = {path.name for path in (PACKAGE / "data").glob("*.html")}
NO_DOWNLOAD = {
    "package.json": "what `doctor` looks for",
    "page_config.json": "what `doctor` looks for",
    "manifest.json": "what `doctor` looks for",
    "assignment-*.json": "the coach's desk: tasks, in which nobody is spoken of",
    "to-mark-with.html": "the coach's desk: tasks and rubrics",
    "last-class.json": "the coach's desk: the folder that it opens again",
    "late.json": "the coach's desk: who is late, and what they decided",
    "keep-this-to-yourself.json": "the coach's desk: their list of learners",
    "class.html": "the coach's desk: counts and learners",
    "class.csv": "the coach's desk: counts and learners",
    "left-out.csv": "the coach's desk: what could not be told",
    "not-taken.csv": "the coach's desk: files that were refused",
    "timestamp.txt": "what LMSes put beside a file",
}
"""Names that stand in the code and are nothing that a learner downloads, and why."""


def _literal(node: ast.AST) -> str | None:
    """The text of a literal; what is put into it stands as a star."""
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        return node.value
    if isinstance(node, ast.JoinedStr):
        return "".join(str(part.value) if isinstance(part, ast.Constant) else "*" for part in node.values)
    return None


def _names(tree: ast.AST) -> Iterator[str]:
    parts = {id(part) for node in ast.walk(tree) if isinstance(node, ast.JoinedStr) for part in node.values}
    for node in ast.walk(tree):
        name = None if id(node) in parts else _literal(node)
        if name and name.endswith(ENDINGS) and not set(name) & set(" /,'"):
            yield name


def _in_the_code() -> Iterator[tuple[str, str]]:
    for room in ROOMS:
        where = PACKAGE / room
        for path in [where] if where.is_file() else sorted(where.glob("*.py")):
            for name in _names(ast.parse(path.read_text(encoding="utf-8"))):
                yield path.relative_to(PACKAGE).as_posix(), name


ENDING_ONLY = {
    ("follow_ups/mail.py", ".eml"): "1-thank-you-priya-nair.eml",
    ("handin.py", ".json"): "hand-in-week-1-ada-lovelace.json",
    ("views/goes_out.py", ".html"): "hand-in-week-1-ada-lovelace.html",
}
"""Names put together from pieces: the ending that stands in the code, and such a name."""

PUT_TOGETHER = {"*.html", "*.json", "*.csv", "*.zip", "**.json", "*Z-*.json", *ENDINGS}
"""What to look for, pieces of other names, and names in the coach's own folder."""


def test_every_file_name_in_the_code_is_on_the_list_or_said_to_be_none_of_it() -> None:
    unsettled = {
        (where, name)
        for where, name in _in_the_code()
        if not is_listed(name) and name not in NO_DOWNLOAD | dict.fromkeys(TEMPLATES) and name not in PUT_TOGETHER
    }
    assert unsettled == set()


def test_names_put_together_from_pieces_are_on_the_list() -> None:
    found = set(_in_the_code())
    assert set(ENDING_ONLY) <= found
    assert all(map(is_listed, ENDING_ONLY.values()))


def test_the_test_sees_the_names_that_it_is_about() -> None:
    names = {name for _, name in _in_the_code()}
    assert {
        "brief-*.html",
        "rapportkit-workbook-*.json",
        "follow-ups.ics",
        "people.csv",
        "kitchen-table-*.html",
    } <= names


def test_each_download_link_in_the_panels_is_one_that_the_test_follows() -> None:
    calls = [
        (path.name, ast.unparse(node.args[1]))
        for path in sorted((PACKAGE / "views").glob("*.py"))
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "download_link"
    ]
    made_elsewhere = (
        "brief_name(brief)",
        "pocket_name(brief)",
        "mail_name(note)",
        "name",
        "name.replace('.json', '.html')",
    )
    assert calls
    assert all(is_listed(ast.literal_eval(name)) for _, name in calls if name not in made_elsewhere)


@pytest.mark.parametrize("one", DOWNLOADS)
def test_the_sentence_says_each_kind_with_its_names(one: tuple[str, tuple[str, ...]]) -> None:
    what, names = one
    assert f"{what} ({', '.join(names)})" in out_of_reach()


def test_an_empty_list_entry_would_be_seen() -> None:
    assert not is_listed("diary.html")
