"""Puts judged queries to the search over the sample holdings, and says how the answers stand."""

import tempfile
import tomllib
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from indexer.evaluation import FIRST_PAGE, discounted_gain
from indexer.index.texts import Texts
from indexer.search.request import Hit, ResultPage, SearchRequest
from indexer.search.searcher import Searcher
from tests.relevance.judged import Answer, JudgedQuery, Trap
from webui import samples
from webui.catching_up import catch_up
from webui.compose import open_holdings

#: So many documents a reader looks at before he asks again.
LOOKED_AT = 3
#: From this grade on, the query is answered.
ANSWERED = 2
#: Every document of the samples stands on one page of hits.
ALL = 100


@dataclass(frozen=True, slots=True)
class Verdict:
    """How the search did on one query."""

    query: JudgedQuery
    #: Grade of each of the hits, in their order.
    grades: tuple[int, ...]
    #: Discounted gain of the first ten hits, over that of the best order with every answer shown.
    ndcg: float
    #: What the query was understood as, or "".
    wording: str

    @property
    def is_answered(self) -> bool:
        """Whether an answer stands among the first documents."""
        return any(grade >= ANSWERED for grade in self.grades[:LOOKED_AT])

    @property
    def is_understood(self) -> bool:
        """Whether a misspelt query was taken for, or led to, what was meant."""
        return self.wording == self.query.wording or not self.query.wording


@dataclass(frozen=True, slots=True)
class SampleSearch:
    """The search over the sample holdings."""

    searcher: Searcher
    texts: Texts
    #: File name → reference code of its document.
    codes: Mapping[str, str]

    def judge(self, query: JudgedQuery) -> Verdict:
        """Ask a query and grade its hits; a passage counts only if it is shown."""
        page = self._ask(query)
        grades = tuple(self._grade(hit, query.answers) for hit in page.hits)
        perfect = sorted(self._best(query.answers).values(), reverse=True)
        ndcg = discounted_gain(grades[:FIRST_PAGE]) / discounted_gain(perfect[:FIRST_PAGE])
        return Verdict(query, grades, ndcg, page.corrected or page.suggested or "")

    def complaints(self, trap: Trap) -> list[str]:
        """Return what went wrong on a query that must not go wrong."""
        page = self._ask(trap)
        found = [hit.document for hit in page.hits]
        names = {code: file for file, code in self.codes.items()}
        shown = [names[code] for code in found]
        wrong = [f"found {file}" for file in trap.never if self.codes[file] in found]
        wrong += [f"misses {file}" for file in trap.finds if self.codes[file] not in found]
        first = {self.codes[file] for file in trap.first}
        if first != set(found[: len(first)]):
            wrong.append(f"begins with {shown[: len(first)]}")
        if page.total_documents < trap.least or (trap.most is not None and page.total_documents > trap.most):
            wrong.append(f"{page.total_documents} documents, first {shown[:3]}")
        return wrong + [f"marks {word}" for word in trap.unmarked if word.casefold() in _marked(page)]

    def unheard(self, query: JudgedQuery) -> list[Answer]:
        """Return answers whose words stand in no passage of their document: judgements that cannot come true."""
        return [answer for answer in query.answers if not self._says(answer)]

    def _ask(self, asked: JudgedQuery | Trap) -> ResultPage:
        return self.searcher.search(SearchRequest(query=asked.text, reader=asked.reader, limit=ALL))

    def _says(self, answer: Answer) -> bool:
        passages = self.texts.passages(self.codes[answer.file])
        return any(_letters(answer.says) in _letters(f"{each.heading} {each.text}") for each in passages)

    def _grade(self, hit: Hit, answers: tuple[Answer, ...]) -> int:
        """Return the best grade of the answers that are shown with a hit."""
        passages = self.texts.passages_by_id(passage.id for passage in hit.passages).values()
        shown = [_letters(f"{each.heading} {each.text}") for each in passages]
        return max(
            (
                answer.grade
                for answer in answers
                if self.codes[answer.file] == hit.document and any(_letters(answer.says) in text for text in shown)
            ),
            default=0,
        )

    def _best(self, answers: tuple[Answer, ...]) -> dict[str, int]:
        """Return the grade that each document can have at best."""
        best: dict[str, int] = {}
        for answer in answers:
            code = self.codes[answer.file]
            best[code] = max(best.get(code, 0), answer.grade)
        return best


@contextmanager
def sample_search() -> Iterator[SampleSearch]:
    """Take the samples into an archive that is gone afterwards, and open the search over them."""
    with tempfile.TemporaryDirectory() as folder, open_holdings(Path(folder)) as holdings:
        receipts = list(samples.take_in(holdings.archive))
        codes = dict(zip(_files(), (receipt.code for receipt in receipts), strict=True))
        catch_up(holdings, frozenset(codes.values()))
        yield SampleSearch(holdings.searcher(), holdings.texts, codes)


def _files() -> Iterator[str]:
    """Yield the names of the sample files in the order in which they are taken in."""
    register = tomllib.loads((samples.FOLDER / "register.toml").read_text(encoding="utf-8"))
    return (entry["file"] for entry in register["document"])


def _marked(page: ResultPage) -> str:
    """Return all that is marked in the snippets of a page, in small letters."""
    passages = (passage for hit in page.hits for passage in hit.passages)
    return " ".join(part.text for passage in passages for part in passage.snippet if part.matched).casefold()


def _letters(text: str) -> str:
    """Return the letters and digits of a text: line breaks, hyphens and quotation marks are set differently."""
    return "".join(filter(str.isalnum, text)).casefold()
