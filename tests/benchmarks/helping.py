"""Measures help while asking over an archive built by `large_home`, in CPU milliseconds of this process.

    python -m tests.benchmarks.helping FOLDER [--queries 300]

Every beginning, misspelling and question is made from words that stand in the archive, from a fixed seed. The
first of each kind is cold and reported apart; the correction is the whole search of a misspelt word.
"""

import argparse
import json
import random
import statistics
import time
from collections.abc import Callable, Iterable
from functools import partial
from pathlib import Path
from typing import TypeVar

from archive.rights import STAFF
from archive.selections import Aspect
from indexer.search.request import SearchRequest
from indexer.search.searcher import Searcher
from webui.completing import names
from webui.compose import Holdings, open_holdings

Asked = TypeVar("Asked")

#: Letters typed before a completion is asked for.
SHORTEST, LONGEST = 2, 9


class Asking:
    """What somebody may type, made from the texts."""

    def __init__(self, holdings: Holdings, seed: int = 1) -> None:
        self._random = random.Random(seed)  # noqa: S311 - no secret
        self.codes = [each.code for each in holdings.archive.titles()]
        self._random.shuffle(self.codes)
        texts = (passage.text for code in self.codes[:200] for passage in holdings.texts.passages(code))
        self._words = [word.strip(".") for text in texts for word in text.split() if len(word) > LONGEST]

    def beginning(self) -> str:
        """Return the first letters of a word, every third time after a whole word; there one letter may be enough."""
        word, is_alone = self._random.choice(self._words), self._random.random() < 2 / 3
        letters = word[: self._random.randint(SHORTEST if is_alone else 1, LONGEST)]
        return letters if is_alone else f"{self._random.choice(self._words)} {letters}"

    def misspelt(self) -> str:
        """Return a word with one letter left out, doubled or exchanged with the next."""
        word = self._random.choice(self._words)
        place = self._random.randrange(1, len(word) - 2)
        edits = (word[place + 1] + word[place], word[place] * 2 + word[place + 1], word[place + 1])
        return word[:place] + self._random.choice(edits) + word[place + 2 :]

    def question(self) -> str:
        """Return two words."""
        return " ".join(self._random.sample(self._words, 2))


def figures(holdings: Holdings, queries: int) -> dict[str, object]:
    """Measure each kind of help."""
    asking, searcher = Asking(holdings), holdings.searcher()
    searcher.view(STAFF)
    complete = partial(_complete, searcher, holdings)
    pages = [searcher.search(SearchRequest(query=asking.question(), reader=STAFF)) for _ in range(queries // 3)]
    nothing = [SearchRequest(query=asking.misspelt(), filters={"year": ("1901",)}, reader=STAFF) for _ in range(20)]
    dead = [searcher.search(each) for each in nothing]
    passages = [holdings.texts.passages(code)[0] for code in asking.codes[:100]]
    return {
        "documents": len(asking.codes),
        "complete": _times(complete, [asking.beginning() for _ in range(queries)]),
        "correct": _times(partial(_correct, searcher), [asking.misspelt() for _ in range(queries // 3)]),
        "explain": _times(searcher.explain, pages),
        "ways_on": _times(searcher.ways_on, dead),
        "similar_documents": _times(lambda code: searcher.similar_documents(code, STAFF), asking.codes[:100]),
        "similar_passages": _times(lambda passage: searcher.similar_passages(passage, STAFF), passages),
        "lists": _times(
            lambda site: _lists(holdings, site), [each.label for each in holdings.archive.vocabularies.sites()]
        ),
    }


def _complete(searcher: Searcher, holdings: Holdings, typed: str) -> object:
    return searcher.complete(typed, STAFF, partial(names, holdings.archive, STAFF))


def _lists(holdings: Holdings, site: str) -> object:
    """Read what the start page reads, and what the page of a site does."""
    archive, visible = holdings.archive, STAFF.visible
    return archive.tally(visible), archive.newest(6, visible), archive.documents_about(Aspect.SITE, site, visible)


def _correct(searcher: Searcher, typed: str) -> object:
    return searcher.search(SearchRequest(query=typed, reader=STAFF))


def _times(ask: Callable[[Asked], object], asked: Iterable[Asked]) -> dict[str, float]:
    times = []
    for each in asked:
        began = time.process_time()
        ask(each)
        times.append((time.process_time() - began) * 1000)
    first, *rest = times
    p95 = statistics.quantiles(rest, n=20)[-1]
    return {"first": round(first, 1), "p50": round(statistics.median(rest), 1), "p95": round(p95, 1)}


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--queries", type=int, default=300)
    asked = parser.parse_args()
    with open_holdings(asked.folder) as holdings:
        print(json.dumps(figures(holdings, asked.queries), indent=2))  # noqa: T201 - what it is for


if __name__ == "__main__":
    main()
