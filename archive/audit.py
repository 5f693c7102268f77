"""The fixity audit: whether what the catalogue lists and what the store holds are the same, byte for byte."""

from collections.abc import Iterator
from pathlib import Path

from archive.archive import Archive
from archive.custody import ListedFile
from archive.store import digest


def missing(archive: Archive) -> Iterator[ListedFile]:
    """Yield each listed file that is no longer in the store."""
    return (file for file in archive.listed() if not archive.store.holds(file.checksum))


def altered(archive: Archive) -> Iterator[ListedFile]:
    """Yield each listed file whose bytes no longer match its checksum; reads every file in full."""
    for file in archive.listed():
        if archive.store.holds(file.checksum) and digest(archive.store.path(file.checksum)) != file.checksum:
            yield file


def unlisted(archive: Archive) -> Iterator[str]:
    """Yield the checksum of each file in the store that no document lists.

    A crash between storing a file and entering it leaves one; so does, for a moment, every accession under way.
    """
    held = tuple(archive.store.checksums())
    listed = {file.checksum for file in archive.listed()}
    return (checksum for checksum in held if checksum not in listed)


def unfinished(archive: Archive) -> Iterator[Path]:
    """Yield temporary files in the store: accessions under way, or broken off by a crash."""
    return archive.store.unfinished()
