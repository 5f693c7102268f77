"""Measures what a reader and the coordination wait for: `make measure` prints it as JSON.

Reference documents (not included) are read from the folder that WISSENSARCHIV_REFERENCE names, if it is set.
"""

import json
import os
import statistics
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from indexer.index.readings import ReadingRecord
from indexer.search.request import SearchRequest
from indexer.search.searcher import Searcher
from webui import samples
from webui.app import create_app
from webui.catching_up import catch_up
from webui.compose import Holdings, german_analysis, open_holdings
from webui.intake import take_in_paths
from webui.services import Services

#: Queries as staff, new employees and coordination type them.
QUERIES = (
    "hamburg graffiti",
    "grafitti prävenzion",
    "wer macht instagram",
    "mikroprojektmittel abrufen frist",
    "quartiersmanager nicht interessiert was tun",
    "jugendkonferenz organisieren",
    "upcycling bänke",
    "beschlüsse frankfurt 2018",
    "elternarbeit moabit",
    "fahrrad werkstatt",
    "corona digitale angebote",
    '"zugang zu sozialen diensten"',
    "was ist ein mikroprojekt",
    "ISEK",
    "nadelmetode",
    "stadtteil begehung anleitung",
    "methode 20 jugendliche 1 stunde",
    "standorttreffen ablauf",
    "jugendliche erreichen die nicht kommen",
    "",
)
ROUNDS = 5


@contextmanager
def new_home() -> Iterator[Holdings]:
    """Open an archive in a folder that is gone afterwards."""
    with tempfile.TemporaryDirectory() as folder, open_holdings(Path(folder)) as holdings:
        yield holdings


def sample_figures() -> dict[str, object]:
    """Take in the samples, then search them and render pages of hits."""
    with new_home() as holdings:
        began = time.perf_counter()
        codes = frozenset(receipt.code for receipt in samples.take_in(holdings.archive))
        catch_up(holdings, codes)
        taken = time.perf_counter() - began
        searcher = holdings.searcher()
        return {
            "samples_documents": len(codes),
            "samples_seconds": round(taken, 1),
            **_search_figures(searcher),
            **_page_figures(holdings, searcher),
        }


def _search_figures(searcher: Searcher) -> dict[str, object]:
    for query in QUERIES:
        searcher.search(SearchRequest(query=query))
    times = [searcher.search(SearchRequest(query=query)).took_ms for _ in range(ROUNDS) for query in QUERIES]
    return {"search_p50_ms": round(statistics.median(times), 1), "search_p95_ms": round(_p95(times), 1)}


def _page_figures(holdings: Holdings, searcher: Searcher) -> dict[str, object]:
    client = create_app(Services(holdings.archive, searcher, holdings.texts)).test_client()
    sizes, times = [], []
    for query in QUERIES:
        began = time.perf_counter()
        response = client.get("/suche", query_string={"q": query})
        times.append((time.perf_counter() - began) * 1000)
        sizes.append(len(response.data))
    return {
        "result_page_largest_kb": round(max(sizes) / 1000, 1),
        "result_page_p50_ms": round(statistics.median(times), 1),
        "result_page_p95_ms": round(_p95(times), 1),
    }


def _p95(times: list[float]) -> float:
    return statistics.quantiles(times, n=20)[-1]


def reference_figures(folder: Path) -> dict[str, object]:
    """Take in the reference documents as `ingest` does."""
    with new_home() as holdings:
        began = time.perf_counter()
        intakes = list(take_in_paths(holdings.archive, [folder]))
        codes = frozenset(holdings.archive.revisions())
        catch_up(holdings, codes)
        seconds = time.perf_counter() - began
        pages = sum(record.pages for code in codes if (record := _reading(holdings, code)))
        return {
            "reference_files": len(intakes),
            "reference_pages": pages,
            "reference_seconds": round(seconds, 1),
            "reference_documents_per_second": round(len(intakes) / seconds, 1),
        }


def _reading(holdings: Holdings, code: str) -> ReadingRecord | None:
    return holdings.texts.reading(holdings.archive.describe(code).checksum)


def main() -> None:
    """Measure and print."""
    began = time.perf_counter()
    german_analysis()
    figures: dict[str, object] = {"analysis_load_seconds": round(time.perf_counter() - began, 1), **sample_figures()}
    reference = os.environ.get("WISSENSARCHIV_REFERENCE")
    if reference:
        figures |= reference_figures(Path(reference) / "documents")
    print(json.dumps(figures, indent=2))  # noqa: T201 - what it is for


if __name__ == "__main__":
    main()
