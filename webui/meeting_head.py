"""What whoever opens minutes without having been there needs first: which meeting, how many came, what came before."""

import functools
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from archive.entries import MeetingEntry
from archive.values import Description
from indexer.passages import Passage
from indexer.search.glossary.entries import GlossaryEntry, read_entries
from indexer.structure.header import read_header
from webui.following import MINUTES
from webui.i18n import language
from webui.meeting_page import AGREED
from webui.series import neighbours
from webui.services import services


@dataclass(frozen=True, slots=True)
class MeetingHead:
    """The meeting that minutes tell of."""

    meeting: MeetingEntry
    #: What such a meeting is, or "" where the glossary does not say.
    meaning: str
    #: How many came, as the minutes count or list them; None where they do not. Names are not read.
    participants: int | None
    #: The meetings before and after it in its series.
    earlier: MeetingEntry | None
    later: MeetingEntry | None
    #: Whether the minutes tell of decisions or tasks, of which something may have become.
    has_agreed: bool


def meeting_head(document: Description, checksum: str, passages: Iterable[Passage]) -> MeetingHead | None:
    """Return the head of minutes; None of any other document.

    Args:
        document: What is read.
        checksum: Of the file of the version that is read.
        passages: Those of that version.
    """
    if document.meeting is None or document.kind not in MINUTES:
        return None
    key, meetings = document.meeting.key, services().archive.vocabularies.meetings()
    earlier, later = neighbours(key, meetings)
    reading = services().texts.pages(checksum)
    present = read_header(reading.pages).present if reading else None
    return MeetingHead(
        next(each for each in meetings if each.key == key),
        _meaning(document.meeting.kind),
        present.value if present else None,
        earlier,
        later,
        any(each.kind in AGREED for each in passages),
    )


def _meaning(kind: str) -> str:
    entry = _entries().get(kind)
    if entry is None:
        return ""
    return entry.en if language() == "en" else entry.de


@functools.cache
def _entries() -> Mapping[str, GlossaryEntry]:
    return {entry.term: entry for entry in read_entries()}
