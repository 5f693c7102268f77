"""The postings of a batch, gathered in memory and written field by field."""

from collections import defaultdict
from collections.abc import Iterable, Iterator

import numpy as np
from whoosh import fields
from whoosh.codec.whoosh3 import W3Codec, W3FieldWriter
from whoosh.system import pack_ushort

from indexer.index.blocks import COMPRESSION, LARGEST
from indexer.index.encoding import ABOUT, Encoder
from indexer.index.occurrences import Occurrences
from indexer.index.term_index import TermIndexWriter
from indexer.index.term_postings import TermPostings, starts_of


class PostingPool:
    """Postings by field and term; takes the place of Whoosh's pool, which sorts them through files."""

    def __init__(self) -> None:
        #: The words of text fields.
        self.texts: dict[str, Occurrences] = {}
        #: The passages of each term of the other fields.
        self.labels: defaultdict[str, defaultdict[bytes, list[int]]] = defaultdict(lambda: defaultdict(list))

    @property
    def fields(self) -> set[str]:
        """The names of the fields."""
        return {*self.texts, *self.labels}

    def postings(self, field: str) -> Iterator[TermPostings]:
        """Yield the postings of a field, if it has any."""
        postings = self.texts[field].postings() if field in self.texts else _of_labels(self.labels[field])
        if postings.terms:  # else there are nothing but stop words
            yield postings

    def cleanup(self) -> None:
        """Give the memory back."""
        self.texts.clear()
        self.labels.clear()


class PooledFieldWriter(W3FieldWriter):  # type: ignore[misc] # Whoosh carries no types
    """Writes the postings of many terms at once, where Whoosh checks and counts posting by posting."""

    def __init__(self, codec: W3Codec, storage: object, segment: object) -> None:
        super().__init__(codec, storage, segment)
        self._tindex: TermIndexWriter = TermIndexWriter(self._tindex.dbfile)
        self._fieldmap: dict[str, int] = self._tindex.extras.setdefault("fieldmap", {})

    def write_field(self, name: str, field: fields.FieldType, postings: Iterable[TermPostings], lengths: bytes) -> None:
        """Write the postings of a field.

        Args:
            name: The field's name.
            field: What it is.
            postings: Its postings, in the order of their terms.
            lengths: For each passage the byte that stands for the length of the field; nothing if those are not kept.
        """
        self.start_field(name, field)
        prefix = pack_ushort(self._fieldid)
        for some in postings:
            encoded = Encoder(some, lengths, self._postfile.tell()).encoded()
            self._postfile.write(encoded.postings)
            self._tindex.add_sorted([prefix + term for term in some.terms], encoded.about, ABOUT.itemsize)
        self.finish_field()


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


def _of_labels(labels: dict[bytes, list[int]]) -> TermPostings:
    terms = sorted(labels)
    passages = [labels[term] for term in terms]
    starts = starts_of(np.fromiter(map(len, passages), np.int32, len(passages)))
    return TermPostings.without_positions(
        terms, starts, np.fromiter((each for some in passages for each in some), np.int32, int(starts[-1]))
    )
