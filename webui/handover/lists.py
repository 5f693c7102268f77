"""What the catalogue says, as tables for spreadsheets."""

from collections.abc import Iterable, Iterator, Mapping
from datetime import datetime

from archive.catalogue.holdings import Event
from archive.custody import EventEntry, EventKind
from archive.handover.bag import BagWriter
from archive.handover.extents import Values
from archive.handover.giving import METADATA, Given
from archive.handover.originals import HandedDocument
from archive.values import Description, DocumentDate
from webui.event_wording import kind_name
from webui.spreadsheets import lines

Cells = tuple[str, ...]

DOCUMENTS: Cells = (
    *("Kennung", "Titel", "Dokumentart", "Datum", "bis", "Genauigkeit", "Treffen", "Standorte", "Handlungsfelder"),
    *("Schlagworte", "Sichtbarkeit", "Lizenz", "Fassung", "Original", "Lesefassung", "Prüfsumme (SHA-256)", "Beispiel"),
)
FILES: Cells = (
    *("Kennung", "Fassung", "Name bei der Aufnahme", "Aufgenommen (UTC)", "Format", "Bytes"),
    *("Prüfsumme (SHA-256)", "Liegt unter"),
)
#: Named after the units of PREMIS 3.0.
EVENTS: Cells = (
    *("eventIdentifier", "eventDateTime", "eventType", "Ereignis", "eventDetail", "linkingObjectIdentifier"),
    "linkingAgentIdentifier",
)
MEETINGS: Cells = (
    "Schlüssel",
    "Titel",
    "Tagungsort",
    "Beginn",
    "Ende",
    "Motto",
    "Form",
    "Stand",
    "Hinweis",
    "Beispiel",
)
SITES: Cells = ("Schlüssel", "Standort", "Ort", "Bundesland", "Quartiere", "Träger", "von", "bis", "Beleg", "Quellen")

#: What PREMIS calls an event, where it has a word for it; else it is called by its own kind.
PREMIS: Mapping[EventKind, str] = {
    EventKind.ACCESSION: "ingestion",
    EventKind.NEW_VERSION: "ingestion",
    EventKind.AMENDMENT: "metadata modification",
    EventKind.CORRECTION: "metadata modification",
    EventKind.CARD_CORRECTION: "metadata modification",
    EventKind.REDACTION: "redaction",
    EventKind.ERASURE: "deletion",
    EventKind.VERSION_ERASURE: "deletion",
    EventKind.DISCARD: "deaccession",
    EventKind.FIXITY_CHECK: "fixity check",
    EventKind.FILE_DAMAGED: "fixity check",
    EventKind.FILE_MENDED: "fixity check",
    EventKind.BACKUP: "replication",
}


def write_lists(bag: BagWriter, given: Given, readings: Mapping[str, str]) -> None:
    """Write the tables into a bag.

    Args:
        bag: Where they are put.
        given: What was put into it.
        readings: Reference code → where the Lesefassung lies.
    """
    tables: Mapping[str, tuple[Cells, Iterable[Cells]]] = {
        "dokumente": (DOCUMENTS, (_document(each, readings) for each in given.documents)),
        "dateien": (FILES, (row for each in given.documents for row in _files(each))),
        "ereignisse": (EVENTS, map(_event, given.rows[Event.__tablename__])),
        "treffen": (MEETINGS, map(_meeting, given.rows["meeting"])),
        "standorte": (SITES, map(_site, given.rows["site"])),
    }
    for name, (heads, rows) in tables.items():
        write_table(bag, name, heads, rows)


def write_table(bag: BagWriter, name: str, heads: Cells, rows: Iterable[Cells]) -> None:
    """Write one table into a bag."""
    bag.write(f"{METADATA}/{name}.csv", (line.encode() for line in lines([heads, *rows])))


def _document(handed: HandedDocument, readings: Mapping[str, str]) -> Cells:
    said = handed.description
    newest = next((each for each in handed.files if each.version.number == said.version), None)
    return (
        *(said.code, said.title, said.kind.value, *_days(said.date), said.meeting.title if said.meeting else ""),
        *(", ".join(said.sites), ", ".join(said.topics), ", ".join(said.keywords), said.visibility.value),
        said.licence.value,
        *(str(said.version), newest.path if newest else "", readings.get(said.code, ""), said.checksum, _sample(said)),
    )


def _days(known: DocumentDate | None) -> Cells:
    return (known.start.isoformat(), known.end.isoformat(), known.precision.value) if known else ("", "", "")


def _sample(document: Description) -> str:
    return "ja" if document.is_sample else ""


def _files(handed: HandedDocument) -> Iterator[Cells]:
    for each in handed.files:
        version = each.version
        yield (
            *(handed.description.code, str(version.number), version.file_name, _moment(version.received_at)),
            *(version.media_type, str(version.size), version.checksum, each.path or "fehlt"),
        )


def _event(row: Values) -> Cells:
    event = EventEntry(row["at"], row["kind"], row["document"], row["detail"], row["agent"])
    kind = PREMIS.get(event.kind, event.kind.value)
    agent = event.agent or "wissensarchiv"
    return str(row["id"]), _moment(event.at), kind, kind_name(event.kind), event.detail, event.document, agent


def _meeting(row: Values) -> Cells:
    return (
        *(row["key"], row["title"], row["place"], row["start"].isoformat(), row["end"].isoformat(), row["motto"]),
        *(row["format"].value, row["status"].value, row["date_note"], "ja" if row["is_sample"] else ""),
    )


def _site(row: Values) -> Cells:
    return (
        *(row["key"], row["label"], row["place"], row["federal_state"], ", ".join(row["quarters"]), row["carrier"]),
        *(row["since"], row["until"], row["evidence"].value, ", ".join(row["sources"])),
    )


def _moment(at: datetime) -> str:
    return f"{at:%Y-%m-%dT%H:%M:%SZ}"
