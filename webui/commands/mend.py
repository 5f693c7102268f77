"""`wissensarchiv mend`: bring single originals back out of a backup."""

import sys
from collections.abc import Iterator
from dataclasses import asdict
from datetime import UTC, datetime
from pathlib import Path

import click

from archive.backup.mending import mend
from archive.fixity import DamagedFile
from webui.commands.backup_options import key_of, key_option
from webui.commands.json_output import as_json, json_option
from webui.compose import open_existing
from webui.progress import progress


@click.command("mend")
@click.argument("backup", metavar="SICHERUNG", type=click.Path(path_type=Path))
@key_option
@json_option
@click.pass_obj
def mend_command(home: Path, backup: Path, key_file: Path | None, output: str) -> None:
    """Prüfe alle Dateien, und hole fehlende und veränderte aus einer SICHERUNG zurück."""
    with open_existing(home) as holdings:
        archive = holdings.archive
        with progress("Prüfen", len(archive.listed())) as advance:
            damaged = mend(archive, backup, key_of(key_file), advance)
        left = archive.fixity.report(datetime.now(UTC)).damaged
    found = {"mended": _mended(damaged, left), "damaged": [asdict(each) for each in left]}
    click.echo(as_json(found) if output == "json" else "\n".join(_told(damaged, left)))
    sys.exit(1 if left else 0)


def _mended(damaged: tuple[DamagedFile, ...], left: tuple[DamagedFile, ...]) -> list[str]:
    return sorted({each.checksum for each in damaged} - {each.checksum for each in left})


def _told(damaged: tuple[DamagedFile, ...], left: tuple[DamagedFile, ...]) -> Iterator[str]:
    yield f"Zurückgeholte Dateien: {len(_mended(damaged, left))}."
    for file in left:
        yield (
            f"Die Datei von {file.document} (Fassung {file.version}) ist in dieser Sicherung nicht unversehrt. "
            f"Versuchen Sie es mit einer anderen (SHA-256 {file.checksum})."
        )
    if not left:
        yield "Alles, was aufgenommen wurde, ist da und unverändert."
