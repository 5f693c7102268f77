"""`wissensarchiv account`: people's accounts, for whoever runs the archive."""

import json
import sys
from datetime import datetime
from pathlib import Path

import click

from archive.accounts.values import AccountEntry, Invitation
from archive.rights import Role
from webui.commands.json_output import json_option
from webui.compose import open_existing, open_holdings
from webui.i18n import moment

_ROLES = click.Choice([role.value for role in Role], case_sensitive=False)
_ROLE = click.option("--role", type=_ROLES, required=True, help="Was die Person sehen und tun darf.")
_ADDRESS = click.option(
    "--address",
    default="http://127.0.0.1:8000",
    show_default=True,
    help="Unter welcher Adresse das Archiv erreichbar ist.",
)


@click.group()
def account() -> None:
    """Konten anlegen, einladen, zurücksetzen und entfernen."""


@account.command()
@click.argument("name")
@_ROLE
@click.option(
    "--password-stdin", "source", flag_value="stdin", default="prompt", help="Passwort von der Eingabe lesen."
)
@click.pass_obj
def add(home: Path, name: str, role: str, source: str) -> None:
    """Lege das Konto NAME mit einem Passwort an."""
    password = sys.stdin.readline().rstrip("\r\n") if source == "stdin" else _asked()
    with open_holdings(home) as holdings:
        added = holdings.archive.accounts.add(name, Role(role), password)
    click.echo(f"Das Konto „{added.name}“ ({added.role}) ist angelegt.")


@account.command("list")
@json_option
@click.pass_obj
def list_accounts(home: Path, output: str) -> None:
    """Zeige alle Konten."""
    with open_existing(home) as holdings:
        entries = holdings.archive.accounts.entries()
    if output == "json":
        click.echo(json.dumps([_record(each) for each in entries], ensure_ascii=False, indent=2))
        return
    for each in entries:
        state = _state(each)
        click.echo(f"{each.name}  ({each.role}{', Beispiel' if each.is_sample else ''}, {state})")
    if not entries:
        click.echo("Es gibt noch keine Konten.")


@account.command()
@click.argument("name")
@_ROLE
@_ADDRESS
@click.pass_obj
def invite(home: Path, name: str, role: str, address: str) -> None:
    """Lade jemanden ein: NAME setzt das Passwort selbst, über einen Link, der einmal gilt."""
    with open_existing(home) as holdings:
        _tell(holdings.archive.accounts.invite(name, Role(role)), address)


@account.command()
@click.argument("name")
@_ADDRESS
@click.pass_obj
def reset(home: Path, name: str, address: str) -> None:
    """Mache einen Link, mit dem NAME ein neues Passwort setzt, und beende alle Anmeldungen."""
    with open_existing(home) as holdings:
        _tell(holdings.archive.accounts.renew(name), address)


@account.command()
@click.argument("name")
@click.pass_obj
def remove(home: Path, name: str) -> None:
    """Entferne das Konto NAME mit allem, was darüber gespeichert ist."""
    with open_existing(home) as holdings:
        holdings.archive.accounts.remove(name)
    click.echo(f"Das Konto „{name}“ ist entfernt.")


def _asked() -> str:
    password: str = click.prompt("Passwort", hide_input=True, confirmation_prompt="Noch einmal")
    return password


def _tell(invitation: Invitation, address: str) -> None:
    click.echo(f"{address.rstrip('/')}/einladung/{invitation.token}")
    click.echo(f"Der Link für „{invitation.name}“ gilt einmal, bis {moment(invitation.ends_at)} Uhr.", err=True)


def _state(entry: AccountEntry) -> str:
    if not entry.has_password:
        return "eingeladen"
    return f"zuletzt angemeldet {moment(entry.signed_in_at)}" if entry.signed_in_at else "noch nie angemeldet"


def _record(entry: AccountEntry) -> dict[str, object]:
    return {
        "name": entry.name,
        "role": entry.role.value,
        "is_sample": entry.is_sample,
        "has_password": entry.has_password,
        "created_at": entry.created_at.isoformat(),
        "signed_in_at": _iso(entry.signed_in_at),
    }


def _iso(value: datetime | None) -> str | None:
    return value.isoformat() if value else None
