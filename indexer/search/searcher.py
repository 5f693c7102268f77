"""The search: from a request to a page of hits."""

import time
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace
from functools import cache, partial

import numpy as np

from archive.rights import VISITOR, Reader
from archive.synonyms import SynonymEntry
from indexer.analysis.german import GermanAnalysis
from indexer.analysis.normalise import normalise
from indexer.analysis.plain import PlainAnalysis
from indexer.index.areas import Areas
from indexer.index.schema import passage_schema
from indexer.index.texts import Texts
from indexer.index.view import IndexView
from indexer.passages import Passage
from indexer.said import Said, said_in
from indexer.search.agreements import NONE_FOUND, AgreementColumns, AgreementRequest, FoundAgreements, find_agreements
from indexer.search.completions import Completer, Completion, Name, Names, term_names
from indexer.search.correction import Corrector
from indexer.search.explaining import Explainer, typed_words
from indexer.search.explanation import Explanation
from indexer.search.expressions.naming import nothing_known
from indexer.search.expressions.words import terms
from indexer.search.facets import carried
from indexer.search.following import FollowUpProposal, propose
from indexer.search.glossary.entries import GlossaryAnswer, GlossaryEntry, read_entries
from indexer.search.glossary.glossary import Glossary
from indexer.search.listing import NONE, ListedPassages, list_passages
from indexer.search.planner import Planner
from indexer.search.presenting import Presenter, no_snippets, unmarked
from indexer.search.query import parse
from indexer.search.ranking import rarity
from indexer.search.request import Part, ResultPage, SearchRequest, Sort, Spelling, empty_page
from indexer.search.retrieval import Retrieval, Retrieved
from indexer.search.similar import Likeness, SimilarDocument, SimilarPassage
from indexer.search.snippets import Highlighter
from indexer.search.views import Views
from indexer.search.ways import NOWHERE, Guide, WaysOn
from indexer.search.witnesses import witnesses
from indexer.search.wordings import Effect, Own, Planners, no_synonyms
from indexer.search.written import WrittenForms
from indexer.structure.agreements import State
from indexer.structure.proposals.known import KnownNames

#: Few enough to be looked through.
SIMILAR_DOCUMENTS, SIMILAR_PASSAGES = 5, 10


