"""Long lists, page by page."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Generic, TypeVar

from flask import abort, redirect, request, url_for

from webui.addresses import PAGE, page_number

#: Index cards of documents on one page.
PER_PAGE = 20

#: Address parameters that choose what a list shows.
NARROWING = ("jahr", "q", "fehlt")

#: Parameters of the pages of lists of which one page shows several.
OF_SEVERAL = ("beschluesse", "aufgaben", "ergebnisse", "vorher")

#: A document as the list needs it.
Listed = TypeVar("Listed")


@dataclass(frozen=True, slots=True)
class Listing(Generic[Listed]):
    """One page of a list of documents."""

    shown: tuple[Listed, ...]
    #: How many the whole list has.
    total: int
    #: Counted from 1.
    page: int
    #: How many are shown on a page.
    per_page: int = PER_PAGE
    #: The address parameter that chooses the page.
    parameter: str = PAGE

    @property
    def first(self) -> int:
        """The place of the first that is shown in the whole list, from 1."""
        return (self.page - 1) * self.per_page + 1

    @property
    def pages(self) -> int:
        """How many pages the list fills, at least one."""
        return max(1, -(-self.total // self.per_page))


def listed(documents: Sequence[Listed], per_page: int = PER_PAGE, parameter: str = PAGE) -> Listing[Listed]:
    """Return the page of a list that the current address asks for; one behind the last is answered with a redirect."""
    page = page_number(request.args, parameter)
    first = (page - 1) * per_page
    listing = Listing(tuple(documents[first : first + per_page]), len(documents), page, per_page, parameter)
    return listing if page <= listing.pages else abort(redirect(page_url(listing.pages, parameter=parameter)))


def page_url(page: int, anchor: str = "documents", parameter: str = PAGE) -> str:
    """Return the address of another page of a list that the current page shows; all else stays as it is."""
    kept = {name: request.args[name] for name in (*NARROWING, PAGE, *OF_SEVERAL) if request.args.get(name)}
    address: dict[str, Any] = {**kept, **(request.view_args or {})}
    address.pop(parameter, None)
    if page > 1:
        address[parameter] = page
    return url_for(request.endpoint or "", **address, _anchor=anchor)
