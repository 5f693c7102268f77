"""Versions side by side."""

from hypothesis import given, settings
from hypothesis import strategies as st

from indexer.comparison import MOST_PAIRS, Row, Side, compare
from indexer.extraction.pages import Block, BlockKind, Page

PARAGRAPHS = st.lists(st.text("abc äß.,", max_size=30), max_size=12)


def pages(*texts: str) -> list[Page]:
    """Return pages of paragraphs; the pages are told apart by a form feed."""
    leaves = "\n".join(texts).split("\f")
    return [
        Page(number, str(number), tuple(Block(BlockKind.PARAGRAPH, line) for line in leaf.splitlines()))
        for number, leaf in enumerate(leaves, 1)
    ]


def told(side: Side | None) -> str:
    """Return a side with its changes in brackets."""
    runs = side.runs if side else ()
    return "".join(f"[{run.text}]" if run.is_changed else run.text for run in runs)


def shown(rows: tuple[Row, ...]) -> list[tuple[str, str]]:
    return [(told(row.older), told(row.newer)) for row in rows]


def test_changed_words_are_marked_in_both_versions() -> None:
    rows = compare(
        pages("Die Wand wird bunt.", "Frist ist der 30. Juni 2019."),
        pages("Die Wand wird bunt.", "Frist ist Ende Juli 2019."),
    )
    assert shown(rows) == [
        ("Die Wand wird bunt.", "Die Wand wird bunt."),
        ("Frist ist [der 30. Juni] 2019.", "Frist ist [Ende Juli] 2019."),
    ]
    assert [row.is_changed for row in rows] == [False, True]


def test_what_was_added_or_left_out_stands_alone_with_its_page() -> None:
    rows = compare(pages("eins eins", "zwei zwei\fdrei drei"), pages("eins eins\fvier vier", "drei drei"))
    assert shown(rows) == [
        ("eins eins", "eins eins"),
        ("[zwei zwei]", ""),
        ("", "[vier vier]"),
        ("drei drei", "drei drei"),
    ]
    assert [(row.older and row.older.page, row.newer and row.newer.page) for row in rows] == [
        ("1", "1"), ("1", None), (None, "2"), ("2", "2")]  # fmt: skip


def test_reworded_paragraphs_are_matched_in_their_order() -> None:
    older = pages("Der Garten bekommt neue Beete.", "Das Fest war gut besucht.")
    newer = pages("Ganz anderes", "Der Garten bekommt drei neue Beete.", "Das Fest war sehr gut besucht.")
    assert shown(compare(older, newer)) == [
        ("", "[Ganz anderes]"),
        ("Der Garten bekommt neue Beete.", "Der Garten bekommt [drei ]neue Beete."),
        ("Das Fest war gut besucht.", "Das Fest war [sehr ]gut besucht."),
    ]


def test_white_space_page_breaks_and_running_lines_are_no_difference() -> None:
    running = Page(2, "2", (Block(BlockKind.HEADER, "Seite 2"), Block(BlockKind.PARAGRAPH, "zwei  zwei")))
    assert not any(row.is_changed for row in compare([*pages("eins"), running], pages("eins", "zwei zwei")))


def test_who_was_present_is_not_shown() -> None:
    rows = compare(pages("Teilnehmende: Anna Beispiel, Bernd Muster, Carla Probe", "TOP 1"), pages("TOP 1"))
    assert shown(rows) == [("TOP 1", "TOP 1")]


def test_texts_without_anything_in_common_are_not_matched() -> None:
    many = int(MOST_PAIRS**0.5) + 1
    rows = compare(pages(*(f"alt {at}" for at in range(many))), pages(*(f"neu {at}" for at in range(many))))
    assert len(rows) == 2 * many


@settings(max_examples=150, deadline=None)
@given(PARAGRAPHS, PARAGRAPHS)
def test_both_versions_are_told_whole_and_only_what_is_equal_is_unmarked(older: list[str], newer: list[str]) -> None:
    rows = compare(pages(*older), pages(*newer))
    for texts, sides in ((older, [row.older for row in rows]), (newer, [row.newer for row in rows])):
        lines = [" ".join(line.split()) for text in texts for line in text.splitlines() if line.strip()]
        assert ["".join(run.text for run in side.runs) for side in sides if side] == lines
    for row in rows:
        if row.older and row.newer:
            kept = ["".join(run.text for run in side.runs if not run.is_changed) for side in (row.older, row.newer)]
            assert "".join(kept[0].split()) == "".join(kept[1].split())
    if older == newer:
        assert not any(row.is_changed for row in rows)
