"""Waits until documents are findable, doing the work where no worker runs."""

import time
from collections.abc import Callable

from indexer.extraction.isolation import Extractor
from indexer.worker import WorkerRunsError, mend, sole_writer
from webui.compose import Holdings
from webui.progress import progress

#: Seconds between two looks at how far the worker is.
PAUSE = 0.2


def catch_up(holdings: Holdings, codes: frozenset[str]) -> None:
    """Return when all these documents are findable: a running worker makes them so, or else this process does."""
    with progress("Lesen und Verzeichnen", len(codes)) as advance:
        done = 0
        while not _work_here(holdings, advance):
            found = 0 if holdings.areas.is_rebuild_requested() else len(holdings.findable(codes))
            for _ in range(found - done):
                advance("")
            done = max(done, found)
            if found >= len(codes) and not holdings.areas.is_building():
                return
            time.sleep(PAUSE)


def _work_here(holdings: Holdings, advance: Callable[[str], None]) -> bool:
    """Do the work in this process and return true, or false if a worker runs elsewhere."""
    try:
        with sole_writer(holdings.archive.home.worker_lock), Extractor() as extractor:
            indexing = holdings.indexing(extractor)
            mend(indexing)
            while indexing.catch_up(advance):
                pass
    except WorkerRunsError:
        return False
    return True
