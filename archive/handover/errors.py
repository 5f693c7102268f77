"""What can go wrong in a hand-over: each error is a fact with its facts; the wording is made at the edge."""

from enum import StrEnum
from pathlib import Path

from archive.errors import ArchiveError


class HandoverError(ArchiveError):
    """Base of the reasons for which nothing is handed over or taken over."""


class TargetNotEmptyError(HandoverError):
    """The folder that is to be made is there already, and something is in it."""

    def __init__(self, path: Path) -> None:
        super().__init__(str(path))
        self.path = path


class TargetUnusableError(HandoverError):
    """The folder cannot be made or written: no right, no room, or no such place."""

    def __init__(self, path: Path, reason: str) -> None:
        super().__init__(f"{path}: {reason}")
        self.path = path
        self.reason = reason


class BagFault(StrEnum):
    """Why a bag is not taken over."""

    NO_BAG = "no_bag"
    #: It names files that would have to be fetched from elsewhere.
    FETCHES = "fetches"
    #: Something in it is neither a file nor a folder: a link, a device, a pipe.
    NOT_A_FILE = "not_a_file"
    #: A path leads out of the payload, or is written in a way no path is.
    LEADS_OUTSIDE = "leads_outside"
    #: A file that stands in no manifest.
    UNLISTED = "unlisted"
    MISSING = "missing"
    ALTERED = "altered"
    TOO_LARGE = "too_large"
    #: What it says of documents cannot be read, or contradicts itself.
    UNREADABLE = "unreadable"
    #: It was made by a newer version of this program.
    NEWER = "newer"
    #: It is a bag, but nobody's holdings.
    NO_HOLDINGS = "no_holdings"


class BagError(HandoverError):
    """A bag cannot be taken over."""

    def __init__(self, fault: BagFault, place: str = "") -> None:
        super().__init__(f"{fault}: {place}" if place else str(fault))
        self.fault = fault
        #: The file, line or table that is wrong, or "".
        self.place = place
