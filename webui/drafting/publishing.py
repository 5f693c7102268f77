"""Whether a document may be published, and what stands in the way."""

from collections.abc import Collection, Container, Mapping
from dataclasses import dataclass

from archive.errors import IncompleteError
from archive.publishing import Lack, lacks
from archive.values import PUBLISHED, Description, Visibility
from indexer.extraction.pages import Outcome
from indexer.index.readings import ReadingRecord
from webui.drafting.contents import Contents
from webui.drafting.fields import is_kind_open
from webui.i18n import mark
from webui.likely_versions import undecided as undecided_versions
from webui.noticed import undecided_in
from webui.reader import agent
from webui.services import services


@dataclass(frozen=True, slots=True)
class Obstacle:
    """What hinders the publication of a document."""

    #: To be translated.
    sentence: str
    #: Endpoint of the page of the document on which it is overcome, or "".
    endpoint: str = ""
    #: Whether it goes by itself.
    passes: bool = False


#: What is missing → what is said of it.
LACKS = {
    Lack.TITLE: mark("Es fehlt ein Titel."),
    Lack.DATE: mark("Es fehlt das Treffen oder das Datum."),
}
UNREAD = Obstacle(mark("Das Dokument wird noch gelesen."), passes=True)
#: What stands in its pictures may be about somebody.
RECOGNISING = Obstacle(
    mark("Die Texterkennung liest diesen Scan noch. Das dauert einige Sekunden je Seite."), passes=True
)
PERSONAL = Obstacle(mark("Personenangaben sind noch nicht entschieden."), "personal.index")
LIKELY = Obstacle(mark("Es ist noch nicht entschieden, ob es eine neue Fassung ist."), "documents.document")


#: What nobody can look through for personal data, nor find by its words.
UNREADABLE = Obstacle(
    mark(
        "Was darin steht, konnte niemand prüfen. Laden Sie eine lesbare Fassung hoch, verwerfen Sie die Datei, oder "
        "zeigen Sie sie nur der Koordination."
    )
)
#: Outcomes of files that could not be opened; scans without text can, and people see what they show.
NOT_OPENED = frozenset({Outcome.BROKEN, Outcome.PASSWORD})


KIND_OPEN = Obstacle(mark("Bitte wählen Sie die Dokumentart."))


#: What hinders nobody from keeping a document for the coordination.
BORNE_BY_COORDINATION = frozenset({RECOGNISING, PERSONAL, KIND_OPEN, UNREADABLE, *map(Obstacle, LACKS.values())})


def obstacles_of(
    documents: Collection[Description], contents: Contents, likely: Container[str]
) -> dict[str, tuple[Obstacle, ...]]:
    """Return for each document by its code what hinders it from being found by others than the coordination.

    Args:
        documents: The documents.
        contents: What was read out of their files.
        likely: Codes of those of which is not decided whether they are versions of others.
    """
    read = {each.code: contents.readings[each.checksum] for each in documents if each.checksum in contents.readings}
    undecided = undecided_in(services().archive.privacy, read)
    entered = services().archive.publishing.entered([each.code for each in documents])
    return {
        # What a file is, and of when, is proposed once it is read: until then nothing is missing.
        each.code: _still_read(contents.records.get(each.checksum))
        or (
            *((RECOGNISING,) if contents.records[each.checksum].awaits_recognition else ()),
            *(Obstacle(LACKS[lack]) for lack in lacks(each)),
            *((KIND_OPEN,) if _is_kind_open(each, entered.get(each.code, ())) else ()),
            *((UNREADABLE,) if _is_not_opened(contents.records.get(each.checksum)) else ()),
            *((PERSONAL,) if undecided.get(each.code) else ()),
            *((LIKELY,) if each.code in likely else ()),
        )
        for each in documents
    }


def _still_read(record: ReadingRecord | None) -> tuple[Obstacle, ...]:
    """Return what hinders a document of which nothing is known yet; nothing where something is."""
    if record is None:
        return (UNREAD,)
    return (RECOGNISING,) if record.awaits_recognition and record.outcome is Outcome.NO_TEXT else ()


def _is_not_opened(record: ReadingRecord | None) -> bool:
    return record is not None and record.outcome in NOT_OPENED


def _is_kind_open(document: Description, by_people: Container[str]) -> bool:
    """Tell whether a draft's kind is still to be chosen; what was published before it had to be stays so."""
    return document.visibility is Visibility.DRAFT and is_kind_open(document.kind, by_people)


def publish(visibilities: Mapping[str, Visibility]) -> list[str]:
    """Let others find documents unless something stands in the way.

    Args:
        visibilities: Code of a document → who is to find it.

    Returns:
        The codes of those that are found now.
    """
    documents = services().archive.describe_many(visibilities)
    contents = Contents.of(services().texts, documents)
    hindrances = obstacles_of(documents, contents, undecided_versions(documents))
    return [code for code, found in hindrances.items() if _publish(code, visibilities[code], found)]


def _publish(code: str, visibility: Visibility, found: Collection[Obstacle]) -> bool:
    # Lists of those present go where only the coordination finds them, with all that is in them.
    borne = frozenset() if visibility in PUBLISHED else BORNE_BY_COORDINATION
    if not borne.issuperset(found):
        return False
    try:
        services().archive.publishing.publish(code, visibility, agent())
    except IncompleteError:
        return False  # someone else took something away meanwhile
    return True
