"""Publication: what a document must tell of itself before others than the coordination find it."""

from enum import StrEnum

from archive.values import Description, DocumentKind


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
    is_undated = document.kind in DATED and document.date is None and document.meeting is None
    there = {Lack.TITLE: bool(document.title.strip()), Lack.DATE: not is_undated}
    return tuple(lack for lack, is_there in there.items() if not is_there)
