r"""What a typed query means.

The grammar, forgiving everywhere (what makes no sense is read as plain words):

    query   := group*
    group   := clause ("OR" clause)*          at least one of the clauses
    clause  := "-" clause                      must not match
             | '"' words '"'                   exactly these words in this order
             | beginning "*"                   words that begin so (three letters or more)
             | words                           these words, in any form

"AND" says what goes without saying and is passed over. Words that stand together are read together, so that
"Kinder- und Jugendarbeit" keeps its meaning.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from indexer.analysis.gender import unmark
from indexer.analysis.normalise import normalise
from indexer.analysis.traced import Traced

#: A longer query is a pasted text: the rest of it adds time and no meaning.
LONGEST_QUERY = 600
#: Shorter beginnings lead to half the vocabulary.
SHORTEST_BEGINNING = 3


@dataclass(frozen=True, slots=True)
class Words:
    """Words in any form."""

    text: str


@dataclass(frozen=True, slots=True)
class Phrase:
    """Exactly these words in this order."""

    text: str


@dataclass(frozen=True, slots=True)
class Beginning:
    """Words that begin so."""

    text: str


Clause = Words | Phrase | Beginning


@dataclass(frozen=True, slots=True)
class Query:
    """Groups of clauses, each of which wants at least one of its clauses; and what must not match."""

    groups: tuple[tuple[Clause, ...], ...] = ()
    excluded: tuple[Clause, ...] = ()
    #: Whether it ends as a question does. In a question quotes name what is asked about and demand nothing.
    is_question: bool = False
    #: Where and when: a passage may have them in place of some of the words.
    frame: tuple[Clause, ...] = ()
    #: What form the answer has: counts where it is found, and no more.
    form: tuple[Clause, ...] = ()

    def is_empty(self) -> bool:
        """Tell whether nothing is asked."""
        return not self.groups and not self.excluded


_OR = ("OR", "ODER")
_AND = ("AND", "UND")
#: In capitals these are no words.
OPERATORS = frozenset((*_OR, *_AND))

#: A minus before a number belongs to the number ("-249,40 €"), but a year can be left out.
_MINUS = r"(?P<minus>(?<!\S)-(?!\d)|(?<!\S)-(?=\d{4}(?!\S)))?"

_PIECE = re.compile(_MINUS + r'(?:"(?P<phrase>[^"]*)"|(?P<word>[^\s"]+))')
_CLOSING = str.maketrans({"„": '"', "“": '"', "”": '"', "»": '"', "«": '"'})


def parse(text: str) -> Query:
    """Read a query as it was typed."""
    groups: list[tuple[Clause, ...]] = []
    excluded: list[Clause] = []
    joining = False
    for minus, clause in _clauses(normalise(text[:LONGEST_QUERY].translate(_CLOSING))):
        if clause is None:
            joining = bool(groups)
        elif minus:
            excluded.append(clause)
        elif joining:
            groups[-1] = (*groups[-1], clause)
            joining = False
        else:
            groups.append((clause,))
    return Query(tuple(_together(groups)), tuple(excluded), bool(groups) and text.rstrip().endswith("?"))


def _clauses(text: str) -> Iterator[tuple[str | None, Clause | None]]:
    """Yield each clause with its minus; None stands for OR."""
    for piece in _PIECE.finditer(text):
        said = piece["phrase"] if piece["word"] is None else piece["word"]
        if said in _OR and not piece["minus"]:
            yield None, None
        elif said not in _AND and any(letter.isalnum() for letter in said):
            yield piece["minus"], Phrase(said.strip()) if piece["word"] is None else _word(said)


def _word(word: str) -> Clause:
    beginning = word.rstrip("*")
    if beginning != word and len(beginning) >= SHORTEST_BEGINNING and beginning.isalnum():
        return Beginning(beginning)
    return Words(word)


def has_idle_star(piece: str) -> bool:
    """Tell whether a star in a piece of a query begins no words: where it stands elsewhere, or behind too few letters.

    The star of "Bewohner*innen" is a mark of gender.
    """
    starred = (word for word in piece.split() if "*" in word)
    return '"' not in piece and any(isinstance(_word(word), Words) and not _is_marked(word) for word in starred)


def _is_marked(word: str) -> bool:
    return unmark(Traced.of(word)).text != word


def _together(groups: list[tuple[Clause, ...]]) -> Iterator[tuple[Clause, ...]]:
    """Join neighbouring words into one text."""
    run: list[str] = []
    for group in groups:
        if len(group) == 1 and isinstance(group[0], Words):
            run.append(group[0].text)
            continue
        if run:
            yield (Words(" ".join(run)),)
            run = []
        yield group
    if run:
        yield (Words(" ".join(run)),)
