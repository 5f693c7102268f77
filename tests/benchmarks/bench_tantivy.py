"""Tantivy with its German stemmer, text kept in the index."""

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

import tantivy

from indexer.analysis.wordlist import read_words
from indexer.index.writer import Entry
from tests.benchmarks.bench_engine import FACETS, HITS, Hits
from tests.benchmarks.bench_passages import Question

#: Bytes for its writer; smaller ones make more segments.
HEAP = 256_000_000


class Tantivy:
    """One thread for writing, as the others have."""

    def __init__(self, folder: Path) -> None:
        stop = sorted(read_words("stopwords.txt"))
        chain = tantivy.TextAnalyzerBuilder(tantivy.Tokenizer.simple()).filter(tantivy.Filter.lowercase())
        chain = chain.filter(tantivy.Filter.custom_stopword(stop)).filter(tantivy.Filter.stemmer("german"))
        self._chain = chain.build()
        self._index = tantivy.Index(_schema(), path=str(folder))
        self._index.register_tokenizer("de", self._chain)
        self._searcher: Any = None

    def build(self, entries: Iterable[Entry]) -> None:
        """Index everything in an empty folder."""
        writer = self._index.writer(heap_size=HEAP, num_threads=1)
        for entry in entries:
            for document in _documents(entry):
                writer.add_document(document)
        writer.commit()
        writer.wait_merging_threads()

    def open(self) -> None:
        """Make ready to be asked."""
        self._index.reload()
        self._searcher = self._index.searcher()

    def hits(self, question: Question) -> Hits:
        """Return the ids of the best passages and the number of all."""
        found = self._searcher.search(self._query(question), HITS)
        return [self._searcher.doc(address)["id"][0] for _, address in found.hits], found.count

    def snippets(self, question: Question) -> object:
        """Return the best passages with their texts, matches marked."""
        query = self._query(question)
        found = self._searcher.search(query, HITS)
        marker = tantivy.SnippetGenerator.create(self._searcher, query, self._index.schema, "body")
        documents = [self._searcher.doc(address) for _, address in found.hits]
        return [marker.snippet_from_doc(document).to_html() for document in documents], found.count

    def facets(self, question: Question) -> object:
        """Return the best passages with counts for three facets."""
        query = self._query(question)
        counts = self._searcher.aggregate(query, {name: {"terms": {"field": name, "size": 50}} for name in FACETS})
        return self._searcher.search(query, HITS).hits, counts

    def add(self, entry: Entry) -> None:
        """Add one document, committed and findable."""
        writer = self._index.writer(heap_size=HEAP, num_threads=1)
        for document in _documents(entry):
            writer.add_document(document)
        writer.commit()

    def tidy(self) -> None:
        """Nothing: it does so itself."""

    def _query(self, question: Question) -> Any:  # noqa: ANN401 - Tantivy has several
        terms: list[Any] = [term for word in question.words for term in self._chain.analyze(word)]
        must, schema = tantivy.Occur.Must, self._index.schema
        if question.is_phrase and len(terms) > 1:
            return tantivy.Query.phrase_query(schema, "body", terms)
        parts = [(must, self._word(term)) for term in terms]
        if question.site:
            site = tantivy.Query.term_query(schema, "site", question.site)
            parts.append((must, tantivy.Query.const_score_query(site, 0.0)))
        return tantivy.Query.boolean_query(parts)

    def _word(self, term: str) -> Any:  # noqa: ANN401 - see above
        schema, should = self._index.schema, tantivy.Occur.Should
        title = tantivy.Query.boost_query(tantivy.Query.term_query(schema, "title", term), 0.5)
        return tantivy.Query.boolean_query([(should, title), (should, tantivy.Query.term_query(schema, "body", term))])


def _schema() -> Any:  # noqa: ANN401 - see above
    builder = tantivy.SchemaBuilder()
    builder.add_text_field("id", stored=True, tokenizer_name="raw", index_option="basic")
    for name in FACETS:
        builder.add_text_field(name, stored=False, tokenizer_name="raw", fast=True, index_option="basic")
    builder.add_text_field("title", stored=True, tokenizer_name="de")
    builder.add_text_field("body", stored=True, tokenizer_name="de")
    return builder.build()


def _documents(entry: Entry) -> Iterator[Any]:
    about = entry.document
    for passage in entry.passages:
        yield tantivy.Document(
            id=passage.id,
            title=about.title,
            body=passage.text,
            site=list(about.sites),
            topic=list(about.topics),
            kind=about.kind.value,
        )
