"""Passages as rows of their table."""

from operator import attrgetter
from typing import Any

from indexer.passages import Passage
from indexer.structure.kinds import PassageKind

#: The columns of a passage, in the order of its row.
COLUMNS = "id, document, ordinal, page, page_label, heading, agenda_item, kind, text"

#: Returns the row of a passage.
row_of = attrgetter(*COLUMNS.split(", "))


def passage_of(row: tuple[Any, ...]) -> Passage:
    """Return the passage of a row."""
    id_, document, ordinal, page, page_label, heading, agenda_item, kind, text = row
    return Passage(id_, document, int(ordinal), int(page), page_label, heading, agenda_item, PassageKind(kind), text)
