"""Long lists, page by page."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Generic, TypeVar

from flask import abort, redirect, request, url_for

from webui.addresses import page_number

#: Index cards of documents on one page.
PER_PAGE = 20

#: Address parameters that choose what a list shows.
NARROWING = ("jahr", "q")

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

    @property
    def pages(self) -> int:
        """How many pages the list fills, at least one."""
        return max(1, -(-self.total // self.per_page))


def listed(documents: Sequence[Listed], per_page: int = PER_PAGE) -> Listing[Listed]:
    """Return the page of a list that the current address asks for; one behind the last is answered with a redirect."""
    page = page_number(request.args)
    first = (page - 1) * per_page
    listing = Listing(tuple(documents[first : first + per_page]), len(documents), page, per_page)
    return listing if page <= listing.pages else abort(redirect(page_url(listing.pages)))


def page_url(page: int, anchor: str = "documents") -> str:
    """Return the address of another page of the list that the current page shows, narrowed as it is."""
    narrowed = {name: request.args[name] for name in NARROWING if request.args.get(name)}
    address: dict[str, Any] = {**narrowed, **(request.view_args or {})}
    if page > 1:
        address["seite"] = page
    return url_for(request.endpoint or "", **address, _anchor=anchor)
