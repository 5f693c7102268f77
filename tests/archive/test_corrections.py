"""Corrections by hand are kept with their document, and the newest counts."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date

import pytest

from archive.archive import Archive, Receipt
from archive.corrections import NOTHING_SAID, Anchor, Said
from archive.custody import EventKind
from archive.erasure import ErasureReason
from archive.errors import UnknownDocumentError
from archive.values import Details, Visibility

Offer = Callable[..., Receipt]

ANCHOR = Anchor("Die Wand wird gestrichen.", "TOP 2", "2", 4)
TASK = Said("Aufgabe", "Projektleitung", "bis Ende Mai", date(2019, 5, 31), "offen")


def test_the_newest_correction_of_a_passage_counts(archive: Archive, offer: Offer) -> None:
    code = offer("Protokoll").code
    before = archive.describe(code).revision
    number = archive.corrections.enter(code, ANCHOR, TASK, "koo")
    other = archive.corrections.enter(code, Anchor("Etwas anderes."), Said("Beschluss"), "koo")
    done = replace(TASK, state="erledigt")
    assert archive.corrections.enter(code, replace(ANCHOR, ordinal=5), done, "ann", number) == number
    first, second = archive.corrections.of(code)
    assert (first.number, first.anchor.ordinal, first.said, first.agent) == (number, 5, done, "ann")
    assert (second.number, second.said) == (other, Said("Beschluss"))
    assert archive.describe(code).revision == before + 3
    told = [(each.detail, each.agent) for each in archive.events(code) if each.kind is EventKind.CORRECTION]
    assert told == [("Aufgabe", "koo"), ("Beschluss", "koo"), ("Aufgabe", "ann")]


def test_what_is_taken_back_says_nothing_any_more(archive: Archive, offer: Offer) -> None:
    code = offer("Protokoll").code
    number = archive.corrections.enter(code, ANCHOR, TASK)
    archive.corrections.enter(code, ANCHOR, NOTHING_SAID, number=number)
    assert archive.corrections.of(code) == ()
    assert archive.corrections.enter(code, ANCHOR, TASK) == number + 1


def test_a_place_has_one_correction_however_often_it_is_sent(archive: Archive, offer: Offer) -> None:
    """Whoever presses Enter twice sends two forms, neither of which knows of the other."""
    code = offer("Protokoll").code
    first = archive.corrections.enter(code, ANCHOR, TASK)
    assert archive.corrections.enter(code, ANCHOR, replace(TASK, who="Servicebüro")) == first
    assert archive.corrections.enter(code, replace(ANCHOR, ordinal=0), TASK) == first + 1
    assert [each.said.who for each in archive.corrections.of(code)] == ["Servicebüro", "Projektleitung"]
    archive.corrections.enter(code, replace(ANCHOR, quote="Die Wand wird gestrichen"), TASK, number=first)
    assert archive.corrections.enter(code, ANCHOR, TASK) == first + 2


def test_corrections_belong_to_one_document(archive: Archive, offer: Offer) -> None:
    one, other = offer("eins").code, offer("zwei").code
    archive.corrections.enter(one, ANCHOR, TASK)
    assert list(archive.corrections.of_many((one, other))) == [one]
    with pytest.raises(UnknownDocumentError):
        archive.corrections.enter("D-1999-0001", ANCHOR, TASK)


def test_corrections_of_a_draft_come_along_when_it_becomes_a_version(archive: Archive, offer: Offer) -> None:
    held, draft = offer("eins").code, offer("zwei", details=Details(visibility=Visibility.DRAFT)).code
    archive.corrections.enter(held, ANCHOR, TASK)
    archive.corrections.enter(draft, Anchor("Aus dem Entwurf."), Said("Beschluss"))
    archive.succession.make_version(draft, held)
    told = [(each.number, each.said.kind) for each in archive.corrections.of(held)]
    assert told == [(1, "Aufgabe"), (2, "Beschluss")]


def test_corrections_go_with_their_document(archive: Archive, offer: Offer) -> None:
    erased = offer("eins").code
    sample = offer("zwei", details=Details(is_sample=True)).code
    for code in (erased, sample):
        archive.corrections.enter(code, Anchor("Vertraulicher Wortlaut 4711"), TASK)
    archive.erase(erased, "koo", ErasureReason.REQUESTED)
    archive.discard_samples()
    assert archive.corrections.of_many((erased, sample)) == {}
    archive.erasure.finish()
    assert b"4711" not in archive.home.catalogue.read_bytes()
