"""What hinders the publication of documents, as the rows of a table tell it."""

from collections.abc import Iterable, Mapping

from archive.publishing import Lack
from archive.values import Visibility
from indexer.structure.proposals.proposal import Field
from webui.drafting.publishing import BORNE_BY_COORDINATION, KIND_OPEN, LACKS, Obstacle
from webui.drafting.rows import Row
from webui.i18n import mark

#: What is missing → the fields in which something may be proposed for it, and what is said where it is.
PROPOSED: Mapping[Obstacle, tuple[tuple[Field, ...], Obstacle]] = {
    Obstacle(LACKS[Lack.TITLE]): ((Field.TITLE,), Obstacle(mark("Bitte prüfen Sie den Titel."))),
    Obstacle(LACKS[Lack.DATE]): (
        (Field.MEETING, Field.DATE),
        Obstacle(mark("Bitte prüfen Sie Treffen und Datum.")),
    ),
    KIND_OPEN: ((Field.KIND,), Obstacle(mark("Bitte prüfen Sie die Dokumentart."))),
}
#: For those of whom nobody else is to find the document.
BORNE = Obstacle(mark("Für die Koordination lässt es sich trotzdem veröffentlichen."), passes=True)


def told(row: Row, found: Iterable[Obstacle]) -> tuple[Obstacle, ...]:
    """Return what hinders a document: what a field proposes already is to be checked, and does not lack."""
    hindrances = tuple(found)
    said = tuple(_said(row, each) for each in hindrances)
    is_borne = row.visibility is Visibility.COORDINATION and BORNE_BY_COORDINATION.issuperset(hindrances)
    return (*said, BORNE) if said and is_borne else said


def _said(row: Row, obstacle: Obstacle) -> Obstacle:
    fields, checked = PROPOSED.get(obstacle, ((), obstacle))
    return checked if any(row.fields[field].values for field in fields) else obstacle
