"""The controlled vocabularies: added to, counted, resolved."""

import unicodedata
from collections.abc import Callable
from datetime import date

import pytest

from archive.archive import Archive, Receipt
from archive.authorities import slug
from archive.entries import EvidenceState, MeetingEntry, MeetingFormat, MeetingKindEntry, MeetingStatus, SiteEntry
from archive.errors import EntryExistsError, UnknownEntryError, VocabularyKind
from archive.values import Details, DocumentKind

Offer = Callable[..., Receipt]

REGIONAL = MeetingEntry(
    key="regionaltreffen-nord-2019",
    title="Regionaltreffen Nord 2019",
    kind="Regionaltreffen",
    place="Bremen",
    start=date(2019, 9, 10),
    end=date(2019, 9, 10),
    motto="Zusammenhalten",
    format=MeetingFormat.IN_PERSON,
    status=MeetingStatus.HELD,
    date_note="Nur das Jahr ist sicher.",
    sources=("https://example.org/treffen",),
    is_sample=True,
)

SITE = SiteEntry(
    key="hof",
    label="Hof",
    place="Hof",
    federal_state="Bayern",
    quarters=("Bahnhofsviertel",),
    carrier="Träger",
    carrier_group="Gruppe",
    since="2022-01",
    until="2023",
    evidence=EvidenceState.PARTLY,
    note="Anmerkung",
    sources=("https://example.org/hof",),
    aliases=("Hof an der Saale",),
)


def test_an_added_meeting_is_known_with_all_its_fields(archive: Archive) -> None:
    archive.vocabularies.add_meeting(REGIONAL)
    assert REGIONAL in archive.vocabularies.meetings()
    assert archive.vocabularies.joined().meeting("regionaltreffen NORD 2019") == REGIONAL.title


def test_an_added_site_is_known_with_all_its_fields(archive: Archive) -> None:
    archive.vocabularies.add_site(SITE)
    assert SITE in archive.vocabularies.sites()
    assert archive.vocabularies.joined().site("hof an der saale") == "Hof"


def test_an_added_kind_of_meeting_can_be_used(archive: Archive) -> None:
    kind = MeetingKindEntry("auftakttreffen", "Auftakttreffen", ("Auftakt",))
    archive.vocabularies.add_meeting_kind(kind)
    archive.vocabularies.add_meeting(
        MeetingEntry("auftakt", "Auftakt", kind.label, "Kassel", date(2018, 3, 5), date(2018, 3, 6))
    )
    assert kind in archive.vocabularies.meeting_kinds()
    assert archive.vocabularies.meetings()[0].kind == "Auftakttreffen"


def test_a_meeting_of_an_unknown_kind_is_not_added(archive: Archive) -> None:
    with pytest.raises(UnknownEntryError) as caught:
        archive.vocabularies.add_meeting(
            MeetingEntry("gipfel", "Gipfel", "Gipfel", "Kassel", date(2018, 3, 5), date(2018, 3, 6))
        )
    assert (caught.value.vocabulary, caught.value.value) == (VocabularyKind.MEETING_KIND, "Gipfel")


def test_keys_and_names_are_given_once(archive: Archive) -> None:
    hamburg = archive.vocabularies.sites()[5]
    with pytest.raises(EntryExistsError):
        archive.vocabularies.add_site(SiteEntry("neu", hamburg.label, "Ort", "Land"))
    with pytest.raises(EntryExistsError):
        archive.vocabularies.add_site(SiteEntry(hamburg.key, "Neu", "Ort", "Land"))
    archive.vocabularies.add_meeting(REGIONAL)
    with pytest.raises(EntryExistsError):
        archive.vocabularies.add_meeting(REGIONAL)
    with pytest.raises(EntryExistsError):
        archive.vocabularies.add_meeting_kind(MeetingKindEntry("neu", "Fachtag"))


