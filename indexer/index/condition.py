"""What there is to know of an index without asking it anything."""

from dataclasses import dataclass
from datetime import UTC, datetime

from whoosh import index

from indexer.index.generations import Generations
from indexer.index.storage import INDEX_NAME, MappedStorage


@dataclass(frozen=True, slots=True)
class IndexCondition:
    """Size and state of the current generation of one index."""

    #: Name of the generation's folder.
    name: str
    segments: int
    passages: int
    #: Bytes on disk.
    size: int
    #: In UTC.
    committed_at: datetime
    #: Whether another generation is being built.
    is_building: bool


def condition(generations: Generations) -> IndexCondition | None:
    """Return the condition of an index, or None while there is none, or none that can be read."""
    current = generations.current()
    if current is None:
        return None
    try:
        segments = index.TOC.read(MappedStorage(current), INDEX_NAME).segments
        sizes = [path.stat().st_size for path in current.iterdir()]
        committed = max(path.stat().st_mtime for path in current.glob("*.toc"))
    except (OSError, index.IndexError, ValueError):
        # A segment may be merged away while this looks; the next look finds it whole.
        return None
    return IndexCondition(
        name=current.name,
        segments=len(segments),
        passages=sum(each.doc_count() for each in segments),
        size=sum(sizes),
        committed_at=datetime.fromtimestamp(committed, UTC),
        is_building=generations.building() is not None,
    )
