"""
What can go wrong, in sentences that a person may see.

Every error of ours says what happened, with the value, where, and what to do next. Nothing else that is
raised is meant for a learner's eyes.
"""


class RapportError(Exception):
    """Something that the person in front of the screen can understand and mend."""


class UnreadableFile(RapportError):
    """A file that somebody brought cannot be read, or holds nothing that we understand."""


class SeveralPeople(UnreadableFile):
    """A file holds more than one person, and nobody has said yet which one is meant."""

    def __init__(self, sentence: str, names: tuple[str, ...]) -> None:
        super().__init__(sentence)
        self.names = names


class InvalidValue(RapportError):
    """A value that somebody typed (a date, a name, a zone) is not what it should be."""


class WorkbookError(RapportError):
    """The workbook cannot be opened or written; what it held before is untouched."""


class WorkbookBusy(WorkbookError):
    """Another lesson is writing into the same workbook and did not finish in time."""


class WorkbookTooNew(WorkbookError):
    """The workbook, or an exported copy of it, was written by a newer rapportkit."""
