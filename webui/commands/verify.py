"""`wissensarchiv verify`: whether an archive can be made of a backup, by making one."""

import sys
import tempfile
import time
from collections.abc import Iterator
from dataclasses import asdict, dataclass
from pathlib import Path

import click

from archive.backup.restoring import Restored, restore
from webui.catching_up import catch_up
from webui.checking import Report, examine
from webui.commands.backup_options import key_of, key_option
from webui.commands.json_output import as_json, json_option
from webui.compose import open_existing
from webui.i18n import decimal
from webui.progress import progress


@dataclass(frozen=True, slots=True)
class Drill:
    """What came of making an archive of a backup."""

    restored: Restored
    report: Report
    #: Seconds for bringing all back, and for reading it and making it findable.
    restoring: float
    indexing: float

    def is_good(self) -> bool:
        """Tell whether nothing is lost."""
        return not (self.restored.lost or self.report.is_loss() or self.report.not_indexed)


@click.command()
@click.argument("backup", metavar="SICHERUNG", type=click.Path(path_type=Path))
@key_option
@json_option
def verify(backup: Path, key_file: Path | None, output: str) -> None:
    """Übe den Ernstfall: Mache aus einer SICHERUNG zur Probe ein Archiv, prüfe es ganz, und wirf es wieder weg.

    Es entsteht im Ordner für Vorläufiges (TMPDIR) und braucht dort so viel Platz wie das Archiv.
    """
    key = key_of(key_file)
    with tempfile.TemporaryDirectory(prefix="wissensarchiv-") as folder:
        root, began = Path(folder) / "home", time.perf_counter()
        with progress("Zurückholen", None) as advance:
            restored = restore(backup, root, key, frozenset(), advance)
        there = time.perf_counter()
        with open_existing(root) as holdings:
            catch_up(holdings, frozenset(holdings.archive.revisions()))
            drill = Drill(restored, examine(holdings), there - began, time.perf_counter() - there)
    click.echo(as_json(asdict(drill)) if output == "json" else "\n".join(_told(drill)))
    sys.exit(0 if drill.is_good() else 1)


def _told(drill: Drill) -> Iterator[str]:
    restored = drill.restored
    yield (
        f"Stand {restored.snapshot}: {restored.documents} Dokumente, {restored.files} Dateien, "
        f"zurückgeholt in {decimal(drill.restoring)} s, gelesen und auffindbar in {decimal(drill.indexing)} s."
    )
    for file in restored.lost:
        yield f"Die Datei von {file.document} (Fassung {file.version}) ist verloren (SHA-256 {file.checksum})."
    if restored.left_out:
        yield f"{restored.left_out} Dokumente oder Fassungen bleiben weg: Sie wurden inzwischen gelöscht."
    if drill.report.not_indexed:
        yield f"{len(drill.report.not_indexed)} Dokumente waren nicht auffindbar."
    if drill.is_good():
        yield "Die Sicherung taugt: Alles ist da, unverändert und auffindbar."
    else:
        yield "Die Sicherung taugt nicht ganz. Sichern Sie neu, am besten in einen anderen Ordner."
