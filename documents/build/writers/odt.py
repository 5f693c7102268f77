"""Writes ODT: a Word document converted by LibreOffice."""

import re
import tempfile
from pathlib import Path

from documents.build.source import Source
from documents.build.writers import docx
from documents.build.writers.office import convert
from documents.build.writers.packages import settle_package

#: LibreOffice gives lists and editing sessions random numbers.
_LIST = re.compile(rb"\blist\d{6,}\b")
_SESSION = re.compile(rb'(config:name="Rsid(?:Root)?" config:type="int">)\d+')


def write(source: Source, target: Path) -> None:
    """Write `source` as ODT."""
    with tempfile.TemporaryDirectory() as folder:
        draft = Path(folder, "entwurf.docx")
        docx.write(source, draft)
        convert(draft, target)
    settle_package(target, source.moment, drop_chance)


def drop_chance(content: bytes) -> bytes:
    """Replace random numbers by numbers counted from 1."""
    numbers: dict[bytes, bytes] = {}
    for name in _LIST.findall(content):
        numbers.setdefault(name, b"list%d" % (len(numbers) + 1))
    return _SESSION.sub(rb"\g<1>1", _LIST.sub(lambda found: numbers[found[0]], content))
