"""Who reads the current page."""

from collections.abc import Iterable

from archive.accounts.values import AccountEntry
from archive.custody import PROGRAM
from archive.rights import VISITOR, Reader
from archive.values import Description
from webui.bearer import bearer
from webui.signed_in import signed_in


def account() -> AccountEntry | None:
    """Return whose the current request is: of whoever is signed in, or whose token came along; None of a visitor."""
    found = signed_in()
    return found.account if found else bearer()


def reader() -> Reader:
    """Return who asks for the current page."""
    found = account()
    return found.reader if found else VISITOR


def agent() -> str:
    """Return what stands in events for who asks for the current page."""
    found = account()
    return found.agent if found else PROGRAM


def seen(documents: Iterable[Description]) -> list[Description]:
    """Return those of the documents that the current reader may see."""
    asking = reader()
    return [each for each in documents if asking.may_see(each.visibility)]
