"""The sentences of a passage that answer the query, with the matched words marked."""

import re
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache

from indexer.analysis.concordance import REMEMBERED_TEXTS, Concordance
from indexer.analysis.german import GermanAnalysis
from indexer.analysis.plain import PlainAnalysis
from indexer.analysis.tokens import Token
from indexer.search.plan import ExactWords, Plan
from indexer.search.request import Part

#: As much as a reader takes in between two hits: about three lines on a wide page.
LONGEST_SNIPPET = 280

#: A sentence ends at its mark before white space and no lower-case letter ("z. B. am" goes on), or with its line.
_END = re.compile(r"[.!?…]\s+(?=[^a-zäöüß])|\n")


_BEFORE, _AFTER = Part("… ", matched=False), Part(" …", matched=False)


class Highlighter:
    """Marks in a text what a plan looked for, inside compounds and across gender forms, too."""

    def __init__(self, german: GermanAnalysis, plain: PlainAnalysis) -> None:
        self._german = Concordance(german)
        self._plain = Concordance(plain)

    def of(self, plan: Plan) -> "Marker":
        """Return what marks texts with what a plan looked for."""
        return Marker(self._german, self._plain, plan)

    def snippet(self, text: str, plan: Plan) -> tuple[Part, ...]:
        """Return the best sentences of a text, in parts; an ellipsis stands where text is left out."""
        return self.of(plan).snippet(text)

    def whole(self, text: str, plan: Plan) -> tuple[Part, ...]:
        """Return a whole text in parts."""
        return tuple(_parts(text, 0, len(text), self.of(plan).marks(text)))

    def terms(self, text: str) -> frozenset[str]:
        """Return the terms of the German chain that a text says."""
        return self._german.every_term(text)

    def saying(self, text: str, terms: frozenset[str]) -> list[Token]:
        """Return the tokens of a text that say one of some terms of the German chain."""
        return self._german.saying(text, terms)

    def beginning(self, text: str, letters: str) -> list[Token]:
        """Return the tokens of a text that begin so, as the short chain spells them."""
        return self._plain.saying(text, self._plain.terms(text, lambda term: term.startswith(letters)))


class Marker:
    """Marks texts with what one plan looked for."""

    def __init__(self, german: Concordance, plain: Concordance, plan: Plan) -> None:
        self._german, self._plain = german, plain
        self._terms = plan.terms()
        self._beginnings = plan.beginnings()
        self._phrases = [(phrase, frozenset(phrase.terms)) for phrase in plan.phrases()]

    def snippet(self, text: str) -> tuple[Part, ...]:
        """Return the best sentences of a text, in parts; an ellipsis stands where text is left out."""
        marks = self.marks(text)
        start, end = _window(text, marks)
        parts = _parts(text, start, end, marks)
        if start > 0:
            parts.insert(0, _BEFORE)
        if end < len(text):
            parts.append(_AFTER)
        return tuple(parts)

    def marks(self, text: str) -> list[Token]:
        """Return where the text says what was looked for, in the order of the text."""
        marks = self._german.saying(text, self._terms) if self._terms else []
        if self._beginnings:
            terms = self._plain.terms(text, lambda term: term.startswith(self._beginnings))
            marks += self._plain.saying(text, terms)
        for phrase, terms in self._phrases:
            marks += _phrase_marks(self._plain.saying(text, terms), phrase)
        return sorted(marks, key=lambda mark: (mark.start, -mark.end))


def _phrase_marks(tokens: Iterable[Token], phrase: ExactWords) -> Iterator[Token]:
    """Yield the tokens of each place where a phrase stands whole."""
    at = {(token.term, token.position): token for token in tokens}
    for term, position in list(at):
        if term == phrase.terms[0]:
            places = zip(phrase.terms, phrase.offsets, strict=True)
            found = [at.get((wanted, position + offset)) for wanted, offset in places]
            yield from (token for token in found if token and None not in found)


def _window(text: str, marks: list[Token]) -> tuple[int, int]:
    """Return the bounds of the best sentence and of what fits after it; of the beginning where nothing matched."""
    starts, ends = _sentences(text)
    if not starts:
        return 0, 0
    best = _best(starts, ends, marks)
    start, end = starts[best], ends[best]
    for further in ends[best + 1 :]:
        if further - start > LONGEST_SNIPPET:
            break
        end = further
    if end - start > LONGEST_SNIPPET:
        return _shortened(text, start, end, marks)
    return start, end


def _best(starts: Sequence[int], ends: Sequence[int], marks: list[Token]) -> int:
    """Return the place of the first sentence of those with most different terms."""
    terms: defaultdict[int, set[str]] = defaultdict(set)
    for mark in marks:
        place = bisect_right(starts, mark.start) - 1
        if place >= 0 and mark.start < ends[place]:
            terms[place].add(mark.term)
    # Marks rise, and so do the sentences they stand in.
    return max(terms, key=lambda place: len(terms[place]), default=0)


@lru_cache(REMEMBERED_TEXTS)
def _sentences(text: str) -> tuple[tuple[int, ...], tuple[int, ...]]:
    """Return where the sentences of a text begin, and where they end."""
    bounds = list(_cut(text))
    return tuple(start for start, _ in bounds), tuple(end for _, end in bounds)


def _cut(text: str) -> Iterator[tuple[int, int]]:
    start = 0
    for found in _END.finditer(text):
        end = found.start() + (text[found.start()] != "\n")
        if not text[start:end].isspace() and start < end:
            yield start, end
        start = found.end()
    if text[start:].strip():
        yield start, len(text.rstrip())


def _shortened(text: str, start: int, end: int, marks: list[Token]) -> tuple[int, int]:
    """Cut a long sentence at words, around its first match."""
    first = next((mark.start for mark in marks if start <= mark.start < end), start)
    begin = (
        start if first - start < LONGEST_SNIPPET // 2 else text.find(" ", max(start, first - LONGEST_SNIPPET // 3)) + 1
    )
    if begin + LONGEST_SNIPPET >= end:
        return begin, end
    stop = text.rfind(" ", begin, begin + LONGEST_SNIPPET)
    return begin, stop if stop > first else end


def _parts(text: str, start: int, end: int, marks: list[Token]) -> list[Part]:
    """Return a stretch of text as parts, touching marks joined."""
    parts: list[Part] = []
    at = start
    for left, right in _joined(marks):
        left, right = max(left, at), min(right, end)  # noqa: PLW2901 - the mark, cut to the window
        if left >= right:
            continue
        if left > at:
            parts.append(Part(text[at:left], matched=False))
        parts.append(Part(text[left:right], matched=True))
        at = right
    if at < end:
        parts.append(Part(text[at:end], matched=False))
    return parts


def _joined(marks: list[Token]) -> list[tuple[int, int]]:
    """Return the bounds of marks, those that overlap or touch as one."""
    joined: list[tuple[int, int]] = []
    for mark in marks:
        if joined and mark.start <= joined[-1][1]:
            joined[-1] = joined[-1][0], max(joined[-1][1], mark.end)
        elif mark.end > mark.start:
            joined.append((mark.start, mark.end))
    return joined
