"""Judged queries in the layout of BEIR (Thakur et al., 2021): which text answers which query how well.

A folder holds `corpus.jsonl` (`_id` or `id`, `title`, `text`), `queries.jsonl` (`_id` or `id`, `text`), and `qrels.tsv`
or `qrels/test.tsv` (query, text, grade, parted by tabs; a header is allowed).
"""

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from archive.errors import ArchiveError

#: A text or query: its `_id`, `title` and `text`.
Record = dict[str, str]
Judgements = Mapping[str, Mapping[str, int]]

CORPUS, QUERIES = "corpus.jsonl", "queries.jsonl"
#: Where the judgements may stand.
QRELS = ("qrels.tsv", "qrels/test.tsv")


class JudgedSetError(ArchiveError):
    """Base of the reasons for which a judged set cannot be asked."""


class MissingPartError(JudgedSetError):
    """A file of the layout is not in the folder."""

    def __init__(self, folder: Path, names: tuple[str, ...]) -> None:
        super().__init__(f"{folder}: {' or '.join(names)}")
        self.folder = folder
        #: As which it could be there, by its path in the folder.
        self.names = names


class BrokenLineError(JudgedSetError):
    """A line is not what the layout has in its place."""

    def __init__(self, path: Path, line: int) -> None:
        super().__init__(f"{path}:{line}")
        self.path = path
        #: Counted from 1.
        self.line = line


class UnknownQueryError(JudgedSetError):
    """A judgement is of a query that is not there."""

    def __init__(self, path: Path, line: int, query: str) -> None:
        super().__init__(f"{path}:{line}: {query}")
        self.path = path
        self.line = line
        self.query = query


class NothingJudgedError(JudgedSetError):
    """No query has an answer."""

    def __init__(self, path: Path) -> None:
        super().__init__(str(path))
        self.path = path


@dataclass(frozen=True, slots=True)
class JudgedSet:
    """Texts, queries, and which text answers which query how well."""

    texts: tuple[Record, ...]
    queries: Mapping[str, str]
    judgements: Judgements


def read_judged_set(folder: Path) -> JudgedSet:
    """Read a folder in BEIR's layout.

    Raises:
        MissingPartError: It lacks a file.
        BrokenLineError: A line is not what it should be.
        UnknownQueryError: A query is judged that is not there.
        NothingJudgedError: No query has an answer.
    """
    corpus, queries, qrels = (_part(folder, *names) for names in ((CORPUS,), (QUERIES,), QRELS))
    texts = tuple(_records(corpus))
    asked = {record["_id"]: record["text"] for record in _records(queries)}
    return JudgedSet(texts, asked, _judgements(qrels, asked))


def _part(folder: Path, *names: str) -> Path:
    """Return the first of the files that is there."""
    found = next((folder / name for name in names if (folder / name).is_file()), None)
    if found is None:
        raise MissingPartError(folder, names)
    return found


def _judgements(path: Path, queries: Mapping[str, str]) -> Judgements:
    judgements: dict[str, dict[str, int]] = {}
    for number, (query, text, grade) in _graded(path):
        if query not in queries:
            raise UnknownQueryError(path, number, query)
        if grade > 0:
            judgements.setdefault(query, {})[text] = grade
    if not judgements:
        raise NothingJudgedError(path)
    return judgements


def _graded(path: Path) -> Iterator[tuple[int, tuple[str, str, int]]]:
    """Yield each judgement with the number of its line."""
    for number, line in _lines(path):
        try:
            query, text, grade = line.split("\t")
            yield number, (query, text, int(grade))
        except ValueError as error:
            is_header = number == 1 and line.count("\t") == 2  # noqa: PLR2004 - three columns
            if not is_header:
                raise BrokenLineError(path, number) from error


def _records(path: Path) -> Iterator[Record]:
    for number, line in _lines(path):
        try:
            yield _record(json.loads(line))
        except (ValueError, KeyError, TypeError, AttributeError, RecursionError) as error:
            raise BrokenLineError(path, number) from error


def _record(read: dict[str, object]) -> Record:
    """Return a text or query as it should be: other sets call the id `id`, and write null where there is no title."""
    text = read["text"]
    if not isinstance(text, str):
        raise TypeError(text)
    return {
        "_id": str(read["_id"] if "_id" in read else read["id"]),
        "title": str(read.get("title") or ""),
        "text": text,
    }


def _lines(path: Path) -> Iterator[tuple[int, str]]:
    """Yield the lines that are not blank, with their numbers; a text may hold separators that Python takes for ends."""
    with path.open("rb") as file:
        for number, line in enumerate(file, 1):
            try:
                text = line.decode("utf-8-sig").rstrip("\r\n")
            except UnicodeDecodeError as error:
                raise BrokenLineError(path, number) from error
            if text.strip():
                yield number, text
