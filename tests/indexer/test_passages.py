"""How pages are cut into passages."""

from collections.abc import Iterable

from hypothesis import given
from hypothesis import strategies as st

from indexer.extraction.pages import Block, BlockKind, Page
from indexer.passages import LONGEST, Passage, cut
from indexer.structure.kinds import PassageKind

CODE = "D-2026-0001"


def page(number: int, *blocks: Block) -> Page:
    return Page(number, str(number), blocks)


def paragraph(text: str) -> Block:
    return Block(BlockKind.PARAGRAPH, text)


def heading(text: str) -> Block:
    return Block(BlockKind.HEADING, text, 1)


def told(passages: Iterable[Passage]) -> list[tuple[PassageKind, str, str]]:
    return [(each.kind, each.heading, each.text) for each in passages]


def test_a_passage_stands_under_its_heading() -> None:
    passages = cut(CODE, [page(1, heading("TOP 1: Begrüßung"), paragraph("Alle sind da."), paragraph("Es gibt Tee."))])
    assert told(passages) == [(PassageKind.AGENDA_ITEM, "TOP 1: Begrüßung", "Alle sind da.\nEs gibt Tee.")]
    assert passages[0].agenda_item == "1"


def test_a_heading_holds_on_the_next_page_but_a_passage_does_not() -> None:
    passages = cut(CODE, [page(1, heading("Ziel"), paragraph("Das eine.")), page(2, paragraph("Das andere."))])
    assert [(each.page, each.heading, each.text) for each in passages] == [
        (1, "Ziel", "Das eine."),
        (2, "Ziel", "Das andere."),
    ]


def test_decisions_and_tasks_stand_alone() -> None:
    blocks = ("Beschluss: Eins gilt.", "Beschluss: Zwei gilt.", "→ Gotha druckt.", "→ Peine klebt.", "Dann war Pause.")
    passages = cut(CODE, [page(1, heading("TOP 2 Plakate"), *map(paragraph, blocks))])
    assert [each.kind for each in passages[1:]] == [PassageKind.DECISION] + [PassageKind.TASK] * 2 + [
        PassageKind.AGENDA_ITEM
    ]


def test_a_label_alone_speaks_for_what_follows_it() -> None:
    passages = cut(CODE, [page(1, paragraph("Beschluss:"), paragraph("Eins gilt."))])
    assert told(passages) == [(PassageKind.DECISION, "", "Beschluss:\nEins gilt.")]


def test_a_heading_that_is_a_label_speaks_for_its_section() -> None:
    passages = cut(
        CODE, [page(1, heading("Aufgaben"), paragraph("Gotha druckt."), heading("Termine"), paragraph("Mai"))]
    )
    assert [each.kind for each in passages] == [PassageKind.TASK, PassageKind.INFORMATION]


def test_each_row_of_a_task_table_is_a_task() -> None:
    table = Block(BlockKind.TABLE, "…", rows=(("Was", "Wer"), ("Plakate", "Gotha"), ("Räume", "Peine")))
    passages = cut(CODE, [page(3, table)])
    assert told(passages) == [
        (PassageKind.TASK, "", "Was: Plakate · Wer: Gotha"),
        (PassageKind.TASK, "", "Was: Räume · Wer: Peine"),
    ]


def test_the_list_of_agenda_items_is_one_passage_of_information() -> None:
    items = [Block(BlockKind.ITEM, f"{number}. {title}", 1) for number, title in enumerate(("Räume", "Geld"), 1)]
    passages = cut(CODE, [page(1, paragraph("Tagesordnung:"), *items, heading("TOP 1: Räume"), heading("TOP 2: Geld"))])
    assert told(passages) == [
        (PassageKind.INFORMATION, "Tagesordnung", "Tagesordnung:\n1. Räume\n2. Geld"),
        (PassageKind.AGENDA_ITEM, "TOP 1: Räume", ""),
        (PassageKind.AGENDA_ITEM, "TOP 2: Geld", ""),
    ]
    assert [each.agenda_item for each in passages] == ["", "1", "2"]


