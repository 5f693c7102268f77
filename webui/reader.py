"""Who reads the current page."""

from collections.abc import Iterable

from archive.custody import PROGRAM
from archive.rights import VISITOR, Reader
from archive.values import Description
from webui.signed_in import signed_in


def reader() -> Reader:
    """Return who asks for the current page."""
    found = signed_in()
    return found.account.reader if found else VISITOR


def agent() -> str:
    """Return what stands in events for who asks for the current page."""
    found = signed_in()
    return found.account.agent if found else PROGRAM


def seen(documents: Iterable[Description]) -> list[Description]:
    """Return those of the documents that the current reader may see."""
    asking = reader()
    return [each for each in documents if asking.may_see(each.visibility)]
