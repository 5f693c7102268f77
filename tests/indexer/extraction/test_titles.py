"""Titles of file properties."""

import pytest

from indexer.extraction.titles import telling_title


@pytest.mark.parametrize(
    "title",
    ["Microsoft Word - Protokoll 3.doc", "plan.xls", "Unbenannt 1", "untitled", "PowerPoint-Präsentation", "Folie 1",
     "Vorlage Protokoll", "", None, "  ", "12.3.2019", "Dokument1"],
)  # fmt: skip
def test_a_title_a_program_filled_in_tells_nothing(title: str | None) -> None:
    assert telling_title(title) == ""


@pytest.mark.parametrize("title", ["Protokoll Standorttreffen 2019", "Dokumentation der Werkstatt", "JMD im Quartier"])
def test_other_titles_stay(title: str) -> None:
    assert telling_title(f" {title}\n") == title
