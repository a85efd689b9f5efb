"""
The work that reading one PDF may take, counted while it is done.

A few hundred bytes can ask for hours: fonts with all letters of the world, named a thousand times, or a form that
draws itself. What reads a PDF bounds one stream, one font and one list at a time; a budget bounds all of them together.
A step stands for about a microsecond.
"""

from __future__ import annotations

import io

MOST_STEPS = 3_000_000
"""A profile of two pages takes some 15,000."""

_BYTES_A_STEP = 100
"""Bytes that are only copied or searched through."""

_A_SEARCH = 1_000


class TooMuch(BaseException):
    """
    A file asks for more work than any profile does.

    No `Exception`: whoever reads a damaged file passes over those, and goes on.
    """


class Budget:
    """The steps that are left."""

    def __init__(self, steps: int = MOST_STEPS) -> None:
        self.left = steps

    def spend(self, steps: int) -> None:
        """
        Count *steps* more.

        Raises:
            TooMuch: there are none left.
        """
        self.left -= steps
        if self.left < 0:
            raise TooMuch


class MeteredBytes(io.BytesIO):
    """The bytes of a file, where each time that they are read or sought is a step, and long ones are more."""

    def __init__(self, data: bytes, budget: Budget) -> None:
        super().__init__(data)
        self._spend = budget.spend
        self._whole = len(data) // _BYTES_A_STEP

    def read(self, size: int | None = -1, /) -> bytes:
        """The next *size* bytes."""
        data = super().read(size)
        self._spend(1 + len(data) // _BYTES_A_STEP)
        return data

    def seek(self, offset: int, whence: int = io.SEEK_SET, /) -> int:
        """Go elsewhere; whoever asks for the end goes on to look through everything that is known of the file."""
        self._spend(1 + (self._whole if whence == io.SEEK_END else 0))
        return super().seek(offset, whence)

    def getbuffer(self) -> memoryview:
        """All of it, which is asked for where something is missing and the whole file is searched for it."""
        self._spend(_A_SEARCH + self._whole)
        return super().getbuffer()
