"""Brings documents into an archive while it is read: each makes a new state of the catalogue and of the index."""

import itertools
import time
from collections.abc import Iterator

from archive.archive import Submission
from archive.values import Details, DocumentKind, Visibility
from indexer.analysis.plain import PlainAnalysis
from indexer.correcting import agreements
from indexer.extraction.pages import Block, BlockKind, Page
from indexer.index.schema import passage_schema
from indexer.index.upkeep import merge_segments
from indexer.index.writer import Entry, IndexWriter
from indexer.passages import cut
from indexer.search.views import FRESH
from webui.compose import Holdings, german_analysis


def newcomers(holdings: Holdings) -> Iterator[str]:
    """Yield codes of new documents without end, each when readers find it; only reading files is left out."""
    schema, generation = passage_schema(german_analysis(), PlainAnalysis()), holdings.areas.published.current()
    assert generation
    offered = holdings.archive.home.root / "offered.txt"
    for number in itertools.count():
        text = f"Beschluss: Am Platz {time.time_ns()} stehen Bänke."
        offered.write_text(text, encoding="utf-8")
        details = Details("Neues Protokoll", DocumentKind.PROTOKOLL, visibility=Visibility.INTERNAL)
        code = holdings.archive.take_in(Submission(offered, f"neu-{number}.txt", details)).code
        document = holdings.archive.describe(code)
        passages = cut(code, (Page(1, "1", (Block(BlockKind.PARAGRAPH, text),)),))
        holdings.texts.add_passages(passages, agreements(passages, (), None))
        with IndexWriter(generation, schema) as writer:
            writer.replace(Entry(document, passages))
        merge_segments(generation, schema)
        holdings.texts.settle(generation.name, {code: document.revision}, list(passages))
        # So long the search goes on with what it has.
        time.sleep(FRESH)
        yield code
