"""Knows which entries of the glossary a query asks for."""

from collections.abc import Iterable

from indexer.analysis.german import GermanAnalysis
from indexer.analysis.normalise import normalise
from indexer.search.expressions.meanings import asked_about
from indexer.search.expressions.words import Names, spoken
from indexer.search.glossary.entries import GlossaryEntry

#: More meanings are a list, and no answer.
MOST_ENTRIES = 4


class Glossary:
    """Finds entries by their names, in whatever form they take."""

    def __init__(self, german: GermanAnalysis, entries: Iterable[GlossaryEntry]) -> None:
        self.entries = tuple(entries)
        self._german = german
        self._names = Names(german, ((name, entry) for entry in self.entries for name in entry.names))

    def asked(self, query: str) -> tuple[GlossaryEntry, ...]:
        """Return the entries a query asks for, in its order; none where it asks for anything else beside them."""
        text = normalise(query).strip().rstrip("?").rstrip()
        readings = (self._named(each) for each in (*asked_about(text), text))
        return next((entries for entries in readings if entries), ())

    def words(self, entry: GlossaryEntry) -> str:
        """Return what to search for to find a meaning: of a term that means two things what it stands for here."""
        is_shared = sum(each.term == entry.term for each in self.entries) > 1
        return entry.long if is_shared and entry.long else entry.term

    def _named(self, text: str) -> tuple[GlossaryEntry, ...]:
        """Return the entries whose names make up the whole of a text; the longest name counts."""
        words = spoken(self._german, text)
        taken: dict[tuple[int, int], list[GlossaryEntry]] = {}
        for start, end, entry in self._names.find(words):
            others = taken.keys() - {(start, end)}
            if all(end <= other_start or other_end <= start for other_start, other_end in others):
                taken.setdefault((start, end), []).append(entry)
        is_covered = all(any(start <= word.start and word.end <= end for start, end in taken) for word in words)
        found = dict.fromkeys(entry for stretch in sorted(taken) for entry in taken[stretch])
        return tuple(found) if is_covered and len(found) <= MOST_ENTRIES else ()