class Searcher:
    """Answers requests over the newest state of the index; one serves all threads."""

    def __init__(
        self,
        areas: Areas,
        texts: Texts,
        german: GermanAnalysis,
        known: Callable[[], KnownNames] = nothing_known,
        own: Own = no_synonyms,
    ) -> None:
        self._texts = texts
        self._german = german
        self._plain = plain = PlainAnalysis()
        self._views = Views(areas, passage_schema(german, plain))
        planner = Planner.load(german, plain)
        self._fillers = planner.fillers
        self._retrieval = Retrieval(german, Planners(planner, own), known)
        self._highlighter = Highlighter(german, plain)
        self._presenter = Presenter(texts, lambda plan: self._highlighter.of(plan).snippet)
        self._bare = Presenter(texts, no_snippets)
        self._glossary = Glossary(german, read_entries())
        self._terms = Names(term_names(self._glossary.entries))

    def search(self, request: SearchRequest) -> ResultPage:
        """Return the page of hits a request asks for; an empty one while there is no index."""
        started = time.perf_counter()
        view = self._view_of(request)
        if view is None:
            return empty_page(request)
        found = self._retrieval.retrieve(view, request, request.query)
        other = self._other_wording(view, request, found)
        corrected = None
        if other and not len(found.matches.ids):
            tried = self._retrieval.retrieve(view, request, other)
            if len(tried.matches.ids):
                found, corrected, other = tried, other, None
        page = self._presenter.page(view, request, found)
        took = (time.perf_counter() - started) * 1000
        answers = self._answers(view, corrected or request.query)
        return replace(page, took_ms=took, corrected=corrected, suggested=other, answers=answers)

    def bare(self, request: SearchRequest) -> ResultPage:
        """Return the page of hits a request asks for as it is typed, without snippets, for whoever reads them whole."""
        view = self._view_of(request)
        if view is None:
            return empty_page(request)
        return self._bare.page(view, request, self._retrieval.retrieve(view, request, request.query))

    def agreements(self, request: AgreementRequest, told: Mapping[str, State]) -> FoundAgreements:
        """Return the decisions and tasks that are asked for; none while there is no index.

        Args:
            request: What is asked.
            told: Id of a passage → what later meetings tell became of it.
        """
        view = self.view(request.search.reader)
        if view is None:
            return NONE_FOUND
        columns = view.remembered("agreements", lambda: AgreementColumns(view, self._texts.agreements.every()))
        asked = replace(request.search, sort=Sort.NEWEST)
        matching = self._retrieval.retrieve(view, asked, asked.query).passing().ids
        return find_agreements(columns, matching, request, told, view.dates)

    def documents(self, request: SearchRequest) -> frozenset[str]:
        """Return the codes of all documents that answer a request as it is typed; none while there is no index."""
        view = self.view(request.reader)
        if view is None:
            return frozenset()
        found = self._retrieval.retrieve(view, request, request.query).passing()
        return frozenset(view.documents[int(each)] for each in np.unique(view.groups(found.ids)))

    def finds(self, query: str, reader: Reader) -> bool:
        """Tell whether a query finds anything, in its own words or put right; looked at once for a state of the index.

        A change of the synonyms counts, too.
        """
        view = self.view(reader)
        if view is None:
            return False
        key = ("finds", query, self._retrieval.synonyms())
        return view.remembered(key, lambda: self._finds(view, SearchRequest(query, reader=reader)))

    def _finds(self, view: IndexView, request: SearchRequest) -> bool:
        found = self._retrieval.retrieve(view, request, request.query)
        other = None if len(found.matches.ids) else self._other_wording(view, request, found)
        return bool(len((self._retrieval.retrieve(view, request, other) if other else found).matches.ids))

    def passages(self, request: SearchRequest, shown: slice) -> ListedPassages:
        """Return a stretch of the passages that answer a request as it is typed; none while there is no index."""
        view = self.view(request.reader)
        if view is None:
            return NONE
        found = self._retrieval.retrieve(view, request, request.query).passing()
        return list_passages(view, self._texts, found.ids, shown)

    def follow_ups(
        self, earlier: Iterable[Passage], later: Sequence[Passage], reader: Reader
    ) -> dict[str, tuple[FollowUpProposal, ...]]:
        """Return for decisions and tasks, by their ids, passages that may tell what became of them."""
        view, matters = self.view(reader), tuple(earlier)
        if view is None or not matters:
            return {}
        most = rarity(view.count, 1)

        @cache
        def weight(term: str) -> float:
            return rarity(view.count, view.frequency("body", term)) / most if term.isalpha() else 0.0

        noted = self._texts.said.of(each.id for each in (*matters, *later))

        def saying(passage: Passage) -> Said:
            return noted.get(passage.id) or said_in(passage, self._highlighter.terms)

        return propose(matters, later, saying, weight)

    def shown(self, codes: Iterable[str], reader: Reader) -> frozenset[str]:
        """Return those of some documents that a reader finds."""
        view = self.view(reader)
        return view.remembered("shown", lambda: frozenset(view.documents)) & set(codes) if view else frozenset()

    def distrust_damaged(self) -> bool:
        """Look whether the index is damaged, and tell; then nothing is found until another has been built."""
        return self._views.distrust_damaged()

    def is_known(self, word: str) -> bool:
        """Tell whether a word is German by the lexicon."""
        return self._german.is_known(word)

    def base_forms(self, text: str) -> tuple[str, ...]:
        """Return the terms of a text's words without stop words."""
        return terms(self._german, normalise(text))

    def effect(self, request: SearchRequest, entry: SynonymEntry) -> Effect:
        """Return what a request would find if words meant the same, beside what it finds as it is typed."""
        view = self._view_of(request)
        if view is None:
            return Effect(0, 0, ())
        widened = self._retrieval.with_another(entry)
        page = self._bare.page(view, request, widened.retrieve(view, request, request.query))
        before = self._retrieval.count(view, request)
        return Effect(before, page.total_documents, tuple(hit.document for hit in page.hits))

    def glossary(self, reader: Reader) -> tuple[GlossaryAnswer, ...]:
        """Return every entry of the glossary with the number of passages the reader would find by it."""
        view = self.view(reader)
        return tuple(self._answer(view, entry) for entry in self._glossary.entries)

    def _answers(self, view: IndexView, query: str) -> tuple[GlossaryAnswer, ...]:
        return tuple(self._answer(view, entry) for entry in self._glossary.asked(query))

    def _answer(self, view: IndexView | None, entry: GlossaryEntry) -> GlossaryAnswer:
        query = self._glossary.words(entry)
        return GlossaryAnswer(entry, query, self._retrieval.number(view, query) if view else 0)

    def ways_on(self, page: ResultPage) -> WaysOn:
        """Return what helps on from a page without hits."""
        view = self._view_of(page.request)
        if view is None:
            return NOWHERE
        found = self._guide(view, page.request).ways_on(page.request.as_typed(), page.recognised)
        forgiving = (replace(way, request=replace(way.request, spelling=page.request.spelling)) for way in found.ways)
        return replace(found, ways=tuple(forgiving))

    def unfound(self, page: ResultPage) -> tuple[str, ...]:
        """Return the words of a request, as they were typed, that no document of the reader's has."""
        view = self._view_of(page.request)
        if view is None or page.corrected is not None or page.is_general:
            return ()
        return self._guide(view, page.request).unfound(page.request.as_typed(), page.recognised)

    def _guide(self, view: IndexView, request: SearchRequest) -> Guide:
        count, putting = partial(self._retrieval.count, view), self._retrieval.putting(view, request)
        return Guide(self._german, self._corrector(view), count, self._fillers, putting)

    def explain(self, page: ResultPage) -> dict[str, Explanation]:
        """Return for each passage of a page of hits, by its id, why it was found; nothing without words."""
        view = self._view_of(page.request)
        query = page.corrected or page.request.query
        if view is None or not query.strip():
            return {}
        found = self._retrieval.retrieve(view, page.request, query)
        if found.is_general:
            return {}
        typed = typed_words(parse(query), self._german, self._plain)
        explainer = Explainer(view, found.plan, typed, self._highlighter.saying, self._highlighter.beginning)
        numbers = self._numbers(view, page, found)
        passages = self._texts.passages_by_id(numbers)
        scores = dict(zip(found.matches.ids.tolist(), found.matches.scores.tolist(), strict=True))
        return {id_: explainer.explain(numbers[id_], scores[numbers[id_]], passages[id_]) for id_ in passages}

    def _numbers(self, view: IndexView, page: ResultPage, found: Retrieved) -> dict[str, int]:
        """Return the number of each passage that is shown and still matches, by its id."""
        shown = {passage.id for hit in page.hits for passage in hit.passages}
        documents = [view.postings("document", hit.edition).ids for hit in page.hits]
        matching = np.intersect1d(np.concatenate([*documents, np.empty(0, np.int32)]), found.matches.ids)
        ids = ((view.id(int(number)), int(number)) for number in matching)
        return {id_: number for id_, number in ids if id_ in shown}

    def similar_documents(self, document: str, reader: Reader) -> tuple[SimilarDocument, ...]:
        """Return the documents most like one that a reader may see; none if he may not see it itself."""
        view = self.view(reader)
        if view is None or not len(view.postings("document", document).ids):
            return ()
        likeness = self._likeness(view)
        return view.remembered(
            ("similar documents", document),
            lambda: likeness.documents(document, self._texts.passages(document), SIMILAR_DOCUMENTS),
        )

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

    def marker(self, request: SearchRequest) -> Callable[[str], tuple[Part, ...]]:
        """Return what puts texts into parts, with what a request looks for marked; nothing while there is no index."""
        view = self._view_of(request)
        if view is None:
            return unmarked
        return partial(self._highlighter.whole, plan=self._retrieval.plan(view, request))

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
        matching = partial(self._retrieval.matching, view)
        completer = Completer(view, self._german, self._written_forms(view), matching, self._terms)
        return completer.complete(typed, view.remembered("names", lambda: Names(names())))

    def witnesses(self, text: str, reader: Reader) -> tuple[frozenset[str], ...]:
        """Return for each word of a text that a reader finds the codes of a few documents it stands in."""
        view = self.view(reader)
        return witnesses(view, self._plain, text) if view else ()

    def labels(self, reader: Reader) -> Mapping[str, tuple[str, ...]]:
        """Return for each facet the labels that documents a reader may see have, by falling number of documents."""
        view = self.view(reader)
        return view.remembered("labels", partial(carried, view)) if view else {}

    def view(self, reader: Reader = VISITOR) -> IndexView | None:
        """Return the newest state of the index as a reader may see it, or None while there is none."""
        return self._views.of(reader)

    def _view_of(self, request: SearchRequest) -> IndexView | None:
        """Return the newest state as far as a request looks through it."""
        return self._views.of(request.reader, request.versions)

    def _other_wording(self, view: IndexView, request: SearchRequest, found: Retrieved) -> str | None:
        """Return the query as it may have been meant, or None."""
        if request.spelling is Spelling.EXACT or not found.plan.terms():
            return None
        return self._corrector(view).correct(request.query) or self._glossary.meant(request.query)

    def _corrector(self, view: IndexView) -> Corrector:
        return Corrector(view, self._german, self._written_forms(view))

    def _written_forms(self, view: IndexView) -> WrittenForms:
        return WrittenForms(view, self._texts, self._plain)
