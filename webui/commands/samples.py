"""`wissensarchiv samples`: the invented documents that fill a new archive."""

from pathlib import Path

import click

from webui import samples as sample_holdings
from webui.catching_up import catch_up
from webui.compose import open_holdings


@click.group()
def samples() -> None:
    """Beispielbestand aufnehmen oder entfernen."""


@samples.command()
@click.pass_obj
def add(home: Path) -> None:
    """Nimm die Beispieldokumente auf."""
    with open_holdings(home) as holdings:
        codes = frozenset(receipt.code for receipt in sample_holdings.take_in(holdings.archive))
        catch_up(holdings, codes)
    click.echo(f"{len(codes)} Beispieldokumente sind im Archiv.")


@samples.command()
@click.pass_obj
def remove(home: Path) -> None:
    """Entferne alle Beispieldokumente und Beispieltreffen; eigene Dokumente bleiben unberührt."""
    with open_holdings(home) as holdings:
        removed = holdings.archive.discard_samples()
        catch_up(holdings, frozenset())
    click.echo(f"{removed} Beispieldokumente sind entfernt.")
