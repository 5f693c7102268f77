"""The passages that steps of learning paths are about, as far as their documents are read."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Self

from archive.learning.values import StepContent
from indexer.passages import Passage
from webui.services import services


@dataclass(frozen=True, slots=True)
class StepPassages:
    """The passages of some steps."""

    #: By their ids.
    there: Mapping[str, Passage]
    #: Ids of those that their documents have no longer; while nothing of a document is read, nobody can tell.
    lost: frozenset[str]

    @classmethod
    def of(cls, contents: Iterable[StepContent]) -> Self:
        """Look them up."""
        asked, texts = {each.passage: each.document for each in contents if each.passage}, services().texts
        there = texts.passages_by_id(asked)
        missing = {id_: document for id_, document in asked.items() if id_ not in there}
        read = {each.document for each in texts.passages_of(set(missing.values()))} if missing else set()
        return cls(there, frozenset(id_ for id_, document in missing.items() if document in read))
