"""From what a query found to a page of hits."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from indexer.editions import read_edition
from indexer.index.state import Ints
from indexer.index.texts import Texts
from indexer.index.view import IndexView
from indexer.passages import Passage
from indexer.search.grouping import Group, Grouping
from indexer.search.plan import Plan
from indexer.search.request import Hit, Part, PassageHit, ResultPage, SearchRequest
from indexer.search.retrieval import Retrieved

#: Returns the sentences of a text that are shown, in parts.
Snippet = Callable[[str], tuple[Part, ...]]

#: Passages shown of one document; the others are counted, and lie behind its link.
SHOWN_PASSAGES = 3


@dataclass(frozen=True, slots=True)
class Presenter:
    """Makes pages of hits."""

    texts: Texts
    #: Returns what cuts texts to the sentences that answer a plan.
    snippets: Callable[[Plan], Snippet]

    def page(self, view: IndexView, request: SearchRequest, found: Retrieved) -> ResultPage:
        """Return the page of a request."""
        passing = found.passing()
        grouping = Grouping(view, passing.ids, passing.scores)
        first = request.skipped + (request.page - 1) * request.limit
        groups = grouping.ordered(request.order, slice(first, first + request.limit))
        return ResultPage(
            request=request,
            hits=self._hits(view, groups, found.plan),
            total_passages=len(passing.ids),
            total_documents=grouping.count,
            facets=found.facets.counted(found.matches.ids),
            took_ms=0.0,
            recognised=found.recognised,
            is_general=found.is_general,
        )

    def _hits(self, view: IndexView, groups: Iterable[Group], plan: Plan) -> tuple[Hit, ...]:
        snippet = self.snippets(plan)
        shown = [(group, _ids(view, group)) for group in groups]
        passages = self.texts.shown([id_ for _, ids in shown for id_ in ids])
        return tuple(
            _hit(
                view.documents[group.document],
                tuple(
                    _passage_hit(passages[id_], float(score), snippet)
                    for id_, score in zip(ids, group.scores, strict=False)
                    if id_ in passages
                ),
                len(group.numbers),
            )
            for group, ids in shown
        )


def _hit(name: str, passages: tuple[PassageHit, ...], total: int) -> Hit:
    document, version = read_edition(name)
    return Hit(document, passages, total, version)


def _passage_hit(passage: Passage, score: float, snippet: Snippet) -> PassageHit:
    return PassageHit(
        id=passage.id,
        kind=passage.kind.value,
        page=passage.page,
        heading=passage.heading,
        agenda_item=passage.agenda_item,
        snippet=snippet(passage.text or passage.heading),
        score=score,
    )


def _ids(view: IndexView, group: Group) -> list[str]:
    return [view.id(number) for number in _first(group.numbers)]


def _first(numbers: Ints) -> Ints:
    return numbers[:SHOWN_PASSAGES]


def no_snippets(_plan: Plan) -> Snippet:
    """Return what cuts texts to nothing: to find the words of a query in them takes longer than to find the texts."""
    return lambda _: ()


def unmarked(text: str) -> tuple[Part, ...]:
    """Return a text as one part in which nothing is marked."""
    return (Part(text, matched=False),)
