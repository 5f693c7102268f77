"""What became of decisions and tasks is kept with both documents, and the newest verdict counts."""

from collections.abc import Callable

import pytest

from archive.archive import Archive, Receipt
from archive.corrections import Anchor
from archive.custody import EventKind
from archive.erasure import ErasureReason
from archive.errors import UnknownDocumentError
from archive.follow_ups import PassageEnd, Verdict
from archive.values import Details, Visibility

Offer = Callable[..., Receipt]


def test_the_newest_verdict_on_two_passages_counts(archive: Archive, offer: Offer) -> None:
    earlier, later = _end(offer("eins").code), _end(offer("zwei").code)
    number = archive.follow_ups.judge(earlier, later, Verdict.TAKEN_UP, "koo")
    other = archive.follow_ups.judge(later, earlier, Verdict.UNRELATED, "koo")
    assert archive.follow_ups.judge(earlier, later, Verdict.DONE, "ann", number) == number
    first, second = archive.follow_ups.entries()
    assert (first.number, first.verdict, first.agent) == (number, Verdict.DONE, "ann")
    assert (first.earlier, first.later) == (earlier, later)
    assert (second.number, second.verdict) == (other, Verdict.UNRELATED)
    told = [each.detail for each in archive.events(earlier.document) if each.kind is EventKind.FOLLOW_UP]
    assert told == ["wieder aufgegriffen", "erledigt"]


def test_both_documents_have_to_be_there(archive: Archive, offer: Offer) -> None:
    with pytest.raises(UnknownDocumentError):
        archive.follow_ups.judge(_end(offer("eins").code), _end("D-1999-0001"), Verdict.DONE)
    assert archive.follow_ups.entries() == ()


def test_verdicts_of_a_draft_come_along_when_it_becomes_a_version(archive: Archive, offer: Offer) -> None:
    held, other = offer("eins").code, offer("drei").code
    draft = offer("zwei", details=Details(visibility=Visibility.DRAFT)).code
    archive.follow_ups.judge(_end(draft), _end(other), Verdict.DONE)
    archive.succession.make_version(draft, held)
    (entry,) = archive.follow_ups.entries()
    assert (entry.earlier.document, entry.later.document) == (held, other)


@pytest.mark.parametrize("side", [0, 1])
def test_verdicts_go_with_either_document(archive: Archive, offer: Offer, side: int) -> None:
    codes = offer("eins").code, offer("zwei").code
    archive.follow_ups.judge(_end(codes[0]), _end(codes[1]), Verdict.DONE)
    archive.erase(codes[side], "koo", ErasureReason.REQUESTED)
    assert archive.follow_ups.entries() == ()
    archive.erasure.finish()
    assert b"4711" not in archive.home.catalogue.read_bytes()


def test_verdicts_that_quote_a_name_go_with_it(archive: Archive, offer: Offer) -> None:
    one, other = offer("eins").code, offer("zwei").code
    archive.follow_ups.judge(_end(one), _end(other), Verdict.DONE)
    archive.privacy.forget_words(other, lambda text: "Mira" in text)
    assert len(archive.follow_ups.entries()) == 1
    archive.privacy.forget_words(other, lambda text: "4711" in text)
    assert archive.follow_ups.entries() == ()


def _end(code: str) -> PassageEnd:
    return PassageEnd(code, f"{code}-abcdefgh", Anchor(f"Wortlaut 4711 in {code}", "TOP 2", "2", 1))
