"""What kind of line a line of Markdown is."""

import re

#: "# Title", "## TOP 1 ##"; also "##TOP 6" without a space, which minutes have, but not "#5" or a hash tag.
HEADING = re.compile(r" {0,3}(#{1,6})(?:[ \t]+|(?<=##)(?=[^#\s]))(.*?)(?:[ \t]+#+)?[ \t]*\Z")
UNDERLINE = re.compile(r" {0,3}(=+|-+)[ \t]*\Z")
RULE = re.compile(r" {0,3}(?:(?:\*[ \t]*){3,}|(?:-[ \t]*){3,}|(?:_[ \t]*){3,})\Z")
FENCE = re.compile(r" {0,3}(`{3,}|~{3,})")
#: Programs that turn web pages into Markdown write "\\-".
ITEM = re.compile(r"([ \t]*)(\\?-{1,2}|[*+]|\d{1,9}[.)])(?:[ \t]+(.*)|\Z)")
BOX = re.compile(r"\[([ xX])\][ \t]+")
ROW = re.compile(r"[^|]*(?<!\\)\|")
DIVIDER = re.compile(r"[ \t]*\|?[ \t]*:?-+:?[ \t]*(?:\|[ \t]*:?-+:?[ \t]*)*\|?[ \t]*\Z")
NOTE = re.compile(r" {0,3}\[\^[^\]]+\]:[ \t]*(.*)\Z")
LINK_TARGET = re.compile(r" {0,3}\[[^\]^]+\]:[ \t]*\S+")
QUOTE = re.compile(r" {0,3}(?:>[ \t]?)+")
#: A line all in bold, as many write headings.
BOLD = re.compile(r" {0,3}(\*\*|__)[^*_]{1,120}(?<![.,;])\1[ \t]*\Z")
CELL_BORDER = re.compile(r"(?<!\\)\|")


def begins_block(line: str) -> bool:
    """Tell whether a line ends the paragraph before it."""
    return not line.strip() or any(pattern.match(line) for pattern in (HEADING, RULE, FENCE, ITEM, NOTE))


def cells(line: str) -> list[str]:
    """Return the cells of a table's row."""
    return [cell.strip() for cell in CELL_BORDER.split(line.strip().strip("|"))]
