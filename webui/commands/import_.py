"""`wissensarchiv import`: a new archive from what another one has handed over."""

from dataclasses import asdict
from pathlib import Path

import click

from archive.handover.erased import read_erased
from archive.handover.taking import Taken, take_over
from webui.catching_up import catch_up
from webui.commands.json_output import as_json, json_option
from webui.compose import open_existing


@click.command("import")
@click.argument("folder", metavar="ORDNER", type=click.Path(path_type=Path))
@click.option(
    "--home", "target", metavar="ORDNER", type=click.Path(path_type=Path), help="Neuer oder leerer Ordner des Archivs."
)
@click.option(
    "--erased",
    metavar="DATEI",
    type=click.Path(path_type=Path, exists=True, dir_okay=False),
    help="Prüfsummen (SHA-256, je Zeile eine) von Dateien, die seit der Übergabe gelöscht wurden.",
)
@json_option
@click.pass_obj
def import_command(home: Path, folder: Path, target: Path | None, erased: Path | None, output: str) -> None:
    """Mache aus einer Übergabe (BagIt-ORDNER von „export“) ein neues Archiv, und lies alle Dateien neu."""
    root = target or home
    taken = take_over(folder, root, read_erased(erased) if erased else frozenset())
    with open_existing(root) as holdings:
        catch_up(holdings, frozenset(holdings.archive.revisions()))
    click.echo(as_json(asdict(taken)) if output == "json" else _told(taken, root))


def _told(taken: Taken, root: Path) -> str:
    lines = [f"{taken.documents} Dokumente mit {taken.files} Dateien sind übernommen in {root}."]
    if taken.missing:
        lines.append(f"{len(taken.missing)} Dateien fehlten schon bei der Übergabe; „check“ nennt sie.")
    if taken.left_out:
        lines.append(f"{taken.left_out} Dokumente oder Fassungen blieben weg: Sie wurden inzwischen gelöscht.")
    return "\n".join([*lines, "Konten sind nicht dabei: „start“ zeigt, wie Sie sich anmelden."])
