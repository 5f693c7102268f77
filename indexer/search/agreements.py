"""Decisions and tasks over all documents of a view: filtered, counted and put in order.

Where they stand and what they are about, the index knows; who, by when and what became of them stands beside the texts.
Both are laid over each other as arrays once for each state of the index.
"""

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from functools import cached_property
from types import MappingProxyType

import numpy as np

from archive.vocabulary import fold
from indexer.index.agreements import AgreementRow
from indexer.index.state import Floats, Ints, Mask
from indexer.index.view import IndexView
from indexer.index.writer import title_order
from indexer.search.request import SearchRequest
from indexer.structure.agreements import State
from indexer.structure.kinds import PassageKind

#: What a decision or task is, as its index label says.
KINDS = (PassageKind.DECISION, PassageKind.TASK)

#: Stands for no day; behind all others.
NO_DAY = date.max.toordinal()

_STATES = tuple(State)
_PLACES = {state.value: place for place, state in enumerate(_STATES)}


class AgreementSort(StrEnum):
    """The order of decisions and tasks."""

    NEWEST = "newest"
    OLDEST = "oldest"
    #: Those that are due first come first; those without a day come last.
    DUE = "due"
    WHO = "who"


@dataclass(frozen=True, slots=True)
class AgreementRequest:
    """Which decisions and tasks are asked for."""

    #: Words, filters and reader; what it says of order and pages does not count.
    search: SearchRequest = field(default_factory=SearchRequest)
    #: One of these kinds; all if it is empty.
    kinds: frozenset[PassageKind] = frozenset()
    #: In one of these states; all if it is empty.
    states: frozenset[State] = frozenset()
    #: Stands in the role, whatever its case; "" for every role.
    who: str = ""
    due_from: date | None = None
    due_until: date | None = None
    sort: AgreementSort = AgreementSort.NEWEST


@dataclass(frozen=True, slots=True)
class FoundAgreements:
    """Those that are asked for, in their order."""

    #: Ids of their passages.
    passages: tuple[str, ...]
    #: How many there would be of each kind if no kind were asked for, and of each state likewise.
    kinds: Mapping[PassageKind, int]
    states: Mapping[State, int]
    #: Roles that are named, as they are written, by falling number of decisions and tasks; whatever is asked for.
    roles: tuple[str, ...]


#: Nothing, while there is no index.
NONE_FOUND = FoundAgreements((), MappingProxyType({}), MappingProxyType({}), ())


class AgreementColumns:
    """The decisions and tasks of a view, one place for each, in the order of the index."""

    def __init__(self, view: IndexView, rows: Iterable[AgreementRow]) -> None:
        self.numbers, placed = _placed(view, list(rows))
        self.passages = tuple(row.passage for row in placed)
        self.who = tuple(row.who for row in placed)
        self.states = np.array([_PLACES[row.state] for row in placed], np.int8)
        self.is_by_hand = np.array([row.is_by_hand for row in placed], np.bool_)
        days = {row.due_day for row in placed}
        ordinals = {day: date.fromisoformat(day).toordinal() if day else NO_DAY for day in days}
        self.due = np.array([ordinals[row.due_day] for row in placed], np.int32)
        self.is_decision = view.carrying("passage_kind", (PassageKind.DECISION,))[self.numbers]

    @cached_property
    def folded(self) -> tuple[str, ...]:
        """Who, as it is compared."""
        return tuple(map(fold, self.who))

    @cached_property
    def roles(self) -> tuple[str, ...]:
        """Everyone who is to do something, those with the most to do first."""
        return tuple(who for who, _ in Counter(filter(None, self.who)).most_common())

    @cached_property
    def places(self) -> dict[str, int]:
        """The place of each passage by its id."""
        return {passage: place for place, passage in enumerate(self.passages)}

    @cached_property
    def by_who(self) -> Ints:
        """The place of each in the order of who, by DIN 5007-1; without anyone last."""
        names = {who: title_order(who) for who in set(self.who)}
        order = {who: place for place, who in enumerate(sorted(names, key=lambda who: (not who, names[who])))}
        return np.array([order[who] for who in self.who], np.int32)

    def told(self, states: Mapping[str, State]) -> "np.typing.NDArray[np.int8]":
        """Return the state of each, where a later meeting tells another than its own words; by hand counts more."""
        told = self.states.copy()
        for passage, state in states.items():
            place = self.places.get(passage)
            if place is not None and not self.is_by_hand[place]:
                told[place] = _STATES.index(state)
        return told


