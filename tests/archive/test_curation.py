"""Vocabularies as people keep them: documents follow, and what something was called goes on leading to it."""

from collections.abc import Callable
from datetime import date

import pytest

from archive.archive import Archive, Receipt
from archive.custody import EventKind
from archive.entries import KeywordEntry, MeetingEntry, MeetingKindEntry, SiteEntry
from archive.errors import (
    ArchiveError,
    LockedVocabularyError,
    NameTakenError,
    SameEntryError,
    UnknownEntryError,
    UnusableLabelError,
    VocabularyKind,
)
from archive.home import Home
from archive.values import Details

Offer = Callable[..., Receipt]

SITE, TOPIC, MEETING = VocabularyKind.SITE, VocabularyKind.TOPIC, VocabularyKind.MEETING
MEETING_KIND, KEYWORD = VocabularyKind.MEETING_KIND, VocabularyKind.KEYWORD


def test_a_document_follows_its_renamed_keyword(archive: Archive, offer: Offer) -> None:
    key = archive.curation.add(KeywordEntry("", "  Urban   Gardening "), "koo")
    code = offer("Beete", details=Details("Beete", keywords=(key,))).code
    other = offer("Wände").code
    archive.curation.rename(KEYWORD, key, "Stadtgärten", "koo")
    described = archive.describe(code)
    assert (described.keywords, described.revision) == (("Stadtgärten",), 2)
    assert archive.describe(other).revision == 1
    (entry,) = archive.vocabularies.keywords()
    assert entry == KeywordEntry("urban-gardening", "Stadtgärten", ("Urban Gardening",), 1)
    assert archive.vocabularies.joined().keyword("urban GARDENING") == "Stadtgärten"
    assert [(each.kind, each.detail, each.agent) for each in archive.events("")] == [
        (EventKind.ENTRY_ADDED, "keyword:urban-gardening", "koo"),
        (EventKind.ENTRY_RENAMED, "keyword:urban-gardening", "koo"),
    ]


def test_a_name_that_comes_back_is_no_alias_any_more(archive: Archive) -> None:
    key = archive.curation.add(KeywordEntry("", "Beete"))
    archive.curation.rename(KEYWORD, key, "Gärten")
    archive.curation.rename(KEYWORD, key, "Beete")
    assert archive.vocabularies.keywords() == (KeywordEntry("beete", "Beete", ("Gärten",)),)
    archive.curation.rename(KEYWORD, key, "BEETE")
    assert archive.vocabularies.keywords() == (KeywordEntry("beete", "BEETE", ("Gärten",)),)


def test_documents_follow_a_merged_site_and_no_document_has_it_twice(archive: Archive, offer: Offer) -> None:
    only, both = (offer(text, details=Details(text, sites=sites)).code for text, sites in
                  (("eins", ("peine",)), ("zwei", ("peine", "gotha"))))  # fmt: skip
    assert archive.curation.count(SITE, "peine") == 2
    archive.curation.merge(SITE, "peine", "gotha", "koo")
    assert [archive.describe(code).sites for code in (only, both)] == [("Gotha",), ("Gotha",)]
    assert [archive.describe(code).revision for code in (only, both)] == [2, 2]
    assert [(each.kind, each.detail, each.agent) for each in archive.events(only)[1:]] == [
        (EventKind.AMENDMENT, "sites", "koo")
    ]
    gotha = next(each for each in archive.vocabularies.sites() if each.key == "gotha")
    assert "Peine" in gotha.aliases
    assert "Südstadt" in gotha.quarters
    assert archive.vocabularies.joined().site("peine") == "Gotha"
    assert archive.curation.successor(SITE, "peine") == "gotha"
    assert archive.events("")[-1].detail == "site:peine>gotha"


@pytest.mark.parametrize("vocabulary", [SITE, MEETING, KEYWORD])
def test_what_had_the_name_that_stays_is_indexed_anew_with_the_one_that_goes(
    archive: Archive, offer: Offer, vocabulary: VocabularyKind
) -> None:
    details, going, staying = {
        SITE: (Details("Wand", sites=("gotha",)), "peine", "gotha"),
        MEETING: (
            Details("Wand", meeting="standorttreffen-hamburg-2019"),
            "standorttreffen-frankfurt-2018",
            "standorttreffen-hamburg-2019",
        ),
        KEYWORD: (
            Details("Wand", keywords=(archive.curation.add(KeywordEntry("", "Wandbild")),)),
            archive.curation.add(KeywordEntry("", "Wandmalerei")),
            "wandbild",
        ),
    }[vocabulary]
    code = offer("Wand", details=details).code
    other = offer("Beete").code
    archive.curation.merge(vocabulary, going, staying)
    assert (archive.describe(code).revision, archive.describe(other).revision) == (2, 1)


