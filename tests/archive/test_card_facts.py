"""What people say of methods is kept with the paper, fact by fact."""

from collections.abc import Callable

from archive.archive import Archive, Receipt
from archive.custody import EventKind
from archive.erasure import ErasureReason
from archive.values import Details, Visibility

Offer = Callable[..., Receipt]


def test_what_is_said_last_counts_and_can_be_taken_back(archive: Archive, offer: Offer) -> None:
    code = offer("Methode").code
    before = archive.describe(code).revision
    archive.card_facts.say(code, {"duration": "2 Stunden", "age": ""}, "koo")
    archive.card_facts.say(code, {"duration": "90 Minuten", "age": "", "group": None}, "ann")
    assert archive.card_facts.of(code) == {"duration": "90 Minuten", "age": ""}
    archive.card_facts.say(code, {"duration": None, "age": None})
    assert archive.card_facts.of(code) == {}
    told = [(each.detail, each.agent) for each in archive.events(code) if each.kind is EventKind.CARD_CORRECTION]
    assert told == [("duration,age", "koo"), ("duration", "ann"), ("duration,age", "")]
    assert archive.describe(code).revision == before + 3


def test_what_is_said_again_is_no_change(archive: Archive, offer: Offer) -> None:
    code = offer("Methode").code
    archive.card_facts.say(code, {"duration": "2 Stunden"})
    before = archive.describe(code).revision, len(archive.events(code))
    archive.card_facts.say(code, {"duration": "2 Stunden", "age": None})
    assert (archive.describe(code).revision, len(archive.events(code))) == before


def test_facts_go_with_a_draft_that_becomes_a_version(archive: Archive, offer: Offer) -> None:
    code = offer("Methode").code
    draft = offer("Methode, neu", details=Details("Neu", visibility=Visibility.DRAFT)).code
    archive.card_facts.say(code, {"duration": "2 Stunden", "age": "ab 12"})
    archive.card_facts.say(draft, {"duration": "90 Minuten"})
    archive.succession.make_version(draft, code)
    assert archive.card_facts.of(code) == {"duration": "90 Minuten", "age": "ab 12"}


def test_facts_that_name_what_shall_go_are_forgotten(archive: Archive, offer: Offer) -> None:
    code = offer("Methode").code
    archive.card_facts.say(code, {"source": "nach Mira Muster", "age": "ab 12"})
    archive.privacy.forget_words(code, lambda text: "Muster" in text)
    assert archive.card_facts.of(code) == {"age": "ab 12"}
    archive.erasure.erase(code, "koo", ErasureReason.REQUESTED)
    assert archive.card_facts.of_many((code,)) == {}