def _placed(view: IndexView, rows: Sequence[AgreementRow]) -> tuple[Ints, list[AgreementRow]]:
    """Return the numbers of the passages that are shown, rising, and the row of each."""
    firsts = dict(zip(view.documents, view.firsts.tolist(), strict=True))
    shown = view.carrying("passage_kind", KINDS) & view.live
    # A document that is not shown has no first passage: its rows stand behind all there are.
    numbers = np.fromiter((firsts.get(row.document, view.size) + row.ordinal for row in rows), np.int32, len(rows))
    is_shown = np.append(shown, values=False)[np.minimum(numbers, view.size)]
    order = np.flatnonzero(is_shown)[np.argsort(numbers[is_shown], kind="stable")]
    return numbers[order], [rows[place] for place in order.tolist()]


def find_agreements(
    columns: AgreementColumns, matching: Ints, asked: AgreementRequest, told: Mapping[str, State], dates: Ints
) -> FoundAgreements:
    """Return which of the decisions and tasks are asked for.

    Args:
        columns: All there are.
        matching: Numbers of the passages that have the words and pass the filters.
        asked: What is asked.
        told: Passage → what later meetings tell of it.
        dates: The day of each passage of the view.
    """
    states = columns.told(told)
    among = np.isin(columns.numbers, matching) & _of_role(columns, asked.who) & _due(columns.due, asked)
    of_kind = _of_kind(columns.is_decision, asked.kinds)
    in_state = _in_state(states, asked.states)
    found = np.flatnonzero(among & of_kind & in_state).astype(np.int32)
    order = _order(columns, asked.sort, dates[columns.numbers], found)
    decisions = columns.is_decision[among & in_state]
    counts = np.bincount(states[among & of_kind], minlength=len(_STATES))
    return FoundAgreements(
        passages=tuple(columns.passages[place] for place in order.tolist()),
        kinds={PassageKind.DECISION: int(decisions.sum()), PassageKind.TASK: int((~decisions).sum())},
        states={state: int(count) for state, count in zip(_STATES, counts, strict=True) if count},
        roles=columns.roles,
    )


def _of_kind(is_decision: Mask, kinds: frozenset[PassageKind]) -> Mask:
    if len(kinds & set(KINDS)) != 1:
        return np.ones(len(is_decision), np.bool_)
    return is_decision if PassageKind.DECISION in kinds else ~is_decision


def _in_state(states: "np.typing.NDArray[np.int8]", wanted: frozenset[State]) -> Mask:
    if not wanted:
        return np.ones(len(states), np.bool_)
    return np.isin(states, [_STATES.index(state) for state in wanted])


def _of_role(columns: AgreementColumns, who: str) -> Mask:
    wanted = fold(who)
    if not wanted:
        return np.ones(len(columns.who), np.bool_)
    return np.fromiter((wanted in each for each in columns.folded), np.bool_, len(columns.who))


def _due(due: Ints, asked: AgreementRequest) -> Mask:
    """Return which are due within a span; those without a day are in none."""
    if not (asked.due_from or asked.due_until):
        return np.ones(len(due), np.bool_)
    first = asked.due_from.toordinal() if asked.due_from else 0
    last = asked.due_until.toordinal() if asked.due_until else NO_DAY - 1
    within: Mask = (due >= first) & (due <= last)
    return within


def _order(columns: AgreementColumns, sort: AgreementSort, dates: Ints, found: Ints) -> Ints:
    """Return places in their order; of equal ones, as they stand in their documents."""
    keys: dict[AgreementSort, Callable[[], Ints | Floats]] = {
        AgreementSort.NEWEST: lambda: -dates,
        AgreementSort.OLDEST: lambda: dates,
        AgreementSort.DUE: lambda: columns.due,
        AgreementSort.WHO: lambda: columns.by_who,
    }
    ordered: Ints = found[np.argsort(keys[sort]()[found], kind="stable")]
    return ordered
