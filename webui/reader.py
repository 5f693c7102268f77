"""Who reads the current page."""

from collections.abc import Iterable

from archive.rights import STAFF, Reader
from archive.values import Description


def reader() -> Reader:
    """Return who asks for the current page."""
    return STAFF


def seen(documents: Iterable[Description]) -> list[Description]:
    """Return those of the documents that the current reader may see."""
    asking = reader()
    return [each for each in documents if asking.may_see(each.visibility)]
