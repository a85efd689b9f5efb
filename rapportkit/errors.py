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
    """
    The workbook cannot be opened or written; what it held before is untouched.

    A panel still holds what was typed, and has a button to press again; a command has neither: `at_the_prompt` is the
    sentence there, where it is another.
    """

    def __init__(self, sentence: str, at_the_prompt: str = "") -> None:
        super().__init__(sentence)
        self.at_the_prompt = at_the_prompt or sentence


class WorkbookBusy(WorkbookError):
    """Another lesson is writing into the same workbook and did not finish in time."""


class WorkbookTooNew(WorkbookError):
    """The workbook, or an exported copy of it, was written by a newer rapportkit."""


def unwritable(path: object, error: Exception, where: str = "") -> str:
    """
    The sentence on a file that the system will not write; *where* is what stands before its name, such as an option.

        >>> unwritable("page.html", OSError(28, "No space left on device"), "--html: ")
        "--html: 'page.html' cannot be written (No space left on device). Choose another folder, or make some room."
    """
    reason = getattr(error, "strerror", None) or "the name is not one that a file can have"
    return f"{where}'{path}' cannot be written ({reason}). Choose another folder, or make some room."
