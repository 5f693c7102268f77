"""`wissensarchiv inspect`: what would be understood of a file, without taking it in."""

import json
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import click

from archive.archive import Archive
from archive.home import Home
from archive.media import examine
from indexer.describing import Describer
from indexer.extraction.isolation import Extractor
from webui.inspection import inspection
from webui.telling import told


@click.command()
@click.argument("file", type=click.Path(path_type=Path, exists=True, dir_okay=False))
@click.option("--json", "output", flag_value="json", default="text", help="Nur JSON ausgeben.")
@click.pass_obj
def inspect(home: Path, file: Path, output: str) -> None:
    """Zeige, was das Archiv an einer Datei erkennt, ohne sie aufzunehmen."""
    media_type = examine(file, file.name)
    with Extractor() as extractor, _catalogue(home) as archive:
        reading = extractor.read(file, media_type)
        describer = Describer.of(archive)
        kinds = [kind.label for kind in describer.known.meeting_kinds]
        record = inspection(reading, describer.proposals(reading, file.name), kinds)
    click.echo(json.dumps(record, ensure_ascii=False, indent=2) if output == "json" else "\n".join(told(record)))


@contextmanager
def _catalogue(home: Path) -> Iterator[Archive]:
    """Open the archive of a home, or where there is none, one that knows the programme and nothing else."""
    with tempfile.TemporaryDirectory() as folder:
        archive = Archive.open(Home(home if Home(home).catalogue.exists() else Path(folder)))
        try:
            yield archive
        finally:
            archive.close()
