"""Decisions and tasks put into words: by when, and in which order."""

from collections.abc import Mapping
from datetime import UTC, date, datetime

from indexer.search.agreements import AgreementSort
from indexer.structure.due import Due
from webui.i18n import day, gettext, mark

SORTS: Mapping[AgreementSort, str] = {
    AgreementSort.NEWEST: mark("Neueste zuerst"),
    AgreementSort.OLDEST: mark("Älteste zuerst"),
    AgreementSort.DUE: mark("Nach Frist"),
    AgreementSort.WHO: mark("Nach Zuständigen"),
}


def due_words(due: Due) -> str:
    """Write by when something is to be done: "war geplant bis 30. Juni 2019"; without a day, as it is worded.

    Most of what is held is past: that a day has gone by tells nothing of what became of the matter.
    """
    if due.day is None:
        return due.wording
    return planned(due.day, datetime.now(UTC).date())


def planned(due: date, today: date) -> str:
    """Return a day by which something is planned, as it is told on another day."""
    said = mark("geplant bis %(day)s") if due >= today else mark("war geplant bis %(day)s")
    return gettext(said, day=day(due))
