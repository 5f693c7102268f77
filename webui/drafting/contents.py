"""What was read out of the files of documents that are looked through together, in one statement."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Self

from archive.values import Description
from indexer.extraction.pages import Reading
from indexer.index.readings import ReadingRecord
from indexer.index.texts import Texts


@dataclass(frozen=True, slots=True)
class Contents:
    """How reading files went and what was read, by their checksums."""

    records: Mapping[str, ReadingRecord]
    #: Of those files that do not wait to be read, or read anew.
    readings: Mapping[str, Reading]

    @classmethod
    def of(cls, texts: Texts, documents: Iterable[Description]) -> Self:
        """Return what was read out of the current files of some documents."""
        whole = texts.readings.whole(each.checksum for each in documents)
        read = {checksum: reading for checksum, (_, reading) in whole.items() if reading}
        return cls({checksum: record for checksum, (record, _) in whole.items()}, read)
