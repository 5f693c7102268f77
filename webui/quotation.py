"""A passage as it is quoted: its words, and where they stand."""

from dataclasses import dataclass

from archive.values import Description
from indexer.passages import Passage
from webui.i18n import gettext
from webui.reading import CELL
from webui.wording import document_date


@dataclass(frozen=True, slots=True)
class Quotation:
    """What a report needs of a passage."""

    words: str
    #: Title, meeting, date, page and reference code.
    source: str
    #: Leads to the passage.
    address: str

    @property
    def text(self) -> str:
        """All of it, to be copied."""
        return f"„{self.words}“\n({self.source}; {self.address})"


def quotation(document: Description, passage: Passage, address: str) -> Quotation:
    """Quote a passage of a document; an invented one is called so."""
    parts = [
        f"{gettext('Beispieldokument (erfunden)')}: {document.title}" if document.is_sample else document.title,
        document.meeting.title if document.meeting else "",
        document_date(document.date) if document.date else "",
        gettext("Seite %(page)s", page=passage.page_label),
        document.code,
    ]
    return Quotation(passage.text.replace(CELL, ", "), ", ".join(part for part in parts if part), address)
