"""When documents came to those who may see them: what is new to a reader."""

from collections.abc import Collection, Mapping
from datetime import UTC, datetime
from types import MappingProxyType

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from archive.catalogue.holdings import Document, Event
from archive.custody import EventKind
from archive.values import Visibility

#: What makes a document new to its readers.
_ARRIVALS = (EventKind.ACCESSION, EventKind.PUBLICATION)


def arrivals(
    session: Session, visible: Collection[Visibility], since: datetime | None = None
) -> Mapping[str, datetime]:
    """Return when documents of some classes came, or were published, by code; the latest first.

    Args:
        session: A reading session.
        visible: The classes. Drafts are never new to anyone: they have not arrived.
        since: Only what came later.
    """
    moment = func.max(Event.at)
    asked = (
        select(Document.code, moment)
        .join(Event, Event.document == Document.code)
        .where(Document.visibility.in_(set(visible) - {Visibility.DRAFT}), Event.kind.in_(_ARRIVALS))
        .group_by(Document.code)
        .order_by(moment.desc(), Document.id.desc())
    )
    if since:
        asked = asked.where(Event.at > since.astimezone(UTC))
    return MappingProxyType(dict(iter(session.execute(asked).all())))
