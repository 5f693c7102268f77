"""Facts of method cards that people put right: what they say holds, however the paper is read."""

from collections import defaultdict
from collections.abc import Collection, Mapping
from datetime import UTC, datetime

from sqlalchemy import Select, delete, select, update
from sqlalchemy.orm import Session

from archive.accession import find_document
from archive.catalogue.card_facts import CardFact
from archive.catalogue.catalogue import Catalogue
from archive.catalogue.holdings import Document
from archive.custody import PROGRAM, EventKind
from archive.events import record


class CardFacts:
    """Keeps what people say of methods; one serves all threads."""

    def __init__(self, catalogue: Catalogue) -> None:
        self._catalogue = catalogue

    def say(self, code: str, facts: Mapping[str, str | None], agent: str = PROGRAM) -> None:
        """Say what a method's facts are, and let the document be indexed anew; what is said already is left alone.

        Args:
            code: The document's.
            facts: Name of a fact, as the indexer calls it → what it is, or None where the paper is right.
            agent: Who says so.

        Raises:
            UnknownDocumentError: There is no such document.
        """
        with self._catalogue.writing() as session:
            document = find_document(session, code)
            before = {row.field: row.text for row in session.scalars(_of(document.id))}
            changed = {field: text for field, text in facts.items() if before.get(field) != text}
            if not changed:
                return
            _forget(session, document.id, changed)
            now = datetime.now(UTC)
            said = ((field, text) for field, text in changed.items() if text is not None)
            session.add_all(
                CardFact(document_id=document.id, field=field, text=text, agent=agent, at=now) for field, text in said
            )
            document.revision += 1
            record(session, EventKind.CARD_CORRECTION, code, ",".join(changed), agent)

    def of(self, code: str) -> Mapping[str, str]:
        """Return what people said of a method, by the names of the facts."""
        return self.of_many((code,)).get(code, {})

    def of_many(self, codes: Collection[str]) -> Mapping[str, Mapping[str, str]]:
        """Return what people said of methods, by code; those of which nothing was said are left out."""
        asked = select(Document.code, CardFact).join(Document, Document.id == CardFact.document_id)
        said: defaultdict[str, dict[str, str]] = defaultdict(dict)
        with self._catalogue.reading() as session:
            for code, row in session.execute(asked.where(Document.code.in_(codes)).order_by(CardFact.id)):
                said[code][row.field] = row.text
        return said


def move_card_facts(session: Session, ending: int, document: int) -> None:
    """Give what is said of one document to another, of which it becomes a version; what is newer counts."""
    fields = set(session.scalars(select(CardFact.field).where(CardFact.document_id == ending)))
    _forget(session, document, fields)
    session.execute(update(CardFact).where(CardFact.document_id == ending).values(document_id=document))


def _of(document: int) -> Select[CardFact]:
    return select(CardFact).where(CardFact.document_id == document)


def _forget(session: Session, document: int, fields: Collection[str]) -> None:
    session.execute(delete(CardFact).where(CardFact.document_id == document, CardFact.field.in_(fields)))
    session.flush()
