"""The measure of linear growth tells linear from quadratic work."""

from __future__ import annotations

from tests.linear import grows_linearly


def test_work_that_grows_with_its_input_is_linear() -> None:
    assert grows_linearly(lambda size: sum(range(size)), 2_000_000)


def test_work_that_grows_with_the_square_of_its_input_is_not() -> None:
    assert not grows_linearly(lambda size: sum(1 for _ in range(size) for _ in range(size)), 2_400)
