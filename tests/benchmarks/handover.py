"""Measures a hand-over: how long it takes, how large it is, and what a search in its pages loads.

    python -m tests.benchmarks.handover HOME FOLDER

HOME has to be indexed and is only read; FOLDER must not be there yet. Searches are asked in Chromium with the network
off, each in a page that has loaded nothing before.
"""

import argparse
import resource
import statistics
import time
from pathlib import Path

from playwright.sync_api import Page, sync_playwright

from archive.handover.extents import Everything
from archive.handover.taking import take_over
from tests.browser.conftest import ARGUMENTS, CHROMIUM
from webui.compose import german_analysis, open_existing
from webui.handover.handing_over import hand_over

QUERIES = (
    *("graffiti hamburg", "Müll", "mikroprojektmittel abrufen frist", "jugendkonferenz organisieren"),
    *("grafitti prävenzion", "stadtteil begehung anleitung", "beschlüsse frankfurt 2018", "jugendliche"),
)

#: What a search returns when its first documents are there to be shown.
ASKED = """async (asked) => {
  const began = performance.now();
  const found = (await suche(asked)).dokumente;
  const shown = found.slice(0, 10);
  await Promise.all(shown.map(({ dokument }) => zeile("dokumente", dokument)));
  await Promise.all(shown.flatMap(({ stellen }) => stellen.slice(0, 3)).map((each) => zeile("stellen", each)));
  return [performance.now() - began, [...geladen.keys()]];
}"""

MEGABYTE = 1e6


def main() -> None:
    """Measure, and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("home", type=Path)
    parser.add_argument("folder", type=Path)
    asked = parser.parse_args()
    german_analysis()
    with open_existing(asked.home) as holdings:
        began = time.perf_counter()
        handed = hand_over(holdings, asked.folder / "bag", Everything())
        took = time.perf_counter() - began
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    _print(f"{handed.documents} documents, {handed.files} files: {took:.1f} s, at most {peak:.0f} MiB")
    for name in ("originale", "lesefassungen", "metadaten", "seite", "seite/daten"):
        _print(f"  {name}: {_size(asked.folder / 'bag/data' / name):.1f} MB")
    began = time.perf_counter()
    take_over(asked.folder / "bag", asked.folder / "home")
    _print(f"taken over, without reading and indexing: {time.perf_counter() - began:.1f} s")
    _searches(asked.folder / "bag/data/seite")


def _searches(site: Path) -> None:
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=ARGUMENTS)
        figures = [_search(browser.new_page(), site, query) for query in QUERIES]
        browser.close()
    times, loaded = zip(*figures, strict=True)
    _print(f"searches: {statistics.median(times):.0f} ms, at most {max(times):.0f}")
    _print(f"  loaded: {statistics.median(loaded):.2f} MB, at most {max(loaded):.2f}")


def _search(page: Page, site: Path, query: str) -> tuple[float, float]:
    """Return the milliseconds a search takes, and the megabytes it loads beside the page itself."""
    page.goto((site / "index.html").as_uri())
    milliseconds, names = page.evaluate(ASKED, query)
    files = [site / "daten" / f"{name}.js" for name in (*names, "verzeichnis")]
    loaded = sum(each.stat().st_size for each in files) / MEGABYTE
    _print(f"  {query}: {milliseconds:.0f} ms, {loaded:.2f} MB in {len(files)} files")
    page.close()
    return milliseconds, loaded


def _size(folder: Path) -> float:
    return sum(path.stat().st_size for path in folder.rglob("*") if path.is_file()) / MEGABYTE


def _print(line: str) -> None:
    print(line, flush=True)  # noqa: T201 - what it is for


if __name__ == "__main__":
    main()
