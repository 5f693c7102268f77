"""What a reader may not see does not exist: two worlds that differ in it alone answer alike.

Holdings, rights and requests are generated. One world holds everything; in the other, what the reader may not see was
never taken in. `make soak` tries hundreds of worlds, the tests a few.
"""

import os
import tempfile
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from pathlib import Path

from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from archive.rights import VISITOR, Reader, Role
from archive.values import DocumentKind, Visibility
from indexer.analysis.german import GermanAnalysis
from indexer.index.view import Versions
from indexer.passages import Passage
from indexer.search.completions import Kind, Name
from indexer.search.request import SearchRequest, Sort
from tests.indexer.conftest import HAMBURG_2019, Library, Sheet

#: How many worlds are tried.
WORLDS = int(os.environ.get("WORLDS", "6"))

#: Words that meet in compounds, inflections, beginnings and misspellings.
WORDS = (
    "Graffiti", "Graffitiprävention", "Prävention", "Nadelmethode", "Nadelmetode", "Methode", "Jugendkonferenz",
    "Jugend", "Konferenz", "Stadtteilbegehung", "Bänke", "Bank", "Kinder- und Jugendarbeit", "Bewohner*innen", "QM",
    "Vertrag", "Wand", "bunte", "Beschluss:", "Fahrradwerkstatt", "Werkstatt", "2019", "xyzzy", "Zauberwort",
)  # fmt: skip

#: … and how they are asked for.
ASKED = (
    *WORDS, "Zauberwor", "Zauberwrot", "Grafitti", "Nadelmethde", "zau*", "graf*", "jug*", '"bunte Wand"', "-Wand",
    "Graffiti OR Vertrag", "Jugendkonferenzn", "Stadtteil Begehung", "Bewohnerinnen", "Werkstätten",
    "-standort:Gotha", "standort:Pei", "jahr:2018..", "-jahr:2019", "-art:Protokoll", "treffen:Hamburg", "art:Xyz",
)  # fmt: skip

SITES = ("Hamburg", "Gotha", "Peine")

CODES = tuple(f"D-2019-{number:04}" for number in range(1, 8))

#: Documents that are put in, or, where there is no sheet, taken out.
Batch = Mapping[str, Sheet | None]

READERS = (VISITOR, Reader(Role.STAFF), Reader(Role.COORDINATION))

_texts = st.lists(st.sampled_from(WORDS), min_size=1, max_size=8).map(" ".join)

_sheets = st.builds(
    Sheet,
    text=st.lists(_texts, min_size=1, max_size=3).map("\n\n".join),
    title=_texts,
    kind=st.sampled_from((DocumentKind.PROTOKOLL, DocumentKind.METHODENPAPIER)),
    meeting=st.sampled_from((None, HAMBURG_2019)),
    sites=st.lists(st.sampled_from(SITES), unique=True, max_size=2).map(tuple),
    year=st.sampled_from((None, 2018, 2019)),
    visibility=st.sampled_from(Visibility),
    older=st.lists(_texts, max_size=2).map(tuple),
)

#: What happens: documents come, are replaced, published and withdrawn, a batch at a time.
_batches = st.dictionaries(st.sampled_from(CODES), _sheets, min_size=1)
_histories = st.lists(_batches, min_size=1, max_size=3)

_requests = st.builds(
    SearchRequest,
    query=st.lists(st.sampled_from(ASKED), max_size=4).map(" ".join),
    filters=st.dictionaries(st.just("site"), st.sampled_from(SITES).map(lambda site: (site,)), max_size=1),
    sort=st.sampled_from(Sort),
    limit=st.sampled_from((2, 10)),
    versions=st.sampled_from(Versions),
)

_worlds = settings(
    max_examples=WORLDS,
    deadline=None,
    # Making a world that fails smaller would try thousands of others.
    phases=(Phase.explicit, Phase.reuse, Phase.generate),
    # Filling an index takes longer than making up what is in it.
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
)


