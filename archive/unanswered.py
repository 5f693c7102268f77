"""Queries that found nothing, counted by month: without anyone who asked, without order and without a time."""

from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta

from sqlalchemy import delete, func, select
from sqlalchemy.dialects.sqlite import insert

from archive.catalogue.catalogue import Catalogue
from archive.catalogue.use import Unanswered as Row
from archive.vocabulary import fold

#: What was asked less often might be one person's.
LEAST_SHOWN = 3

#: Counts are kept so long.
KEPT = timedelta(days=365)


@dataclass(frozen=True, slots=True)
class UnansweredEntry:
    """A query that found nothing."""

    #: Folded.
    query: str
    count: int
    #: The month in which it was last asked: "2026-11".
    month: str

    @property
    def last_month(self) -> date:
        """The first day of that month."""
        return date.fromisoformat(f"{self.month}-01")


class Unanswered:
    """Counts queries; one serves all threads."""

    def __init__(self, catalogue: Catalogue) -> None:
        self._catalogue = catalogue

    def count(self, query: str) -> None:
        """Count a query in this month, and delete the counts of months that are long gone."""
        now = datetime.now(UTC)
        counted = insert(Row).values(query=fold(query), month=f"{now:%Y-%m}", count=1)
        raised = counted.on_conflict_do_update(index_elements=["query", "month"], set_={"count": Row.count + 1})
        with self._catalogue.writing_if_possible() as session:
            session.execute(delete(Row).where(Row.month < f"{now - KEPT:%Y-%m}"))
            session.execute(raised)

    def entries(self) -> tuple[UnansweredEntry, ...]:
        """Return the queries that were asked at least three times, the most frequent first."""
        total = func.sum(Row.count)
        asked = select(Row.query, total, func.max(Row.month)).group_by(Row.query).having(total >= LEAST_SHOWN)
        with self._catalogue.reading() as session:
            rows = session.execute(asked.order_by(total.desc(), Row.query))
            return tuple(UnansweredEntry(query, count, month) for query, count, month in rows)

    def forget(self, query: str) -> None:
        """Delete the counts of a query."""
        with self._catalogue.writing() as session:
            session.execute(delete(Row).where(Row.query == fold(query)))
