"""Long lists, a portion at a time, with the addresses of the next and the previous one."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Annotated, Any, Generic, TypeVar

from flask import request, url_for
from msgspec import Meta

from webui.i18n import mark

#: So many are told at once unless more are asked for, and so many at most.
USUAL, LARGEST = 20, 100
#: Nothing is that long.
FARTHEST = 1_000_000

Item = TypeVar("Item")

Limit = Annotated[int, Meta(ge=1, le=LARGEST, description=mark("so viele auf einmal"))]
Offset = Annotated[int, Meta(ge=0, le=FARTHEST, description=mark("so viele werden übersprungen"))]


@dataclass(frozen=True, slots=True)
class Paging:
    """Which portion of a list is asked for."""

    limit: Limit = USUAL
    offset: Offset = 0

    @property
    def shown(self) -> slice:
        """The same as a slice."""
        return slice(self.offset, self.offset + self.limit)


@dataclass(frozen=True, slots=True)
class Portion(Generic[Item]):
    """A part of a list."""

    items: tuple[Item, ...]
    total: Annotated[int, Meta(description=mark("Länge der ganzen Liste"))]
    limit: int
    offset: int
    next: Annotated[str | None, Meta(description=mark("Adresse des nächsten Teils"))]
    previous: Annotated[str | None, Meta(description=mark("Adresse des vorigen Teils"))]


def portion(items: Sequence[Item], total: int, asked: Paging) -> Portion[Item]:
    """Return a part of a list that was cut out already."""
    return Portion(tuple(items), total, asked.limit, asked.offset, next_url(total, asked), previous_url(asked))


def cut(items: Sequence[Item], asked: Paging) -> Portion[Item]:
    """Return the part of a short list that is asked for."""
    return portion(items[asked.shown], len(items), asked)


def next_url(total: int, asked: Paging) -> str | None:
    """Return the address of the portion after one, or None at the end."""
    after = asked.offset + asked.limit
    return _url(after) if after < total else None


def previous_url(asked: Paging) -> str | None:
    """Return the address of the portion before one, or None at the beginning."""
    return _url(max(0, asked.offset - asked.limit)) if asked.offset else None


def _url(offset: int) -> str:
    address: dict[str, Any] = {**(request.view_args or {}), **request.args.to_dict(flat=False), "offset": offset}
    return url_for(str(request.endpoint), **address)