@_worlds
@given(history=_histories, requests=st.lists(_requests, min_size=8, max_size=12))
def test_hidden_documents_leave_no_trace(
    german: GermanAnalysis, history: list[Batch], requests: list[SearchRequest]
) -> None:
    with tempfile.TemporaryDirectory() as folder:
        whole = _enacted(Path(folder) / "whole", german, history)
        for number, reader in enumerate(READERS):
            without = [_as_seen(batch, reader) for batch in history]
            partial = _enacted(Path(folder) / str(number), german, without)
            told, expected = _answers(whole, history, requests, reader), _answers(partial, without, requests, reader)
            assert [pair for pair in zip(told, expected, strict=True) if pair[0] != pair[1]] == []
            partial.texts.close()
        whole.texts.close()


@_worlds
@given(batch=_batches, requests=st.lists(_requests, min_size=8, max_size=12))
def test_older_versions_leave_no_trace_where_they_are_not_asked_for(
    german: GermanAnalysis, batch: Batch, requests: list[SearchRequest]
) -> None:
    asked = [replace(request, versions=Versions.NEWEST) for request in requests]
    with tempfile.TemporaryDirectory() as folder:
        whole = _enacted(Path(folder) / "whole", german, [batch])
        partial = _enacted(Path(folder) / "partial", german, [_newest(batch)])
        for reader in READERS:
            told, expected = _answers(whole, [batch], asked, reader), _answers(partial, [batch], asked, reader)
            assert [pair for pair in zip(told, expected, strict=True) if pair[0] != pair[1]] == []
        whole.texts.close()
        partial.texts.close()


def _newest(batch: Batch) -> Batch:
    """Return a batch of documents that have one version each."""
    return {code: replace(sheet, older=()) if sheet else None for code, sheet in batch.items()}


def _as_seen(batch: Batch, reader: Reader) -> Batch:
    """Return a batch in which whatever is hidden is taken out instead of put in."""
    return {code: sheet if sheet and reader.may_see(sheet.visibility) else None for code, sheet in batch.items()}


def _enacted(folder: Path, german: GermanAnalysis, history: list[Batch]) -> Library:
    folder.mkdir()
    library = Library(folder, german)
    for batch in history:
        library.remove(batch)
        library.texts.drop_passages(batch)
        library.put({code: sheet for code, sheet in batch.items() if sheet})
    return library


def _answers(library: Library, history: list[Batch], requests: list[SearchRequest], reader: Reader) -> list[object]:
    """Return all that is told about some requests."""
    searcher = library.renewed()
    names = tuple(_names(history, reader))
    pages = [searcher.search(replace(request, reader=reader)) for request in requests]
    return [
        *(replace(page, took_ms=0.0) for page in pages),
        *((page.request.query, searcher.explain(page)) for page in pages),
        searcher.labels(reader),
        *((typed, searcher.complete(typed, reader, lambda: names)) for typed in _beginnings(requests)),
        *(searcher.marker(replace(request, reader=reader))(" ".join(WORDS)) for request in requests),
        *((page.request.query, searcher.ways_on(page)) for page in pages),
        *((code, searcher.similar_documents(code, reader)) for code in CODES),
        *((passage.id, searcher.similar_passages(passage, reader)) for passage in _passages(library, names)),
        searcher.glossary(reader),
    ]


def _passages(library: Library, names: Iterable[Name]) -> Iterator[Passage]:
    """Yield the passages a reader may see."""
    for name in names:
        yield from library.texts.passages(name.key)


def _beginnings(requests: list[SearchRequest]) -> list[str]:
    return sorted({request.query[:length] for request in requests for length in (2, 4, 7)})


def _names(history: list[Batch], reader: Reader) -> Iterator[Name]:
    """Yield the documents a reader may see as names, as the catalogue tells them."""
    last = {code: sheet for batch in history for code, sheet in batch.items()}
    for code, sheet in sorted(last.items()):
        if sheet and reader.may_see(sheet.visibility):
            yield Name(Kind.DOCUMENT, sheet.title, code)
