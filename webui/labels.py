"""What readers mean when they name a value of a facet."""

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from difflib import get_close_matches

from archive.rights import Reader
from archive.vocabulary import Vocabulary, fold
from indexer.search.searcher import Searcher
from indexer.structure.kinds import PassageKind

#: Shorter pieces of a label are said by chance.
SHORTEST_BEGINNING, SHORTEST_PART = 3, 4
#: A piece that so many labels have says nothing about which one is meant.
MOST_MEANT = 30
#: So many labels like a misspelt one are offered, and so like must they be (0 to 1).
MOST_NEAR, LIKENESS = 3, 0.75

_WORD = re.compile(r"\w+")
_PASSAGE_KINDS = {fold(kind): kind.value for kind in PassageKind}


@dataclass(frozen=True, slots=True)
class Labels:
    """The labels that a reader can filter by: whatever else the archive knows stays unsaid."""

    vocabulary: Vocabulary
    #: Facet → labels of documents the reader may see, by falling number of documents.
    carried: Mapping[str, tuple[str, ...]]
    #: Returns the words of a text in their base form, by which values are known in every form.
    base_forms: Callable[[str], Sequence[str]] = str.split

    def meant(self, facet: str, value: str) -> tuple[str, ...]:
        """Return the label a value names, or all labels it is a piece of; none where that is none or nearly all."""
        carried = self.carried.get(facet, ())
        name = self._named(facet, value)
        if name in carried:
            return (name,)
        words = _WORD.findall(fold(value))
        if not words or max(map(len, words)) < SHORTEST_BEGINNING:
            return ()
        fitting = [label for label in carried if _begins(words, label)]
        if not fitting and min(map(len, words)) >= SHORTEST_PART:
            fitting = [label for label in carried if all(word in fold(label) for word in words)]
        if not fitting:
            fitting = self._inflected(carried, value)
        return tuple(sorted(fitting)) if len(fitting) <= MOST_MEANT else ()

    def begun(self, facet: str, letters: str) -> tuple[str, ...]:
        """Return the labels that may be meant by some letters, those that begin so first."""
        words, typed = _WORD.findall(fold(letters)), fold(letters)
        fitting = [label for label in self.carried.get(facet, ()) if _begins(words, label)]
        first = sorted(fitting, key=lambda label: not fold(label).startswith(typed))
        return tuple(first) or self.meant(facet, letters)

    def near(self, facet: str, value: str) -> tuple[str, ...]:
        """Return the labels that are written much like a value, the likest first."""
        spellings = {
            spelling: label
            for label in self.carried.get(facet, ())
            for spelling in (*_WORD.findall(fold(label)), fold(label))
        }
        found = get_close_matches(fold(value), spellings, MOST_NEAR, LIKENESS)
        return tuple(dict.fromkeys(spellings[spelling] for spelling in found))

    def _inflected(self, labels: Iterable[str], value: str) -> list[str]:
        """Return the labels with each word of a value, whatever its form: "Aufgabe" for "Aufgaben"."""
        words = frozenset(self.base_forms(value))
        return [label for label in labels if words and words.issubset(self.base_forms(label))]

    def _named(self, facet: str, value: str) -> str:
        by_name: Mapping[str, str] = {
            "site": self.vocabulary.sites,
            "topic": self.vocabulary.topics,
            "keyword": self.vocabulary.keywords,
            "meeting": self.vocabulary.meetings,
            "kind": self.vocabulary.document_kinds,
            "passage_kind": _PASSAGE_KINDS,
        }.get(facet, {})
        return by_name.get(fold(value), value)


def known_labels(vocabulary: Vocabulary, searcher: Searcher, reader: Reader) -> Labels:
    """Return the labels that a reader can filter by."""
    return Labels(vocabulary, searcher.labels(reader), searcher.base_forms)


def _begins(words: Iterable[str], label: str) -> bool:
    """Tell whether each of some words is the beginning of a word of a label."""
    there = _WORD.findall(fold(label))
    return all(any(each.startswith(word) for each in there) for word in words)
