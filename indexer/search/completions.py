"""What may be meant by the beginning of a query: words and names that hold what was typed."""

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum
from itertools import islice

import numpy as np

from indexer.analysis.german import GermanAnalysis
from indexer.analysis.normalise import normalise
from indexer.analysis.tokens import Role
from indexer.analysis.umlaut import fold_digraphs
from indexer.analysis.wordlist import read_words
from indexer.index.schema import EXACT_FIELD
from indexer.index.state import Ints, Mask
from indexer.index.view import IndexView
from indexer.search.glossary.entries import GlossaryEntry
from indexer.search.vocabulary import Lines, Vocabulary
from indexer.search.written import WrittenForms

#: Fewer letters begin half the vocabulary, and half the names, unless words before them narrow these.
FEWEST_LETTERS = 2
#: Fewer letters stand inside of too many words to tell anything.
FEWEST_INSIDE = 4
#: Shorter words are typed faster than chosen.
SHORTEST_WORD = 4

#: So many of one kind are offered; all of them together can still be taken in.
MOST_WORDS, MOST_NAMES = 5, 3
#: So many words are weighed: inflected forms of one word, and words of hidden documents, drop out.
WEIGHED = 20

_LETTERS = re.compile(r"[^\W_]+")
#: Who begins so wants to know what something is.
_MEANING = re.compile(r"\s*was\s+(?:(?:ist|sind)\s+eine?n?|(?:bedeutet|heißt)(?:\s+eine?n?)?)\s+", re.IGNORECASE)


class Kind(StrEnum):
    """What a completion stands for."""

    WORD = "word"
    FILTER = "filter"
    MEETING = "meeting"
    SITE = "site"
    TOPIC = "topic"
    METHOD = "method"
    DOCUMENT = "document"


#: What tells in its title what it explains.
EXPLAINING = frozenset({Kind.METHOD, Kind.DOCUMENT})


@dataclass(frozen=True, slots=True)
class Name:
    """Something that has a page of its own."""

    kind: Kind
    label: str
    #: What its page is found by: a key or a reference code.
    key: str
    #: Other words it is found by.
    others: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Completion:
    """Something that may be meant."""

    kind: Kind
    #: A query, or the label of a name.
    text: str
    #: Of a name; "" for a query.
    key: str = ""


class Names:
    """Names that are found by any of their words."""

    def __init__(self, names: Iterable[Name]) -> None:
        folded = sorted(((_line(name), name) for name in names), key=lambda pair: pair[0])
        self._names = tuple(name for _, name in folded)
        self._lines = Lines.of((line for line, _ in folded), (1 for _ in folded))

    def matching(self, words: list[str]) -> Iterator[Name]:
        """Yield the names that have all words, those first that begin so, last those that hold them inside of words."""
        found = self._having(words)
        begun = self._lines.beginning(" ".join(words))
        followed = np.union1d(begun, self._lines.holding(f" {words[-1]}"))
        for numbers in (begun, np.setdiff1d(followed, begun), np.setdiff1d(found, followed)):
            yield from (self._names[number] for number in np.intersect1d(numbers, found))

    def _having(self, words: list[str]) -> Ints:
        found = np.arange(len(self._names), dtype=np.int32)
        for word in words:
            found = np.intersect1d(found, self._with(word))
        return found

    def _with(self, word: str) -> Ints:
        if len(word) >= FEWEST_INSIDE:
            return self._lines.holding(word)
        return np.union1d(self._lines.beginning(word), self._lines.holding(f" {word}"))


