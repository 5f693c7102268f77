"""What is kept beside method papers: notes of the coordination, and experiences of sites."""

from collections.abc import Callable

import pytest

from archive.archive import Archive, Receipt
from archive.curation.curation import Curation
from archive.custody import EventKind
from archive.entries import SiteEntry
from archive.erasure import ErasureReason
from archive.errors import UnknownDocumentError, UnknownEntryError, UnusableLabelError, VocabularyKind
from archive.experiences import Told
from archive.methods import MOST_NAMES, Note
from archive.values import Details, DocumentKind, Visibility

Offer = Callable[..., Receipt]

TOLD = Told("peine", 2020, "Viele blieben stehen.", "Der Wind.", "Schraubzwingen.")


@pytest.fixture
def method(offer: Offer) -> str:
    kind = DocumentKind.METHODENPAPIER
    return offer("Methode", details=Details("Nadelmethode", kind, topics=("Kultur",))).code


def test_papers_are_those_of_methods_that_may_be_seen(archive: Archive, offer: Offer, method: str) -> None:
    offer("Protokoll")
    kind = DocumentKind.METHODENPAPIER
    hidden = offer("Geheim", details=Details("Geheim", kind, visibility=Visibility.COORDINATION)).code
    (paper,) = archive.methods.papers({Visibility.INTERNAL})
    assert (paper.code, paper.title, paper.topics, paper.note) == (method, "Nadelmethode", ("Kultur",), Note())
    assert paper.checksum == archive.describe(method).checksum
    assert archive.methods.paper(hidden, {Visibility.INTERNAL}) is None
    assert [each.code for each in archive.methods.papers(frozenset(Visibility))] == [method, hidden]


def test_what_is_said_of_a_method_is_kept_once(archive: Archive, method: str) -> None:
    note = Note(is_core=True, other_names=("Wunschkarte", "Wunschkarte", "Nadelkarte"))
    for _ in range(2):
        archive.methods.say(method, note, "koo")
    paper = archive.methods.paper(method, frozenset(Visibility))
    assert paper
    assert paper.note == Note(is_core=True, other_names=("Wunschkarte", "Nadelkarte"))
    archive.methods.say(method, Note())
    told = [(each.detail, each.agent) for each in archive.events(method) if each.kind is EventKind.METHOD_NOTE]
    assert told == [("core", "koo"), ("", "")]


def test_nothing_said_of_nothing_is_no_event(archive: Archive, method: str) -> None:
    archive.methods.say(method, Note())
    assert EventKind.METHOD_NOTE not in [each.kind for each in archive.events(method)]


def test_names_are_names_and_not_endless(archive: Archive, method: str) -> None:
    with pytest.raises(UnusableLabelError):
        archive.methods.say(method, Note(other_names=("x" * 1000,)))
    archive.methods.say(method, Note(other_names=tuple(f"Name {number}" for number in range(20))))
    paper = archive.methods.paper(method, frozenset(Visibility))
    assert paper
    assert len(paper.note.other_names) == MOST_NAMES


def test_an_experience_is_read_by_others_once_it_is_released(archive: Archive, method: str) -> None:
    experiences = archive.experiences
    experiences.offer(method, TOLD, "ann")
    assert experiences.released(method) == ()
    (waiting,) = experiences.waiting()
    assert (waiting.document, waiting.title, waiting.site, waiting.year) == (method, "Nadelmethode", "Peine", 2020)
    for _ in range(2):
        experiences.release(waiting.number, "koo")
    (read,) = experiences.released(method)
    assert (read.went_well, read.was_hard, read.advice) == (TOLD.went_well, TOLD.was_hard, TOLD.advice)
    assert experiences.waiting() == ()
    experiences.remove(waiting.number, "koo")
    experiences.remove(waiting.number, "koo")
    assert experiences.released(method) == ()
    told = [(each.kind, each.detail, each.agent) for each in archive.events(method)][-3:]
    assert told == [
        (EventKind.EXPERIENCE_OFFERED, "site:peine", "ann"),
        (EventKind.EXPERIENCE_RELEASED, "site:peine", "koo"),
        (EventKind.EXPERIENCE_REMOVED, "site:peine", "koo"),
    ]


def test_a_site_tells_of_methods_whose_papers_may_be_read(archive: Archive, method: str) -> None:
    for year in (2018, 2020, 2019):
        number = archive.experiences.offer(method, Told("peine", year, "Gut.", "", ""))
        if year != 2019:
            archive.experiences.release(number)
    own = archive.describe(method).visibility
    assert [each.year for each in archive.experiences.released_by("peine", {own})] == [2020, 2018]
    assert archive.experiences.released_by("peine", set(Visibility) - {own}) == ()
    assert archive.experiences.released_by("gotha", {own}) == ()


def test_an_experience_is_of_a_method_and_a_site_that_there_are(archive: Archive, method: str) -> None:
    with pytest.raises(UnknownDocumentError):
        archive.experiences.offer("D-1999-0001", TOLD)
    with pytest.raises(UnknownEntryError):
        archive.experiences.offer(method, Told("atlantis", 2020, "Gut.", "", ""))


def test_experiences_follow_a_site_that_is_merged(archive: Archive, method: str) -> None:
    curation: Curation = archive.curation
    key = curation.add(SiteEntry("", "Peine-Süd", "Peine", "Niedersachsen"))
    archive.experiences.offer(method, Told(key, 2020, "Gut.", "", ""))
    curation.merge(VocabularyKind.SITE, key, "peine")
    assert [each.site for each in archive.experiences.waiting()] == ["Peine"]


def test_experiences_that_name_what_shall_go_are_forgotten(archive: Archive, method: str) -> None:
    archive.experiences.offer(method, TOLD)
    archive.experiences.offer(method, Told("peine", 2021, "", "Mira Muster fehlte.", ""))
    archive.privacy.forget_words(method, lambda text: "Muster" in text)
    assert [each.year for each in archive.experiences.waiting()] == [2020]


def test_all_of_it_goes_with_the_paper(archive: Archive, method: str) -> None:
    archive.methods.say(method, Note(is_core=True))
    archive.experiences.offer(method, TOLD)
    archive.erase(method, "koo", ErasureReason.REQUESTED)
    assert archive.experiences.waiting() == ()
    assert archive.methods.papers(frozenset(Visibility)) == ()
