"""Two indexes side by side: what is published, and what few may know of.

Drafts and papers of the coordination lie in an index of their own. Where a reader may not see them their files are not
even opened, and no statistics are shared with them.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import Self

from archive.values import Visibility
from indexer.index.generations import Generations


class Area(StrEnum):
    """One of the indexes; the name is that of its folder."""

    PUBLISHED = "index"
    RESTRICTED = "restricted"


#: Class of documents → where they are indexed.
AREA_OF: Mapping[Visibility, Area] = {
    Visibility.PUBLIC: Area.PUBLISHED,
    Visibility.INTERNAL: Area.PUBLISHED,
    Visibility.COORDINATION: Area.RESTRICTED,
    Visibility.DRAFT: Area.RESTRICTED,
}


@dataclass(frozen=True, slots=True)
class Areas:
    """The generations of both indexes of one home."""

    published: Generations
    restricted: Generations

    @classmethod
    def within(cls, folder: Path) -> Self:
        """Return the areas below a folder, which are made if they are not there."""
        return cls(Generations(folder / Area.PUBLISHED), Generations(folder / Area.RESTRICTED))

    def __iter__(self) -> Iterator[Generations]:
        return iter((self.published, self.restricted))

    def of(self, visibility: Visibility) -> Generations:
        """Return where documents of a class are indexed."""
        return self.published if AREA_OF[visibility] is Area.PUBLISHED else self.restricted

    def request_rebuild(self) -> None:
        """Ask the worker to build both indexes anew."""
        for generations in self:
            generations.request_rebuild()

    def is_rebuild_requested(self) -> bool:
        """Tell whether a rebuild was asked for and has not begun."""
        return any(each.rebuild_requested() for each in self)

    def is_building(self) -> bool:
        """Tell whether a generation is being built."""
        return any(each.building() for each in self)
