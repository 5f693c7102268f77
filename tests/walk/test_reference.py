"""Reference documents (not included): every real file ends in a status, and is found by a sentence out of it."""

import os
from pathlib import Path

import pytest

from archive.archive import Receipt, Status
from indexer.extraction.pages import Outcome
from indexer.search.request import SearchRequest
from webui.catching_up import catch_up
from webui.compose import Holdings, open_holdings
from webui.intake import take_in_paths

FOLDER = os.environ.get("WISSENSARCHIV_REFERENCE")

#: Words of a sentence that is looked for; more than these and it is nobody else's.
WORDS = 12

pytestmark = pytest.mark.skipif(not FOLDER, reason="WISSENSARCHIV_REFERENCE names no folder of reference documents")


def test_every_file_is_held_and_found_by_its_own_words(tmp_path: Path) -> None:
    with open_holdings(tmp_path / "home") as holdings:
        intakes = list(take_in_paths(holdings.archive, [Path(FOLDER or "") / "documents"]))
        assert len(intakes) == 103
        receipts = [intake.result for intake in intakes]
        assert all(isinstance(receipt, Receipt) and receipt.status is Status.HELD for receipt in receipts)
        codes = frozenset(receipt.code for receipt in receipts if isinstance(receipt, Receipt))
        catch_up(holdings, codes)
        with_text = [code for code in sorted(codes) if _outcome(holdings, code) is Outcome.TEXT]
        assert len(with_text) >= 98
        searcher = holdings.searcher()
        lost = [
            code
            for code in with_text
            if code
            not in [hit.document for hit in searcher.search(SearchRequest(query=_sentence(holdings, code))).hits]
        ]
        assert lost == []


def _outcome(holdings: Holdings, code: str) -> Outcome | None:
    reading = holdings.texts.reading(holdings.archive.describe(code).checksum)
    return reading.outcome if reading else None


def _sentence(holdings: Holdings, code: str) -> str:
    """Return the first words of a document's longest passage."""
    longest = max((passage.text for passage in holdings.texts.passages(code)), key=len)
    return " ".join(longest.split()[:WORDS])
