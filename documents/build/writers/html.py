"""Writes blocks as HTML."""

from collections.abc import Iterable
from html import escape

from documents.build.blocks import Block, Box, Heading, Item, Listing, PageBreak, Paragraph, Quote, Run, Runs, Table


def blocks_to_html(blocks: Iterable[Block]) -> str:
    """Return the blocks as HTML for the inside of a body."""
    return "\n".join(_block(block) for block in blocks)


def _block(block: Block) -> str:
    match block:
        case Heading(level, runs):
            return f"<h{level}>{escape(block.label)}{_runs(runs)}</h{level}>"
        case Paragraph(runs):
            return f"<p>{_runs(runs)}</p>"
        case Listing():
            return _listing(block)
        case Table():
            return _table(block)
        case _:
            return _frame(block)


def _frame(block: Quote | Box | PageBreak) -> str:
    match block:
        case Quote(blocks):
            return f"<blockquote>{blocks_to_html(blocks)}</blockquote>"
        case Box(blocks):
            return f'<aside class="kasten">{blocks_to_html(blocks)}</aside>'
        case PageBreak():
            return '<div class="seitenwechsel"></div>'


def _listing(listing: Listing) -> str:
    items = "".join(_item(item) for item in listing.items)
    return f"<ul>{items}</ul>" if listing.start is None else f'<ol start="{listing.start}">{items}</ol>'


def _item(item: Item) -> str:
    first, *more = item.blocks
    opening = _runs(first.runs) if isinstance(first, Paragraph) else _block(first)
    return f"<li>{opening}{blocks_to_html(more)}</li>"


def _table(table: Table) -> str:
    header = f"<thead>{_row(table.header, 'th')}</thead>" if table.header else ""
    body = table.rows[1:] if table.header else table.rows
    return f"<table>{header}<tbody>{''.join(_row(row, 'td') for row in body)}</tbody></table>"


def _row(cells: Iterable[Runs], tag: str) -> str:
    return f"<tr>{''.join(f'<{tag}>{_runs(cell)}</{tag}>' for cell in cells)}</tr>"


def _runs(runs: Runs) -> str:
    return "".join(_run(run) for run in runs)


def _run(run: Run) -> str:
    text = escape(run.text, quote=False).replace("\n", "<br>")
    text = f"<em>{text}</em>" if run.italic else text
    return f"<strong>{text}</strong>" if run.bold else text