def test_a_heading_without_a_number_stays_within_its_agenda_item() -> None:
    part = Block(BlockKind.HEADING, "Aussprache", 2)
    passages = cut(CODE, [page(1, heading("TOP 1: Räume"), part, paragraph("Text."))])
    assert [(each.heading, each.agenda_item) for each in passages] == [("TOP 1: Räume", "1"), ("Aussprache", "1")]


def test_a_decision_inside_a_paragraph_is_a_passage_of_its_own_with_its_vote() -> None:
    blocks = ("Alle reden. Der Plan wird einstimmig beschlossen.", "Abstimmung: 13 Ja.", "Dann war Pause.")
    passages = cut(CODE, [page(1, heading("TOP 1: Plan"), *map(paragraph, blocks))])
    assert [(each.kind, each.text) for each in passages] == [
        (PassageKind.AGENDA_ITEM, "Alle reden."),
        (PassageKind.DECISION, "Der Plan wird einstimmig beschlossen.\nAbstimmung: 13 Ja."),
        (PassageKind.AGENDA_ITEM, "Dann war Pause."),
    ]


def test_a_proposal_is_no_decision_whatever_its_heading_says() -> None:
    passages = cut(CODE, [page(1, heading("TOP 4 Beschlüsse"), paragraph("Beschlussvorschlag: Mehr Tee."))])
    assert [each.kind for each in passages] == [PassageKind.AGENDA_ITEM]


def test_a_guess_types_no_passage() -> None:
    assert cut(CODE, [page(1, paragraph("Max kümmert sich darum."))])[0].kind is PassageKind.INFORMATION


def test_running_headers_and_footers_are_left_out() -> None:
    header, footer = Block(BlockKind.HEADER, "Text"), Block(BlockKind.FOOTER, "Seite 1 von 3")
    assert told(cut(CODE, [page(1, header, paragraph("Text."), footer)])) == [(PassageKind.INFORMATION, "", "Text.")]


def test_a_header_that_says_what_stands_nowhere_else_is_kept_once() -> None:
    head = Block(BlockKind.HEADER, "Regionaltreffen vom 3. April")
    passages = cut(CODE, [page(1, head, paragraph("Text.")), page(2, head, paragraph("Mehr."))])
    assert [(each.page, each.text) for each in passages] == [
        (1, "Regionaltreffen vom 3. April"),
        (1, "Text."),
        (2, "Mehr."),
    ]


def test_ids_stay_when_other_passages_come_and_go() -> None:
    short = cut(CODE, [page(1, paragraph("Beschluss: Eins gilt."))])
    longer = cut(CODE, [page(1, paragraph("Vorweg."), paragraph("Beschluss: Eins  gilt."))])
    assert short[0].id == longer[1].id


def test_equal_passages_have_ids_of_their_own() -> None:
    passages = cut(CODE, [page(1, paragraph("→ Gotha druckt.")), page(2, paragraph("→ Gotha druckt."))])
    assert len({each.id for each in passages}) == 2


def test_a_text_without_paragraphs_is_cut_at_sentences() -> None:
    passages = cut(CODE, [page(1, paragraph("Das ist ein Satz. " * 300))])
    assert len(passages) > 2
    assert all(each.text.endswith("Satz.") for each in passages)


BLOCKS = st.builds(
    Block,
    st.sampled_from([BlockKind.HEADING, BlockKind.PARAGRAPH, BlockKind.ITEM]),
    st.text("abc ABC:.→\n", min_size=1, max_size=60),
)


@given(st.lists(st.lists(BLOCKS, max_size=8), max_size=4))
def test_no_word_is_lost_and_no_passage_is_too_long(pages: list[list[Block]]) -> None:
    passages = cut(CODE, [page(number, *blocks) for number, blocks in enumerate(pages, 1)])
    found = " ".join(f"{each.heading} {each.text}" for each in passages).split()
    written = [word for blocks in pages for block in blocks for word in block.text.split()]
    assert set(written) <= set(found)
    assert all(len(each.text) <= LONGEST * 2 for each in passages)
    assert [each.ordinal for each in passages] == list(range(len(passages)))
