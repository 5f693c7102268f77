"""`wissensarchiv backup`: a copy of all that cannot be made again, while people work."""

import sys
from collections.abc import Iterator
from dataclasses import asdict
from pathlib import Path

import click

from archive.backup.backing_up import ALL, BackedUp, back_up
from webui.commands.backup_options import key_of, key_option
from webui.commands.json_output import as_json, json_option
from webui.compose import open_existing
from webui.progress import progress
from webui.wording import file_size


@click.command()
@click.argument("folder", metavar="ORDNER", type=click.Path(path_type=Path))
@key_option
@click.option(
    "--keep",
    metavar="ZAHL",
    type=click.IntRange(1),
    default=None,
    help="Nur so viele Stände behalten, die neuesten; ohne Angabe alle.",
)
@json_option
@click.pass_obj
def backup(home: Path, folder: Path, key_file: Path | None, keep: int | None, output: str) -> None:
    """Sichere den Bestand in einen ORDNER: einen neuen, oder einen mit früheren Sicherungen dieses Archivs."""
    key = key_of(key_file)
    with open_existing(home) as holdings, progress("Sichern", len(holdings.archive.listed())) as advance:
        done = back_up(holdings.archive, folder, key, keep or ALL, advance)
    click.echo(as_json(asdict(done)) if output == "json" else "\n".join(_told(done, folder)))
    sys.exit(1 if done.lost or done.retained.unreadable else 0)


def _told(done: BackedUp, folder: Path) -> Iterator[str]:
    yield f"Gesichert in {folder}, Stand {done.snapshot}: {done.documents} Dokumente, {done.originals} Dateien."
    yield f"{done.copied} Dateien ({file_size(done.bytes)}) waren neu; alles wurde zurückgelesen und stimmt."
    for file in done.lost:
        yield (
            f"Die Datei von {file.document} (Fassung {file.version}) fehlt oder ist verändert und steht in keiner "
            f"Sicherung hier. Suchen Sie sie in einer anderen (SHA-256 {file.checksum})."
        )
    for name in done.retained.unreadable:
        yield f"Der Stand {name} ist nicht mehr lesbar. Löschen Sie seinen Ordner."
    if done.retained.removed:
        yield f"Ältere Stände gelöscht: {len(done.retained.removed)}, mit {done.retained.originals} Dateien."
