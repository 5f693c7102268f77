"""What can go wrong with learning paths."""

from enum import StrEnum

from archive.errors import ArchiveError


class UnknownPathError(ArchiveError):
    """There is no learning path of this key, or none with this step."""


class StepFault(StrEnum):
    """What is wrong with a step somebody describes."""

    TITLE = "title"
    TEXT = "text"
    MINUTES = "minutes"
    LINK = "link"


class UnusableStepError(ArchiveError):
    """A step cannot be as it is described."""

    def __init__(self, fault: StepFault) -> None:
        super().__init__(fault)
        self.fault = fault
