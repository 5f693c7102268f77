"""From a query to what it finds in one view."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime

import numpy as np

from archive.synonyms import SynonymEntry
from indexer.analysis.german import GermanAnalysis
from indexer.index.state import Ints, Mask
from indexer.index.view import IndexView
from indexer.search.executor import Execution, Matches
from indexer.search.expressions.expression import Expression
from indexer.search.expressions.fitting import fitted, fitting_all
from indexer.search.expressions.naming import shown
from indexer.search.expressions.recogniser import Recogniser, Understood
from indexer.search.facets import Facets
from indexer.search.grouping import Grouping
from indexer.search.plan import Plan
from indexer.search.query import parse
from indexer.search.request import SearchRequest, Sort
from indexer.search.saying import saying
from indexer.search.standing import number
from indexer.search.wordings import Planners
from indexer.structure.proposals.known import KnownNames

_NO_MATCHES = Matches(np.empty(0, np.int32), np.empty(0, np.float32))


@dataclass(frozen=True, slots=True)
class Retrieved:
    """What a query leads to in one view, before it is shown."""

    plan: Plan
    #: What answers it, whatever the filters.
    matches: Matches
    facets: Facets
    recognised: tuple[Expression, ...]
    #: Whether a kind of passage is asked for and nothing else.
    is_general: bool = False

    def passing(self) -> Matches:
        """What answers it under the filters."""
        return _those(self.matches, self.facets.passing(self.matches.ids))


class Retrieval:
    """Understands queries and carries them out.

    Args:
        german: The chain of the index.
        planners: Know the synonyms of the time.
        known: Returns the names the catalogue knows at the time.
    """

    def __init__(self, german: GermanAnalysis, planners: Planners, known: Callable[[], KnownNames]) -> None:
        self._german = german
        self._known = known
        self._planners = planners

    def with_another(self, entry: SynonymEntry) -> "Retrieval":
        """Return one that knows one more synonym."""
        return Retrieval(self._german, self._planners.with_another(entry), self._known)

    def synonyms(self) -> tuple[SynonymEntry, ...]:
        """Return the coordination's own synonyms as they count now."""
        return self._planners.own()

    def retrieve(self, view: IndexView, request: SearchRequest, query: str) -> Retrieved:
        """Return what a query finds under a request's filters; the request's own query is not looked at."""
        understood = self._understand(view, query, request.literal)
        plan = self._planners.current().plan(understood.query)
        if request.sort is not Sort.RELEVANCE:
            plan = plan.narrowed()
        facets = Facets(view, request.filters, request.excluded)
        if query.strip() and not (plan.wants or plan.excluded or understood.only):
            # Something was typed that asks for nothing ("@"): that is no question for everything.
            return Retrieved(plan, _NO_MATCHES, facets, ())
        found = Execution(view).run(plan)
        found = _those(found, fitting_all(view, found.ids, understood.only))
        scores = fitted(view, found.ids, found.scores, understood.expressions)
        matches = saying(view, plan, Matches(found.ids, scores))
        return Retrieved(plan, matches, facets, understood.expressions, bool(understood.only))

    def count(self, view: IndexView, request: SearchRequest) -> int:
        """Return how many documents a request finds as it is typed."""
        passing = self.retrieve(view, request, request.query).passing()
        return Grouping(view, passing.ids, passing.scores).count

    def number(self, view: IndexView, query: str) -> int:
        """Return how many passages a query finds as it is typed; found once for each state of the index.

        Only for queries of which there are few.
        """
        key = ("number", query, self._planners.current(), self._recogniser(view))
        return view.remembered(key, lambda: self._number(view, SearchRequest(query=query)))

    def _number(self, view: IndexView, request: SearchRequest) -> int:
        counted = number(view, self.plan(view, request))
        return len(self.retrieve(view, request, request.query).matches.ids) if counted is None else counted

    def plan(self, view: IndexView, request: SearchRequest) -> Plan:
        """Return what a request looks for, as it is typed."""
        return self._planners.current().plan(self._understand(view, request.query, request.literal).query)

    def putting(self, view: IndexView, request: SearchRequest) -> frozenset[str]:
        """Return the words of a request, in small letters, that only put its question."""
        return self._recogniser(view).putting(parse(request.query), request.literal)

    def matching(self, view: IndexView, query: str) -> Ints:
        """Return the numbers of the passages that have the words of a query, whatever these name; rising."""
        return Execution(view).run(self._planners.current().plan(parse(query))).ids

    def _understand(self, view: IndexView, query: str, literal: tuple[str, ...]) -> Understood:
        return self._recogniser(view).understand(parse(query), literal)

    def _recogniser(self, view: IndexView) -> Recogniser:
        """Return what recognises the names in a view; names of what it does not show are not known to it."""
        today = datetime.now(UTC).date()
        return view.remembered(
            ("recogniser", today), lambda: Recogniser(self._german, shown(self._known(), view), today)
        )


def _those(matches: Matches, mask: Mask) -> Matches:
    return Matches(matches.ids[mask], matches.scores[mask])
