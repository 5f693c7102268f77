"""Knows which entries of the glossary a query asks for."""

from collections.abc import Iterable

from rapidfuzz.distance import OSA

from indexer.analysis.german import GermanAnalysis
from indexer.analysis.normalise import normalise
from indexer.analysis.spelling import reach
from indexer.analysis.umlaut import fold
from indexer.search.expressions.meanings import asked_about
from indexer.search.expressions.words import Names, spoken
from indexer.search.glossary.entries import GlossaryEntry

#: More meanings are a list, and no answer.
MOST_ENTRIES = 4

#: Shorter words have too many neighbours.
SHORTEST_NEAR = 6


class Glossary:
    """Finds entries by their names, in whatever form they take."""

    def __init__(self, german: GermanAnalysis, entries: Iterable[GlossaryEntry]) -> None:
        self.entries = tuple(entries)
        self._german = german
        self._names = Names(german, ((name, entry) for entry in self.entries for name in entry.names))

    def asked(self, query: str) -> tuple[GlossaryEntry, ...]:
        """Return the entries a query asks for, in its order; none where it asks for anything else beside them."""
        return self._exactly(query) or self._nearly(query)

    def meant(self, query: str) -> str | None:
        """Return what to search for where a query asks for the meaning of a term with a letter or two wrong."""
        nearly = () if self._exactly(query) else self._nearly(query)
        return self.words(nearly[0]) if nearly else None

    def _exactly(self, query: str) -> tuple[GlossaryEntry, ...]:
        text = normalise(query).strip().rstrip("?").rstrip()
        readings = (self._named(each) for each in (*asked_about(text), text))
        return next((entries for entries in readings if entries), ())

    def _nearly(self, query: str) -> tuple[GlossaryEntry, ...]:
        readings = (self._near(each) for each in asked_about(normalise(query)))
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

    def _near(self, text: str) -> tuple[GlossaryEntry, ...]:
        """Return the entries that a text most likely names with a letter or two wrong."""
        typed = " ".join(text[word.start : word.end] for word in spoken(self._german, text))
        letters = fold(typed.lower())
        edits = {entry: self._edits(letters, entry) for entry in self.entries}
        fewest = min(edits.values(), default=0)
        farthest = 1 if self._german.is_known(typed) else reach(letters)
        if len(letters) < SHORTEST_NEAR or fewest > farthest:
            return ()
        return tuple(entry for entry, number in edits.items() if number == fewest)[:MOST_ENTRIES]

    @staticmethod
    def _edits(letters: str, entry: GlossaryEntry) -> int:
        """Return how many edits lead to the nearest name that begins with the same letter; too many if none does."""
        names = [fold(name.lower()) for name in entry.names]
        return min((OSA.distance(letters, name) for name in names if name[0] == letters[:1]), default=len(letters))
