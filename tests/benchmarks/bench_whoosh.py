"""Whoosh as its documentation shows it: language analyzer, stored text, its own searcher, facets and highlighter."""

from collections.abc import Iterable
from pathlib import Path
from typing import Any

from whoosh import analysis, fields, index, query, sorting

from indexer.analysis.wordlist import read_words
from indexer.index.writer import Entry
from tests.benchmarks.bench_engine import FACETS, HITS, Hits
from tests.benchmarks.bench_passages import Question


class StockWhoosh:
    """A searcher that stays open."""

    def __init__(self, folder: Path) -> None:
        self._chain = analysis.LanguageAnalyzer("de") | analysis.StopFilter(stoplist=read_words("stopwords.txt"))
        labels = {name: fields.KEYWORD(commas=True, sortable=name != "topic") for name in FACETS}
        text = fields.TEXT(analyzer=self._chain, stored=True)
        schema = fields.Schema(id=fields.ID(stored=True), title=text, body=text, **labels)
        self._index = index.open_dir(folder) if index.exists_in(folder) else index.create_in(folder, schema)
        self._searcher: Any = None

    def build(self, entries: Iterable[Entry]) -> None:
        """Index everything in an empty folder."""
        writer = self._index.writer(limitmb=256)
        for entry in entries:
            _add(writer, entry)
        writer.commit()

    def open(self) -> None:
        """Make ready to be asked."""
        self._searcher = self._index.searcher()

    def hits(self, question: Question) -> Hits:
        """Return the ids of the best passages and the number of all."""
        found = self._search(question)
        return [hit["id"] for hit in found], len(found)

    def snippets(self, question: Question) -> object:
        """Return the best passages with their texts, matches marked."""
        found = self._search(question)
        return [hit.highlights("body") for hit in found], len(found)

    def facets(self, question: Question) -> object:
        """Return the best passages with counts for three facets."""
        facets = {
            name: sorting.FieldFacet(name, allow_overlap=name == "topic", maptype=sorting.Count) for name in FACETS
        }
        found = self._search(question, groupedby=facets)
        return [hit["id"] for hit in found], [dict(found.groups(name)) for name in FACETS]

    def add(self, entry: Entry) -> None:
        """Add one document, committed and findable."""
        writer = self._index.writer()
        _add(writer, entry)
        writer.commit()

    def tidy(self) -> None:
        """Nothing: it does so itself."""

    def _search(self, question: Question, **how: object) -> Any:  # noqa: ANN401 - Whoosh carries no types
        terms = [token.text for word in question.words for token in self._chain(word)]
        if not terms:
            asked = query.NullQuery
        elif question.is_phrase:
            asked = query.Phrase("body", terms)
        else:
            asked = query.And([query.Or([_term("title", term, 0.5), _term("body", term, 1.0)]) for term in terms])
        site = query.Term("site", question.site) if question.site else None
        return self._searcher.search(asked, filter=site, limit=HITS, **how)


def _term(field: str, term: str, weight: float) -> query.Term:
    return query.Term(field, term, boost=weight)


def _add(writer: Any, entry: Entry) -> None:  # noqa: ANN401 - see above
    about = entry.document
    for passage in entry.passages:
        writer.add_document(
            id=passage.id,
            title=about.title,
            body=passage.text,
            site=about.sites[0],
            topic=",".join(about.topics),
            kind=about.kind.value,
        )
