"""`wissensarchiv check`: whether everything that was accepted is still there, unchanged and findable."""

import sys
from collections.abc import Iterator
from dataclasses import asdict
from pathlib import Path

import click

from archive.custody import ListedFile
from archive.home_audit import SERIOUS
from webui.checking import Report, examine
from webui.commands.json_output import as_json, json_option
from webui.compose import open_existing
from webui.home_checking import faults_of, saying
from webui.progress import progress
from webui.wording import file_kind, file_size


@click.command()
@json_option
@click.pass_obj
def check(home: Path, output: str) -> None:
    """Prüfe jede Datei gegen ihre Prüfsumme, den Katalog gegen den Speicher und den Index gegen den Katalog."""
    with open_existing(home) as holdings, progress("Prüfen", len(holdings.archive.listed())) as advance:
        report = examine(holdings, advance)
        faults = tuple(faults_of(holdings))
    told = {**asdict(report), "home": [asdict(each) for each in faults]}
    lines = [*_told(report), *map(saying, faults)]
    click.echo(as_json(told) if output == "json" else "\n".join(lines))
    sys.exit(1 if report.is_loss() or any(each.kind in SERIOUS for each in faults) else 0)


def _told(report: Report) -> Iterator[str]:
    formats = ", ".join(f"{each.files} {file_kind(each.media_type)}" for each in report.formats)
    size = file_size(sum(each.bytes for each in report.formats))
    yield f"{report.documents} Dokumente, {report.files} Dateien geprüft, {size}{formats and f': {formats}'}."
    yield from (_loss(file, "fehlt") for file in report.missing)
    yield from (_loss(file, "ist verändert") for file in report.altered)
    for count, sentence in (
        (len(report.unlisted), "Dateien liegen im Speicher, ohne verzeichnet zu sein; sie schaden nicht."),
        (len(report.unfinished), "angefangene Dateien liegen im Speicher; sie schaden nicht."),
        (
            len(report.not_indexed),
            "Dokumente sind noch nicht auffindbar; ein laufendes Archiv holt das nach, sonst: wissensarchiv reindex",
        ),
    ):
        if count:
            yield f"{count} {sentence}"
    if not report.is_loss():
        yield "Alles, was aufgenommen wurde, ist da und unverändert."
    if report.last_backup:
        yield f"Letzte Sicherung: {report.last_backup.astimezone():%d.%m.%Y, %H:%M} Uhr."
    else:
        yield "Es gibt noch keine Sicherung. Machen Sie eine: wissensarchiv backup ORDNER"


def _loss(file: ListedFile, state: str) -> str:
    return (
        f"Die Datei von {file.document} (Fassung {file.version}) {state}. Spielen Sie sie aus der letzten Sicherung "
        f"zurück: wissensarchiv mend SICHERUNG (SHA-256 {file.checksum})."
    )
