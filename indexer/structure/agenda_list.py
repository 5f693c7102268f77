"""Finds the list of agenda items at the top of minutes."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from indexer.extraction.pages import Block, BlockKind, Page
from indexer.structure.headings import LONGEST_HEADING, apart, read_heading
from indexer.structure.wording import likeness

PlacedBlock = tuple[Page, Block]

#: What such a list is called, alone in its line or before its entries.
_LEAD = re.compile(
    r"^(?:\w+\s+)?(?:Tagesordnung(?:spunkte)?|TO|TOPs?|Agenda|Themen(?:liste)?|Besprechungspunkte)\s*(?::\s*(?P<rest>.*))?$"
    r"|^[^.:]{0,80}\bTagesordnung\b[^.:]{0,40}(?:\([^)]*\)[^.:]{0,40})?:$"
)
#: Entries in one line stand before a number, or between dashes, dots or semicolons.
_BETWEEN_NUMBERED = re.compile(r"\s*(?:[–—·;,|]\s*)?(?=\b\d{1,2}[.)]\s+\D)")
_BETWEEN = re.compile(r"\s+[–—·|]\s+|;\s+")
_BULLET = re.compile(r"^[\s•\-–*·▪~]+")
#: Remarks added to an entry: "LPD <- wer macht mit?", "~~done~~".
_REMARK = re.compile(r"\s*(?:<\s?-|-+>|\s>\s|~~|https?://).*$", re.DOTALL)

#: Indented lines carry a list on.
_INDENTED = re.compile(r"~~|\s{2,}")
#: A title is cut behind its first sentence where it is longer than a heading.
_FIRST_SENTENCE = re.compile(r"^.*?[?!.](?=\s)")
#: Addresses and replies in a shared pad are no titles.
_NO_TITLE = re.compile(r"^(?:\W*https?:|[>^])|^\S*/\S*/\S*$|^\S{40,}$")

#: Two wordings from here on name the same item.
ALIKE = 0.6
#: An agenda stands near the top.
_SEARCHED = 40
#: Share of a list's entries that come again as headings, from which on it is the agenda whatever it is called.
_MOST = 0.6


@dataclass(frozen=True, slots=True)
class Entry:
    """One item of the list."""

    number: str
    title: str
    page: int


@dataclass(frozen=True, slots=True)
class AgendaList:
    """The list and the blocks it takes, by their places in reading order."""

    entries: tuple[Entry, ...]
    first: int
    #: The last block of the list itself.
    last: int
    #: What the list is called.
    name: str

    def entry_for(self, text: str) -> Entry | None:
        """Return the entry that a line names again, or None."""
        number, title = apart(" ".join(text.split()))
        likely = [(likeness(title, entry.title), entry) for entry in self.entries]
        best, entry = max(likely, key=lambda each: each[0])
        same_number = bool(number) and number == entry.number
        return entry if best >= ALIKE or (same_number and best > 1 - ALIKE) else None


def find_agenda_list(blocks: Sequence[PlacedBlock]) -> AgendaList | None:
    """Find the agenda at the top of a document, or return None."""
    for place, (_, block) in enumerate(blocks[:_SEARCHED]):
        lead, _, rest = block.text.partition("\n")
        named = _LEAD.match(lead.strip().lstrip("•*# "))
        if named:
            found = _collect(blocks, place, "\n".join(filter(None, (named["rest"], rest))), _name(lead))
            if found and _is_lead(named["rest"]):
                return found
    return _unnamed(blocks)


def _is_lead(rest: str | None) -> bool:
    """Tell whether what stands behind the list's name is nothing or several entries: "TOP: Plakate" is one item."""
    return not rest or len(list(_entries(rest, 0))) > 1


def _name(lead: str) -> str:
    return lead.partition(":")[0].strip()


def _unnamed(blocks: Sequence[PlacedBlock]) -> AgendaList | None:
    """Find a numbered list whose entries come again as headings."""
    titles = [heading.text for _, block in blocks if (heading := read_heading(block))]
    for place, (_, block) in enumerate(blocks[:_SEARCHED]):
        if block.kind is BlockKind.ITEM and apart(_bare(block.text))[0] == "1":
            found = _collect(blocks, place - 1, "", "") if place else None
            if found and sum(
                any(likeness(entry.title, apart(title)[1]) >= ALIKE for title in titles) for entry in found.entries
            ) >= _MOST * len(found.entries):
                return found
    return None


def _collect(blocks: Sequence[PlacedBlock], place: int, inline: str, name: str) -> AgendaList | None:
    """Gather the entries from a lead on, up to where something else begins."""
    page = blocks[place][0].number
    entries = [entry for line in _whole_lines(inline) for entry in _entries(line, page)]
    level, last = 0, place
    for page_of, block in blocks[place + 1 :]:
        level = level or block.level
        if not _goes_on(block, entries):
            break
        last += 1
        if block.kind is not BlockKind.ITEM or block.level <= level:
            entries += [entry for line in _lines(block) for entry in _entries(line, page_of.number)]
    return AgendaList(tuple(entries), place, last, name) if len(entries) > 1 else None


def _lines(block: Block) -> list[str]:
    """An item is its first line; the lines of a paragraph are entries of their own."""
    return block.text.split("\n")[:1] if block.kind is BlockKind.ITEM else _whole_lines(block.text)


def _whole_lines(text: str) -> list[str]:
    """Return the lines of a text; what was struck out over several lines ("~~…~~") is one."""
    lines: list[str] = []
    for line in text.split("\n"):
        if lines and lines[-1].count("~~") % 2:
            lines[-1] = f"{lines[-1]} {line}"
        else:
            lines.append(line)
    return lines


def _goes_on(block: Block, entries: Sequence[Entry]) -> bool:
    """Tell whether a block belongs to the list: its numbers go on, and no title comes again."""
    number, title = apart(_bare(block.text))
    if any(likeness(title, entry.title) == 1 for entry in entries):
        return False
    if number and entries:
        return number == _next(entries) or (block.kind is BlockKind.ITEM and not entries[-1].number)
    if block.kind is BlockKind.ITEM:
        return not (entries and entries[-1].number and block.level <= 1)
    is_list = block.kind is BlockKind.PARAGRAPH and all(len(line) <= LONGEST_HEADING for line in block.text.split("\n"))
    return is_list and (not entries or bool(number) or bool(_INDENTED.match(block.text)))


def _next(entries: Sequence[Entry]) -> str:
    last = entries[-1].number
    return str(int(last) + 1) if last.isdigit() else ""


def _entries(line: str, page: int) -> Iterator[Entry]:
    """Yield the entries of one line."""
    bare = _bare(line)
    parts = _BETWEEN_NUMBERED.split(bare) if apart(bare)[0] else _BETWEEN.split(bare)
    for part in parts:
        number, title = apart(_REMARK.sub("", part).strip(" –—·;,|"))
        if any(letter.isalpha() for letter in title) and not _NO_TITLE.search(title):
            yield Entry(number, _short(title), page)


def _short(title: str) -> str:
    first = _FIRST_SENTENCE.match(title) if len(title) > LONGEST_HEADING else None
    return (first.group() if first else title).rstrip(":").strip()


def _bare(text: str) -> str:
    return _BULLET.sub("", text)
