"""Where a method was used: passages that name it, found by its names in the index as the reader may see it."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from archive.values import Description, DocumentKind
from indexer.search.request import PassageHit, SearchRequest, Sort, Spelling
from webui.methodcards import MethodCard
from webui.reader import reader
from webui.services import services
from webui.views.documents import described_by_code

#: Documents that tell what was done; others tell what could be.
TELLING = (
    DocumentKind.PROTOKOLL,
    DocumentKind.ERGEBNISDOKUMENTATION,
    DocumentKind.BERICHT,
    DocumentKind.PRAXISBEISPIEL,
    DocumentKind.STECKBRIEF,
    DocumentKind.FOTOPROTOKOLL,
    DocumentKind.PRAESENTATION,
    DocumentKind.ANALYSE,
)

#: Few enough to be looked through; the search shows all.
SHOWN = 8


@dataclass(frozen=True, slots=True)
class Use:
    """A document that names a method, with the passages that do."""

    document: Description
    passages: tuple[PassageHit, ...]


@dataclass(frozen=True, slots=True)
class Uses:
    """Where a method is named."""

    #: The newest first.
    shown: tuple[Use, ...]
    #: How many documents name it.
    total: int
    #: What the search is asked to show them all.
    asked: SearchRequest
    #: The documents that are shown, and the method's own paper, by code.
    documents: Mapping[str, Description]


def uses(card: MethodCard) -> Uses:
    """Return where a method is named, among what the current reader may see."""
    asked = SearchRequest(
        query=_query((card.name, *card.paper.note.other_names)),
        filters={"kind": tuple(kind.value for kind in TELLING)},
        sort=Sort.NEWEST,
        spelling=Spelling.EXACT,
        limit=SHOWN,
        reader=reader(),
    )
    found = services().searcher.search(asked)
    known = described_by_code([card.paper.code, *(hit.document for hit in found.hits)])
    shown = (Use(known[hit.document], hit.passages) for hit in found.hits if hit.document in known)
    return Uses(tuple(shown), found.total_documents, asked, known)


def _query(names: Iterable[str]) -> str:
    """Return a query for any of some names, each as it is written."""
    bare = (name.replace('"', " ") for name in names)
    return " OR ".join(f'"{name}"' for name in dict.fromkeys(bare))
