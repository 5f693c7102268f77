"""Measures the search on judged queries, through the real analysis, index and ranking.

Queries are read as the result page reads them: what puts a question, names a kind of answer or a time is recognised.
Meetings, sites and topics are not: judged texts stand in no catalogue that could name any.
"""

import math
import statistics
import time
from collections.abc import Iterable, Mapping
from contextlib import closing
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from archive.values import Description, DocumentKind, Visibility
from indexer.analysis.german import GermanAnalysis
from indexer.analysis.normalise import normalise
from indexer.analysis.plain import PlainAnalysis
from indexer.index.schema import passage_schema
from indexer.index.view import IndexView
from indexer.index.writer import Entry, IndexWriter
from indexer.judged_set import JudgedSet, Record
from indexer.passages import Passage
from indexer.search.executor import Execution
from indexer.search.expressions.fitting import fitted
from indexer.search.expressions.naming import nothing_known
from indexer.search.expressions.recogniser import Recogniser
from indexer.search.grouping import best_first
from indexer.search.planner import Planner
from indexer.search.query import parse
from indexer.search.ranking import RANKING, Ranking
from indexer.structure.kinds import PassageKind

#: How far down the list is looked: at a glance, on a page of hits, and as far as a patient reader goes.
AT_A_GLANCE, FIRST_PAGE, WITHIN_REACH = 3, 10, 100


@dataclass(frozen=True, slots=True)
class Figures:
    """How good and how fast the search was on one set."""

    #: Mean over all judged queries of the discounted gain of the first ten, 1 being perfect (Järvelin & Kekäläinen).
    ndcg: float
    #: Mean reciprocal rank of the first answer among the first ten.
    mrr: float
    #: Mean share of the answers among the first hundred.
    recall: float
    p50_ms: float
    p95_ms: float
    passages_per_s: float
    queries: int
    documents: int


class JudgedIndex:
    """The texts of a judged set in an index, as the search would hold them: every text is one passage.

    Args:
        texts: What is searched.
        german: The analysis.
        folder: An empty folder for the index.
    """

    def __init__(self, texts: Iterable[Record], german: GermanAnalysis, folder: Path) -> None:
        schema = passage_schema(german, PlainAnalysis())
        with IndexWriter(folder, schema) as writer:
            for record in texts:
                writer.replace(entry(record))
        #: The state that is searched.
        self.view = IndexView(folder, schema)
        self.view.warm()
        self.planner = Planner.load(german, PlainAnalysis())
        self._recogniser = Recogniser(german, nothing_known(), datetime.now(UTC).date())

    def ranked(self, query: str, ranking: Ranking = RANKING, planner: Planner | None = None) -> list[str]:
        """Return the ids of the best texts as the search ranks passages, up to `WITHIN_REACH`."""
        understood = self._recogniser.understand(parse(query))
        matches = Execution(self.view, ranking).run((planner or self.planner).plan(understood.query))
        scores = fitted(self.view, matches.ids, matches.scores, understood.expressions)
        return [self.view.id(number) for number in best_first(matches.ids, scores, WITHIN_REACH)]

    def close(self) -> None:
        """Give the files back."""
        self.view.close()


def evaluate(judged: JudgedSet, german: GermanAnalysis, folder: Path) -> Figures:
    """Index a judged set in an empty folder, ask its queries, and compare."""
    began = time.perf_counter()
    with closing(JudgedIndex(judged.texts, german, folder)) as index:
        indexed = time.perf_counter() - began
        ranked: dict[str, list[str]] = {}
        times = []
        for query in judged.judgements:
            began = time.perf_counter()
            ranked[query] = index.ranked(judged.queries[query])
            times.append((time.perf_counter() - began) * 1000)
    return _figures(judged, ranked, times, len(judged.texts) / indexed)


def _figures(judged: JudgedSet, ranked: Mapping[str, list[str]], times: list[float], speed: float) -> Figures:
    pairs = [(ranked[query], answers) for query, answers in judged.judgements.items()]
    return Figures(
        ndcg=statistics.fmean(ndcg(hits, answers) for hits, answers in pairs),
        mrr=statistics.fmean(reciprocal_rank(hits, answers) for hits, answers in pairs),
        recall=statistics.fmean(recall(hits, answers) for hits, answers in pairs),
        p50_ms=statistics.median(times),
        p95_ms=statistics.quantiles(times, n=20)[-1] if len(times) > 1 else times[0],
        passages_per_s=speed,
        queries=len(pairs),
        documents=len(judged.texts),
    )


def ndcg(hits: list[str], answers: Mapping[str, int]) -> float:
    """Return the discounted gain of the first ten hits over that of the best possible order."""
    best = sorted(answers.values(), reverse=True)[:FIRST_PAGE]
    return discounted_gain(answers.get(hit, 0) for hit in hits[:FIRST_PAGE]) / discounted_gain(best)


def reciprocal_rank(hits: list[str], answers: Mapping[str, int]) -> float:
    """Return one over the place of the first answer among the first ten hits, or 0."""
    return next((1 / place for place, hit in enumerate(hits[:FIRST_PAGE], 1) if hit in answers), 0.0)


def success(hits: list[str], answers: Mapping[str, int]) -> float:
    """Return 1 if an answer is among the first three hits, which are seen without scrolling, else 0."""
    return float(any(hit in answers for hit in hits[:AT_A_GLANCE]))


def recall(hits: list[str], answers: Mapping[str, int]) -> float:
    """Return the share of the answers among the first hundred hits."""
    return len(answers.keys() & set(hits[:WITHIN_REACH])) / len(answers)


def discounted_gain(grades: Iterable[int]) -> float:
    """Return the sum of grades, each worth less the further down it stands (Järvelin & Kekäläinen, 2002)."""
    return sum(grade / math.log2(place + 1) for place, grade in enumerate(grades, 1))


def entry(record: Record) -> Entry:
    """Return a text as a document of one passage; as in documents, the text begins with the title."""
    id_, title = record["_id"], normalise(record.get("title", ""))
    text = normalise(f"{title}\n{record['text']}".strip())
    document = Description(
        code=id_,
        title=title,
        kind=DocumentKind.SONSTIGES,
        date=None,
        meeting=None,
        sites=(),
        topics=(),
        visibility=Visibility.PUBLIC,
        is_sample=False,
        version=1,
        checksum="",
        media_type="text/plain",
        size=len(text),
        file_name="",
        revision=1,
    )
    return Entry(document, (Passage(id_, id_, 0, 1, "1", "", "", PassageKind.INFORMATION, text),))
