"""Recognises meetings: by kind, place, year and motto words in any order, and by their place in a row.

"Standorttreffen Hamburg 2019", "Treffen in Gotha", "2. Regionaltreffen Ost", "letztes Standorttreffen".
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from archive.entries import MeetingEntry
from indexer.analysis.german import GermanAnalysis
from indexer.search.expressions.expression import Carrying, Expression, Subject, Use
from indexer.search.expressions.words import Spoken, spoken, terms
from indexer.structure.notations import MONTHS
from indexer.structure.proposals.known import KnownNames

#: Calls a meeting of any kind one.
ANY_KIND = "Treffen"

#: How places in a row are written, and which place they mean; negative ones are counted from the last.
_PLACES = (
    (r"1\.|erste\w*", 0),
    (r"2\.|zweite\w*", 1),
    (r"3\.|dritte\w*", 2),
    (r"4\.|vierte\w*", 3),
    (r"5\.|fünfte\w*", 4),
    (r"vorletzte\w*", -2),
    (r"letzte\w*|vorige\w*|vergangene\w*|jüngste\w*|neu(?:e)?ste\w*|aktuelle\w*", -1),
)
_PLACE = tuple((re.compile(pattern, re.IGNORECASE), place) for pattern, place in _PLACES)
#: Behind it the word is a verb: "wie oft treffen sich die Standorte", "wo treffen wir uns".
_REFLEXIVE = re.compile(r"\s+(?:(?:wir|sie|die)\s+)?(?:sich|uns|euch)\b", re.IGNORECASE)
_NEXT = re.compile(r"nächste\w*|kommende\w*", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class _Meeting:
    known: MeetingEntry
    #: Every term it may be called by.
    terms: frozenset[str]


class Meetings:
    """Finds the meetings a query speaks of."""

    def __init__(self, german: GermanAnalysis, known: KnownNames, today: date) -> None:
        self._today = today
        calls = {kind.label: terms(german, " ".join(kind.names)) for kind in known.meeting_kinds}
        any_kind = terms(german, ANY_KIND)
        self._any_kind = frozenset(any_kind)
        self._heads = {
            word for kind in known.meeting_kinds for name in kind.names if len(word_terms := terms(german, name)) == 1
            for word in word_terms
        } | self._any_kind  # fmt: skip
        self._meetings = tuple(
            _Meeting(each, frozenset((*_called(german, each), *calls.get(each.kind, ()), *any_kind)))
            for each in sorted(known.meetings, key=lambda each: each.start)
        )
        self._known = frozenset(term for each in self._meetings for term in each.terms)

    def find(self, text: str, words: tuple[Spoken, ...]) -> Iterator[Expression]:
        """Yield for each word that calls a meeting one the longest stretch around it that some meeting fits."""
        for place, word in enumerate(words):
            if self._is_head(word, text) and not self._is_yet_to_come(place, text, words):
                found = next(self._around(place, text, words), None)
                if found:
                    yield found

    def _is_head(self, word: Spoken, text: str) -> bool:
        """Tell whether a word calls a meeting one; "treffen" may be a verb."""
        is_verb = word.term in self._any_kind and _REFLEXIVE.match(text, word.end) is not None
        return word.term in self._heads and not is_verb

    def _is_yet_to_come(self, head: int, text: str, words: Sequence[Spoken]) -> bool:
        """Tell whether the next meeting is meant and nobody knows of one: then the words are those of minutes."""
        is_next = head > 0 and _NEXT.fullmatch(_written(words[head - 1], text)) is not None
        return is_next and all(each.known.start <= self._today for each in self._meetings)

    def _around(self, head: int, text: str, words: Sequence[Spoken]) -> Iterator[Expression]:
        first, last = head, head
        while first > 0 and self._may_call(words[first - 1], text):
            first -= 1
        while last + 1 < len(words) and self._may_call(words[last + 1], text):
            last += 1
        stretches = [(begin, end) for begin in range(first, head + 1) for end in range(head, last + 1)]
        for begin, end in sorted(stretches, key=lambda stretch: stretch[0] - stretch[1]):
            stretch = words[begin : end + 1]
            if len(stretch) > 1 or words[head].term not in self._any_kind:
                yield from self._read(text, stretch)

    def _may_call(self, word: Spoken, text: str) -> bool:
        return word.term in self._known or _is_place(_written(word, text))

    def _read(self, text: str, stretch: Sequence[Spoken]) -> Iterator[Expression]:
        """Yield the expression a stretch of words is, if any meeting fits all of them."""
        said = [word for word in stretch if not _is_place(_written(word, text))]
        called = {word.term for word in said}
        fitting = [each.known for each in self._meetings if called <= each.terms]
        for word in stretch:
            if word not in said:
                fitting = self._at(_written(word, text), fitting)
        if fitting:
            start, end = stretch[0].start, stretch[-1].end
            titles = tuple(each.title for each in fitting)
            label = titles[0] if len(titles) == 1 else text[start:end]
            words = " ".join(text[word.start : word.end] for word in said)
            fits = (Carrying("meeting", titles),)
            yield Expression(start, end, text[start:end], Subject.MEETING, label, fits, Use.FRAME, words)

    def _at(self, written: str, meetings: list[MeetingEntry]) -> list[MeetingEntry]:
        """Return the meeting at a place in a row of meetings, the oldest first."""
        if _NEXT.fullmatch(written):
            return [each for each in meetings if each.start > self._today][:1]
        place = next(place for pattern, place in _PLACE if pattern.fullmatch(written))
        row = [each for each in meetings if place >= 0 or each.start <= self._today]
        return row[place : place + 1 or None]


def _called(german: GermanAnalysis, meeting: MeetingEntry) -> Iterator[str]:
    """Yield the terms of a meeting's names, place, motto, years and months."""
    names = {number: name for name, number in reversed(MONTHS.items())}
    for day in (meeting.start, meeting.end):
        yield str(day.year)
        yield from terms(german, names[day.month])
    yield from (word.term for word in spoken(german, " ".join((*meeting.names, meeting.place, meeting.motto))))


def _written(word: Spoken, text: str) -> str:
    """Return a word as it is typed, a number with the point behind it."""
    point = "." if text[word.start : word.end].isdigit() and text[word.end :].startswith(".") else ""
    return text[word.start : word.end] + point


def _is_place(written: str) -> bool:
    return bool(_NEXT.fullmatch(written)) or any(pattern.fullmatch(written) for pattern, _ in _PLACE)
