"""Which versions of a document a reader may open: those behind a redacted one are for few eyes."""

from archive.custody import VersionEntry
from archive.rights import Right
from webui.reader import reader
from webui.services import services


def open_versions(code: str) -> tuple[VersionEntry, ...]:
    """Return the versions of a document that the reader of the current page may open, oldest first."""
    versions = services().archive.versions(code)
    if reader().may(Right.DECIDE_ON_PERSONAL_DATA):
        return versions
    below = services().archive.privacy.concealed_below(code)
    return tuple(each for each in versions if each.number >= below)
