"""Tantivy with its German stemmer over judged sets."""

from pathlib import Path
from typing import Any

import tantivy

from indexer.evaluation import WITHIN_REACH
from indexer.judged_set import JudgedSet
from tests.benchmarks.retrieval_peers import TITLE_WEIGHT, Ranked, asked, stop_words, texts


def tantivy_german(judged: JudgedSet, folder: Path) -> Ranked:
    """Rank with Tantivy's German stemmer."""
    chain = _chain()
    index = _filled(judged, folder, chain)
    searcher = index.searcher()

    def ranked(text: str) -> list[str]:
        words = [part for term in chain.analyze(text) for part in _word(index.schema, term)]
        found = searcher.search(tantivy.Query.boolean_query(words), WITHIN_REACH).hits
        return [searcher.doc(address)["id"][0] for _, address in found]

    return asked(judged, ranked)


def _chain() -> Any:  # noqa: ANN401 - Tantivy carries no types
    chain = tantivy.TextAnalyzerBuilder(tantivy.Tokenizer.simple()).filter(tantivy.Filter.lowercase())
    return (
        chain.filter(tantivy.Filter.custom_stopword(sorted(stop_words())))
        .filter(tantivy.Filter.stemmer("german"))
        .build()
    )


def _filled(judged: JudgedSet, folder: Path, chain: Any) -> Any:  # noqa: ANN401 - see above
    builder = tantivy.SchemaBuilder()
    builder.add_text_field("id", stored=True, tokenizer_name="raw")
    for name in ("title", "body"):
        builder.add_text_field(name, tokenizer_name="de")
    index = tantivy.Index(builder.build(), path=str(folder))
    index.register_tokenizer("de", chain)
    writer = index.writer(num_threads=1)
    for id_, title, body in texts(judged.texts):
        writer.add_document(tantivy.Document(id=id_, title=title, body=body))
    writer.commit()
    writer.wait_merging_threads()
    index.reload()
    return index


def _word(schema: Any, term: str) -> list[Any]:  # noqa: ANN401 - see above
    title = tantivy.Query.boost_query(tantivy.Query.term_query(schema, "title", term), TITLE_WEIGHT)
    return [(tantivy.Occur.Should, title), (tantivy.Occur.Should, tantivy.Query.term_query(schema, "body", term))]
