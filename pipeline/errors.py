"""Reasons why a run cannot go on; anything a user fixes in a cell is a finding instead."""

from __future__ import annotations

from functools import partial


class ZhibuError(Exception):
    """The run cannot go on; the text is a Chinese sentence for the user, the exit status is 2."""

    def __init__(self, message: str, *, remedy: str = "") -> None:
        """Keep the sentence that says why and the one that says what to do about it."""
        super().__init__(message)
        self.message = message
        self.remedy = remedy

    def __reduce__(self) -> tuple[object, ...]:
        """Let the error come back whole from another process."""
        return (partial(type(self), remedy=self.remedy), (self.message,))


class WorkbookUnreadableError(ZhibuError):
    """The file given as workbook cannot be read as one."""


class TemplateFaultError(ZhibuError):
    """A Word template cannot be used: damaged, or it asks for a field that does not exist."""


class OutputFaultError(ZhibuError):
    """The output folder cannot be written, or another run is writing it."""


class BadRequestError(ZhibuError):
    """The command was given something it cannot work with."""


class UnmarkableError(ZhibuError):
    """No marked copy can be made of a workbook without the risk of damaging it."""


class StoppedError(ZhibuError):
    """Whoever asked for the run has asked it to stop."""
