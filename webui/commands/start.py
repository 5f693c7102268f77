"""`wissensarchiv start`: prepare the home, start worker and web server, print the address."""

from pathlib import Path

import click

from webui import samples
from webui.catching_up import catch_up
from webui.compose import Holdings, open_holdings
from webui.guard import LOCAL_HOSTS
from webui.progress import progress
from webui.running import PortInUseError, serve


@click.command()
@click.option(
    "--port", type=click.IntRange(0, 65535), default=8000, show_default=True, help="Anschluss; 0 wählt einen freien."
)
@click.option("--host", default="127.0.0.1", show_default=True, help="Adresse dieses Rechners.")
@click.option("--empty", "filling", flag_value="empty", default="samples", help="Ohne Beispielbestand beginnen.")
@click.pass_obj
def start(home: Path, port: int, host: str, filling: str) -> None:
    """Starte das Archiv und öffne es im Browser unter der Adresse, die dann hier steht."""
    if host not in LOCAL_HOSTS:
        raise click.BadParameter(
            "Solange es keine Konten gibt, ist das Archiv nur auf diesem Rechner erreichbar: 127.0.0.1.",
            param_hint="--host",
        )
    is_new = not (home / "catalogue.sqlite").exists()
    with open_holdings(home) as holdings:
        if is_new and filling == "samples":
            _fill(holdings)
        try:
            serve(holdings, host, port)
        except PortInUseError as error:
            raise click.ClickException(
                f"Der Anschluss {port} ist schon belegt. Nehmen Sie einen anderen: make start PORT={port + 1}"
            ) from error


def _fill(holdings: Holdings) -> None:
    """Take the sample holdings in and make them findable."""
    with progress("Beispielbestand aufnehmen", samples.count()) as advance:
        codes = set()
        for receipt in samples.take_in(holdings.archive):
            codes.add(receipt.code)
            advance(receipt.code)
    catch_up(holdings, frozenset(codes))
