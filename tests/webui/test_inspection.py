"""What is understood of a file, as a record."""

from indexer.extraction.pages import Block, BlockKind, Outcome, Page, Reading
from indexer.structure.proposals.proposal import Field, Proposal
from webui.inspection import inspection

LINES = (
    (BlockKind.HEADING, "Protokoll Regionaltreffen Nord"),
    (BlockKind.PARAGRAPH, "Datum: 13.02.2019"),
    (BlockKind.PARAGRAPH, "Ort: Bremen, Bürgerhaus"),
    (BlockKind.PARAGRAPH, "Beginn: 10.30 Uhr, Ende: 15.45 Uhr"),
    (BlockKind.PARAGRAPH, "Anwesend: 8 Mitarbeitende, entschuldigt: niemand"),
    (BlockKind.HEADING, "TOP 1: Räume"),
    (BlockKind.PARAGRAPH, "Beschluss: Bremen sucht einen Raum."),
    (BlockKind.PARAGRAPH, "Fazit: Räume fehlen."),
    (BlockKind.ITEM, "→ Standort Bremen fragt die Stadt bis 1.3."),
)
READING = Reading(Outcome.TEXT, "text/plain", (Page(1, "1", tuple(Block(*line) for line in LINES)),), language="de")


def test_the_head_is_told_with_what_it_rests_on() -> None:
    record = inspection(READING, (), ("Standorttreffen", "Regionaltreffen"))
    assert record["date"] == "2019-02-13"
    assert record["meeting"] == {
        "title": None,
        "kind": "Regionaltreffen",
        "place": "Bremen, Bürgerhaus",
        "start": "2019-02-13",
        "end": "2019-02-13",
    }
    evidence = record["header"].pop("evidence")
    assert record["header"] == {"begin": "10:30", "end": "15:45", "present": 8, "excused": 0}
    assert {each["field"] for each in evidence} == {"kind", "date", "place", "begin", "end", "present", "excused"}


def test_findings_are_told_with_page_item_confidence_and_evidence() -> None:
    record = inspection(READING, (), ("Standorttreffen", "Regionaltreffen"))
    where = {"page": 1, "agenda_item": "1"}
    assert record["agenda_items"] == [
        {"number": "1", "title": "Räume", "page": 1, "confidence": 0.9, "evidence": "TOP 1: Räume"}
    ]
    assert record["decisions"] == [
        {
            "text": "Bremen sucht einen Raum.",
            **where,
            "confidence": 0.9,
            "evidence": "Beschluss: Bremen sucht einen Raum.",
        }
    ]
    assert record["results"] == [
        {"text": "Räume fehlen.", **where, "confidence": 0.9, "evidence": "Fazit: Räume fehlen."}
    ]
    assert record["tasks"] == [
        {
            "what": "Standort Bremen fragt die Stadt bis 1.3.",
            "who": "Standort Bremen",
            "due": "2019-03-01",
            "due_wording": "bis 1.3.",
            **where,
            "confidence": 0.85,
            "evidence": "→ Standort Bremen fragt die Stadt bis 1.3.",
        }
    ]


def test_a_file_without_text_says_nothing() -> None:
    record = inspection(Reading(Outcome.PASSWORD, "application/pdf"), (), ())
    assert record["date"] is None
    assert record["meeting"] is None
    assert record["agenda_items"] == record["decisions"] == record["results"] == record["tasks"] == []


def test_what_is_proposed_is_told_with_its_evidence() -> None:
    proposals = (
        Proposal(Field.KIND, "Protokoll", 0.9, "Protokoll", 1),
        Proposal(Field.SITE, "Bremen", 0.8, "Bremen", 1),
    )
    record = inspection(READING, proposals, ())
    assert (record["kind"], record["sites"], record["topics"], record["title"]) == ("Protokoll", ["Bremen"], [], None)
    assert record["proposals"][0] == {
        "field": "kind",
        "value": "Protokoll",
        "confidence": 0.9,
        "evidence": "Protokoll",
        "page": 1,
    }
