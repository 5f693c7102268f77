"""Facts put into words: what readers see of values that the lower layers name by codes or labels."""

from collections.abc import Mapping
from dataclasses import dataclass

from archive.values import DatePrecision, DocumentDate
from indexer.extraction.pages import Outcome
from indexer.extraction.tesseract import Lack
from indexer.index.readings import ReadingRecord
from indexer.search.expressions.expression import Subject
from indexer.search.glossary.entries import Origin
from indexer.search.request import Sort
from webui.i18n import day, days, decimal, gettext, mark, month, translated

#: Facet → its legend.
FACETS: Mapping[str, str] = {
    "meeting": mark("Treffen"),
    "site": mark("Standort"),
    "topic": mark("Handlungsfeld"),
    "keyword": mark("Schlagwort"),
    "kind": mark("Dokumentart"),
    "passage_kind": mark("Abschnittsart"),
    "year": mark("Jahr"),
}

#: What an expression speaks of → how it is called.
SUBJECTS: Mapping[Subject, str] = {
    Subject.MEETING: mark("Treffen"),
    Subject.SITE: mark("Standort"),
    Subject.TOPIC: mark("Handlungsfeld"),
    Subject.KEYWORD: mark("Schlagwort"),
    Subject.KIND: mark("Dokumentart"),
    Subject.PASSAGE_KIND: mark("Abschnittsart"),
    Subject.PERIOD: mark("Zeit"),
}

#: Where it comes from what a term stands for.
ORIGINS: Mapping[Origin, str] = {
    Origin.PROGRAMME: mark("öffentliche Seiten des Programms und der Behörden; in eigenen Worten"),
    Origin.GENERAL: mark("allgemein gebräuchlich; in eigenen Worten"),
}

SORTS: Mapping[Sort, str] = {
    Sort.RELEVANCE: mark("Passendste zuerst"),
    Sort.NEWEST: mark("Neueste zuerst"),
    Sort.OLDEST: mark("Älteste zuerst"),
    Sort.TITLE: mark("Titel A–Z"),
}

#: Labels of documents, passages and meetings that other languages translate; names of sites and topics stay German.
LABELS = (
    mark("Protokoll"),
    mark("Ergebnisdokumentation"),
    mark("Methodenpapier"),
    mark("Tagesordnung/Programm"),
    mark("Präsentation"),
    mark("Arbeitshilfe"),
    mark("Praxisbeispiel"),
    mark("Standort-Steckbrief"),
    mark("Bericht"),
    mark("Analyse/Befragung"),
    mark("Fotoprotokoll"),
    mark("Flyer/Broschüre"),
    mark("Vorlage/Checkliste"),
    mark("Sonstiges"),
    mark("Tagesordnungspunkt"),
    mark("Beschluss"),
    mark("Ergebnis"),
    mark("Aufgabe"),
    mark("Methodenschritt"),
    mark("Information"),
    mark("Standorttreffen"),
    mark("Regionaltreffen"),
    mark("Fachtag"),
    mark("Entwurf"),
    mark("nur Koordination"),
    mark("beschlossen"),
    mark("offen"),
    mark("erledigt"),
    mark("entfallen"),
    mark("ersetzt"),
    mark("wieder aufgegriffen"),
    mark("gehört nicht dazu"),
    mark("nicht dokumentiert"),
    mark("intern"),
    mark("öffentlich"),
)

#: Media type → what people call such a file.
FILE_KINDS: Mapping[str, str] = {
    "application/pdf": "PDF",
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document": "DOCX",
    "application/vnd.openxmlformats-officedocument.presentationml.presentation": "PPTX",
    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": "XLSX",
    "application/vnd.oasis.opendocument.text": "ODT",
    "application/vnd.oasis.opendocument.presentation": "ODP",
    "application/vnd.oasis.opendocument.spreadsheet": "ODS",
    "application/encrypted": mark("Office mit Passwort"),
    "application/msword": "DOC",
    "application/rtf": "RTF",
    "text/rtf": "RTF",
    "text/html": "HTML",
    "text/markdown": "Markdown",
    "text/plain": mark("Text"),
    "message/rfc822": mark("E-Mail"),
    "image/jpeg": "JPEG",
    "image/png": "PNG",
    "image/tiff": "TIFF",
    "image/webp": "WebP",
    "image/gif": "GIF",
    "image/bmp": "BMP",
}

#: Sizes are told in steps of this many bytes.
STEP = 1000


@dataclass(frozen=True, slots=True)
class Notice:
    """What a reader should know, and what can be done."""

    what: str
    advice: str

    @property
    def text(self) -> str:
        """Both on one line."""
        return f"{self.what} {self.advice}".strip()