@dataclass(frozen=True, slots=True)
class Completer:
    """Completes what is typed, from what one view shows."""

    view: IndexView
    german: GermanAnalysis
    written_forms: WrittenForms
    #: Returns which passages have the words before the last one.
    matching: Callable[[str], Ints]
    #: What the glossary explains.
    terms: Names

    def complete(self, typed: str, names: Names) -> tuple[Completion, ...]:
        """Return words and names for what is typed, kind by kind, the likeliest of each first."""
        text = normalise(typed)
        meaning = _MEANING.match(text)
        if not text[-1:].isalnum():
            return ()
        return self._explained(text, meaning.end(), names) if meaning else self._begun(text, names)

    def _begun(self, text: str, names: Names) -> tuple[Completion, ...]:
        words = _words(text)
        if words == words[:1] and len(words[0]) < FEWEST_LETTERS:
            return ()
        named = _few_of_each(names.matching(words))
        if named and len(words[-1]) < FEWEST_LETTERS:
            return tuple(named)
        return (*self._queries(text, words[-1]), *named)

    def _explained(self, text: str, place: int, names: Names) -> tuple[Completion, ...]:
        """Return terms of the glossary and titles for the words behind a question for a meaning."""
        words = _words(text[place:])
        if words == words[:1] and len(words[0]) < FEWEST_LETTERS:
            return ()
        begun = (term for term in self.terms.matching(words) if _line(term).startswith(" ".join(words)))
        terms = islice(dict.fromkeys(term.label for term in begun), MOST_WORDS)
        titles = (name for name in names.matching(words) if name.kind in EXPLAINING)
        return (*(Completion(Kind.WORD, f"{text[:place]}{term}") for term in terms), *_few_of_each(titles))

    def _queries(self, text: str, last: str) -> Iterator[Completion]:
        before = text[: list(_LETTERS.finditer(text))[-1].start()]
        among = self._among(before) if _LETTERS.search(before) else None
        terms = list(islice(self._different(self._terms(last, among)), MOST_WORDS))
        written = self.written_forms.of(terms)
        yield from (Completion(Kind.WORD, f"{before}{written[term]}") for term in terms)

    def _among(self, before: str) -> Mask:
        mask = np.zeros(self.view.size, np.bool_)
        mask[self.matching(before)] = True
        return mask

    def _terms(self, letters: str, among: Mask | None) -> Iterator[str]:
        """Yield the words that begin so, then those with a part that does, each by the passages they lead to."""
        vocabulary = Vocabulary(self.view)
        begun = vocabulary.beginning(letters, WEIGHED)
        yield from self._weighed(begun, among)
        if len(letters) >= FEWEST_INSIDE:
            inside = vocabulary.containing(letters, WEIGHED)
            others = self._weighed((term for term in inside if not term.startswith(letters)), among)
            yield from (term for term in others if self._has_part(term, letters))

    def _has_part(self, term: str, letters: str) -> bool:
        """Tell whether a part after the first of a compound begins so: "konferenz" in "Jugendkonferenz"."""
        parts = self.german.parts("".join(_LETTERS.findall(self.written_forms.of([term])[term])))
        ends = ("".join(parts[place:]) for place in range(1, len(parts)))
        return any(fold_digraphs(end).startswith(letters) for end in ends)

    def _weighed(self, terms: Iterable[str], among: Mask | None) -> list[str]:
        """Return those of the words that lead somewhere, the most frequent first."""
        # Stop words, which stand nearly everywhere and are never offered, take longest to count.
        unsaid = _stopwords(self.view)
        words = [term for term in terms if len(term) >= SHORTEST_WORD and term.isalpha() and term not in unsaid]
        if among is None and self.view.count == self.view.size:
            return words  # everything is shown: what the vocabulary counts is what there is
        counts = {term: self._count(term, among) for term in words}
        return sorted((term for term, count in counts.items() if count), key=lambda term: (-counts[term], term))

    def _count(self, term: str, among: Mask | None) -> int:
        ids = self.view.postings(EXACT_FIELD, term).ids
        return len(ids) if among is None else int(among[ids].sum())

    def _different(self, terms: Iterable[str]) -> Iterator[str]:
        """Yield words that say something, each in its first form only."""
        seen = set(_stopwords(self.view))
        for term in terms:
            whole = next((each.term for each in self.german.query_tokens(term) if each.role is Role.WHOLE), term)
            if not {term, whole} & seen:
                seen.update((term, whole))
                yield term


def term_names(entries: Iterable[GlossaryEntry]) -> Iterator[Name]:
    """Yield everything that a glossary explains as a name."""
    return (Name(Kind.WORD, name, "") for each in entries for name in each.names)


def _stopwords(view: IndexView) -> frozenset[str]:
    return view.remembered("folded stopwords", lambda: frozenset(map(fold_digraphs, read_words("stopwords.txt"))))


def _few_of_each(names: Iterable[Name]) -> list[Completion]:
    """Return the first few names of each kind, kind by kind."""
    found: dict[Kind, list[Completion]] = {kind: [] for kind in Kind}
    for name in names:
        if len(found[name.kind]) < MOST_NAMES:
            found[name.kind].append(Completion(name.kind, name.label, name.key))
    return [each for of_kind in found.values() for each in of_kind]


def _line(name: Name) -> str:
    return _folded(_LETTERS.findall(" ".join((name.label, *name.others))))


def _words(text: str) -> list[str]:
    """Return the words of a text as they are compared: folded, nothing but letters and figures."""
    return _folded(_LETTERS.findall(text)).split()


def _folded(words: Iterable[str]) -> str:
    """Return words folded, with spaces between; all at once, which is faster than one by one."""
    return fold_digraphs(" ".join(words).lower())
