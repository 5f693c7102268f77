"""Proposes the description of a new document."""

from collections.abc import Iterable, Iterator, Sequence

from indexer.extraction.language import language_of
from indexer.extraction.pages import Page
from indexer.structure.proposals.cues import read_cues
from indexer.structure.proposals.dates_of_documents import propose_date
from indexer.structure.proposals.kinds_of_documents import propose_kind
from indexer.structure.proposals.known import KnownNames
from indexer.structure.proposals.meetings import propose_meeting
from indexer.structure.proposals.outline import Outline, Place, outline
from indexer.structure.proposals.proposal import WORTH_CHECKING, Field, Proposal
from indexer.structure.proposals.sites import propose_sites
from indexer.structure.proposals.topics import propose_topics
from indexer.structure.proposals.visibility import propose_visibility

#: How far a title is trusted: a heading, then the file's properties, then the first line or the file's name.
_TITLE_TRUST = {Place.TITLE: 0.9, Place.RUNNING: 0.75, Place.LEAD: 0.55, Place.FILE_NAME: 0.55}
_LANGUAGE_TRUST = 0.9


def propose(
    pages: Sequence[Page], file_name: str, catalogue: KnownNames, property_title: str = ""
) -> tuple[Proposal, ...]:
    """Propose what a document is: title, kind, meeting, date, sites, topics, visibility and language.

    Args:
        pages: The document's pages, in order.
        file_name: As its owner called it; a second source only.
        catalogue: The names that are known.
        property_title: The title the file's properties give, or "".

    Returns:
        Proposals worth looking at, the surest of each field first.
    """
    document = outline(pages, file_name, property_title)
    return tuple(
        each for each in _proposals(document, pages, file_name, catalogue) if each.confidence >= WORTH_CHECKING
    )


def _proposals(document: Outline, pages: Sequence[Page], file_name: str, catalogue: KnownNames) -> Iterator[Proposal]:
    kinds = tuple(propose_kind(document, pages, file_name))
    kind = kinds[0].value if kinds else ""
    yield from _title(document)
    yield from kinds
    yield from propose_meeting(document, kind, catalogue)
    yield from propose_date(document, kind)
    yield from propose_sites(document, catalogue)
    yield from propose_topics(document, catalogue, read_cues())
    yield from propose_visibility(document, pages)
    yield from _language(pages)


def _title(document: Outline) -> Iterator[Proposal]:
    """Yield what the document is called, by the best source there is."""
    for place, trust in _TITLE_TRUST.items():
        line = next(iter(document.at(place)), None)
        if line:
            yield Proposal(Field.TITLE, line.text, trust, line.text, line.page)
            return


def _language(pages: Iterable[Page]) -> Iterator[Proposal]:
    texts = [page.text for page in pages]
    language = language_of(texts)
    if language:
        first = next(line for text in texts for line in text.splitlines() if line.strip())
        yield Proposal(Field.LANGUAGE, language, _LANGUAGE_TRUST, first, _first_page(pages))


def _first_page(pages: Iterable[Page]) -> int:
    """Return the number of the first page with text."""
    return next(page.number for page in pages if page.text.strip())
