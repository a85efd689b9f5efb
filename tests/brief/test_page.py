from __future__ import annotations

import builtins
import io
from collections.abc import Iterator
from html.parser import HTMLParser
from typing import Any

import pytest
from pypdf import PdfReader

from rapportkit import printed
from rapportkit.brief import MARK, Brief, brief_name, brief_page
from rapportkit.errors import RapportError
from rapportkit.follow_ups import DEBRIEF_QUESTIONS
from rapportkit.interviews import Format
from rapportkit.people.person import Person
from tests.brief.dossiers import ten_dossiers
from tests.brief.samples import WARD, far_too_much, follow_ups_to, marcuss, nadias, nothing_yet
from tests.browser_here import find_browser


class Tags(HTMLParser):
    """Every tag of a page with its attributes, and its text."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.text = ""
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))

    def handle_data(self, data: str) -> None:
        self.text += data


def test_the_brief_tells_when_how_and_who_and_what_is_shared_with_the_words_on_both_sides() -> None:
    said = Tags(brief_page(nadias())).text

    for words in ("Thursday 3 December 2026, 14:00", "Europe/London", "in a room", "Helen Ashworth", "Leeds",
                  "on the allotment", "Growing vegetables", "How did you come to giant pumpkins"):  # fmt: skip
        assert words in said


def test_how_long_it_takes_is_printed_only_where_somebody_said_so() -> None:
    asked = nadias()
    told = asked.with_(interview=asked.interview.with_(minutes=35))
    untold = asked.with_(interview=asked.interview.with_(minutes=None))

    assert " · about 35 minutes" in Tags(brief_page(told)).text
    assert " · about" not in Tags(brief_page(untold)).text


def test_on_the_back_are_the_three_questions_and_the_days_of_the_four_notes() -> None:
    back = Tags(brief_page(marcuss())).text.partition("Afterwards")[2]

    assert all(question in back for question in DEBRIEF_QUESTIONS)
    for words in ("Thursday 3 December 2026, 09:45", "Thu 3 Dec, 10:15", "Mon 7 Dec, 09:00", "after they accept"):
        assert words in back


def test_a_day_that_is_not_known_yet_says_what_it_waits_for() -> None:
    back = Tags(brief_page(nadias())).text.partition("Afterwards")[2]

    assert "the morning after a refusal" in back


def test_an_empty_brief_says_what_to_do() -> None:
    said = Tags(brief_page(nothing_yet())).text

    for hint in (
        "No line yet: lesson 4",
        "Nobody noted yet: lesson 2",
        "No proof yet",
        "No card yet",
        "No question yet",
    ):
        assert hint in said


def test_nothing_is_ever_called_ready() -> None:
    assert not any(
        "ready" in Tags(brief_page(one)).text for one in (nadias(), marcuss(), nothing_yet(), far_too_much())
    )


def test_what_was_shortened_or_left_out_is_said() -> None:
    said = Tags(brief_page(far_too_much())).text

    assert said.count("(shortened)") > 20
    assert "10 more are in your workbook" in said
    assert "6 more people are in your workbook" in said


@pytest.mark.parametrize(
    "name",
    [
        "<script>alert(1)</script>",
        "</style><img src=x onerror=alert(1)>",
        '" onload="x',
        "{{ 7 * 7 }}{% raw %}",
        "نادية رحمن\u202e",
        "👩🏽‍🚒",
        "a\x00\x1b[31mb",
    ],
)
def test_whatever_a_name_is_made_of_is_inert(name: str) -> None:
    people = {"x": Person(name=name)}
    brief = nadias().with_(people=people, follow_ups=follow_ups_to(nadias().interview, people))
    brief = brief.with_(interview=brief.interview.with_(role=name, company=name))

    harmless, told = Tags(brief_page(nadias())), Tags(brief_page(brief))

    brief_page(brief).encode("utf-8")
    assert {tag for tag, _ in told.tags} <= {tag for tag, _ in harmless.tags}
    assert "49" not in told.text.partition("Afterwards")[0].partition("Thursday")[0]
    assert not any(key.startswith("on") for _, attributes in told.tags for key in attributes)


def test_the_file_needs_nothing_from_elsewhere_and_runs_nothing() -> None:
    parsed = Tags(brief_page(nadias()))

    assert not {"script", "link", "img", "iframe", "form"} & {tag for tag, _ in parsed.tags}
    assert not any({"src", "href", "action"} & set(attributes) for _, attributes in parsed.tags)
    assert "url(" not in brief_page(nadias())
    assert "default-src 'none'" in brief_page(nadias())


def test_a_brief_of_ours_is_known_by_its_beginning() -> None:
    assert MARK in brief_page(far_too_much())[:1_000]


def test_the_name_of_the_file_tells_nobodys_name() -> None:
    assert brief_name(nadias()) == "brief-2026-12-03.html"


def test_without_jinja2_a_sentence_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    imported = builtins.__import__

    def without(name: str, *rest: Any) -> Any:
        if name == "jinja2":
            raise ImportError(name)
        return imported(name, *rest)

    printed._environment.cache_clear()
    monkeypatch.setattr(builtins, "__import__", without)

    with pytest.raises(RapportError, match="pip install jinja2"):
        brief_page(nadias())


@pytest.fixture(scope="module")
def browser() -> Iterator[Any]:
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        opened = playwright.chromium.launch(
            executable_path=find_browser(), args=["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run"]
        )
        yield opened
        opened.close()


@pytest.mark.browser
@pytest.mark.parametrize(
    "brief",
    [
        *ten_dossiers().values(),
        *map(
            far_too_much,
            ("Incidentally", "WWWW", "we grew beans, and", "面接官の皆様", "مرحبا بكم", "👩🏽‍🚒", "W" * 90),
        ),
    ],
    ids=[*ten_dossiers(), "long", "broad", "mixed", "Chinese", "Arabic", "emoji", "unbroken"],
)
def test_the_brief_is_one_sheet_of_paper_on_both_sides_of_the_sea(browser: Any, brief: Brief) -> None:
    front = 2 if 'class="page front second"' in brief_page(brief) else 1
    assert front == 1 or len(brief.people) > 1, "one person is one page"
    shown = browser.new_page()
    shown.set_content(brief_page(brief))

    printed = [PdfReader(io.BytesIO(shown.pdf(format=paper))).pages for paper in ("A4", "Letter")]

    shown.close()
    for pages in printed:
        assert len(pages) == front + 1
        assert all("Read it outside" in page.extract_text() for page in pages[:-1])
        assert "Nothing is sent for you" in pages[-1].extract_text()


def test_a_panel_is_printed_whole_on_two_pages_rather_than_cut_to_one() -> None:
    panel = ten_dossiers()["panel"]
    page = brief_page(panel)

    assert page.count('class="page front') == 2
    assert "Overleaf: your proofs and your plans." in page
    assert "shortened" not in page
    assert "in your workbook" not in page
    assert page.index("Lines to open with") < page.index("Your own side") < page.index("Proofs of skill")
    few = panel.with_(proofs=(), cards=(), lines=panel.lines[:1])
    assert brief_page(few).count('class="page front') == 1


@pytest.mark.browser
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_on_a_screen_nobody_is_shut_out(browser: Any, scheme: str) -> None:
    from axe_playwright_python.sync_playwright import Axe

    shown = browser.new_page(color_scheme=scheme)
    shown.set_content(brief_page(nadias()))
    found = Axe().run(shown)
    shown.close()

    assert found.violations_count == 0, found.generate_report()


@pytest.mark.parametrize(
    ("how", "zone", "here", "said"),
    [
        ("room", "Europe/London", "Europe/London", False),
        ("room", "Europe/London", "America/Chicago", True),
        ("video", "Europe/London", "Europe/London", True),
        ("video", "Etc/UTC", "Etc/UTC", False),
        ("room", "Europe/London", "", True),
    ],
)
def test_the_zone_is_named_where_it_could_be_taken_for_another(how: Format, zone: str, here: str, said: bool) -> None:
    brief = nothing_yet().with_(interview=WARD.with_(format=how, zone=zone), here=here)

    assert (f"{zone} time" in Tags(brief_page(brief)).text) == said


@pytest.mark.browser
def test_what_is_not_written_yet_is_said_on_the_screen_and_not_on_paper(browser: Any) -> None:
    shown = browser.new_page()
    shown.set_content(brief_page(nothing_yet()))
    hint = shown.get_by_text("No card yet")
    assert hint.is_visible()

    shown.emulate_media(media="print")

    assert not hint.is_visible()
    shown.close()
