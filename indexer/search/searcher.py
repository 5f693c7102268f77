"""The search: from a request to a page of hits."""

import time
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from functools import partial

import numpy as np

from archive.rights import VISITOR, Reader
from indexer.analysis.german import GermanAnalysis
from indexer.analysis.plain import PlainAnalysis
from indexer.index.areas import Areas
from indexer.index.schema import passage_schema
from indexer.index.state import Ints
from indexer.index.texts import Texts
from indexer.index.view import IndexView
from indexer.passages import Passage
from indexer.search.completions import Completer, Completion, Name, Names
from indexer.search.correction import Corrector
from indexer.search.executor import Execution, Matches
from indexer.search.explaining import Explainer, typed_words
from indexer.search.explanation import Explanation
from indexer.search.expressions.expression import Expression
from indexer.search.expressions.fitting import fitted
from indexer.search.expressions.naming import nothing_known, shown
from indexer.search.expressions.recogniser import Recogniser
from indexer.search.facets import Facets, carried
from indexer.search.glossary.entries import GlossaryAnswer, GlossaryEntry, read_entries
from indexer.search.glossary.glossary import Glossary
from indexer.search.grouping import Group, Grouping
from indexer.search.plan import Plan
from indexer.search.planner import Planner
from indexer.search.query import parse
from indexer.search.request import Hit, Part, PassageHit, ResultPage, SearchRequest, Sort, Spelling, empty_page
from indexer.search.saying import saying
from indexer.search.similar import Likeness, SimilarDocument, SimilarPassage
from indexer.search.snippets import Highlighter, Marker
from indexer.search.views import Views
from indexer.search.ways import NOWHERE, Guide, WaysOn
from indexer.search.written import WrittenForms
from indexer.structure.proposals.known import KnownNames

#: Passages shown of one document; the others are counted, and lie behind its link.
SHOWN_PASSAGES = 3

#: Few enough to be looked through.
SIMILAR_DOCUMENTS, SIMILAR_PASSAGES = 5, 10


@dataclass(frozen=True, slots=True)
class _Found:
    """What a plan leads to in one view, before it is shown."""

    plan: Plan
    matches: Matches
    facets: Facets
    recognised: tuple[Expression, ...]


_NO_MATCHES = Matches(np.empty(0, np.int32), np.empty(0, np.float32))


