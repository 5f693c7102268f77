"""Other engines over judged sets: every word of a query may match, stop words are taken out, texts are in NFC.

Each is given what its documentation offers for German and what ours is given: the same stop words, the same texts with
their titles in front, and the title once more in a field of half the weight.
"""

import re
import sqlite3
from collections.abc import Callable, Iterable
from pathlib import Path

from whoosh import analysis, fields, index, query

from indexer.analysis.normalise import normalise
from indexer.analysis.wordlist import read_words
from indexer.evaluation import WITHIN_REACH
from indexer.judged_set import JudgedSet, Record

#: What the title counts beside the text, as with us.
TITLE_WEIGHT = 0.5

#: From queries by their ids to the ids of the best texts.
Ranked = dict[str, list[str]]

_WORD = re.compile(r"\w+")


def sqlite_fts5(judged: JudgedSet, folder: Path) -> Ranked:
    """Rank with SQLite's FTS5 and its own tokenizer for Unicode."""
    stop = stop_words()
    connection = sqlite3.connect(folder / "texts.sqlite")
    connection.execute("CREATE VIRTUAL TABLE text USING fts5 (id UNINDEXED, title, body, tokenize='unicode61')")
    connection.executemany("INSERT INTO text VALUES (?, ?, ?)", texts(judged.texts))
    best = f"SELECT id FROM text WHERE text MATCH ? ORDER BY bm25(text, 0, {TITLE_WEIGHT}, 1) LIMIT {WITHIN_REACH}"  # noqa: S608 - constants

    def ranked(text: str) -> list[str]:
        words = [word for word in _WORD.findall(text.lower()) if word not in stop]
        match = " OR ".join(f'"{word}"' for word in words)
        return [id_ for (id_,) in connection.execute(best, (match,))] if words else []

    found = asked(judged, ranked)
    connection.close()
    return found


def stock_whoosh(judged: JudgedSet, folder: Path) -> Ranked:
    """Rank with Whoosh's analyzer for German and its own searcher."""
    chain = analysis.LanguageAnalyzer("de") | analysis.StopFilter(stoplist=stop_words())
    text_field = fields.TEXT(analyzer=chain)
    holder = index.create_in(folder, fields.Schema(id=fields.ID(stored=True), title=text_field, body=text_field))
    writer = holder.writer(limitmb=256)
    for id_, title, body in texts(judged.texts):
        writer.add_document(id=id_, title=title, body=body)
    writer.commit()
    with holder.searcher() as searcher:

        def ranked(text: str) -> list[str]:
            terms = [token.text for token in chain(text)]
            words = [query.Term(*each) for term in terms for each in (("title", term, TITLE_WEIGHT), ("body", term))]
            return [hit["id"] for hit in searcher.search(query.Or(words), limit=WITHIN_REACH)] if words else []

        return asked(judged, ranked)


def asked(judged: JudgedSet, ranked: Callable[[str], list[str]]) -> Ranked:
    """Return what all queries lead to."""
    return {id_: ranked(normalise(judged.queries[id_])) for id_ in judged.judgements}


def texts(records: Iterable[Record]) -> Iterable[tuple[str, str, str]]:
    """Yield id, title, and text with the title in front."""
    for record in records:
        title = normalise(record.get("title", ""))
        yield record["_id"], title, normalise(f"{title}\n{record['text']}".strip())


def stop_words() -> frozenset[str]:
    """Return the words that are taken out."""
    return frozenset(read_words("stopwords.txt"))
