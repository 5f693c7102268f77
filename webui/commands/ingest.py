"""`wissensarchiv ingest`: take files into custody and make them findable."""

import json
import sys
import unicodedata
from collections.abc import Iterable, Iterator
from pathlib import Path

import click

from archive.archive import Receipt, Status
from archive.errors import RefusalError
from indexer.extraction.pages import Outcome
from webui.catching_up import catch_up
from webui.compose import Holdings, open_holdings
from webui.intake import Intake, take_in_paths
from webui.progress import progress
from webui.refusals import refusal
from webui.wording import OUTCOMES, Notice

Record = dict[str, str | None]

#: What each status says to a reader.
_WORDS = {
    Status.HELD: "aufgenommen",
    Status.VERSION: "als neue Fassung aufgenommen",
    Status.DUPLICATE: "schon vorhanden",
    Status.WITHOUT_TEXT: "aufgenommen, ohne lesbaren Text",
    Status.REFUSED: "abgelehnt",
}


#: Unicode's categories of signs that are not seen: controls, formats, halves of pairs, ends of lines and paragraphs.
_UNSEEN = frozenset({"Cc", "Cf", "Cs", "Zl", "Zp"})


@click.command()
@click.argument("paths", metavar="PFADE...", nargs=-1, required=True, type=click.Path(path_type=Path))
@click.option("--json", "output", flag_value="json", default="text", help="Eine Zeile JSON je Datei ausgeben.")
@click.pass_obj
def ingest(home: Path, paths: tuple[Path, ...], output: str) -> None:
    """Nimm Dateien, Ordner und ZIP-Dateien auf und mache sie auffindbar."""
    refused = seen = 0
    with open_holdings(home) as holdings:
        for record in _taken_in(holdings, paths):
            click.echo(json.dumps(record, ensure_ascii=False) if output == "json" else _told(record))
            refused += record["status"] == Status.REFUSED
            seen += 1
    if not seen:
        click.echo("Hier sind keine Dateien, die aufgenommen werden können.", err=True)
    sys.exit(1 if refused or not seen else 0)


def _taken_in(holdings: Holdings, paths: Iterable[Path]) -> Iterator[Record]:
    """Yield what became of each file, once everything that was accepted is findable."""
    with progress("Aufnehmen", None) as advance:
        intakes = []
        for intake in take_in_paths(holdings.archive, paths):
            intakes.append(intake)
            advance(intake.name)
    catch_up(holdings, frozenset(each.result.code for each in intakes if isinstance(each.result, Receipt)))
    for intake in intakes:
        yield _record(holdings, intake)


def _record(holdings: Holdings, intake: Intake) -> Record:
    if isinstance(intake.result, RefusalError):
        return _line(intake.name, Status.REFUSED, None, refusal(intake.result, intake.name))
    receipt = intake.result
    reading = holdings.texts.reading(receipt.checksum)
    outcome = reading.outcome if reading else Outcome.TEXT
    if receipt.status is Status.DUPLICATE:
        return _line(intake.name, receipt.status, receipt.code, Notice("Diese Datei ist schon im Archiv.", ""))
    if outcome is not Outcome.TEXT:
        return _line(intake.name, Status.WITHOUT_TEXT, receipt.code, OUTCOMES[outcome])
    return _line(intake.name, receipt.status, receipt.code, None)


def _line(file: str, status: Status, document: str | None, notice: Notice | None) -> Record:
    return {"file": file, "status": status, "document": document, "reason": notice.text if notice else None}


def _told(record: Record) -> str:
    words = _WORDS[Status(str(record["status"]))]
    place = f" ({record['document']})" if record["document"] else ""
    reason = f" – {record['reason']}" if record["reason"] else ""
    return f"{_visible(str(record['file']))}: {words}{place}{reason}"


def _visible(name: str) -> str:
    """Return a file's name on one line: what would break or steer a terminal is shown by its escape."""
    return "".join(_escaped(sign) if unicodedata.category(sign) in _UNSEEN else sign for sign in name)


def _escaped(sign: str) -> str:
    return sign.encode("unicode_escape").decode("ascii")