class Searcher:
    """Answers requests over the newest state of the index; one serves all threads."""

    def __init__(
        self, areas: Areas, texts: Texts, german: GermanAnalysis, known: Callable[[], KnownNames] = nothing_known
    ) -> None:
        self._known = known
        self._texts = texts
        self._german = german
        self._plain = plain = PlainAnalysis()
        self._views = Views(areas, passage_schema(german, plain))
        self._planner = Planner.load(german, plain)
        self._highlighter = Highlighter(german, plain)
        self._glossary = Glossary(german, read_entries())

    def search(self, request: SearchRequest) -> ResultPage:
        """Return the page of hits a request asks for; an empty one while there is no index."""
        started = time.perf_counter()
        view = self.view(request.reader)
        if view is None:
            return empty_page(request)
        found = self._find(view, request, request.query)
        other = self._other_wording(view, request, found)
        corrected = None
        if other and not len(found.matches.ids):
            tried = self._find(view, request, other)
            if len(tried.matches.ids):
                found, corrected, other = tried, other, None
        page = self._page(view, request, found)
        took = (time.perf_counter() - started) * 1000
        answers = self._answers(view, corrected or request.query)
        return replace(page, took_ms=took, corrected=corrected, suggested=other, answers=answers)

    def glossary(self, reader: Reader) -> tuple[GlossaryAnswer, ...]:
        """Return every entry of the glossary with the number of passages the reader would find by it."""
        view = self.view(reader)
        return tuple(self._answer(view, entry) for entry in self._glossary.entries)

    def _answers(self, view: IndexView, query: str) -> tuple[GlossaryAnswer, ...]:
        return tuple(self._answer(view, entry) for entry in self._glossary.asked(query))

    def _answer(self, view: IndexView | None, entry: GlossaryEntry) -> GlossaryAnswer:
        query = self._glossary.words(entry)
        found = len(self._find(view, SearchRequest(query=query), query).matches.ids) if view else 0
        return GlossaryAnswer(entry, query, found)

    def ways_on(self, page: ResultPage) -> WaysOn:
        """Return what helps on from a page without hits."""
        view = self.view(page.request.reader)
        if view is None:
            return NOWHERE
        found = self._guide(view).ways_on(page.request.as_typed())
        forgiving = (replace(way, request=replace(way.request, spelling=page.request.spelling)) for way in found.ways)
        return replace(found, ways=tuple(forgiving))

    def unfound(self, page: ResultPage) -> tuple[str, ...]:
        """Return the words of a request, as they were typed, that no document of the reader's has."""
        view = self.view(page.request.reader)
        return self._guide(view).unfound(page.request.as_typed()) if view and page.corrected is None else ()

    def _guide(self, view: IndexView) -> Guide:
        return Guide(self._german, self._corrector(view), partial(self._count, view))

    def _count(self, view: IndexView, request: SearchRequest) -> int:
        """Return how many documents a request finds as it is typed."""
        found = self._find(view, request, request.query)
        ids = found.matches.ids
        return Grouping(view, ids[found.facets.passing(ids)], found.matches.scores[found.facets.passing(ids)]).count

    def explain(self, page: ResultPage) -> dict[str, Explanation]:
        """Return for each passage of a page of hits, by its id, why it was found; nothing where nothing was asked."""
        view = self.view(page.request.reader)
        query = page.corrected or page.request.query
        if view is None or not query.strip():
            return {}
        found = self._find(view, page.request, query)
        typed = typed_words(parse(query), self._german, self._plain)
        explainer = Explainer(view, found.plan, typed, self._highlighter.saying)
        numbers = self._numbers(view, page, found)
        passages = self._texts.passages_by_id(numbers)
        scores = dict(zip(found.matches.ids.tolist(), found.matches.scores.tolist(), strict=True))
        return {id_: explainer.explain(numbers[id_], scores[numbers[id_]], passages[id_]) for id_ in passages}

    def _numbers(self, view: IndexView, page: ResultPage, found: _Found) -> dict[str, int]:
        """Return the number of each passage that is shown and still matches, by its id."""
        shown = {passage.id for hit in page.hits for passage in hit.passages}
        documents = [view.postings("document", hit.document).ids for hit in page.hits]
        matching = np.intersect1d(np.concatenate([*documents, np.empty(0, np.int32)]), found.matches.ids)
        ids = ((view.id(int(number)), int(number)) for number in matching)
        return {id_: number for id_, number in ids if id_ in shown}

    def similar_documents(self, document: str, reader: Reader) -> tuple[SimilarDocument, ...]:
        """Return the documents most like one that a reader may see; none if he may not see it itself."""
        view = self.view(reader)
        if view is None or not len(view.postings("document", document).ids):
            return ()
        passages = self._texts.passages(document)
        likeness = self._likeness(view)
        made = partial(likeness.documents, document, passages, SIMILAR_DOCUMENTS)
        return view.remembered(("similar documents", document), made)

    def similar_passages(self, passage: Passage, reader: Reader) -> tuple[SimilarPassage, ...]:
        """Return the passages most like one, one of each document that a reader may see."""
        view = self.view(reader)
        if view is None:
            return ()
        found = {view.id(number): shared for number, shared in self._likeness(view).passages(passage, SIMILAR_PASSAGES)}
        passages = self._texts.passages_by_id(found)
        return tuple(SimilarPassage(passages[id_], shared) for id_, shared in found.items() if id_ in passages)

    def _likeness(self, view: IndexView) -> Likeness:
        return Likeness(view, self._highlighter.terms, self._highlighter.saying)

    def mark(self, text: str, query: str) -> tuple[Part, ...]:
        """Return a text in parts, with what a query looks for marked."""
        return self._highlighter.whole(text, self._planner.plan(parse(query)))

    def complete(self, typed: str, reader: Reader, names: Callable[[], Iterable[Name]]) -> tuple[Completion, ...]:
        """Return what may be meant by the beginning of a query; nothing while there is no index.

        Args:
            typed: The query as far as it is typed.
            reader: Who types.
            names: Returns what has a page of its own and may be seen by him; asked once for each state of the index.
        """
        view = self.view(reader)
        if view is None:
            return ()
        completer = Completer(view, self._german, self._written_forms(view), partial(self._matching, view))
        return completer.complete(typed, view.remembered("names", lambda: Names(names())))

    def labels(self, reader: Reader) -> Mapping[str, tuple[str, ...]]:
        """Return for each facet the labels that documents a reader may see have, by falling number of documents."""
        view = self.view(reader)
        return view.remembered("labels", partial(carried, view)) if view else {}

    def _matching(self, view: IndexView, query: str) -> Ints:
        return Execution(view).run(self._planner.plan(parse(query))).ids

    def view(self, reader: Reader = VISITOR) -> IndexView | None:
        """Return the newest state of the index as a reader may see it, or None while there is none."""
        return self._views.of(reader)

    def _find(self, view: IndexView, request: SearchRequest, query: str) -> _Found:
        understood = self._recogniser(view).understand(parse(query), request.literal)
        plan = self._planner.plan(understood.query)
        if request.sort is not Sort.RELEVANCE:
            plan = plan.narrowed()
        facets = Facets(view, request.filters, request.excluded)
        if query.strip() and not plan.wants and not plan.excluded:
            # Something was typed that asks for nothing ("@"): that is no question for everything.
            return _Found(plan, _NO_MATCHES, facets, ())
        found = Execution(view).run(plan)
        scores = fitted(view, found.ids, found.scores, understood.expressions)
        return _Found(plan, saying(view, plan, Matches(found.ids, scores)), facets, understood.expressions)

    def _recogniser(self, view: IndexView) -> Recogniser:
        """Return what recognises the names in a view; names of what it does not show are not known to it."""
        today = datetime.now(UTC).date()
        return view.remembered(
            ("recogniser", today), lambda: Recogniser(self._german, shown(self._known(), view), today)
        )

    def _other_wording(self, view: IndexView, request: SearchRequest, found: _Found) -> str | None:
        """Return the query as it may have been meant, or None."""
        if request.spelling is Spelling.EXACT or not found.plan.terms():
            return None
        return self._corrector(view).correct(request.query)

    def _corrector(self, view: IndexView) -> Corrector:
        return Corrector(view, self._german, self._written_forms(view))

    def _written_forms(self, view: IndexView) -> WrittenForms:
        return WrittenForms(view, self._texts, self._plain)

    def _page(self, view: IndexView, request: SearchRequest, found: _Found) -> ResultPage:
        passing = found.facets.passing(found.matches.ids)
        ids = found.matches.ids[passing]
        grouping = Grouping(view, ids, found.matches.scores[passing])
        first = (request.page - 1) * request.limit
        groups = grouping.ordered(request.order, slice(first, first + request.limit))
        return ResultPage(
            request=request,
            hits=self._hits(view, groups, found.plan),
            total_passages=len(ids),
            total_documents=grouping.count,
            facets=found.facets.counted(found.matches.ids),
            took_ms=0.0,
            recognised=found.recognised,
        )

    def _hits(self, view: IndexView, groups: Iterable[Group], plan: Plan) -> tuple[Hit, ...]:
        marker = self._highlighter.of(plan)
        shown = [(group, _ids(view, group)) for group in groups]
        passages = self._texts.passages_by_id([id_ for _, ids in shown for id_ in ids])
        return tuple(
            Hit(
                view.documents[group.document],
                tuple(
                    _passage_hit(passages[id_], float(score), marker)
                    for id_, score in zip(ids, group.scores, strict=False)
                    if id_ in passages
                ),
                len(group.numbers),
            )
            for group, ids in shown
        )


def _passage_hit(passage: Passage, score: float, marker: Marker) -> PassageHit:
    return PassageHit(
        id=passage.id,
        kind=passage.kind.value,
        page=passage.page,
        heading=passage.heading,
        agenda_item=passage.agenda_item,
        snippet=marker.snippet(passage.text or passage.heading),
        score=score,
    )


def _ids(view: IndexView, group: Group) -> list[str]:
    return [view.id(number) for number in _first(group.numbers)]


def _first(numbers: Ints) -> Ints:
    return numbers[:SHOWN_PASSAGES]
