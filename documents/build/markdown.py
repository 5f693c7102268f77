"""Reads Markdown, framed boxes and `{auto}` numbers into blocks."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import count

from markdown_it import MarkdownIt
from markdown_it.tree import SyntaxTreeNode

from documents.build.blocks import Block, Box, Heading, Item, Listing, PageBreak, Paragraph, Quote, Run, Runs, Table

#: Marks a heading as an agenda item to be numbered.
AUTO_NUMBER = "{auto}"

_BOX = re.compile(r"^:::box[ \t]*\n(.*?)^:::[ \t]*$", re.DOTALL | re.MULTILINE)
_PARSER = MarkdownIt("commonmark").enable("table")


class UnknownMarkupError(ValueError):
    """A source uses Markdown that the writers have no form for."""


def read_blocks(markdown: str) -> tuple[Block, ...]:
    """Read the body of a source.

    Raises:
        UnknownMarkupError: for markup outside the sources' format, such as HTML or images.
    """
    return tuple(_number_agenda(_with_boxes(markdown)))


def show_numbers(markdown: str) -> str:
    """Write the agenda numbers into Markdown headings, for files that stay Markdown."""
    numbers = count(1)
    heading = re.compile(rf"^(#+) (.*?)\s*{re.escape(AUTO_NUMBER)}[ \t]*$", re.MULTILINE)
    return heading.sub(lambda found: f"{found[1]} TOP {next(numbers)}: {found[2]}", markdown)


def boxes_to_quotes(markdown: str) -> str:
    """Write framed boxes as block quotes, the nearest thing Markdown has."""
    return _BOX.sub(lambda found: re.sub(r"^", "> ", found[1].strip(), flags=re.MULTILINE), markdown)


def _with_boxes(markdown: str) -> Iterator[Block]:
    end = 0
    for box in _BOX.finditer(markdown):
        yield from _parse(markdown[end : box.start()])
        yield Box(_parse(box[1]))
        end = box.end()
    yield from _parse(markdown[end:])


def _number_agenda(blocks: Iterator[Block]) -> Iterator[Block]:
    numbers = count(1)
    for block in blocks:
        if isinstance(block, Heading) and block.runs and block.runs[-1].text.endswith(AUTO_NUMBER):
            last = replace(block.runs[-1], text=block.runs[-1].text.removesuffix(AUTO_NUMBER).rstrip())
            yield replace(block, runs=(*block.runs[:-1], last), number=next(numbers))
        else:
            yield block


def _parse(markdown: str) -> tuple[Block, ...]:
    return _blocks(SyntaxTreeNode(_PARSER.parse(markdown)))


def _blocks(node: SyntaxTreeNode) -> tuple[Block, ...]:
    return tuple(_block(child) for child in node.children)


def _block(node: SyntaxTreeNode) -> Block:
    match node.type:
        case "heading":
            return Heading(int(node.tag[1:]), _runs(node))
        case "paragraph":
            return Paragraph(_runs(node))
        case "bullet_list" | "ordered_list":
            return _listing(node)
        case _:
            return _rarer_block(node)


def _rarer_block(node: SyntaxTreeNode) -> Block:
    match node.type:
        case "table":
            return _table(node)
        case "blockquote":
            return Quote(_blocks(node))
        case "hr":
            return PageBreak()
        case _:
            raise UnknownMarkupError(f"{node.type} in: {node.content[:60]}")


def _listing(node: SyntaxTreeNode) -> Listing:
    start = int(node.attrs.get("start", 1)) if node.type == "ordered_list" else None
    return Listing(tuple(Item(_blocks(item)) for item in node.children), start)


def _table(node: SyntaxTreeNode) -> Table:
    rows = [row for part in node.children for row in part.children]
    header, *body = (tuple(_runs(cell) for cell in row.children) for row in rows)
    return Table(header if any(header) else (), tuple(body))


@dataclass(frozen=True, slots=True)
class _Manner:
    bold: bool = False
    italic: bool = False


def _runs(node: SyntaxTreeNode) -> Runs:
    inline = node.children[0] if node.children else None
    return tuple(_inline(inline, _Manner())) if inline is not None else ()


def _inline(node: SyntaxTreeNode, manner: _Manner) -> Iterator[Run]:
    for child in node.children:
        match child.type:
            case "strong":
                yield from _inline(child, replace(manner, bold=True))
            case "em":
                yield from _inline(child, replace(manner, italic=True))
            case _:
                yield Run(_words(child), manner.bold, manner.italic)


def _words(node: SyntaxTreeNode) -> str:
    match node.type:
        case "text" | "code_inline":
            return node.content
        case "softbreak":
            return " "
        case "hardbreak":
            return "\n"
        case _:
            raise UnknownMarkupError(f"{node.type} in: {node.content[:60]}")