def test_entries_count_their_documents(archive: Archive, offer: Offer) -> None:
    meeting = "standorttreffen-hamburg-2019"
    offer("eins", "a.txt", Details(meeting=meeting, sites=("hamburg", "gotha"), topics=("Sport",)))
    offer("zwei", "b.txt", Details(meeting=meeting, sites=("gotha",)))
    offer("drei", "c.txt")
    assert {each.label: each.documents for each in archive.vocabularies.sites() if each.documents} == {
        "Hamburg": 1,
        "Gotha": 2,
    }
    assert {each.label: each.documents for each in archive.vocabularies.topics() if each.documents} == {"Sport": 1}
    assert {each.key: each.documents for each in archive.vocabularies.meetings() if each.documents} == {meeting: 2}


@pytest.mark.parametrize(
    ("text", "label"),
    [
        ("Hamburg", "Hamburg"),
        ("hamburg", "Hamburg"),
        ("  HH ", "Hamburg"),
        ("Harburg", "Hamburg"),
        ("ffm", "Frankfurt am Main"),
        ("Frankfurt", "Frankfurt am Main"),
        ("frankfurt-am-main", "Frankfurt am Main"),
        ("frankfurt  a. M.", "Frankfurt am Main"),
        ("Gallus", "Frankfurt am Main"),
        ("Moabit", "Berlin"),
        ("VÖLKLINGEN", "Völklingen"),
        (unicodedata.normalize("NFD", "Völklingen"), "Völklingen"),
        ("voelklingen", "Völklingen"),
        ("Neustadt", None),
        ("Südstadt", None),
        ("Magdeburg", None),
        ("", None),
    ],
)
def test_sites_are_found_by_any_of_their_names(archive: Archive, text: str, label: str | None) -> None:
    assert archive.vocabularies.joined().site(text) == label


@pytest.mark.parametrize(
    ("text", "label"),
    [
        ("kultur", "Kultur"),
        ("Bildung", "Bildung"),
        ("Antirassismusarbeit und Demokratieförderung", "Antirassismus und Demokratieförderung"),
        (
            "beteiligung junger menschen",
            "Unterstützung partizipativer Projekte von jungen Menschen im Quartier",
        ),
        ("interkulturelle-oeffnung", "Interkulturelle Öffnung"),
        ("Kulturarbeit", None),
    ],
)
def test_topics_are_found_by_any_of_their_names(archive: Archive, text: str, label: str | None) -> None:
    assert archive.vocabularies.joined().topic(text) == label


@pytest.mark.parametrize(
    ("text", "label"),
    [
        ("Bundesstandorttreffen", "Standorttreffen"),
        ("austauschtreffen", "Standorttreffen"),
        ("themenspezifischer Fachtag", "Fachtag"),
        ("Gipfel", None),
    ],
)
def test_kinds_of_meeting_are_found_by_any_of_their_names(archive: Archive, text: str, label: str | None) -> None:
    assert archive.vocabularies.joined().meeting_kind(text) == label


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("protokoll", DocumentKind.PROTOKOLL),
        ("Programm", DocumentKind.TAGESORDNUNG),
        ("tagesordnung/programm", DocumentKind.TAGESORDNUNG),
        ("Buch", None),
    ],
)
def test_kinds_of_document_are_found_by_any_of_their_names(
    archive: Archive, text: str, kind: DocumentKind | None
) -> None:
    assert archive.vocabularies.joined().document_kind(text) == kind


def test_no_name_stands_for_two_entries(archive: Archive) -> None:
    for entries in (archive.vocabularies.sites(), archive.vocabularies.topics()):
        names = [name.casefold() for entry in entries for name in {entry.label, *entry.aliases}]
        assert len(names) == len(set(names))


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ("Standorttreffen Köln 2019", "standorttreffen-koeln-2019"),
        ("Größe & Maß", "groesse-mass"),
        ("Café  Solé!", "cafe-sole"),
        ("…", ""),
    ],
)
def test_keys_are_made_of_plain_letters(text: str, key: str) -> None:
    assert slug(text) == key
