"""Takes the score of a passage apart, by asking the executor for each of its summands alone."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from functools import partial
from typing import NamedTuple

import numpy as np

from indexer.analysis.german import GermanAnalysis
from indexer.analysis.plain import PlainAnalysis
from indexer.analysis.tokens import Token
from indexer.index.schema import EXACT_FIELD
from indexer.index.view import IndexView
from indexer.passages import Passage
from indexer.search.executor import Execution
from indexer.search.explanation import Explanation, Form, Relation, Share
from indexer.search.forms import relation, whole_word
from indexer.search.found import Found
from indexer.search.plan import Alternative, Breadth, ExactWords, Leaf, Plan, Want, Word, WordsBeginning
from indexer.search.query import Beginning, Phrase, Query, Words
from indexer.search.ranking import RANKING, Ranking
from indexer.search.support import Support

#: Words of one share that are named; the rest of a long text says the same.
NAMED_FORMS = 4

#: Stands in place of the field for exact words where words begin with what was typed.
BEGUN = "begun"
#: Stands in place of a field where words count for standing near each other.
NEAR = "near"
#: … and for standing in one heading all together.
HEADED = "headed"
#: … and where words of the family of a word count.
FAMILY = "family"

#: Returns the tokens of a text that say one of some terms.
Saying = Callable[[str, frozenset[str]], list[Token]]
#: Returns the tokens of a text that begin with some letters.
Beginnings = Callable[[str, str], list[Token]]


class _Summand(NamedTuple):
    """What one term adds in one field."""

    typed: str
    field: str
    term: str
    #: What the term is to the typed word, as far as the plan knows.
    relation: Relation | None
    score: float


@dataclass(frozen=True)
class Explainer:
    """Explains hits of one plan in one view; made for one page of hits."""

    view: IndexView
    plan: Plan
    #: What each leaf of the plan was typed as, by its terms.
    typed: Mapping[tuple[str, ...], str]
    saying: Saying
    beginnings: Beginnings
    ranking: Ranking = RANKING
    _found: dict[object, Found] = field(default_factory=dict)

    def explain(self, number: int, score: float, passage: Passage) -> Explanation:
        """Return what the score of a passage is made of.

        Args:
            number: Of the passage in the view.
            score: Its score, all considered.
            passage: Its texts.
        """
        summands = [each for want in self.plan.scored() for each in self._of_want(want, number)]
        summands += [each for each in self._supported(number) if each.score > 0]
        total = sum(each.score for each in summands)
        shares = sorted(self._shares(summands, passage), key=lambda share: -share.score)
        return Explanation(tuple(shares), score / total if total else 1.0, score)

    def _of_want(self, want: Want, number: int) -> Iterator[_Summand]:
        """Yield the summands of the alternative that a want is scored by, in the sum that the executor gives it."""
        scored = [(self._score(each, number), each) for each in want.alternatives]
        score, best = max(scored, key=lambda pair: pair[0])
        found = list(self._of_alternative(best, want, number))
        total = sum(each.score for each in found)
        for each in found:
            if each.score > 0:
                yield each._replace(score=each.score * score / total)

    def _supported(self, number: int) -> Iterator[_Summand]:
        """Yield what counts beside the words."""
        support = Support(self.view, self.ranking)
        for one, other in self.plan.neighbours():
            score = self._at((one, other), partial(support.near, one, other), number)
            yield _Summand(f"{self._typed_leaf(one)} {self._typed_leaf(other)}", NEAR, "", None, score)
        if len(named := self.plan.named()) > 1:
            score = self._at(("headed", named), partial(support.headed, named), number)
            yield _Summand(" ".join(self._typed(each.alternatives[0]) for each in named), HEADED, "", None, score)
        for asked in self.plan.asked() if self.plan.breadth is Breadth.ANY else ():
            score = self._at(("families", asked), partial(support.families, asked), number)
            yield _Summand(self._typed(asked), FAMILY, "", None, score)

    def _of_alternative(self, alternative: Alternative, want: Want, number: int) -> Iterator[_Summand]:
        typed = self._typed(want.alternatives[0])
        other = None if alternative is want.alternatives[0] or want.is_required else Relation.SYNONYM
        for leaf in alternative.leaves:
            own = typed if other else self._typed_leaf(leaf)
            for name, term, is_part in _terms(leaf, self.ranking):
                known = other or (Relation.PART if is_part else None)
                yield _Summand(own, name, term, known, self._in_field(leaf, name, term, number))

    def _in_field(self, leaf: Leaf, name: str, term: str, number: int) -> float:
        """Return what one term of a leaf scores in one field; of a phrase or beginning, what all of it does."""
        if not isinstance(leaf, Word):
            return self._at(leaf, lambda: Execution(self.view, self.ranking).leaf(leaf), number)
        weight = dict(self.ranking.field_weights)[name]
        if term in leaf.parts:
            weight *= self.ranking.part_weight(len(leaf.parts))
        ranking = replace(self.ranking, field_weights=((name, weight),))
        alone = Word((term,), ())
        return self._at((name, term, weight), lambda: Execution(self.view, ranking).leaf(alone), number)

    def _score(self, alternative: Alternative, number: int) -> float:
        return self._at(alternative, lambda: Execution(self.view, self.ranking).alternative(alternative), number)

    def _at(self, key: object, find: Callable[[], Found], number: int) -> float:
        """Return the score of a passage in what is found once for a key."""
        found = self._found[key] if key in self._found else self._found.setdefault(key, find())
        place = int(np.searchsorted(found.ids, number))
        return float(found.scores[place]) if place < len(found.ids) and found.ids[place] == number else 0.0

    def _shares(self, summands: Iterable[_Summand], passage: Passage) -> Iterator[Share]:
        together: defaultdict[tuple[str, str], list[_Summand]] = defaultdict(list)
        for each in summands:
            together[each.typed, each.field].append(each)
        for (typed, name), own in together.items():
            yield Share(typed, name, self._forms(typed, name, own, passage), sum(each.score for each in own))

    def _forms(self, typed: str, name: str, summands: list[_Summand], passage: Passage) -> tuple[Form, ...]:
        """Return the words of the passage's own text that were found, each once, in the order of the text."""
        if name == BEGUN:
            return self._begun(summands, f"{passage.heading}\n{passage.text}")
        text = {"body": passage.text, "heading": passage.heading}.get(name, "")
        known = {each.term: each.relation for each in summands}
        forms: dict[str, Form] = {}
        for token in self.saying(text, frozenset(known)):
            word = whole_word(text, token)
            forms.setdefault(word, Form(word, known[token.term] or relation(typed, word, token)))
        return tuple(forms.values())[:NAMED_FORMS]

    def _begun(self, summands: list[_Summand], text: str) -> tuple[Form, ...]:
        tokens = (token for each in summands for token in self.beginnings(text, each.term.rstrip("*")))
        words = dict.fromkeys(whole_word(text, token) for token in tokens)
        return tuple(Form(word, Relation.BEGINNING) for word in words)[:NAMED_FORMS]

    def _typed(self, alternative: Alternative) -> str:
        return " ".join(map(self._typed_leaf, alternative.leaves))

    def _typed_leaf(self, leaf: Leaf) -> str:
        key = _key(leaf)
        return self.typed.get(key, " ".join(key))


