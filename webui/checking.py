"""Looks whether everything that was accepted is still there, unchanged and findable."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime

from archive import audit
from archive.custody import FileState, ListedFile
from archive.fixity import FormatCount
from webui.compose import Holdings


@dataclass(frozen=True, slots=True)
class Report:
    """What was found."""

    documents: int
    files: int
    #: Files that were accepted and are gone, or are not what they were: the only findings that mean a loss.
    missing: tuple[ListedFile, ...]
    altered: tuple[ListedFile, ...]
    #: Checksums of files that no document lists, and names of files whose accession was broken off.
    unlisted: tuple[str, ...]
    unfinished: tuple[str, ...]
    #: Reference codes.
    not_indexed: tuple[str, ...]
    #: When the last backup was made, in UTC, or None if there is none.
    last_backup: datetime | None
    formats: tuple[FormatCount, ...]

    def is_loss(self) -> bool:
        """Tell whether something accepted is lost."""
        return bool(self.missing or self.altered)


def no_report(_checksum: str) -> None:
    """Report nothing."""


def examine(holdings: Holdings, report: Callable[[str], None] = no_report) -> Report:
    """Read every file in full, and compare the catalogue with the store and the index with the catalogue.

    Args:
        holdings: What is looked at; what comes of it is recorded there.
        report: Is told the checksum of each file that was read.
    """
    archive = holdings.archive
    for checksum in archive.fixity.check_all():
        report(checksum)
    damaged = archive.fixity.report(datetime.now(UTC)).damaged
    codes, backup = frozenset(archive.revisions()), archive.backups.last()
    missing, altered = (
        tuple(ListedFile(each.document, each.version, each.checksum) for each in damaged if each.state is state)
        for state in (FileState.MISSING, FileState.ALTERED)
    )
    return Report(
        documents=len(codes),
        files=len(archive.listed()),
        missing=missing,
        altered=altered,
        unlisted=tuple(sorted(audit.unlisted(archive))),
        unfinished=tuple(sorted(path.name for path in audit.unfinished(archive))),
        not_indexed=tuple(sorted(codes - holdings.findable(codes))),
        last_backup=backup.made_at if backup else None,
        formats=archive.fixity.formats(),
    )
