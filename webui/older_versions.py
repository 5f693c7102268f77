"""Which versions of a document a reader may open: those behind a redacted one are for few eyes."""

from collections.abc import Iterable, Mapping

from archive.custody import VersionEntry
from archive.rights import Right
from indexer.search.request import Hit
from webui.reader import reader
from webui.services import services


def open_versions(code: str) -> tuple[VersionEntry, ...]:
    """Return the versions of a document that the reader of the current page may open, oldest first."""
    versions = services().archive.versions(code)
    if reader().may(Right.DECIDE_ON_PERSONAL_DATA):
        return versions
    below = services().archive.privacy.concealed_below(code)
    return tuple(each for each in versions if each.number >= below)


def found_versions(hits: Iterable[Hit]) -> Mapping[str, VersionEntry]:
    """Return the older versions among some hits, by edition, without those that were destroyed or concealed since."""
    older = {(hit.document, hit.version): hit.edition for hit in hits if hit.version is not None}
    if not older:
        return {}
    concealed = services().archive.privacy.concealed()
    versions = services().archive.versions_of_many({code for code, _ in older})
    return {
        older[code, each.number]: each
        for code, entries in versions.items()
        for each in entries
        if (code, each.number) in older and each.checksum not in concealed
    }
