"""Long lists of documents, page by page."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Generic, TypeVar

from flask import abort, redirect, request, url_for

from webui.addresses import page_number

#: Index cards of documents on one page.
PER_PAGE = 20


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

    @property
    def pages(self) -> int:
        """How many pages the list fills, at least one."""
        return max(1, -(-self.total // PER_PAGE))


def listed(documents: Sequence[Listed]) -> Listing[Listed]:
    """Return the page of a list that the current address asks for; one behind the last is answered with a redirect."""
    page = page_number(request.args)
    first = (page - 1) * PER_PAGE
    listing = Listing(tuple(documents[first : first + PER_PAGE]), len(documents), page)
    return listing if page <= listing.pages else abort(redirect(page_url(listing.pages)))


def page_url(page: int) -> str:
    """Return the address of another page of the list that the current page shows."""
    address: dict[str, Any] = {**(request.view_args or {})}
    if page > 1:
        address["seite"] = page
    return url_for(request.endpoint or "", **address, _anchor="documents")
