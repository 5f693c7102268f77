"""`wissensarchiv vocabulary`: what sites, meetings and keywords are called."""

import json
from dataclasses import asdict
from pathlib import Path
from typing import Any

import click

from archive.errors import UnknownEntryError, VocabularyKind
from archive.vocabulary import fold
from webui.commands.json_output import json_option
from webui.compose import Holdings, open_existing
from webui.new_entries import UnreadableFieldError, new_entry
from webui.vocabularies import BY_ADDRESS, Listed, listed

_VOCABULARY = click.argument("vocabulary", type=click.Choice(sorted(BY_ADDRESS)), metavar="VOKABULAR")


@click.group()
def vocabulary() -> None:
    """Standorte, Treffen und Schlagworte anlegen, umbenennen und zusammenführen."""


@vocabulary.command("list")
@_VOCABULARY
@json_option
@click.pass_obj
def list_entries(home: Path, vocabulary: str, output: str) -> None:
    """Zeige die Einträge eines Vokabulars: standorte, treffen, treffenarten, schlagworte oder handlungsfelder."""
    with open_existing(home) as holdings:
        entries = listed(holdings.archive, BY_ADDRESS[vocabulary])
    if output == "json":
        click.echo(json.dumps([asdict(each) for each in entries], ensure_ascii=False, indent=2))
        return
    for each in entries:
        also = f", auch: {', '.join(each.aliases)}" if each.aliases else ""
        click.echo(f"{each.label}  ({each.key}, Dokumente: {each.documents}{also})")


@vocabulary.command()
@_VOCABULARY
@click.argument("name")
@click.option("--place", "ort", default="", metavar="ORT", help="Ort eines Standorts oder Treffens.")
@click.option("--land", default="", metavar="LAND", help="Bundesland eines Standorts.")
@click.option("--kind", "art", default="", metavar="ART", help="Art eines Treffens, z. B. Fachtag.")
@click.option("--start", "beginn", default="", metavar="TAG", help="Erster Tag eines Treffens, z. B. 2019-04-03.")
@click.option("--end", "ende", default="", metavar="TAG", help="Letzter Tag eines Treffens.")
@click.pass_obj
def add(home: Path, /, vocabulary: str, name: str, **fields: Any) -> None:  # noqa: ANN401 - click gives texts
    """Lege den Eintrag NAME an."""
    with open_existing(home) as holdings:
        try:
            key = holdings.archive.curation.add(new_entry(BY_ADDRESS[vocabulary], {"name": name, **fields}))
        except UnreadableFieldError as error:
            raise click.UsageError(error.advice) from error
    click.echo(f"„{name}“ ist angelegt ({key}).")


@vocabulary.command()
@_VOCABULARY
@click.argument("entry", metavar="EINTRAG")
@click.argument("name")
@click.pass_obj
def rename(home: Path, vocabulary: str, entry: str, name: str) -> None:
    """Nenne den Eintrag EINTRAG künftig NAME; der alte Name findet weiter."""
    with open_existing(home) as holdings:
        kind = BY_ADDRESS[vocabulary]
        found = _found(holdings, kind, entry)
        holdings.archive.curation.rename(kind, found.key, name)
    click.echo(f"„{found.label}“ heißt jetzt „{name}“. {_following(found)}")


@vocabulary.command()
@_VOCABULARY
@click.argument("entry", metavar="EINTRAG")
@click.argument("name")
@click.pass_obj
def alias(home: Path, vocabulary: str, entry: str, name: str) -> None:
    """Gib dem Eintrag EINTRAG den weiteren Namen NAME."""
    with open_existing(home) as holdings:
        kind = BY_ADDRESS[vocabulary]
        found = _found(holdings, kind, entry)
        holdings.archive.curation.add_alias(kind, found.key, name)
    click.echo(f"„{found.label}“ heißt auch „{name}“. {_following(found)}")


@vocabulary.command()
@_VOCABULARY
@click.argument("entry", metavar="EINTRAG")
@click.argument("successor", metavar="ZIEL")
@click.option("--yes", "confirmed", flag_value="yes", default="", help="Nicht nachfragen.")
@click.pass_obj
def merge(home: Path, vocabulary: str, entry: str, successor: str, confirmed: str) -> None:
    """Führe den Eintrag EINTRAG mit ZIEL zusammen, das beide Namen und alle Dokumente behält."""
    with open_existing(home) as holdings:
        kind = BY_ADDRESS[vocabulary]
        found, kept = _found(holdings, kind, entry), _found(holdings, kind, successor)
        if not confirmed:
            click.confirm(f"{_following(found)} „{found.label}“ mit „{kept.label}“ zusammenführen?", abort=True)
        holdings.archive.curation.merge(kind, found.key, kept.key)
    click.echo(f"„{found.label}“ ist jetzt „{kept.label}“. {_following(found)}")


def _found(holdings: Holdings, vocabulary: VocabularyKind, name: str) -> Listed:
    """Return the entry of a key or of any name.

    Raises:
        UnknownEntryError: There is none.
    """
    for each in listed(holdings.archive, vocabulary):
        if fold(name) in map(fold, (each.key, each.label, *each.aliases)):
            return each
    raise UnknownEntryError(vocabulary, name)


def _following(entry: Listed) -> str:
    return {0: "Kein Dokument folgt.", 1: "1 Dokument folgt."}.get(
        entry.documents, f"{entry.documents} Dokumente folgen."
    )
