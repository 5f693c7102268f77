"""SQLite FTS5 over words that Snowball stemmed, labels in tables beside."""

import sqlite3
from collections.abc import Iterable
from pathlib import Path

import Stemmer

from indexer.analysis.wordlist import read_words
from indexer.index.writer import Entry
from tests.benchmarks.bench_engine import FACETS, HITS, Hits, words
from tests.benchmarks.bench_passages import Question

_TABLES = """
CREATE TABLE IF NOT EXISTS passage (number INTEGER PRIMARY KEY, id TEXT, body TEXT);
CREATE TABLE IF NOT EXISTS label (field TEXT, value TEXT, number INTEGER);
CREATE VIRTUAL TABLE IF NOT EXISTS word USING fts5 (title, body, content='');
"""
_BEST = (
    "SELECT passage.id, passage.body FROM (SELECT rowid AS number, bm25(word, .5, 1) AS rank FROM word"
    " WHERE word MATCH ? {} ORDER BY rank LIMIT ?) AS hit JOIN passage USING (number) ORDER BY rank"
)
_AT_SITE = "AND +word.rowid IN (SELECT number FROM label WHERE field = 'site' AND value = ?)"


class Fts5:
    """One connection."""

    def __init__(self, folder: Path) -> None:
        self._connection = sqlite3.connect(folder / "passages.sqlite")
        self._connection.executescript("PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL;" + _TABLES)
        self._stemmer = Stemmer.Stemmer("german")
        self._stop = read_words("stopwords.txt")

    def build(self, entries: Iterable[Entry]) -> None:
        """Index everything in an empty folder."""
        for entry in entries:
            self._insert(entry)
        self._connection.execute("CREATE INDEX by_value ON label (field, value)")
        self._connection.execute("CREATE INDEX by_number ON label (number, field)")
        self._connection.execute("INSERT INTO word (word) VALUES ('optimize')")
        self._connection.commit()

    def open(self) -> None:
        """Make ready to be asked."""
        self._connection.execute("PRAGMA cache_size = -128000")

    def hits(self, question: Question) -> Hits:
        """Return the ids of the best passages and the number of all."""
        match, values = self._match(question)
        count = f"SELECT count(*) FROM word WHERE word MATCH ? {match}"  # noqa: S608 - one of two constants
        (total,) = self._connection.execute(count, values).fetchone()
        return [id_ for id_, _ in self._best(question)], total

    def snippets(self, question: Question) -> object:
        """Return the best passages with their texts, matches marked."""
        terms = set(self._terms(" ".join(question.words)))
        return [[term in terms for term in self._terms(body)] for _, body in self._best(question)]

    def facets(self, question: Question) -> object:
        """Return the best passages with counts for three facets."""
        match, values = self._match(question)
        sql = (
            f"WITH hit AS MATERIALIZED (SELECT rowid AS number FROM word WHERE word MATCH ? {match})"  # noqa: S608 - see above
            " SELECT value, count(*) FROM hit JOIN label USING (number) WHERE field = ? GROUP BY value"
        )
        return self._best(question), [self._connection.execute(sql, [*values, name]).fetchall() for name in FACETS]

    def add(self, entry: Entry) -> None:
        """Add one document, committed and findable."""
        self._insert(entry)
        self._connection.commit()

    def tidy(self) -> None:
        """Nothing: it does so itself."""

    def _best(self, question: Question) -> list[tuple[str, str]]:
        match, values = self._match(question)
        return self._connection.execute(_BEST.format(match), [*values, HITS]).fetchall()

    def _match(self, question: Question) -> tuple[str, list[str]]:
        terms = self._terms(" ".join(question.words))
        if not question.is_phrase:
            terms = [term for term in terms if term != "x"] or terms
        match = f'body:"{" ".join(terms)}"' if question.is_phrase else " AND ".join(f'"{term}"' for term in terms)
        return (_AT_SITE, [match, question.site]) if question.site else ("", [match])

    def _insert(self, entry: Entry) -> None:
        about, run = entry.document, self._connection.execute
        title = " ".join(self._terms(about.title))
        for passage in entry.passages:
            number = run("INSERT INTO passage (id, body) VALUES (?, ?)", (passage.id, passage.text)).lastrowid
            body = " ".join(self._terms(passage.text))
            run("INSERT INTO word (rowid, title, body) VALUES (?, ?, ?)", (number, title, body))
            labels = [("site", each) for each in about.sites] + [("topic", each) for each in about.topics]
            for field, value in [*labels, ("kind", about.kind.value)]:
                run("INSERT INTO label VALUES (?, ?, ?)", (field, value, number))

    def _terms(self, text: str) -> list[str]:
        """Return stems; a word that says nothing keeps its place."""
        return ["x" if word in self._stop else self._stemmer.stemWord(word) for word in words(text)]
