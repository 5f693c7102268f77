"""Samples vanish, and nothing else does."""

import sqlite3
from collections.abc import Callable
from contextlib import closing
from datetime import date
from pathlib import Path

import pytest

from archive import audit
from archive.archive import Archive, Receipt, Status, Submission
from archive.corrections import Anchor
from archive.curation.dossiers import Dossier
from archive.custody import PROGRAM, EventKind
from archive.entries import MeetingEntry
from archive.erasure import Erasure
from archive.errors import UnknownDocumentError
from archive.experiences import Told
from archive.follow_ups import PassageEnd, Verdict
from archive.store import Store
from archive.values import Details

Offer = Callable[..., Receipt]

SAMPLE = Details(sites=("hamburg",), topics=("Sport",), is_sample=True)


def sample_meeting(key: str) -> MeetingEntry:
    """Return an invented meeting."""
    return MeetingEntry(key, key.title(), "Fachtag", "Bremen", date(2019, 5, 1), date(2019, 5, 1), is_sample=True)


def test_samples_go_and_real_documents_stay(archive: Archive, offer: Offer) -> None:
    sample = offer("Beispiel", "a.txt", SAMPLE)
    offer("Beispiel, neu", "a.txt", Details(version_of=sample.code, is_sample=True))
    real = offer("Echt", "b.txt", Details(sites=("hamburg",)))
    before = archive.describe(real.code)
    assert archive.discard_samples() == 1
    assert archive.descriptions() == (before,)
    assert list(archive.store.checksums()) == [real.checksum]
    with pytest.raises(UnknownDocumentError):
        archive.describe(sample.code)
    assert [event.kind for event in archive.events(sample.code)][-1] is EventKind.DISCARD
    assert archive.discard_samples() == 0


def test_a_discarded_code_is_not_given_again(archive: Archive, offer: Offer) -> None:
    sample = offer("Beispiel", "a.txt", SAMPLE)
    archive.discard_samples()
    again = offer("Beispiel", "a.txt", SAMPLE)
    assert again.status is Status.HELD
    assert again.code != sample.code
    assert archive.events(sample.code)[-1].kind is EventKind.DISCARD


def test_sample_meetings_go_unless_something_real_refers_to_them(archive: Archive, offer: Offer) -> None:
    archive.vocabularies.add_meeting(sample_meeting("verlassen"))
    archive.vocabularies.add_meeting(sample_meeting("gebraucht"))
    offer("Beispiel", "a.txt", Details(meeting="verlassen", is_sample=True))
    offer("Echt", "b.txt", Details(meeting="gebraucht"))
    archive.discard_samples()
    keys = {meeting.key for meeting in archive.vocabularies.meetings()}
    assert "gebraucht" in keys
    assert "verlassen" not in keys
    assert len(keys) == 4


def test_a_sample_with_a_real_version_is_real(archive: Archive, offer: Offer) -> None:
    sample = offer("Beispiel", "a.txt", SAMPLE)
    offer("Echt", "a.txt", Details(version_of=sample.code))
    assert archive.discard_samples() == 0
    assert not archive.describe(sample.code).is_sample


def test_what_samples_say_of_a_topic_goes_unless_somebody_said_it_otherwise(archive: Archive, offer: Offer) -> None:
    sample, dossiers = offer("Beispiel", "a.txt", SAMPLE), archive.curation.dossiers
    for topic in ("sport", "kultur"):
        dossiers.enter(topic, Dossier("Erfunden.", (sample.code,)))
    dossiers.enter("kultur", changed := Dossier("Erfunden, und ergänzt."), "A-1")
    dossiers.enter("bildung", own := Dossier("Eigenes."), "A-1")
    archive.discard_samples()
    assert [dossiers.of(topic) for topic in ("sport", "kultur", "bildung")] == [Dossier(), changed, own]


