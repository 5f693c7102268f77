"""`wissensarchiv inspect`: what would be understood of a file, without taking it in."""

import json
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import click

from archive.archive import Archive
from archive.errors import RefusalError, UnsupportedFormatError
from archive.formats import PACK
from archive.home import Home
from archive.media import examine
from indexer.describing import Describer
from indexer.extraction.isolation import Extractor
from webui.commands.json_output import json_option
from webui.inspection import Record, inspection, refused_inspection
from webui.refusals import refusal
from webui.telling import told
from webui.wording import Notice

#: What is said of a pack: what would be understood of each of its members is not asked for.
_PACK = Notice(
    "„inspect“ liest einzelne Dateien, keine ZIP-Dateien.",
    "Entpacken Sie die ZIP-Datei zuerst, oder nehmen Sie sie mit „ingest“ auf.",
)


@click.command()
@click.argument("file", metavar="DATEI", type=click.Path(path_type=Path, exists=True, dir_okay=False))
@json_option
@click.pass_obj
def inspect(home: Path, file: Path, output: str) -> None:
    """Zeige, was das Archiv an einer Datei erkennt, ohne sie aufzunehmen."""
    try:
        media_type = examine(file, file.name)
    except RefusalError as error:
        notice = _notice(error, file.name)
        if output == "json":
            click.echo(_json(refused_inspection(error, notice)))
        raise click.ClickException(notice.text) from error
    with Extractor() as extractor, _catalogue(home) as archive:
        reading = extractor.read(file, media_type)
        describer = Describer.of(archive)
        kinds = [kind.label for kind in describer.known.meeting_kinds]
        record = inspection(reading, describer.proposals(reading, file.name), kinds)
    click.echo(_json(record) if output == "json" else "\n".join(told(record)))


def _notice(error: RefusalError, name: str) -> Notice:
    is_pack = isinstance(error, UnsupportedFormatError) and error.media_type == PACK
    return _PACK if is_pack else refusal(error, name)


def _json(record: Record) -> str:
    return json.dumps(record, ensure_ascii=False, indent=2)


@contextmanager
def _catalogue(home: Path) -> Iterator[Archive]:
    """Open the archive of a home, or where there is none, one that knows the programme and nothing else."""
    with tempfile.TemporaryDirectory() as folder:
        archive = Archive.open(Home(home if Home(home).catalogue.exists() else Path(folder)))
        try:
            yield archive
        finally:
            archive.close()
