"""Dates as people write them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as some

from rapportkit.people.dates import Span, partial_date, span_of, years_in
from rapportkit.people.person import Fact


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("2017", "2017"),
        (2017, "2017"),
        ("2017-03", "2017-03"),
        ("2017-3", "2017-03"),
        ("2017-03-01", "2017-03-01"),
        ("2017-03-01T00:00:00Z", "2017-03-01"),
        ("2017-03-01T00:00:00.000+02:00", "2017-03-01"),
        ("03/2017", "2017-03"),
        ("Mar 2017", "2017-03"),
        ("March 2017", "2017-03"),
        ("Sept. 2017", "2017-09"),
        ("01 Oct 2022", "2022-10-01"),
        ("1st October 2022", "2022-10-01"),
        ("October 3, 2022", "2022-10-03"),
        ("  2017 ", "2017"),
        ("Mar-17", "2017-03"),
        ("Mar '17", "2017-03"),
        ("Jun-68", "1968-06"),
        ("01-Oct-98", "1998-10-01"),
        ("3/31/2017", "2017-03-31"),
        ("31.03.2017", "2017-03-31"),
        ("4/5/2017", "2017"),
        ("5/5/2017", "2017-05-05"),
    ],
)
def test_a_date_is_read_no_more_exactly_than_it_was_given(written: object, read: str) -> None:
    assert partial_date(written) == read


@pytest.mark.parametrize(
    "written",
    [
        "",
        "soon",
        "May",
        "Mar 17th",
        "13/13/2017",
        "32/1/2017",
        "2017-13",
        "2017-02-31",
        "0017",
        "9999",
        "20170",
        None,
        True,
        3.5,
        [],
        {},
        "x" * 10_000,
        "٢٠١٧-",
    ],
)
def test_nonsense_is_no_date(written: object) -> None:
    assert partial_date(written) is None


@pytest.mark.parametrize(
    ("start", "end", "span"),
    [
        ("2019", None, Span("2019", None, current=True)),
        ("2019", "", Span("2019", None, current=True)),
        ("2019", "Present", Span("2019", None, current=True)),
        ("2019", "2020", Span("2019", "2020", current=False)),
        (None, "2020", Span(None, "2020", current=False)),
        ("2019", "some day", Span("2019", None, None)),
        (None, None, Span()),
        ("whenever", "", Span()),
    ],
)
def test_only_what_was_said_decides_whether_something_is_going_on(start: object, end: object, span: Span) -> None:
    assert span_of(start, end) == span


@pytest.mark.parametrize(
    ("line", "label", "span"),
    [
        ("Leeds 2014-2016", "Leeds", Span("2014", "2016", current=False)),
        ("Leeds, 2014 – 2016", "Leeds", Span("2014", "2016", current=False)),
        ("Leeds (2010 to 2012)", "Leeds", Span("2010", "2012", current=False)),
        ("Leeds from 2010 until 2012", "Leeds", Span("2010", "2012", current=False)),
        ("choir since 2019", "choir", Span("2019", None, current=True)),
        ("Acme 2019 - present", "Acme", Span("2019", None, current=True)),
        ("Pune until 2016", "Pune", Span(None, "2016", current=False)),
        ("Lagos in 2009", "Lagos", Span("2009")),
        ("Leeds 2014, York 2016", "Leeds 2014, York 2016", Span()),
        ("Leeds 2016-2014", "Leeds 2016-2014", Span()),
        ("1984", "1984", Span("1984")),
        ("route 66", "route 66", Span()),
    ],
)
def test_years_leave_the_words_and_become_dates(line: str, label: str, span: Span) -> None:
    assert years_in(line) == (label, span)


@given(some.text(max_size=40))
def test_whatever_is_written_as_date_fits_a_fact(written: str) -> None:
    start, end, current = span_of(written, written)

    assert Fact(kind="place", label="x", start=start, end=end, current=current, where="x")