#: Outcome of reading → why there is no text, and what to do.
OUTCOMES: Mapping[Outcome, Notice] = {
    Outcome.NO_TEXT: Notice(
        mark("Dieses Dokument enthält keinen erkennbaren Text (Scan oder Bild)."),
        mark(
            "Öffnen Sie das Original. Damit der Inhalt auffindbar wird, laden Sie eine Fassung mit Texterkennung hoch."
        ),
    ),
    Outcome.PASSWORD: Notice(
        mark("Dieses Dokument ist mit einem Passwort geschützt und konnte nicht gelesen werden."),
        mark(
            "Entfernen Sie den Schutz in dem Programm, mit dem das Dokument erstellt wurde, und laden Sie es neu hoch."
        ),
    ),
    Outcome.BROKEN: Notice(
        mark("Diese Datei ist beschädigt und konnte nicht gelesen werden."),
        mark("Bitten Sie die Absender um eine unbeschädigte Datei und laden Sie sie neu hoch."),
    ),
    Outcome.TOO_LARGE: Notice(
        mark("Dieses Dokument ist zu umfangreich, um es vollständig zu lesen."),
        mark("Teilen Sie es in mehrere kleinere Dateien und laden Sie diese hoch."),
    ),
    Outcome.TIMED_OUT: Notice(
        mark("Das Lesen dieses Dokuments hat zu lange gedauert und wurde abgebrochen."),
        mark("Speichern Sie es neu, am besten als PDF, und laden Sie diese Datei hoch."),
    ),
    Outcome.UNSUPPORTED: Notice(
        mark("Der Text dieses Dateiformats kann hier nicht gelesen werden."),
        mark("Speichern Sie das Dokument als PDF oder DOCX und laden Sie diese Datei hoch."),
    ),
}


#: What recognition lacks → what is said of a scan then.
LACKS: Mapping[str, Notice] = {
    Lack.PROGRAM: Notice(
        mark("Dieses Dokument ist ein Scan oder Bild, und die Texterkennung ist nicht eingerichtet."),
        mark("Die Technik richtet sie ein mit: apt install tesseract-ocr tesseract-ocr-deu"),
    ),
    Lack.LANGUAGE: Notice(
        mark("Dieses Dokument ist ein Scan oder Bild, und der Texterkennung fehlt die deutsche Sprache."),
        mark("Die Technik richtet sie ein mit: apt install tesseract-ocr-deu"),
    ),
}


#: What is said of a scan until its text is looked for.
AWAITED = Notice(
    mark("Dieses Dokument ist ein Scan oder Bild. Die Texterkennung liest es, sobald sonst nichts wartet."),
    mark("Öffnen Sie bis dahin das Original."),
)


def reading_notice(reading: ReadingRecord) -> Notice | None:
    """Return what hinders reading a document, and what can be done, or None."""
    if reading.awaits_recognition and reading.outcome is Outcome.NO_TEXT:
        return AWAITED
    return LACKS.get(reading.detail) or OUTCOMES.get(reading.outcome)


def translated_notice(notice: Notice) -> Notice:
    """Return a notice in the reader's language."""
    return Notice(translated(notice.what), translated(notice.advice))


def file_kind(media_type: str) -> str:
    """Name a media type as people do: "PDF", "DOCX"; what has no name among people is a file."""
    return translated(FILE_KINDS.get(media_type, mark("Datei")))


def file_size(size: int) -> str:
    """Write a number of bytes as people do: "940 Byte", "312 KB", "1,2 MB"."""
    if size < STEP:
        return gettext("%(size)s Byte", size=str(size))
    if size < STEP * STEP:
        return gettext("%(size)s KB", size=decimal(round(size / STEP)))
    return gettext("%(size)s MB", size=decimal(size / STEP / STEP))


def document_date(date: DocumentDate) -> str:
    """Write a document's date no more exactly than it is known: "3.–4. April 2019", "April 2019", "2019"."""
    match date.precision:
        case DatePrecision.YEAR:
            return str(date.start.year)
        case DatePrecision.MONTH:
            return month(date.start)
        case DatePrecision.DAY if date.start == date.end:
            return day(date.start)
        case _:
            return days(date.start, date.end)


def partial_date(value: str) -> str:
    """Write an ISO 8601 date no more exactly than it is given: "2018-03-01" → "01.03.2018", "2018-03" → "03/2018"."""
    parts = value.split("-")[::-1]
    return ("." if len(parts) == len(("day", "month", "year")) else "/").join(parts)
