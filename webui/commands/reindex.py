"""`wissensarchiv reindex`: read every file anew and build a new index beside the old one."""

from pathlib import Path

import click

from webui.catching_up import catch_up
from webui.compose import open_existing


@click.command()
@click.pass_obj
def reindex(home: Path) -> None:
    """Lies alle Dateien neu und baue den Suchindex neu auf; gesucht wird bis dahin im alten."""
    with open_existing(home) as holdings:
        holdings.areas.request_rebuild()
        codes = frozenset(holdings.archive.revisions())
        catch_up(holdings, codes)
    click.echo(f"Der Index ist neu aufgebaut: {len(codes)} Dokumente.")
