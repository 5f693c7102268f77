"""What of some hits may be told this moment: the index follows the catalogue, and may be a moment behind."""

from collections.abc import Iterable
from dataclasses import dataclass

from archive.archive import Archive
from archive.custody import VersionEntry
from archive.rights import Reader
from archive.values import Description
from indexer.search.request import Hit


@dataclass(frozen=True, slots=True)
class ToldHit:
    """A hit with what the catalogue says of it now."""

    hit: Hit
    document: Description
    #: That answers; None stands for the newest.
    older: VersionEntry | None


def still_told(archive: Archive, hits: Iterable[Hit], reader: Reader) -> tuple[ToldHit, ...]:
    """Return the hits a reader may be told of.

    Documents that were hidden or destroyed since they were indexed are left out, and older versions that were
    destroyed or concealed.
    """
    found = list(hits)
    described = archive.describe_many([hit.document for hit in found])
    known = {each.code: each for each in described if reader.may_see(each.visibility)}
    older = _older(archive, {hit.document for hit in found if hit.version is not None} & known.keys())
    return tuple(
        ToldHit(hit, known[hit.document], older.get((hit.document, hit.version)))
        for hit in found
        if hit.document in known and (hit.version is None or (hit.document, hit.version) in older)
    )


def _older(archive: Archive, codes: set[str]) -> dict[tuple[str, int | None], VersionEntry]:
    """Return the versions of documents that are not concealed, by code and number."""
    if not codes:
        return {}
    concealed = archive.privacy.concealed()
    return {
        (code, each.number): each
        for code, versions in archive.versions_of_many(codes).items()
        for each in versions
        if each.checksum not in concealed
    }
