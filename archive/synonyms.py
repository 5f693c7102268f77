"""The coordination's own synonyms; what they do to queries is the search's business."""

from collections.abc import Iterable
from dataclasses import dataclass

from sqlalchemy import select

from archive.catalogue.catalogue import Catalogue
from archive.catalogue.use import Synonym
from archive.curation.names import checked
from archive.custody import PROGRAM, EventKind
from archive.errors import UnusableLabelError
from archive.events import record

#: Marks with a meaning of their own where synonyms are written in lines.
MARKS = frozenset('#!",=>')

#: Fewer words mean the same as nothing.
FEWEST = 2


@dataclass(frozen=True, slots=True)
class SynonymEntry:
    """Words that mean the same."""

    words: tuple[str, ...]
    #: Where the words lead to these only, and not back; () where each leads to each.
    leads_to: tuple[str, ...] = ()
    #: The catalogue's; 0 while it is not kept.
    number: int = 0


class Synonyms:
    """Keeps synonyms; one serves all threads."""

    def __init__(self, catalogue: Catalogue) -> None:
        self._catalogue = catalogue

    def entries(self) -> tuple[SynonymEntry, ...]:
        """Return every synonym, in the order they were added."""
        with self._catalogue.reading() as session:
            rows = session.scalars(select(Synonym).order_by(Synonym.id))
            return tuple(SynonymEntry(row.words, row.leads_to, row.id) for row in rows)

    def add(self, entry: SynonymEntry, agent: str = PROGRAM) -> None:
        """Keep a synonym; one that is kept already is kept once."""
        if any((each.words, each.leads_to) == (entry.words, entry.leads_to) for each in self.entries()):
            return
        with self._catalogue.writing() as session:
            session.add(row := Synonym(words=entry.words, leads_to=entry.leads_to))
            session.flush()
            record(session, EventKind.SYNONYM_ADDED, "", str(row.id), agent)

    def remove(self, number: int, agent: str = PROGRAM) -> None:
        """Keep a synonym no longer; one that is gone already is no fault."""
        with self._catalogue.writing() as session:
            row = session.get(Synonym, number)
            if row:
                session.delete(row)
                record(session, EventKind.SYNONYM_REMOVED, "", str(number), agent)


def synonym(words: Iterable[str], leads_to: Iterable[str] = ()) -> SynonymEntry:
    """Return a synonym of words as people type them.

    Raises:
        UnusableLabelError: A word cannot be one, or there are fewer than two in all.
    """
    entry = SynonymEntry(tuple(map(checked, words)), tuple(map(checked, leads_to)))
    every = (*entry.words, *entry.leads_to)
    if not entry.words or len(every) < FEWEST or any(MARKS & set(word) for word in every):
        raise UnusableLabelError(", ".join(every))
    return entry
