"""`wissensarchiv start`: prepare the home, start worker and web server, print the address."""

from pathlib import Path
from typing import Any

import click
import structlog

from webui import samples
from webui.allocator import give_memory_back
from webui.catching_up import catch_up
from webui.compose import Holdings, open_holdings
from webui.logs import LogFormat, take_over
from webui.progress import progress
from webui.reach import Reach
from webui.running import PortInUseError, serve

_log = structlog.get_logger()


@click.command()
@click.option(
    "--port",
    metavar="ZAHL",
    type=click.IntRange(0, 65535),
    default=8000,
    show_default=True,
    help="Anschluss; 0 wählt einen freien.",
)
@click.option("--host", default="127.0.0.1", show_default=True, help="Adresse dieses Rechners.")
@click.option("--empty", "filling", flag_value="empty", default="samples", help="Ohne Beispielbestand beginnen.")
@click.option("--name", "names", multiple=True, help="Name, unter dem andere das Archiv aufrufen (mehrere möglich).")
@click.option("--proxy", default="", help="Adresse des Proxys davor, der HTTPS spricht, z. B. 127.0.0.1.")
@click.pass_obj
def start(home: Path, /, filling: str, names: tuple[str, ...], **listening: Any) -> None:  # noqa: ANN401 - click gives texts and numbers
    """Starte das Archiv und öffne es im Browser unter der Adresse, die dann hier steht."""
    reach = Reach(names=frozenset(name.lower() for name in names), **listening)
    is_new = not (home / "catalogue.sqlite").exists()
    if is_new and not reach.is_local:
        raise _nobody_could_sign_in()
    give_memory_back()
    with open_holdings(home) as holdings:
        if not (reach.is_local or holdings.archive.accounts.has_only_real()):
            raise _nobody_could_sign_in()
        if is_new and filling == "samples":
            _fill(holdings)
        _serve(holdings, reach)


def _serve(holdings: Holdings, reach: Reach) -> None:
    if not (reach.is_local or reach.proxy):
        click.echo(
            "Achtung: Ohne HTTPS kann im Netz mitgelesen werden, auch Passwörter. "
            "Stellen Sie einen Proxy davor (--proxy) und nehmen Sie dann --host 127.0.0.1.",
            err=True,
        )
    take_over()
    try:
        serve(holdings, reach, LogFormat(click.get_current_context().find_root().params["log"]))
    except PortInUseError as error:
        raise click.ClickException(
            f"Der Anschluss {reach.port} ist schon belegt. Nehmen Sie einen anderen: make start PORT={reach.port + 1}"
        ) from error
    _log.info("stopped")


def _nobody_could_sign_in() -> click.BadParameter:
    return click.BadParameter(
        "Solange es kein eigenes Konto oder noch Beispielkonten gibt, ist das Archiv nur auf diesem Rechner "
        "erreichbar: 127.0.0.1. Legen Sie ein Konto an: wissensarchiv account add NAME --role Koordination",
        param_hint="--host",
    )


def _fill(holdings: Holdings) -> None:
    """Take the sample holdings in and make them findable."""
    with progress("Beispielbestand aufnehmen", samples.count()) as advance:
        codes = set()
        for receipt in samples.take_in(holdings.archive):
            codes.add(receipt.code)
            advance(receipt.code)
    catch_up(holdings, frozenset(codes))
