"""`wissensarchiv search`: the same search as the page, as a member of staff."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

import click
import msgspec

from archive.rights import STAFF
from indexer.index.view import Versions
from indexer.search.query import SHORTEST_BEGINNING, has_idle_star
from indexer.search.request import FACETS, ResultPage, SearchRequest, Sort, Spelling
from indexer.search.ways import WaysOn
from webui.commands.json_output import json_option
from webui.compose import open_existing
from webui.filters import UnknownValue, read_filters
from webui.i18n import translated
from webui.labels import Labels, known_labels
from webui.records.searching import HitRecord, ResultRecord, result_record
from webui.still_told import still_told
from webui.typed_filters import lifted
from webui.understanding import understandings
from webui.wording import FACETS as LEGENDS


@click.command()
@click.argument("query", metavar="SUCHE")
@click.option("--site", multiple=True, help="Nur dieser Standort (mehrere: einer davon).")
@click.option("--topic", multiple=True, help="Nur dieses Handlungsfeld.")
@click.option("--keyword", multiple=True, help="Nur dieses Schlagwort.")
@click.option("--meeting", multiple=True, help="Nur dieses Treffen.")
@click.option("--kind", multiple=True, help="Nur diese Dokumentart.")
@click.option("--passage-kind", multiple=True, help="Nur diese Abschnittsart.")
@click.option("--year", multiple=True, help="Nur dieses Jahr, oder von..bis.")
@click.option(
    "--sort",
    type=click.Choice([each.value for each in Sort]),
    default=Sort.RELEVANCE.value,
    help="Reihenfolge der Dokumente.",
)
@click.option("--limit", metavar="ZAHL", type=click.IntRange(1, 1000), default=10, help="Höchstens so viele Dokumente.")
@click.option(
    "--exact-spelling",
    "spelling",
    flag_value=Spelling.EXACT,
    default=Spelling.FORGIVING,
    help="Nichts berichtigen.",
    type=click.UNPROCESSED,
)
@click.option(
    "--older-versions",
    "versions",
    flag_value=Versions.ALL,
    default=Versions.NEWEST,
    help="Auch ältere Fassungen durchsuchen.",
    type=click.UNPROCESSED,
)
@json_option
@click.pass_obj
def search(home: Path, /, query: str, output: str, **asked: Any) -> None:  # noqa: ANN401 - click gives texts, numbers and tuples
    """Finde die Stellen, die eine Frage beantworten."""
    with open_existing(home) as holdings:
        searcher = holdings.searcher()
        request = _request(known_labels(holdings.archive.vocabularies.joined(), searcher, STAFF), query, asked)
        found = searcher.search(request)
        notices = tuple(_notices(found, searcher.unfound(found), searcher.ways_on(found)))
        record = result_record(found, still_told(holdings.archive, found.hits, STAFF))
    click.echo(_json(record) if output == "json" else _told(found, record))
    for notice in notices:
        click.echo(notice, err=True)


def _request(known: Labels, query: str, asked: dict[str, Any]) -> SearchRequest:
    typed = lifted(SearchRequest(query, {facet: asked[facet] for facet in FACETS if asked[facet]}), known)
    read, barred = read_filters(known, typed.filters), read_filters(known, typed.excluded)
    for year in (*read.no_years, *barred.no_years):
        raise click.BadParameter(f"„{year}“ ist kein Jahr (2019) und keine Spanne (2018..2020).")
    # A year nobody wrote in is an answer; a name nobody knows is a slip.
    misnamed = [each for each in (*read.unknown, *barred.unknown) if each.facet != "year"]
    if misnamed:
        raise click.BadParameter(" ".join(map(_unknown, misnamed)))
    sort, spelling = Sort(asked["sort"]), Spelling(asked["spelling"])
    return replace(
        typed,
        filters=read.labels,
        excluded=barred.labels,
        sort=sort,
        spelling=spelling,
        limit=asked["limit"],
        versions=Versions(asked["versions"]),
        reader=STAFF,
    )


def _unknown(value: UnknownValue) -> str:
    """Say that no document has a filter's value, and what may have been meant."""
    said = f"{translated(LEGENDS[value.facet])} „{value.value}“: Dazu gibt es kein Dokument."
    if not value.offered:
        return said
    return f"{said} {'Meinten Sie:' if value.is_like else 'Es gibt:'} {', '.join(value.offered)}."


def _notices(found: ResultPage, unfound: tuple[str, ...], ways_on: WaysOn) -> Iterator[str]:
    """Yield what keeps a query from finding more."""
    stars = [word for word in unfound if has_idle_star(word)]
    words = [word for word in unfound if word not in stars]
    if words:
        yield _unfound(found, words)
    if stars:
        told = ", ".join(f"„{word}“" for word in stars)
        yield (
            f"{told}: Ein Stern steht am Ende eines Wortanfangs von mindestens {SHORTEST_BEGINNING} Buchstaben: "
            "„jugend*“ findet auch „Jugendliche“."
        )
    if not found.hits and found.request.query and not ways_on.asks_something:
        yield "Damit ist noch nichts gesagt, wonach gesucht werden soll. Geben Sie ein Wort ein, um das es geht."


def _unfound(found: ResultPage, words: Sequence[str]) -> str:
    """Say which words of a query no document has."""
    known = "Diese Wörter stehen" if len(words) > 1 else "Dieses Wort steht"
    # A phrase comes in the quotation marks it was typed in.
    told = ", ".join("„{}“".format(word.strip('"')) for word in words)
    advice = "" if found.hits else " Prüfen Sie die Schreibweise, oder suchen Sie nach einem anderen Wort."
    return f"{known} in keinem Dokument: {told}.{advice}"


def _about(hit: HitRecord) -> Iterator[str]:
    """Yield what is told of a document beside its title."""
    yield hit.document
    yield hit.kind
    if hit.older_version is not None:
        yield f"ältere Fassung {hit.older_version}"
    if hit.is_sample:
        yield "Beispiel"


def _json(record: ResultRecord) -> str:
    return msgspec.json.format(msgspec.json.encode(record), indent=2).decode()


def _understood(found: ResultPage, record: ResultRecord) -> Iterator[str]:
    """Yield how a query was taken, and what the glossary says to it."""
    if found.corrected:
        yield f"Gesucht wurde nach „{found.corrected}“."
    if found.suggested:
        yield f"Meinten Sie „{found.suggested}“?"
    for each in understandings(found.recognised):
        yield f"Erkannt: {translated(each.legend)} „{each.label}“."
    for answer in record.glossary:
        yield f"Aus dem Glossar: {answer.term}{f' ({answer.long})' if answer.long else ''}: {answer.text}"


def _told(found: ResultPage, record: ResultRecord) -> str:
    """Return the hits as lines for a terminal."""
    documents = "Dokument" if found.total_documents == 1 else "Dokumenten"
    lines = [f"{found.total_passages} Treffer in {found.total_documents} {documents}", *_understood(found, record)]
    for hit in record.hits:
        lines.append(f"\n{hit.title}  ({', '.join(_about(hit))})")
        for passage in hit.passages:
            said = "".join(part.text for part in passage.snippet)
            lines.append(f"  Seite {passage.page}, {passage.kind}: {' '.join(said.split())}")
    return "\n".join(lines)
