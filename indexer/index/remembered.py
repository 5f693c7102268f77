"""Passages that were shown lately, as long as nothing changes: asked again or leafed through, the same ones are shown.

Somebody may have blackened a name meanwhile, or deleted a document: with any change of the texts all are forgotten.
"""

import threading
from collections.abc import Callable, Mapping, Sequence

from indexer.index.database import Database
from indexer.passages import Passage

#: Passages remembered for each thread, a KiB or two each: those of some fifty pages of hits. With one more all are
#: forgotten.
REMEMBERED = 1_000

#: Reads passages by their ids.
Read = Callable[[Sequence[str]], Mapping[str, Passage]]


class RememberedPassages(threading.local):
    """Remembers for each thread what it read: only a connection of its own can tell it of changes."""

    def __init__(self, database: Database, read: Read) -> None:
        self._database = database
        self._read = read
        self._version: object = None
        self._known: dict[str, Passage] = {}

    def get(self, ids: Sequence[str]) -> dict[str, Passage]:
        """Return those of the passages that there are, by id, in the order of the ids."""
        version = self._database.version()
        if version != self._version or len(self._known) + len(ids) > REMEMBERED:
            self._version, self._known = version, {}
        unknown = [id_ for id_ in ids if id_ not in self._known]
        if unknown:
            self._known.update(self._read(unknown))
        return {id_: self._known[id_] for id_ in ids if id_ in self._known}
