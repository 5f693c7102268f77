"""`wissensarchiv export`: all that is held, in one folder that is read without this program."""

import sys
from dataclasses import asdict
from pathlib import Path

import click

from archive.handover.extents import Everything, PublicOnly
from webui.catching_up import catch_up
from webui.commands.json_output import as_json, json_option
from webui.compose import open_existing
from webui.handover.handing_over import HandedOver, hand_over
from webui.wording import file_size

EXTENTS = {each.label: each for each in (Everything(), PublicOnly())}


@click.command()
@click.argument("folder", metavar="ORDNER", type=click.Path(path_type=Path))
@click.option(
    "--visibility",
    type=click.Choice(list(EXTENTS), case_sensitive=False),
    default=Everything.label,
    show_default=True,
    help="Alles übergeben, oder nur, was öffentlich ist.",
)
@json_option
@click.pass_obj
def export(home: Path, folder: Path, visibility: str, output: str) -> None:
    """Gib den Bestand weiter: Originale, Angaben und durchsuchbare Seiten in einem neuen ORDNER (BagIt)."""
    extent = EXTENTS[visibility]
    with open_existing(home) as holdings:
        catch_up(holdings, frozenset(holdings.archive.revisions(extent.visible)))
        done = hand_over(holdings, folder, extent)
    click.echo(as_json(asdict(done)) if output == "json" else _told(done, folder))
    sys.exit(1 if done.missing else 0)


def _told(done: HandedOver, folder: Path) -> str:
    size = file_size(done.bytes)
    lines = [f"{done.documents} Dokumente sind übergeben: {done.files} Dateien, {size} in {folder}."]
    lines += [
        f"Die Datei von {code} (Fassung {number}) fehlt oder ist verändert. "
        f"Spielen Sie sie aus der letzten Sicherung zurück: wissensarchiv mend SICHERUNG (SHA-256 {checksum})."
        for code, number, checksum in done.missing
    ]
    return "\n".join([*lines, "Zuerst zu lesen ist dort LIESMICH.txt."])
