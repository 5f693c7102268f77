"""Writes a segment from memory: several times as fast as Whoosh's own writer, in the same format."""

from collections.abc import Iterable
from pathlib import Path

import numpy as np
from whoosh import fields, index, writing
from whoosh.codec.whoosh3 import W3Segment
from whoosh.reading import SegmentReader

from indexer.index.columns import length_bytes
from indexer.index.occurrences import Occurrences
from indexer.index.pool import PooledCodec, PostingPool
from indexer.index.schema import ChainText
from indexer.index.segment import read_terms
from indexer.index.storage import MappedStorage, open_index
from indexer.index.stretch_table import StretchTable

#: Seconds to wait for another writer; there should be none.
_PATIENCE = 30

#: A term of a passage: its bytes, how often it stands there, its weight, and what the field's format keeps of it.
Item = tuple[bytes, int, float, bytes]


class BulkWriter(writing.SegmentWriter):  # type: ignore[misc] # Whoosh carries no types
    """Takes the fields of `passage_schema`: no boosts, vectors or spelling words.

    What is committed leaves other segments as they are, unless a merge is asked for.
    """

    def __init__(self, opened: index.FileIndex) -> None:
        super().__init__(opened, codec=PooledCodec(), timeout=_PATIENCE)
        self.pool = PostingPool()
        self.merge = False
        self._indexed: dict[tuple[str, object], tuple[Item, ...]] = {}
        self._table: StretchTable | None = None

    def add_document(self, **values: object) -> None:
        """Add a passage by its fields; None and "" are not there. Words may be one text or a tuple of texts."""
        self._check_state()
        self.perdocwriter.start_doc(self.docnum)
        for name, value in values.items():
            if value is not None and value != "":
                self._add_field(name, self.schema[name], value)
        self.perdocwriter.finish_doc()
        self._added = True
        self.docnum += 1

    def _add_field(self, name: str, field: fields.FieldType, value: object) -> None:
        length = 0
        if isinstance(field, ChainText):
            length = self._words(name, field).add(self.docnum, _texts(value))
        elif field.indexed:
            items = self._items(name, field, value)
            self._pool(name, items)
            length = sum(item[1] for item in items) if field.scorable else 0
        self.perdocwriter.add_field(name, field, value if field.stored else None, length)
        if field.column_type:
            self.perdocwriter.add_column_value(name, field.column_type, field.to_column_value(value))

    def _words(self, name: str, field: ChainText) -> Occurrences:
        if name not in self.pool.texts:
            self.pool.texts[name] = Occurrences(self._stretches(field), field.chain)
        return self.pool.texts[name]

    def _stretches(self, field: ChainText) -> StretchTable:
        """Return one table for all fields of the batch."""
        if self._table is None:
            self._table = field.read.table()
        return self._table

    def _items(self, name: str, field: fields.FieldType, value: object) -> tuple[Item, ...]:
        """Return the terms of a field; the passages of a batch share titles and labels, each of which is read once."""
        items = self._indexed.get((name, value))
        if items is None:
            items = self._indexed[name, value] = tuple(field.index(value))
        return items

    def _pool(self, name: str, items: Iterable[Item]) -> None:
        terms, add, number = self.pool.fields[name], self.pool.add_to, self.docnum
        for term, _, weight, kept in items:
            add(terms, (term, number, weight, kept))

    def add_segment(self, segment: W3Segment) -> None:
        """Take over the passages of a segment that are not deleted; a commit that does so adds no others.

        Raises:
            ValueError: Passages were added.
        """
        if self.pool.texts:
            raise ValueError("adding and merging are two commits")
        reader = SegmentReader(self.storage, self.schema, segment)
        numbers = np.full(segment.doc_count_all(), -1, np.int32)
        kept = np.fromiter(reader.all_doc_ids(), np.int32)
        numbers[kept] = np.arange(self.docnum, self.docnum + len(kept), dtype=np.int32)
        self.write_per_doc(self.schema.names(), reader)
        for name, term, blocks in read_terms(reader):
            for block in blocks:
                self.pool.extend(name, term, block.numbered(numbers))
        self._added = True
        reader.close()

    def _flush_segment(self) -> None:
        self.perdocwriter.close()
        segment = self.get_segment()
        self.fieldwriter.write_pool(self.schema, lambda name: length_bytes(self.storage, segment, name), self.pool)
        self.fieldwriter.close()


def _texts(value: object) -> tuple[str, ...]:
    """Return the texts of a field of words, which is one text or several."""
    if isinstance(value, tuple):
        return value
    return (value,) if isinstance(value, str) and value else ()


def open_writer(generation: Path, schema: fields.Schema) -> BulkWriter:
    """Open a generation for writing, making its first state if there is none.

    Raises:
        whoosh.index.LockError: Another process writes.
    """
    storage = MappedStorage(generation)
    if not storage.index_exists():
        index.FileIndex.create(storage, schema)
    return BulkWriter(open_index(generation, schema))