def test_a_topic_that_was_a_sample_can_be_introduced_by_somebody(archive: Archive) -> None:
    archive.curation.dossiers.enter("sport", Dossier("Erfunden."))
    archive.discard_samples()
    archive.curation.dossiers.enter("sport", own := Dossier("Eigenes."), "A-1")
    archive.discard_samples()
    assert archive.curation.dossiers.of("sport") == own


def test_sample_experiences_go_even_if_their_method_has_become_real(archive: Archive, offer: Offer) -> None:
    sample = offer("Methode", "a.txt", SAMPLE)
    archive.experiences.release(archive.experiences.offer(sample.code, Told("gotha", 2019, "Erfunden.", "", "")))
    offer("Methode, echt", "a.txt", Details(version_of=sample.code))
    archive.experiences.offer(sample.code, Told("hamburg", 2019, "Erlebt.", "", ""), "A-1")
    archive.discard_samples()
    assert archive.experiences.released(sample.code) == ()
    assert [each.went_well for each in archive.experiences.waiting()] == ["Erlebt."]


def test_sample_verdicts_go_and_those_of_people_stay(archive: Archive, offer: Offer) -> None:
    ends = [PassageEnd(offer(text, f"{text}.txt").code, text, Anchor(text)) for text in ("eins", "zwei", "drei")]
    archive.follow_ups.judge(ends[0], ends[1], Verdict.DONE)
    archive.follow_ups.judge(ends[0], ends[2], Verdict.TAKEN_UP, "A-1")
    number = archive.follow_ups.judge(ends[1], ends[2], Verdict.DONE)
    archive.follow_ups.judge(ends[1], ends[2], Verdict.UNRELATED, "A-1", number)
    archive.discard_samples()
    assert [each.verdict for each in archive.follow_ups.entries()] == [Verdict.TAKEN_UP, Verdict.UNRELATED]


def test_verdicts_out_of_a_hand_over_that_names_nobody_stay(archive: Archive, offer: Offer) -> None:
    ends = [PassageEnd(offer(text, f"{text}.txt").code, text, Anchor(text)) for text in ("eins", "zwei")]
    archive.follow_ups.judge(ends[0], ends[1], Verdict.DONE, "A-1")
    with closing(sqlite3.connect(archive.home.catalogue)) as connection, connection:
        connection.execute("UPDATE follow_up SET agent = ?", (PROGRAM,))
    archive.discard_samples()
    assert [each.verdict for each in archive.follow_ups.entries()] == [Verdict.DONE]


def test_a_file_discarded_while_it_is_entered_again_is_not_lost(
    archive: Archive, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "a.txt"
    path.write_text("Beispiel", encoding="utf-8")
    archive.take_in(Submission(path, "a.txt", SAMPLE))
    put = Store.put

    def put_then_discard(store: Store, source: Path) -> str:
        monkeypatch.undo()
        checksum = put(store, source)
        archive.discard_samples()
        return checksum

    monkeypatch.setattr(Store, "put", put_then_discard)
    receipt = archive.take_in(Submission(path, "a.txt", Details()))
    assert receipt.status is Status.HELD
    assert list(audit.missing(archive)) == []
    assert archive.path(receipt.checksum).read_text(encoding="utf-8") == "Beispiel"


def test_a_file_entered_again_before_it_is_removed_stays(
    archive: Archive, offer: Offer, monkeypatch: pytest.MonkeyPatch
) -> None:
    offer("Beispiel", "a.txt", SAMPLE)
    remove_unheld = Erasure.remove_unheld

    def enter_then_remove(self: Erasure, checksum: str) -> None:
        offer("Beispiel", "a.txt")
        remove_unheld(self, checksum)

    monkeypatch.setattr(Erasure, "remove_unheld", enter_then_remove)
    assert archive.discard_samples() == 1
    (kept,) = archive.descriptions()
    assert not kept.is_sample
    assert list(audit.missing(archive)) == []
