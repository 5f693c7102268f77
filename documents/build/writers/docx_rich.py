"""Writes DOCX with what people's Word files really hold.

Agenda items numbered by Word itself, a table inside a layout table, a text box, a date picker and a tracked insertion:
in each of them a simple reader loses text.
"""

from collections.abc import Sequence
from pathlib import Path

from docx.table import Table as WordTable

from documents.build.blocks import Block, Heading, Table
from documents.build.source import Source
from documents.build.writers.docx import Place, WordWriter, add_grid, add_runs, drop_rules, drop_table, forbid_break
from documents.build.writers.word_revisions import offer_date_picker, track_last_sentence
from documents.build.writers.word_text_box import text_box

#: Centimetres that a table is narrower than the layout cell around it.
_LAYOUT_PADDING = 0.5


def write(source: Source, target: Path) -> None:
    """Write `source` as a feature-rich DOCX."""
    RichWordWriter(source).save(target)


class RichWordWriter(WordWriter):
    """Writes the same text with Word's less simple means."""

    def write_blocks(self, place: Place, blocks: Sequence[Block]) -> None:
        """Write blocks; after the document's last one add the date picker and the tracked insertion."""
        super().write_blocks(place, blocks)
        if place is self.document:
            offer_date_picker(self.document.element.body, self.source.moment)
            track_last_sentence(self.document.element.body, self.source.moment)

    def write_heading(self, place: Place, heading: Heading) -> None:
        """Write a heading; the number of an agenda item is left to Word."""
        paragraph = add_runs(place.add_paragraph("", f"Heading {min(heading.level, 3)}"), heading.runs)
        if heading.number is not None:
            self.numbering.mark_agenda_item(paragraph)

    def write_table(self, place: Place, table: Table) -> WordTable:
        """Write a table with a header inside a layout table without rules."""
        if place is not self.document or not table.header:
            return super().write_table(place, table)
        layout = add_grid(place, 1, 1, self.width)
        drop_rules(layout)
        forbid_break(layout.rows[0])
        layout.style = "Normal Table"
        self.width -= _LAYOUT_PADDING
        self.fill(layout.cell(0, 0), [table])
        self.width += _LAYOUT_PADDING
        self.space(place)
        return layout

    def write_box(self, place: Place, blocks: Sequence[Block]) -> None:
        """Write framed text as a text box."""
        draft = add_grid(place, 1, 1, self.width)
        self.fill(draft.cell(0, 0), blocks)
        content = draft.cell(0, 0)._tc.p_lst  # noqa: SLF001 - the box takes the finished paragraphs
        place.add_paragraph()._p.append(text_box(content, self.width, self.look))  # noqa: SLF001 - no API for boxes
        drop_table(draft)
