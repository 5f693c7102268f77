"""Other wordings for stretches of a query."""

import pytest

from indexer.analysis.german import GermanAnalysis
from indexer.analysis.synonyms import SynonymError, Synonyms

LINES = [
    "# a comment",
    "",
    "JMD, Jugendmigrationsdienst",
    "JMD-iQ, JMD iQ, JMD im Quartier   # three spellings",
    "ÖA => Öffentlichkeitsarbeit",
    "QM! => Quartiersmanagement",
    'BIWAQ, "Bildung, Wirtschaft, Arbeit im Quartier"',
]


@pytest.fixture(scope="module")
def synonyms(analysis: GermanAnalysis) -> Synonyms:
    return Synonyms(analysis, LINES)


@pytest.mark.parametrize(
    ("query", "expansions"),
    [
        ("jmd", [("jmd", "Jugendmigrationsdienst")]),
        ("die Jugendmigrationsdienste", [("Jugendmigrationsdienste", "JMD")]),
        ("JMDiQ Treffen", [("JMDiQ", "JMD iQ"), ("JMDiQ", "JMD im Quartier")]),
        ("Treffen jmd im Quartier", [("jmd im Quartier", "JMD-iQ"), ("jmd im Quartier", "JMD iQ")]),
        ("JMD i.Q.", [("JMD i.Q.", "JMD-iQ"), ("JMD i.Q.", "JMD im Quartier")]),
        ("öa", [("öa", "Öffentlichkeitsarbeit")]),
        ("Öffentlichkeitsarbeit", []),
        ("QM Gotha", [("QM", "Quartiersmanagement")]),
        ("qm gotha", []),
        ("biwaq", [("biwaq", "Bildung, Wirtschaft, Arbeit im Quartier")]),
        ("Arbeit im Quartier", []),
        ("", []),
    ],
)
def test_stretches_lead_to_other_wordings(synonyms: Synonyms, query: str, expansions: list[tuple[str, str]]) -> None:
    assert [(query[each.start : each.end], each.wording) for each in synonyms.expand(query)] == expansions


@pytest.mark.parametrize("line", ["JMD", "JMD, ", ", JMD", "JMD =>", "=> JMD", "JMD, !"])
def test_a_line_that_says_nothing_is_refused_with_its_number(analysis: GermanAnalysis, line: str) -> None:
    with pytest.raises(SynonymError) as refusal:
        Synonyms(analysis, ["# first", line])
    assert (refusal.value.number, refusal.value.line) == (2, line)


def test_the_delivered_file_brings_the_spellings_of_the_programme_together(analysis: GermanAnalysis) -> None:
    delivered = Synonyms.load(analysis)
    for query in ("JMDiQ", "JMD-IQ", "JMD i.Q.", "JDM-iQ", "Jugendmigrationsdienst im Quartier"):
        assert "JMD im Quartier" in {each.wording for each in delivered.expand(query)}, query


def test_no_groups_no_expansions(analysis: GermanAnalysis) -> None:
    assert Synonyms(analysis, []).expand("JMD") == []
