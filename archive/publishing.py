"""Publication: what a document must tell of itself before others than the coordination find it."""

from collections.abc import Collection, Mapping
from dataclasses import replace
from enum import StrEnum

from archive import descriptions, metadata
from archive.accession import find_document
from archive.catalogue.catalogue import Catalogue
from archive.errors import IncompleteError
from archive.events import entered_by_people
from archive.values import PUBLISHED, Description, Details, DocumentKind, Visibility


class Lack(StrEnum):
    """What a description lacks for publication."""

    TITLE = "title"
    DATE = "date"


#: What tells of one meeting or one day, and is of no use without it.
DATED = frozenset(
    {
        DocumentKind.PROTOKOLL,
        DocumentKind.ERGEBNISDOKUMENTATION,
        DocumentKind.TAGESORDNUNG,
        DocumentKind.FOTOPROTOKOLL,
    }
)


def lacks(document: Description) -> tuple[Lack, ...]:
    """Return what a document lacks for publication: a title, and, if it tells of a meeting, its day."""
    there = {Lack.TITLE: bool(document.title.strip()), Lack.DATE: has_day(document)}
    return tuple(lack for lack, is_there in there.items() if not is_there)


def has_day(document: Description | Details) -> bool:
    """Tell whether a document says when its meeting was, unless it tells of none."""
    return document.kind not in DATED or document.date is not None or bool(document.meeting)


class Publishing:
    """Lets others find documents, or no longer; one serves all threads."""

    def __init__(self, catalogue: Catalogue) -> None:
        self._catalogue = catalogue

    def publish(self, code: str, visibility: Visibility, agent: str) -> None:
        """Let others than whoever prepared it find a document.

        Args:
            code: The document's.
            visibility: Who is to find it.
            agent: Who decides so.

        Raises:
            UnknownDocumentError: There is no such document.
            IncompleteError: Its description lacks something.
        """
        with self._catalogue.writing() as session:
            lacking = lacks(descriptions.describe(session, code))
            if lacking and visibility in PUBLISHED:
                raise IncompleteError(code, lacking)
            document = find_document(session, code)
            metadata.amend(session, document, replace(metadata.details_of(document), visibility=visibility), agent)

    def withdraw(self, code: str, agent: str) -> None:
        """Make a document a draft again, which only the coordination finds, or raise UnknownDocumentError."""
        self.publish(code, Visibility.DRAFT, agent)

    def entered(self, codes: Collection[str]) -> Mapping[str, frozenset[str]]:
        """Return the names of the fields of `Details` that people entered, of each document of which they did."""
        with self._catalogue.reading() as session:
            return entered_by_people(session, codes)
