"""Which titles in a file's properties say something."""

import re

from indexer.extraction.normal import normal

#: Titles that programs fill in: the file's name, the program's name, the name of the template.
_FILLED_IN = re.compile(
    r"microsoft (?:word|excel|powerpoint)\b.*|.*\.(?:docx?|dotx?|xlsx?|pptx?|od[tps]|pdf|indd|rtf|txt|qxd|cdr|ai)"
    r"|(?:untitled|unbenannt|ohne titel|kein titel|dokument|document|präsentation|folie|slide|titel|title)[\W\d]*"
    r"|powerpoint[- ]pr\w+|(?:vorlage|template)\b.*|[\W\d]*",
    re.IGNORECASE | re.DOTALL,
)


def telling_title(title: str | None) -> str:
    """Return a title in normal form, or "" where a program filled it in."""
    plain = " ".join(normal(title or "").split())
    return "" if _FILLED_IN.fullmatch(plain) else plain
