"""`wissensarchiv check`: whether everything that was accepted is still there, unchanged and findable."""

import json
import sys
from collections.abc import Iterator
from dataclasses import asdict, dataclass
from pathlib import Path

import click

from archive import audit
from archive.custody import EventKind, ListedFile
from webui.compose import Holdings, open_existing


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

    def is_loss(self) -> bool:
        """Tell whether something accepted is lost."""
        return bool(self.missing or self.altered)


@click.command()
@click.option("--json", "output", flag_value="json", default="text", help="Nur JSON ausgeben.")
@click.pass_obj
def check(home: Path, output: str) -> None:
    """Prüfe jede Datei gegen ihre Prüfsumme, den Katalog gegen den Speicher und den Index gegen den Katalog."""
    with open_existing(home) as holdings:
        report = _report(holdings)
        counted = f"files={report.files},missing={len(report.missing)},altered={len(report.altered)}"
        holdings.archive.journal.record(EventKind.FIXITY_CHECK, counted)
    click.echo(json.dumps(asdict(report), indent=2) if output == "json" else "\n".join(_told(report)))
    sys.exit(1 if report.is_loss() else 0)


def _report(holdings: Holdings) -> Report:
    archive = holdings.archive
    codes = frozenset(archive.revisions())
    return Report(
        documents=len(codes),
        files=len(archive.listed()),
        missing=tuple(audit.missing(archive)),
        altered=tuple(audit.altered(archive)),
        unlisted=tuple(sorted(audit.unlisted(archive))),
        unfinished=tuple(sorted(path.name for path in audit.unfinished(archive))),
        not_indexed=tuple(sorted(codes - holdings.findable(codes))),
    )


def _told(report: Report) -> Iterator[str]:
    yield f"{report.documents} Dokumente, {report.files} Dateien geprüft."
    for file in report.missing:
        yield f"Die Datei von {file.document} (Fassung {file.version}) fehlt. {_RESTORE.format(file.checksum)}"
    for file in report.altered:
        yield f"Die Datei von {file.document} (Fassung {file.version}) ist verändert. {_RESTORE.format(file.checksum)}"
    for count, sentence in (
        (len(report.unlisted), "Dateien liegen im Speicher, ohne verzeichnet zu sein; sie schaden nicht."),
        (len(report.unfinished), "angefangene Dateien liegen im Speicher; sie schaden nicht."),
        (len(report.not_indexed), "Dokumente sind noch nicht auffindbar; ein laufendes Archiv holt das nach."),
    ):
        if count:
            yield f"{count} {sentence}"
    if not report.is_loss():
        yield "Alles, was aufgenommen wurde, ist da und unverändert."


_RESTORE = "Spielen Sie sie aus der letzten Sicherung zurück (SHA-256 {})."
