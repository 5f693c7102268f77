"""`wissensarchiv inspect`: what would be understood of a file, without taking it in."""

import json
from pathlib import Path

import click

from archive.errors import RefusalError
from archive.media import examine
from indexer.extraction.isolation import Extractor
from webui.complaints import complaint
from webui.inspection import inspection


@click.command()
@click.argument("file", type=click.Path(path_type=Path, exists=True, dir_okay=False))
@click.option("--json", "output", flag_value="json", default="text", help="Nur JSON ausgeben.")
def inspect(file: Path, output: str) -> None:
    """Zeige, was das Archiv an einer Datei erkennt, ohne sie aufzunehmen."""
    try:
        media_type = examine(file, file.name)
    except RefusalError as error:
        raise click.ClickException(complaint(error)) from error
    with Extractor() as extractor:
        record = inspection(extractor.read(file, media_type))
    indent = 2 if output == "json" else 1
    click.echo(json.dumps(record, ensure_ascii=False, indent=indent))
