"""This archive's index and search."""

from collections.abc import Iterable
from pathlib import Path

from indexer.analysis.german import GermanAnalysis
from indexer.analysis.plain import PlainAnalysis
from indexer.index.schema import passage_schema
from indexer.index.texts import Texts
from indexer.index.upkeep import merge_segments
from indexer.index.view import IndexView
from indexer.index.writer import Entry, IndexWriter
from indexer.indexing import LARGEST_BUILT
from indexer.search.executor import Execution, Matches
from indexer.search.facets import Facets
from indexer.search.grouping import best_first
from indexer.search.plan import Plan
from indexer.search.planner import Planner
from indexer.search.query import parse
from indexer.search.snippets import Highlighter
from tests.benchmarks.bench_engine import FACETS, HITS, Hits
from tests.benchmarks.bench_passages import Question
from webui.lasting import leave_to_itself


class Ours:
    """The parts of the search, without grouping by document, which the other engines do not do."""

    def __init__(self, folder: Path) -> None:
        german, plain = GermanAnalysis.load(), PlainAnalysis()
        self._folder = folder / "index"
        self._folder.mkdir(exist_ok=True)
        self._schema = passage_schema(german, plain)
        self._texts = Texts(folder / "texts.sqlite")
        self._planner = Planner.load(german, plain)
        self._highlighter = Highlighter(german, plain)
        self._view: IndexView | None = None

    def build(self, entries: Iterable[Entry]) -> None:
        """Index everything in an empty folder."""
        batch: list[Entry] = []
        for entry in entries:
            batch.append(entry)
            if len(batch) == LARGEST_BUILT:
                self._write(batch)
                self.tidy()
                batch = []
        self._write(batch)

    def _write(self, batch: list[Entry]) -> None:
        with IndexWriter(self._folder, self._schema) as writer:
            for entry in batch:
                self._texts.add_passages(entry.passages)
                writer.replace(entry)

    def open(self) -> None:
        """Make ready to be asked."""
        self._view = IndexView(self._folder, self._schema)
        self._view.warm()
        leave_to_itself()  # as the server does

    @property
    def view(self) -> IndexView:
        """The open state."""
        assert self._view
        return self._view

    def hits(self, question: Question) -> Hits:
        """Return the ids of the best passages and the number of all."""
        _, matches, _ = self._found(question)
        return self._best(matches), len(matches.ids)

    def snippets(self, question: Question) -> object:
        """Return the best passages with their texts, matches marked."""
        plan, matches, _ = self._found(question)
        passages = self._texts.shown(self._best(matches))
        marker = self._highlighter.of(plan)
        marked = [marker.snippet(passage.text) for passage in passages.values()]
        return marked, len(matches.ids)

    def facets(self, question: Question) -> object:
        """Return the best passages with counts for three facets."""
        _, matches, facets = self._found(question)
        return self._best(matches), facets.counted(matches.ids, FACETS)

    def add(self, entry: Entry) -> None:
        """Add one document, committed and findable."""
        self._write([entry])

    def tidy(self) -> None:
        """Do what is done between two commits so that the next ones stay fast."""
        merge_segments(self._folder, self._schema)

    def _found(self, question: Question) -> tuple[Plan, Matches, Facets]:
        plan = self._planner.plan(parse(question.text()))
        found = Execution(self.view).run(plan)
        facets = Facets(self.view, {"site": (question.site,)} if question.site else {})
        if not question.site:
            return plan, found, facets
        passing = self.view.carrying("site", (question.site,))[found.ids]
        return plan, Matches(found.ids[passing], found.scores[passing]), facets

    def _best(self, matches: Matches) -> list[str]:
        return [self.view.id(number) for number in best_first(matches.ids, matches.scores, HITS)]
