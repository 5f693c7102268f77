"""What is new at a site, in two statements however many documents it has."""

from collections.abc import Collection
from dataclasses import dataclass

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from archive.catalogue.authorities import Meeting
from archive.catalogue.catalogue import Catalogue
from archive.catalogue.holdings import Document
from archive.selections import Aspect, about, visible_to
from archive.values import Visibility


@dataclass(frozen=True, slots=True)
class SiteMeeting:
    """A meeting from which there are documents about a site."""

    key: str
    title: str
    #: How many documents of the meeting are about the site.
    documents: int


@dataclass(frozen=True, slots=True)
class SiteNews:
    """The newest of a site."""

    #: Reference codes of the documents taken in last, the last first.
    documents: tuple[str, ...]
    #: The meetings held last, the last first.
    meetings: tuple[SiteMeeting, ...]


class SiteOverview:
    """Tells what is new at a site; one serves all threads."""

    def __init__(self, catalogue: Catalogue) -> None:
        self._catalogue = catalogue

    def news(self, label: str, visible: Collection[Visibility], most: int) -> SiteNews:
        """Return the newest documents of some classes about a site, and their last meetings, some of each."""
        own = about(Aspect.SITE, label) & visible_to(visible)
        codes = select(Document.code).where(own).order_by(Document.code.desc()).limit(most)
        meetings = (
            select(Meeting.key, Meeting.title, func.count())
            .join(Document, Document.meeting_id == Meeting.id)
            .where(own)
            .group_by(Meeting.id)
            .order_by(Meeting.start.desc(), Meeting.key)
            .limit(most)
        )

        def read(session: Session) -> SiteNews:
            held = tuple(SiteMeeting(*row) for row in session.execute(meetings))
            return SiteNews(tuple(session.scalars(codes)), held)

        return self._catalogue.lasting(("site", label, frozenset(visible), most), read)
