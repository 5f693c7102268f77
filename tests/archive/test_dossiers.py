"""What the coordination says of topics."""

from dataclasses import replace

import pytest

from archive.archive import Archive
from archive.curation.dossiers import LONGEST_INTRODUCTION, Dossier, DossierTooLongError
from archive.custody import EventKind
from archive.erasure import ErasureReason
from archive.errors import UnknownDocumentError, UnknownEntryError
from archive.journal import Asked
from tests.archive.conftest import Offer


def test_nothing_is_said_of_a_topic_at_first(archive: Archive) -> None:
    assert archive.curation.dossiers.of("kultur") == Dossier()
    assert archive.curation.dossiers.of("kein-handlungsfeld") == Dossier()


def test_what_is_said_last_counts_and_leaves_an_event(archive: Archive, offer: Offer) -> None:
    code = offer("Worum es geht").code
    archive.curation.dossiers.enter("kultur", Dossier("Erst das."), "A-1")
    archive.curation.dossiers.enter("kultur", dossier := Dossier("Dann dies.", (code,)), "A-1")
    archive.curation.dossiers.enter("kultur", dossier, "A-2")

    assert archive.curation.dossiers.of("kultur") == dossier
    told = list(archive.journal.every_event(Asked(kinds=(EventKind.DOSSIER_CHANGED,))))
    assert [(each.detail, each.agent) for each in told] == [("topic:kultur", "A-1")] * 2


@pytest.mark.parametrize(
    ("topic", "dossier", "error"),
    [
        ("kein-handlungsfeld", Dossier("Nichts."), UnknownEntryError),
        ("kultur", Dossier("Neu.", ("D-1999-0001",)), UnknownDocumentError),
        ("kultur", Dossier("x" * (LONGEST_INTRODUCTION + 1)), DossierTooLongError),
        ("kultur", Dossier("", ("D-1999-0001",) * 4), DossierTooLongError),
    ],
)
def test_what_cannot_be_said_changes_nothing(
    archive: Archive, topic: str, dossier: Dossier, error: type[Exception]
) -> None:
    archive.curation.dossiers.enter("kultur", kept := Dossier("Alt."))
    with pytest.raises(error):
        archive.curation.dossiers.enter(topic, replace(dossier))
    assert archive.curation.dossiers.of("kultur") == kept


def test_a_document_to_begin_with_may_be_erased(archive: Archive, offer: Offer) -> None:
    code = offer("Worum es geht").code
    archive.curation.dossiers.enter("kultur", Dossier("", (code,)))
    archive.erase(code, "A-1", ErasureReason.REQUESTED)
    assert archive.describe_many(archive.curation.dossiers.of("kultur").documents) == ()
