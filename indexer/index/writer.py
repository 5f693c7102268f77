"""Writes passages into a generation of the index. One process at a time does, the worker."""

import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Self

from whoosh import fields

from archive.values import Description
from indexer.editions import editions_of
from indexer.index.cache import ByteCache
from indexer.index.collecting import collected_at_the_end
from indexer.index.committing import Committing
from indexer.index.schema import SEPARATOR, SUPERSEDED
from indexer.index.state import State
from indexer.passages import Passage

#: A batch looks up the postings of each of its documents once: hardly anything is worth keeping.
_CACHED_BYTES = 1 << 20


@dataclass(frozen=True, slots=True)
class Entry:
    """A document with its passages, as it goes into the index."""

    document: Description
    passages: tuple[Passage, ...]
    #: Other names of its meeting and sites, under which it is to be found, too.
    aliases: tuple[str, ...] = ()
    #: Its older versions, each under the name of its edition; they are written and taken out together with it.
    older: tuple["Entry", ...] = ()

    def all_passages(self) -> Iterator[Passage]:
        """Yield its passages and those of its older versions."""
        yield from self.passages
        for each in self.older:
            yield from each.passages


class WrittenTwiceError(Exception):
    """A document was put twice into one batch: the index could not tell which is meant."""


class IndexWriter:
    """A batch of changes to one generation: seen by readers all at once when it is left, or not at all."""

    def __init__(self, generation: Path, schema: fields.Schema) -> None:
        self._committing = Committing(generation, schema)
        self._state = State([generation], schema, ByteCache(_CACHED_BYTES), {})
        self._written: set[str] = set()
        self._collecting = collected_at_the_end()

    def __enter__(self) -> Self:
        """Begin the batch."""
        self._committing.__enter__()
        self._collecting.__enter__()
        return self

    def __exit__(self, failed: type[BaseException] | None, *_: object) -> None:
        """Commit the batch, or drop it whole if it failed."""
        try:
            self._state.close()
            self._committing.__exit__(failed)
        finally:
            self._collecting.__exit__(None, None, None)

    def replace(self, entry: Entry) -> None:
        """Put the passages of a document's versions in place of those it had.

        Raises:
            WrittenTwiceError: The document was put into this batch before.
        """
        code = entry.document.code
        if code in self._written:
            raise WrittenTwiceError(code)
        self._written.add(code)
        self.remove(code)
        self._add(entry, "")
        for older in entry.older:
            self._add(older, str(older.document.version))

    def _add(self, entry: Entry, superseded: str) -> None:
        shared = {**_document_fields(entry), SUPERSEDED: superseded}
        for passage in entry.passages:
            self._committing.writer.add_document(**shared, **_passage_fields(passage, entry.document))

    def remove(self, code: str) -> None:
        """Take the committed passages of all versions of a document out."""
        for name in (code, *self._state.terms_beginning("document", editions_of(code))):
            for number in self._state.postings("document", name).ids:
                self._committing.writer.delete_document(int(number))


def _document_fields(entry: Entry) -> dict[str, object]:
    """Return the fields that all passages of a document share."""
    document = entry.document
    meeting = document.meeting.title if document.meeting else ""
    years = _years(document)
    context = [meeting, document.meeting.place if document.meeting else "", *document.sites, *entry.aliases]
    return {
        "document": document.code,
        "title": document.title,
        "context": _joined([*context, *document.topics, *document.keywords, document.kind, *years]),
        "title_order": title_order(document.title),
        "date": document.date.start.toordinal() if document.date else 0,
        "meeting": meeting,
        "site": SEPARATOR.join(document.sites),
        "topic": SEPARATOR.join(document.topics),
        "keyword": SEPARATOR.join(document.keywords),
        "kind": document.kind.value,
        "year": SEPARATOR.join(years),
        "visibility": document.visibility.value,
    }


def title_order(title: str) -> str:
    """Return what titles are sorted by: DIN 5007-1, where ä is a, ß is ss and case does not count."""
    plain = unicodedata.normalize("NFD", title.casefold())
    letters = "".join(letter if letter.isalnum() else " " for letter in plain if not unicodedata.combining(letter))
    return " ".join(letters.split()) or "-"


def _passage_fields(passage: Passage, document: Description) -> dict[str, object]:
    """Return the fields of one passage; a document's title counts as exact wording once, in its first passage."""
    exact = [document.title] if passage.ordinal == 0 else []
    return {
        "id": passage.id,
        "heading": passage.heading,
        "body": passage.text,
        "exact": tuple(text for text in (*exact, passage.heading, passage.text) if text),
        "passage_kind": passage.kind.value,
    }


def _years(document: Description) -> tuple[str, ...]:
    if document.date is None:
        return ()
    return tuple(str(year) for year in range(document.date.start.year, document.date.end.year + 1))


def _joined(texts: Iterable[str]) -> str:
    """Join those of the texts that say something, a line each."""
    return "\n".join(text for text in texts if text)
