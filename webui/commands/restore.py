"""`wissensarchiv restore`: an archive again, out of a backup."""

import sys
from collections.abc import Iterator
from dataclasses import asdict
from pathlib import Path

import click

from archive.backup.restoring import Restored, restore
from archive.handover.erased import read_erased
from webui.catching_up import catch_up
from webui.commands.backup_options import key_of, key_option
from webui.commands.json_output import as_json, json_option
from webui.compose import open_existing
from webui.progress import progress


@click.command("restore")
@click.argument("backup", metavar="SICHERUNG", type=click.Path(path_type=Path))
@click.option(
    "--home", "target", metavar="ORDNER", type=click.Path(path_type=Path), help="Neuer oder leerer Ordner des Archivs."
)
@key_option
@click.option(
    "--erased",
    metavar="DATEI",
    type=click.Path(path_type=Path, exists=True, dir_okay=False),
    help="Weitere Prüfsummen (SHA-256, je Zeile eine) von Dateien, die nicht zurückkommen dürfen.",
)
@json_option
@click.pass_obj
def restore_command(home: Path, /, backup: Path, target: Path | None, output: str, **given: Path | None) -> None:
    """Mache aus einer SICHERUNG wieder ein Archiv, und lies alle Dateien neu.

    SICHERUNG ist der Ordner der Sicherungen (dann gilt der letzte Stand) oder darin ein Ordner mit Datum.
    """
    root = target or home
    key, erased = key_of(given["key_file"]), given["erased"]
    with progress("Zurückholen", None) as advance:
        restored = restore(backup, root, key, read_erased(erased) if erased else frozenset(), advance)
    with open_existing(root) as holdings:
        catch_up(holdings, frozenset(holdings.archive.revisions()))
    click.echo(as_json(asdict(restored)) if output == "json" else "\n".join(_told(restored, root)))
    sys.exit(1 if restored.lost else 0)


def _told(restored: Restored, root: Path) -> Iterator[str]:
    yield (
        f"Zurückgeholt in {root}, Stand {restored.snapshot}: "
        f"{restored.documents} Dokumente mit {restored.files} Dateien, gelesen und auffindbar."
    )
    for file in restored.lost:
        yield (
            f"Die Datei von {file.document} (Fassung {file.version}) ist in dieser Sicherung verloren. "
            f"Holen Sie sie aus einer anderen zurück: wissensarchiv --home {root} mend SICHERUNG"
        )
    if restored.left_out:
        yield f"{restored.left_out} Dokumente oder Fassungen blieben weg: Sie wurden inzwischen gelöscht."
    yield "Alle sind abgemeldet. Konten und Schlüssel, die seit dem Stand entfernt wurden, entfernen Sie bitte erneut."