def _terms(leaf: Leaf, ranking: Ranking) -> Iterator[tuple[str, str, bool]]:
    """Yield field, term, and whether it is a part, for everything a leaf is scored by."""
    match leaf:
        case Word(wholes, parts):
            terms = [*((term, False) for term in wholes), *((term, True) for term in parts)]
            yield from ((name, term, is_part) for name, _ in ranking.field_weights for term, is_part in terms)
        case ExactWords():
            yield EXACT_FIELD, " ".join(_key(leaf)), False
        case WordsBeginning():
            yield BEGUN, " ".join(_key(leaf)), False


def _key(leaf: Leaf) -> tuple[str, ...]:
    match leaf:
        case Word(wholes, parts):
            return wholes or parts
        case ExactWords(terms):
            return terms
        case WordsBeginning(beginning):
            return (f"{beginning}*",)


def typed_words(query: Query, german: GermanAnalysis, plain: PlainAnalysis) -> dict[tuple[str, ...], str]:
    """Return what each leaf of a query's plan was typed as, by its terms."""
    typed: dict[tuple[str, ...], str] = {}
    for clause in (clause for group in query.groups for clause in group):
        match clause:
            case Words(text):
                for token in german.query_tokens(text):
                    typed.setdefault((token.term,), text[token.start : token.end])
            case Phrase(text):
                typed[tuple(token.term for token in plain.phrase_tokens(text))] = f"„{text}“"
            case Beginning(text):
                typed[(f"{plain.prefix(text)}*",)] = f"{text}*"
    return typed
