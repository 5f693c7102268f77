"""One commit: whole or not at all, and never a lock left behind."""

import contextlib
import re
from pathlib import Path
from typing import Self

from whoosh import fields, index

from indexer.index.bulk import BulkWriter, open_writer
from indexer.index.storage import INDEX_NAME

#: A table of contents whose writer ended before it was put in place.
_DRAFT = re.compile(rf"_{INDEX_NAME}_\d+\.toc\..*")


class Committing:
    """Changes to one generation: seen by readers all at once when it is left, or not at all.

    Args:
        generation: Folder of the generation.
        schema: The fields.

    Raises:
        whoosh.index.LockError: Another process writes.
    """

    def __init__(self, generation: Path, schema: fields.Schema) -> None:
        self.writer = open_writer(generation, schema)

    def __enter__(self) -> Self:
        """Begin, without what a writer that was killed may have left."""
        _clean(self.writer)
        return self

    def __exit__(self, failed: type[BaseException] | None, *_: object) -> None:
        """Commit, or drop everything if something failed."""
        if failed is not None:
            _abandon(self.writer)
            return
        try:
            self.writer.commit()
        except BaseException:
            _abandon(self.writer)
            raise


def _clean(writer: BulkWriter) -> None:
    """Delete the files that belong to no segment of the index."""
    storage = writer.storage
    index.clean_files(storage, INDEX_NAME, writer.generation - 1, [*writer.segments, writer.newsegment])
    for name in filter(_DRAFT.fullmatch, storage.list()):
        storage.delete_file(name)


def _abandon(writer: BulkWriter) -> None:
    """Give up a writer, whatever state it is in; what it leaves is deleted when the next one begins."""
    try:
        # On a full disk closing its files fails as writing them did; which error was first is known already.
        with contextlib.suppress(Exception):
            writer.cancel()
    finally:
        if writer.writelock.fd is not None:
            writer.writelock.release()
