"""What an archive knows from its first day."""

from datetime import date

from archive.archive import Archive
from archive.entries import EvidenceState, MeetingStatus, SiteEntry
from archive.home import Home

HANDLUNGSFELDER = (
    "Bildung",
    "Ausbildung und Armutsprävention",
    "Sprache",
    "Arbeitsmarkt",
    "Wohnen und Wohnumfeld",
    "Verbraucherschutz",
    "Gesundheit und Prävention",
    "Unterstützung partizipativer Projekte von jungen Menschen im Quartier",
    "Antirassismus und Demokratieförderung",
    "Kultur",
    "Sport",
    "Umwelt und Mobilität",
    "Interkulturelle Öffnung",
)

STATES = {
    "Baden-Württemberg": "Stuttgart",
    "Bayern": "Ingolstadt",
    "Berlin": "Berlin",
    "Brandenburg": "Potsdam",
    "Bremen": "Bremen",
    "Hamburg": "Hamburg",
    "Hessen": "Frankfurt am Main",
    "Mecklenburg-Vorpommern": "Neubrandenburg",
    "Niedersachsen": "Peine",
    "Nordrhein-Westfalen": "Wuppertal",
    "Rheinland-Pfalz": "Trier",
    "Saarland": "Völklingen",
    "Sachsen": "Dresden",
    "Sachsen-Anhalt": "",
    "Schleswig-Holstein": "Flensburg",
    "Thüringen": "Gotha",
}


def test_the_handlungsfelder_are_the_programmes_own(archive: Archive) -> None:
    topics = archive.vocabularies.topics()
    assert tuple(topic.label for topic in topics) == HANDLUNGSFELDER
    assert [topic.number for topic in topics] == list(range(1, 14))
    assert [topic.short_label for topic in topics if topic.short_label != topic.label] == [
        "Beteiligung junger Menschen"
    ]


def test_each_state_has_one_site_and_what_is_not_documented_stays_open(archive: Archive) -> None:
    sites = archive.vocabularies.sites()
    assert {site.federal_state: site.place for site in sites} == STATES
    assert len(sites) == 16
    assert {site.label for site in sites if site.evidence is EvidenceState.UNDOCUMENTED} == {"Sachsen-Anhalt"}
    assert {site.label for site in sites if site.evidence is EvidenceState.PARTLY} == {
        "Flensburg",
        "Ingolstadt",
        "Potsdam",
    }


def test_a_documented_site_names_its_sources_and_an_open_one_what_is_open(archive: Archive) -> None:
    for site in archive.vocabularies.sites():
        assert site.note or site.evidence is EvidenceState.DOCUMENTED
        assert bool(site.sources) == (site.evidence is not EvidenceState.UNDOCUMENTED)
        assert bool(site.carrier) == (site.evidence is EvidenceState.DOCUMENTED)


def test_the_three_meetings_of_the_programme_are_known(archive: Archive) -> None:
    assert [(each.title, each.kind, each.start, each.end) for each in archive.vocabularies.meetings()] == [
        ("Standorttreffen Frankfurt 2018", "Standorttreffen", date(2018, 11, 6), date(2018, 11, 7)),
        ("Standorttreffen Hamburg 2019", "Standorttreffen", date(2019, 4, 3), date(2019, 4, 4)),
        ("Standorttreffen Gotha 2020", "Standorttreffen", date(2020, 11, 25), date(2020, 11, 26)),
    ]
    assert all(each.sources for each in archive.vocabularies.meetings())


def test_only_the_date_of_gotha_is_doubtful(archive: Archive) -> None:
    (doubtful,) = (each for each in archive.vocabularies.meetings() if each.date_note)
    assert (doubtful.key, doubtful.status) == ("standorttreffen-gotha-2020", MeetingStatus.UNCLEAR)


def test_the_kinds_of_meeting_are_the_programmes_own(archive: Archive) -> None:
    assert [kind.label for kind in archive.vocabularies.meeting_kinds()] == [
        "Standorttreffen",
        "Regionaltreffen",
        "Fachtag",
    ]


def test_opening_again_neither_doubles_nor_overwrites(home: Home) -> None:
    first = Archive.open(home)
    first.close()
    with first._catalogue.writing() as session:  # noqa: SLF001 - changes an entry as a person might
        session.connection().exec_driver_sql("UPDATE site SET carrier = 'geändert' WHERE key = 'hamburg'")
        session.connection().exec_driver_sql("DELETE FROM site WHERE key = 'peine'")
    second = Archive.open(home)
    carriers = {site.key: site.carrier for site in second.vocabularies.sites()}
    second.close()
    first.close()
    assert carriers["hamburg"] == "geändert"
    assert carriers["peine"] == "Caritasverband Peine"
    assert len(carriers) == 16


def test_an_entry_made_by_hand_stands_before_a_seeded_one_of_the_same_name(home: Home) -> None:
    first = Archive.open(home)
    with first._catalogue.writing() as session:  # noqa: SLF001 - takes a seeded entry out
        session.connection().exec_driver_sql("DELETE FROM site WHERE key = 'peine'")
    first.vocabularies.add_site(SiteEntry("stadt-peine", "Peine", "Peine", "Niedersachsen"))
    first.close()
    second = Archive.open(home)
    assert [site.key for site in second.vocabularies.sites() if site.label == "Peine"] == ["stadt-peine"]
    second.close()
