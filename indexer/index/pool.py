"""The postings of a batch, gathered in memory and written term by term."""

import struct
from collections import defaultdict
from collections.abc import Callable, Iterator

import numpy as np
from whoosh import fields
from whoosh.codec.whoosh3 import WHOOSH3_HEADER_MAGIC, W3Codec, W3FieldWriter
from whoosh.system import pack_int, pack_long, pack_ushort

from indexer.index.blocks import COMPRESSION, LARGEST, Block, BlockArrays, pickled
from indexer.index.encoding import ABOUT, Encoder
from indexer.index.occurrences import Occurrences
from indexer.index.term_index import TermIndexWriter

#: A posting as Whoosh hands it on: field, term, passage, weight, value.
Posting = tuple[str, bytes, int, float, bytes]

#: The postings of one term: passages, weights, values.
Gathered = tuple[list[int], list[float], list[bytes]]
Terms = dict[bytes, Gathered]

#: Returns the bytes that stand for the lengths of a field, by passage.
LengthBytes = Callable[[str], bytes]

_TERM = struct.Struct("!BfIBBfII")


class PostingPool:
    """Postings by field and term; takes the place of Whoosh's pool, which sorts them through files."""

    def __init__(self) -> None:
        self.fields: defaultdict[str, Terms] = defaultdict(dict)
        #: The words of text fields.
        self.texts: dict[str, Occurrences] = {}

    def add(self, posting: Posting) -> None:
        """Add one posting; those of a term come in the order of their passages."""
        field, term, passage, weight, value = posting
        self.add_to(self.fields[field], (term, passage, weight, value))

    def add_to(self, terms: Terms, posting: tuple[bytes, int, float, bytes]) -> None:
        """Add one posting to the terms of its field."""
        term, passage, weight, value = posting
        gathered = terms.get(term)
        if gathered is None:
            terms[term] = [passage], [weight], [value]
        else:
            gathered[0].append(passage)
            gathered[1].append(weight)
            gathered[2].append(value)

    def extend(self, field: str, term: bytes, block: BlockArrays) -> None:
        """Add postings of one term that come after those it has."""
        gathered = self.fields[field].setdefault(term, ([], [], []))
        gathered[0].extend(block.ids.tolist())
        gathered[1].extend(block.weights.tolist())
        gathered[2].extend(block.values)

    def iter_postings(self) -> Iterator[Posting]:
        """Yield every posting in the order of fields, terms and passages."""
        for field in sorted(self.fields):
            for term, gathered in sorted(self.fields[field].items()):
                for passage, weight, value in zip(*gathered, strict=True):
                    yield field, term, passage, weight, value

    def cleanup(self) -> None:
        """Give the memory back."""
        self.fields.clear()
        self.texts.clear()


class PooledFieldWriter(W3FieldWriter):  # type: ignore[misc] # Whoosh carries no types
    """Writes a whole pool at once, where Whoosh checks and counts posting by posting."""

    def __init__(self, codec: W3Codec, storage: object, segment: object) -> None:
        super().__init__(codec, storage, segment)
        self._tindex: TermIndexWriter = TermIndexWriter(self._tindex.dbfile)
        self._fieldmap: dict[str, int] = self._tindex.extras.setdefault("fieldmap", {})

    def write_pool(self, schema: fields.Schema, length_bytes: LengthBytes, pool: PostingPool) -> None:
        """Write every posting list of a pool."""
        for name in sorted({*pool.fields, *pool.texts}):
            self.start_field(name, schema[name])
            lengths = length_bytes(name) if schema[name].scorable else b""
            if name in pool.texts:
                self._write_texts(pool.texts[name], lengths)
            size = schema[name].format.fixed_value_size()
            for term, gathered in sorted(pool.fields.get(name, {}).items()):
                if not gathered[0]:
                    continue  # every passage it stood in was deleted
                self._write_term(term, list(_blocks(gathered, size, lengths)))
            self.finish_field()

    def _write_texts(self, texts: Occurrences, lengths: bytes) -> None:
        postings = texts.postings()
        if not postings.terms:
            return  # nothing but stop words
        encoded = Encoder(postings, lengths, self._postfile.tell()).encoded()
        self._postfile.write(encoded.postings)
        field = pack_ushort(self._fieldid)
        self._tindex.add_sorted([field + term for term in postings.terms], encoded.about, ABOUT.itemsize)

    def _write_term(self, term: bytes, blocks: list[Block]) -> None:
        start = self._postfile.tell()
        written = b"".join(block.to_bytes(is_last=block is blocks[-1]) for block in blocks)
        self._postfile.write(WHOOSH3_HEADER_MAGIC + written)
        place = pack_long(start) + pack_int(len(WHOOSH3_HEADER_MAGIC) + len(written))
        self._tindex.add(pack_ushort(self._fieldid) + term, _about(blocks) + place)


class PooledCodec(W3Codec):  # type: ignore[misc] # Whoosh carries no types
    """Whoosh's third codec with a writer for pools; what it writes is read by the third codec."""

    def __init__(self) -> None:
        super().__init__(blocklimit=LARGEST, compression=COMPRESSION)

    def field_writer(self, storage: object, segment: object) -> PooledFieldWriter:
        """Return what writes postings."""
        return PooledFieldWriter(self, storage, segment)

    def __reduce__(self) -> tuple[type[W3Codec], tuple[()]]:
        # Segments are pickled with their codec: they say that anyone's third codec reads them.
        return W3Codec, ()


def _blocks(gathered: Gathered, size: int | None, lengths: bytes) -> Iterator[Block]:
    for start in range(0, len(gathered[0]), LARGEST):
        part = slice(start, start + LARGEST)
        ids, weights, values = gathered[0][part], gathered[1][part], gathered[2][part]
        of_ids = [lengths[id_] for id_ in ids] if lengths else (0,)
        numbers = np.array(ids, np.int32), np.array(weights, np.float32)
        yield Block(*numbers, pickled(_values(values, size)), min(of_ids), max(of_ids))


def _values(values: list[bytes], size: int | None) -> tuple[bytes, ...] | bytes | None:
    """Return values as Whoosh keeps them: not at all, joined, or singly."""
    if size is None or size < 0:
        return tuple(values)
    return b"".join(values) if size else None


def _about(blocks: list[Block]) -> bytes:
    """Return what the term index keeps of a term, without the place of its postings."""
    return _TERM.pack(
        0,  # the postings stand in their own file
        sum(float(block.weights.sum()) for block in blocks),
        sum(len(block.ids) for block in blocks),
        min(block.shortest for block in blocks),
        max(block.longest for block in blocks),
        max(float(block.weights.max()) for block in blocks),
        int(blocks[0].ids[0]),
        int(blocks[-1].ids[-1]),
    )
