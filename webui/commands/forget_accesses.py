"""`wissensarchiv forget-accesses`: delete what was recorded of accesses, once it was kept long enough."""

from pathlib import Path

import click

from archive.journal import KEPT
from webui.compose import open_existing


@click.command("forget-accesses")
@click.pass_obj
def forget_accesses(home: Path) -> None:
    """Lösche Zugriffe auf Dokumente der Koordination, die älter als 180 Tage sind."""
    with open_existing(home) as holdings:
        number = holdings.archive.journal.forget_accesses()
    click.echo(f"{number} Zugriffe gelöscht, die älter als {KEPT.days} Tage waren.")
