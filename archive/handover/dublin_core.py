"""What is said of documents in the fifteen elements of Dublin Core, as XML (schema oai_dc 2.0)."""

from collections.abc import Iterable, Iterator

from lxml import etree

from archive.handover.originals import HandedDocument
from archive.licences import TEXTS, Licence
from archive.values import DatePrecision, DocumentDate

OAI_DC = "http://www.openarchives.org/OAI/2.0/oai_dc/"
DC = "http://purl.org/dc/elements/1.1/"

#: How exact a date is → how many characters of it are written.
_EXACT = {DatePrecision.DAY: 10, DatePrecision.MONTH: 7, DatePrecision.YEAR: 4}

#: An element and what it says.
Statement = tuple[str, str]


def dublin_core(documents: Iterable[HandedDocument]) -> Iterator[bytes]:
    """Yield the pieces of one XML file with a record for each document."""
    yield b'<?xml version="1.0" encoding="UTF-8"?>\n<collection>\n'
    for each in documents:
        yield etree.tostring(_record(each), encoding="unicode", pretty_print=True).encode()
    yield b"</collection>\n"


def _record(document: HandedDocument) -> etree._Element:
    record = etree.Element(f"{{{OAI_DC}}}dc", nsmap={"oai_dc": OAI_DC, "dc": DC})
    for name, value in statements(document):
        etree.SubElement(record, f"{{{DC}}}{name}").text = _printable(value)
    return record


def statements(document: HandedDocument) -> Iterator[Statement]:
    """Yield what is said of a document, element by element."""
    said = document.description
    yield "identifier", said.code
    yield "title", said.title
    yield "type", said.kind.value
    yield "format", said.media_type
    yield from (("subject", subject) for subject in (*said.topics, *said.keywords))
    yield from (("date", _date(known)) for known in (said.date,) if known)
    yield from (("coverage", site) for site in said.sites)
    yield from (("relation", meeting.title) for meeting in (said.meeting,) if meeting)
    yield "rights", said.visibility.value
    if said.licence is not Licence.UNSTATED:
        yield "rights", TEXTS.get(said.licence, said.licence.value)
    yield from (("source", each.path) for each in document.files if each.path)


def _date(known: DocumentDate) -> str:
    """Return a day, or a span of days (ISO 8601), as exactly as it is known."""
    first, last = (each.isoformat()[: _EXACT[known.precision]] for each in (known.start, known.end))
    return first if first == last else f"{first}/{last}"


def _printable(text: str) -> str:
    """Leave out what XML cannot hold."""
    return "".join(each for each in text if each.isprintable() or each in "\n\t")
