"""Writes Markdown as people share it: the source's text with its agenda numbers in view."""

from pathlib import Path

from documents.build.markdown import boxes_to_quotes, show_numbers
from documents.build.source import Source


def write(source: Source, target: Path) -> None:
    """Write `source` as Markdown (UTF-8)."""
    text = boxes_to_quotes(show_numbers(source.markdown)).strip()
    target.write_text(text + "\n", encoding="utf-8", newline="\n")
