"""Files that are versions of others, and files that only look so, made from real ones."""

import random
import re
import subprocess
import tempfile
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

import docx

from archive.media import examine
from archive.store import digest
from indexer.analysis.fingerprint import FEWEST_WORDS, words_of
from indexer.extraction.isolation import Extractor
from indexer.extraction.pages import BlockKind

#: What LibreOffice opens as a text, and to what it is saved.
SAVED_AS: Mapping[str, tuple[str, ...]] = {".docx": ("odt", "pdf"), ".odt": ("docx", "pdf"), ".txt": ("odt",)}

_YEAR = re.compile(r"(?<!\d)20[12]\d(?!\d)")
#: "03.04.19" → before and after the year.
_SHORT_DATE = re.compile(r"(\d\d\.\d\d\.)(\d\d)(?!\d)")

NEXT_YEAR = "next year"

#: Names of files that tell of papers without an occasion.
_EDITION = re.compile("methode|arbeitshilfe|checkliste|flyer|handreichung|praxisbeispiel|steckbrief", re.IGNORECASE)

_WORD = re.compile(r"[^\W\d_]{4,}")


@dataclass(frozen=True, slots=True)
class Made:
    """A file that was made from another."""

    path: Path
    original: Path
    #: How, e.g. "saved as odt".
    way: str
    is_version: bool


@dataclass(frozen=True, slots=True)
class Paragraphs:
    """A document as its paragraphs, the headings told apart."""

    path: Path
    lines: tuple[tuple[BlockKind, str], ...]


def read_paragraphs(paths: list[Path]) -> list[Paragraphs]:
    """Read those of the files that have enough text to be compared, each bytes once."""
    found = []
    with Extractor() as extractor:
        for path in {digest(path): path for path in paths}.values():
            pages = extractor.read(path, examine(path, path.name)).pages
            lines = tuple((block.kind, block.text) for page in pages for block in page.blocks if block.text.strip())
            if len(words_of(pages)) >= FEWEST_WORDS:
                found.append(Paragraphs(path, lines))
    return found


def make(originals: list[Paragraphs], folder: Path) -> Iterator[Made]:
    """Make files from originals, in ways that leave a version of each and in ways that do not."""
    yield from make_saved(originals, folder)
    for number, original in enumerate(originals):
        chance = random.Random(number)  # noqa: S311 - the same pairs every time
        other = originals[(number + len(originals) // 2) % len(originals)]
        for way, is_version, change in WAYS:
            name = original.path.stem
            if way == NEXT_YEAR and _EDITION.match(name):
                way, is_version = "next edition", True  # noqa: PLW2901 - of what has editions, next year's is a version
            path = folder / f"{_next_name(name) if change is _next_year else name} {way}.docx"
            _write(change(original.lines, other.lines, chance), path)
            yield Made(path, original.path, way, is_version)


Lines = tuple[tuple[BlockKind, str], ...]


def make_saved(originals: list[Paragraphs], folder: Path) -> Iterator[Made]:
    """Save files as other formats."""
    for suffix, formats in SAVED_AS.items():
        paths = [each.path for each in originals if each.path.suffix == suffix]
        for kind in formats if paths else ():
            into = folder / f"{suffix[1:]}-{kind}"
            with tempfile.TemporaryDirectory() as profile:
                command = ["soffice", f"-env:UserInstallation=file://{profile}", "--headless", "--convert-to", kind]
                subprocess.run([*command, "--outdir", into, *paths], check=True, capture_output=True)
            for path in paths:
                if (saved := into / f"{path.stem}.{kind}").exists():
                    yield Made(saved, path, f"saved as {kind}", is_version=True)


def _write(lines: Lines, path: Path) -> None:
    document = docx.Document()
    for kind, text in lines:
        document.add_paragraph(text, style="Heading 2" if kind is BlockKind.HEADING else None)
    document.save(str(path))


def _reworded(share: float) -> Callable[[Lines, Lines, random.Random], Lines]:
    """Return what puts words of another document in the place of a share of the words."""

    def change(lines: Lines, other: Lines, chance: random.Random) -> Lines:
        pool = _WORD.findall(" ".join(text for _, text in other)) or ["Quartier"]
        swap = re.compile(r"\w+")

        def word(found: re.Match[str]) -> str:
            return chance.choice(pool) if chance.random() < share else found[0]

        return tuple((kind, swap.sub(word, text)) for kind, text in lines)

    return change


def _added(lines: Lines, other: Lines, chance: random.Random) -> Lines:
    """Add a paragraph of up to 30 words, or 4 % of the text."""
    size = sum(len(text.split()) for _, text in lines)
    words = " ".join(text for _, text in other).split()[: max(5, min(30, size // 25))]
    place = chance.randrange(len(lines) + 1)
    return (*lines[:place], (BlockKind.PARAGRAPH, " ".join(words)), *lines[place:])


def _next_year(lines: Lines, _other: Lines, chance: random.Random) -> Lines:
    """Write next year's on the same pattern: other years, and numbers that have risen."""
    years = tuple((kind, _next_name(text)) for kind, text in lines)
    number = re.compile(r"(?<![\d.])\d{1,3}(?![\d.])")
    return tuple(
        (kind, number.sub(lambda found: str(int(found[0]) + chance.randrange(1, 9)), text)) for kind, text in years
    )


def _next_name(text: str) -> str:
    """Return a text with all years one later."""
    later = _YEAR.sub(lambda found: str(int(found[0]) + 1), text)
    return _SHORT_DATE.sub(lambda found: f"{found[1]}{int(found[2]) + 1:02}", later)


def _same_pattern(lines: Lines, other: Lines, _chance: random.Random) -> Lines:
    """Keep headings and labels, and fill them with what another document says."""
    said = [text for kind, text in other if kind is not BlockKind.HEADING]
    return tuple(
        (
            kind,
            text if kind is BlockKind.HEADING or len(text.split()) < len("Label") or not said else said[at % len(said)],
        )
        for at, (kind, text) in enumerate(lines)
    )


def _half(lines: Lines, other: Lines, _chance: random.Random) -> Lines:
    """Keep the first two thirds, and end as another document does."""
    return (*lines[: len(lines) * 2 // 3], *other[-max(1, len(lines) // 2) :])


#: What is done, whether the outcome is a version, and how it is done.
WAYS: tuple[tuple[str, bool, Callable[[Lines, Lines, random.Random], Lines]], ...] = (
    ("1 % reworded", True, _reworded(0.01)),
    ("4 % reworded", True, _reworded(0.04)),
    ("a paragraph added", True, _added),
    ("25 % reworded", False, _reworded(0.25)),
    ("ends otherwise", False, _half),
    ("same pattern", False, _same_pattern),
    (NEXT_YEAR, False, _next_year),
)
