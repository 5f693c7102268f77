"""Meanings that a query asks for, with the documents in which to read on."""

from collections.abc import Iterable
from dataclasses import dataclass

from archive.values import Description
from indexer.search.glossary.entries import GlossaryAnswer
from indexer.search.request import SearchRequest
from webui.reader import reader
from webui.services import services
from webui.views.documents import described_by_code

#: So many documents are named beside a meaning.
SHOWN = 2


@dataclass(frozen=True, slots=True)
class Explained:
    """A meaning of a term, and the documents that say most of it."""

    answer: GlossaryAnswer
    documents: tuple[Description, ...]


def explained(answers: Iterable[GlossaryAnswer]) -> list[Explained]:
    """Return meanings with documents of the reader's."""
    found = {each: _documents(each) for each in answers}
    known = described_by_code(code for codes in found.values() for code in codes) if found else {}
    return [Explained(each, tuple(known[code] for code in codes if code in known)) for each, codes in found.items()]


def _documents(answer: GlossaryAnswer) -> tuple[str, ...]:
    """Return the codes of the documents in which a term is found best."""
    if not answer.passages:
        return ()
    page = services().searcher.bare(SearchRequest(query=answer.query, limit=SHOWN, reader=reader()))
    return tuple(hit.document for hit in page.hits)
