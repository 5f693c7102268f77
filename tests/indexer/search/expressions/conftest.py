"""Names that queries are understood to mean."""

from datetime import date

import pytest

from archive.entries import MeetingEntry, MeetingKindEntry, TopicEntry
from indexer.analysis.german import GermanAnalysis
from indexer.search.expressions.recogniser import Recogniser
from indexer.structure.proposals.known import KnownNames, KnownSite


def _meeting(title: str, kind: str, place: str, start: date, end: date) -> MeetingEntry:
    return MeetingEntry("", title, kind, place, start, end)


KNOWN = KnownNames(
    sites=(
        KnownSite("Hamburg", "Hamburg", ("Hamburg", "HH", "Harburg", "Hamburg-Harburg"), ()),
        KnownSite("Frankfurt am Main", "Frankfurt am Main", ("Frankfurt am Main", "Frankfurt", "Gallus"), ()),
        KnownSite("Völklingen", "Völklingen", ("Völklingen",), ()),
        KnownSite("Gotha", "Gotha", ("Gotha",), ()),
        KnownSite("Bremen", "Bremen", ("Bremen",), ()),
        KnownSite("Halle", "Halle", ("Halle",), ()),
        KnownSite("Hof", "Hof", ("Hof",), ()),
        KnownSite("Essen", "Essen", ("Essen",), ()),
    ),
    topics=(
        TopicEntry("", 0, "Sport", "Sport", ()),
        TopicEntry("", 0, "Wohnen und Wohnumfeld", "Wohnen und Wohnumfeld", ("Wohnen",)),
    ),
    meetings=(
        _meeting(
            "Standorttreffen Frankfurt 2018",
            "Standorttreffen",
            "Frankfurt am Main",
            date(2018, 11, 6),
            date(2018, 11, 7),
        ),
        _meeting("Regionaltreffen Ost Gotha 2018", "Regionaltreffen", "Gotha", date(2018, 9, 19), date(2018, 9, 19)),
        _meeting("Standorttreffen Hamburg 2019", "Standorttreffen", "Hamburg", date(2019, 4, 3), date(2019, 4, 4)),
        _meeting("Regionaltreffen Nord Bremen 2019", "Regionaltreffen", "Bremen", date(2019, 2, 13), date(2019, 2, 13)),
        _meeting("Fachtag Graffiti Hamburg 2019", "Fachtag", "Hamburg", date(2019, 9, 26), date(2019, 9, 26)),
        _meeting("Standorttreffen Gotha 2024", "Standorttreffen", "Gotha", date(2024, 5, 2), date(2024, 5, 3)),
    ),
    meeting_kinds=(
        MeetingKindEntry("", "Standorttreffen", ("Austauschtreffen", "bundesweites Treffen")),
        MeetingKindEntry("", "Regionaltreffen", ()),
        MeetingKindEntry("", "Fachtag", ("Fachtagung", "themespezifischer Fachtag")),
    ),
)
TODAY = date(2022, 3, 1)


@pytest.fixture(scope="module")
def recogniser(german: GermanAnalysis) -> Recogniser:
    return Recogniser(german, KNOWN, TODAY)
