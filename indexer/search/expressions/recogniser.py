"""Reads what a query means beyond its words, and what is then left to look for."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date

from indexer.analysis.german import GermanAnalysis
from indexer.analysis.wordlist import read_words
from indexer.search.expressions.expression import Expression, Fit, Subject, Use, Within
from indexer.search.expressions.labels import Labels
from indexer.search.expressions.meanings import put_about
from indexer.search.expressions.meetings import Meetings
from indexer.search.expressions.periods import find_periods
from indexer.search.expressions.places import Sites
from indexer.search.expressions.questions import doing, find_questions, is_asking, measuring, putting
from indexer.search.expressions.words import bare, spoken, terms
from indexer.search.query import Clause, Query, Words
from indexer.structure.proposals.known import KnownNames

#: Where two expressions share some words the longer counts; of equal ones the one further in front.
_ORDER = (
    Subject.MEETING,
    Subject.PERIOD,
    Subject.SITE,
    Subject.PASSAGE_KIND,
    Subject.KIND,
    Subject.TOPIC,
    Subject.KEYWORD,
)

#: So many words a term has at the most; more are a sentence.
MOST_OF_TERM = 2
_ARTICLE = re.compile(r"^(?:der|die|das|den|dem|des|eine?[mnrs]?)\s+", re.IGNORECASE)

#: What answers in general must fit.
_DEMANDED = (Subject.PASSAGE_KIND, Subject.PERIOD)

#: Of a longer span the last years are asked for.
MOST_YEARS = 12


@dataclass(frozen=True, slots=True)
class Understood:
    """A query put so that its expressions are no longer required words, and the expressions."""

    query: Query
    expressions: tuple[Expression, ...] = ()
    #: Where only the form of the answer is asked for: what an answer must fit, one of each group; and all that do are.
    only: tuple[tuple[Fit, ...], ...] = ()


class Recogniser:
    """Knows the names of one view's catalogue.

    Args:
        german: The chain of the index; names are found in every form it knows.
        known: The names to recognise: of what the reader may see, and of nothing else.
        today: The day from which "letztes" and "nächstes" count.
    """

    def __init__(self, german: GermanAnalysis, known: KnownNames, today: date) -> None:
        self._german = german
        self._today = today
        self._fillers = frozenset(terms(german, " ".join(read_words("fillers.txt"))))
        self._meetings = Meetings(german, known, today)
        self._sites = Sites(german, known)
        self._labels = Labels(german, known)

    def understand(self, query: Query, literal: tuple[str, ...] = ()) -> Understood:
        """Return what a query means.

        Only plain words are read so: a phrase, an alternative with OR and what is excluded mean what they say.

        Args:
            query: The query as it was parsed.
            literal: Stretches of it, as they were typed, that are to be taken as words and nothing else.
        """
        query = query if literal else self._of_meaning(query)
        groups: list[tuple[Clause, ...]] = []
        expressions: list[Expression] = []
        is_question = query.is_question
        for group in query.groups:
            if len(group) > 1 or not isinstance(group[0], Words):
                groups.append(group)
                continue
            text = group[0].text
            found = self.expressions(text, literal)
            expressions += found
            put = () if literal else tuple(putting(text))
            is_question = is_question or bool(put) or (not literal and any(measuring(text)))
            core = self._subject(text, found, put)
            if spoken(self._german, core):
                groups.append((Words(core),))
        if not groups:
            return _of_expressions(query, tuple(expressions))
        read = replace(
            query,
            groups=tuple(groups),
            is_question=is_question,
            frame=_clauses(expressions, Use.FRAME),
            form=(*query.form, *_clauses(expressions, Use.FORM)),
        )
        return Understood(read, tuple(expressions))

    def _of_meaning(self, query: Query) -> Query:
        """Return a question for what a word means as the word alone: whoever types nothing else asks for it, too.

        What puts the question counts where it is found: an answer may repeat it ("Was bedeutet Isolierung?"). One word
        must be found whole; of two either may be enough, as in any question.
        """
        match query.groups:
            case ((Words(text),),):
                about, put = put_about(text)
                if self._names_a_word(about) and not any(find_questions(text)):
                    return replace(
                        query,
                        groups=((Words(about),),),
                        form=(Words(put),) if spoken(self._german, put) else (),
                        is_question=query.is_question and not self._is_one_word(about),
                    )
        return query

    def _is_one_word(self, text: str) -> bool:
        return len(spoken(self._german, text)) == 1

    def _names_a_word(self, text: str) -> bool:
        """Tell whether a text is a word or two, perhaps with an article, and no stop word."""
        words = _ARTICLE.sub("", text).split()
        return 0 < len(words) <= MOST_OF_TERM and all(spoken(self._german, word) for word in words)

    def _subject(self, text: str, found: tuple[Expression, ...], put: tuple[tuple[int, int], ...]) -> str:
        """Return what a text asks about: without the words that put the question, if anything but fillers is left."""
        taken_out = [(each.start, each.end) for each in found if each.use is not Use.COUNTED]
        if _asks_in_general(text, found) and not spoken(self._german, _without(text, [*taken_out, *put, *doing(text)])):
            return ""
        subject = _without(text, [*taken_out, *put])
        says_something = any(word.term not in self._fillers for word in spoken(self._german, subject))
        return subject if says_something else _without(text, taken_out)

    def putting(self, query: Query, literal: tuple[str, ...] = ()) -> frozenset[str]:
        """Return the words of a query, in small letters, that only put its question; arguments as of `understand`."""
        about = query if literal else self._of_meaning(query)
        beside = frozenset(_typed(query)) - frozenset(_typed(about))
        texts = (group[0].text for group in about.groups if isinstance(group[0], Words))
        return beside | frozenset(word for text in texts for word in self._put(text, literal))

    def _put(self, text: str, literal: tuple[str, ...]) -> Iterator[str]:
        asking = ((each.start, each.end) for each in self.expressions(text, literal) if _is_put(each))
        for start, end in (*asking, *(() if literal else (*putting(text), *measuring(text)))):
            yield from map(bare, text[start:end].split())

    def expressions(self, text: str, literal: tuple[str, ...] = ()) -> tuple[Expression, ...]:
        """Return the expressions of a text in its order; one stretch may have several meanings."""
        words = spoken(self._german, text)
        found = (
            *self._meetings.find(text, words),
            *self._sites.find(text, words),
            *self._labels.find(text, words),
            *find_periods(text, self._today),
            *find_questions(text),
        )
        kept: list[Expression] = []
        for each in sorted(found, key=_precedence):
            if each.typed and each not in kept and not any(map(each.overlaps, kept)) and not _is_literal(each, literal):
                kept.append(each)
        return tuple(sorted(_one_meaning(kept), key=lambda each: each.start))


def _precedence(expression: Expression) -> tuple[int, int]:
    return expression.start - expression.end, _ORDER.index(expression.subject)


def _one_meaning(kept: list[Expression]) -> Iterator[Expression]:
    """Yield one expression for each stretch; those before it in the order win."""
    seen: set[tuple[int, int]] = set()
    for each in kept:
        if (each.start, each.end) not in seen:
            seen.add((each.start, each.end))
            yield each


def _is_literal(expression: Expression, literal: tuple[str, ...]) -> bool:
    typed = expression.typed.casefold()
    return any(typed in stretch.casefold() for stretch in literal)


def _typed(query: Query) -> Iterator[str]:
    """Yield the words of a query, in small letters and without marks."""
    for group in query.groups:
        for clause in group:
            yield from map(bare, clause.text.split())


def _asks_in_general(text: str, found: Iterable[Expression]) -> bool:
    """Tell whether a text asks for a kind of passage by how its question is put."""
    return is_asking(text) and any(map(_is_put, found))


def _is_put(expression: Expression) -> bool:
    return expression.subject is Subject.PASSAGE_KIND and not expression.said


def _without(text: str, stretches: Iterable[tuple[int, int]]) -> str:
    """Return a text without some stretches."""
    letters = list(text)
    for start, end in stretches:
        letters[start:end] = " " * (end - start)
    return " ".join("".join(letters).split())


def _of_expressions(query: Query, expressions: tuple[Expression, ...]) -> Understood:
    """Return what a query made of expressions alone means: the frame is asked for, or else the form."""
    if _is_general(query, expressions):
        return Understood(replace(query, groups=()), expressions, tuple(_demanded(expressions)))
    said = {use: [each.said for each in expressions if each.use is use and each.said] for use in Use}
    if said[Use.FRAME]:
        form = (*query.form, *_clauses(expressions, Use.FORM))
        return Understood(replace(query, groups=((Words(" ".join(said[Use.FRAME])),),), form=form), expressions)
    if said[Use.FORM]:
        return Understood(replace(query, groups=((Words(" ".join(said[Use.FORM])),),)), expressions)
    years = tuple(Words(str(year)) for each in expressions for year in _years(each))
    return Understood(replace(query, groups=(years,)) if years else query, expressions)


def _is_general(query: Query, expressions: tuple[Expression, ...]) -> bool:
    """Tell whether a query asks for a kind of passage, perhaps of some time, and for nothing else."""
    text = " ".join(clause.text for group in query.groups for clause in group)
    return _asks_in_general(text, expressions) and all(each.subject in _DEMANDED for each in expressions)


def _demanded(expressions: Iterable[Expression]) -> Iterator[tuple[Fit, ...]]:
    """Yield what answers in general must fit: any of the kinds, and any of the periods that are named."""
    for subject in _DEMANDED:
        fits = tuple(dict.fromkeys(fit for each in expressions if each.subject is subject for fit in each.fits))
        if fits:
            yield fits


def _clauses(expressions: Iterable[Expression], use: Use) -> tuple[Clause, ...]:
    return tuple(Words(said) for said in dict.fromkeys(each.said for each in expressions if each.use is use) if said)


def _years(expression: Expression) -> Iterator[int]:
    for fit in expression.fits:
        if isinstance(fit, Within):
            yield from range(max(fit.first.year, fit.last.year - MOST_YEARS), fit.last.year + 1)