def test_what_was_merged_does_not_come_back_with_the_next_start(archive: Archive) -> None:
    archive.curation.merge(SITE, "peine", "gotha")
    archive.curation.merge(SITE, "gotha", "trier")
    again = Archive.open(Home(archive.home.root))
    keys = {each.key for each in again.vocabularies.sites()}
    again.close()
    assert not keys & {"peine", "gotha"}
    assert {archive.curation.successor(SITE, key) for key in ("peine", "gotha")} == {"trier"}


def test_meetings_and_their_kinds_are_merged_too(archive: Archive, offer: Offer) -> None:
    kind = archive.curation.add(MeetingKindEntry("", "Bundestreffen"))
    day = date(2021, 6, 8)
    key = archive.curation.add(MeetingEntry("", "Bundestreffen Bonn 2021", "Bundestreffen", "Bonn", day, day))
    code = offer("Bonn", details=Details("Bonn", meeting=key)).code
    archive.curation.merge(MEETING_KIND, kind, "standorttreffen")
    assert archive.describe(code).meeting.kind == "Standorttreffen"  # type: ignore[union-attr] # it has one
    archive.curation.merge(MEETING, key, "standorttreffen-hamburg-2019")
    described = archive.describe(code)
    assert described.meeting
    assert described.meeting.title == "Standorttreffen Hamburg 2019"
    assert described.revision == 3
    assert archive.vocabularies.joined().meeting("bundestreffen bonn 2021") == "Standorttreffen Hamburg 2019"


def test_handlungsfelder_keep_their_wording_and_may_get_other_names(archive: Archive, offer: Offer) -> None:
    code = offer("Theater", details=Details("Theater", topics=("Kultur",))).code
    with pytest.raises(LockedVocabularyError):
        archive.curation.rename(TOPIC, "kultur", "Kunst")
    with pytest.raises(LockedVocabularyError):
        archive.curation.merge(TOPIC, "kultur", "sport")
    archive.curation.add_alias(TOPIC, "kultur", "Kunst und Theater")
    archive.curation.add_alias(TOPIC, "kultur", "kunst UND theater")
    assert archive.vocabularies.joined().topic("Kunst und Theater") == "Kultur"
    assert archive.describe(code).revision == 2
    archive.curation.remove_alias(TOPIC, "kultur", "Kunst und Theater")
    archive.curation.remove_alias(TOPIC, "kultur", "Kunst und Theater")
    assert archive.vocabularies.joined().topic("Kunst und Theater") is None
    assert archive.describe(code).revision == 3


@pytest.mark.parametrize("label", ["", "  ", "—", "a\x00b", "a\u202eb", "x" * 121, "\ud800"])
def test_nothing_is_called_what_cannot_be_read(archive: Archive, label: str) -> None:
    with pytest.raises(UnusableLabelError):
        archive.curation.add(KeywordEntry("", label))
    with pytest.raises(UnusableLabelError):
        archive.curation.rename(SITE, "gotha", label)
    assert archive.vocabularies.keywords() == ()


@pytest.mark.parametrize(
    ("change", "error"),
    [
        (lambda archive: archive.curation.add(SiteEntry("", "GOTHA", "Gotha", "Thüringen")), NameTakenError),
        (lambda archive: archive.curation.rename(SITE, "gotha", "ffm"), NameTakenError),
        (lambda archive: archive.curation.add_alias(SITE, "gotha", "Hamburg"), NameTakenError),
        (lambda archive: archive.curation.merge(SITE, "gotha", "gotha"), SameEntryError),
        (lambda archive: archive.curation.merge(SITE, "gotha", "nirgendwo"), UnknownEntryError),
        (lambda archive: archive.curation.rename(KEYWORD, "nichts", "Etwas"), UnknownEntryError),
        (lambda archive: archive.curation.count(KEYWORD, "nichts"), UnknownEntryError),
    ],
)
def test_what_cannot_be_changes_nothing(
    archive: Archive, change: Callable[[Archive], None], error: type[ArchiveError]
) -> None:
    before = archive.vocabularies.sites(), archive.events("")
    with pytest.raises(error):
        change(archive)
    assert (archive.vocabularies.sites(), archive.events("")) == before


def test_a_key_is_never_given_twice(archive: Archive) -> None:
    first = archive.curation.add(KeywordEntry("", "Straße"))
    second = archive.curation.add(KeywordEntry("", "Strasse!"))
    assert (first, second) == ("strasse", "strasse-2")
    archive.curation.merge(KEYWORD, first, second)
    assert archive.curation.add(KeywordEntry("", "Stra-ß-e")) == "stra-ss-e"
    assert archive.vocabularies.keywords()[1].aliases == ("Straße",)


def test_keywords_are_known_by_any_name_and_made_where_they_are_missing(archive: Archive) -> None:
    key = archive.curation.add(KeywordEntry("", "Beete", ("Gärten",)))
    assert archive.curation.keys_of_keywords(("gärten", "Wände", "beete")) == (key, "waende")
    with pytest.raises(UnusableLabelError):
        archive.curation.keys_of_keywords(("Höfe", "!"))
    assert [each.label for each in archive.vocabularies.keywords()] == ["Beete", "Wände"]
