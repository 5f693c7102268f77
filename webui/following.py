"""What may have become of decisions and tasks: proposals out of the minutes of the next meetings of their series."""

from collections.abc import Iterable, Sequence

from archive.entries import MeetingEntry
from archive.values import Description, DocumentKind
from indexer.passages import Passage
from indexer.search.following import MEETINGS, FollowUpProposal
from webui.lineage import Lineage
from webui.reader import reader
from webui.series import series_of
from webui.services import services

#: Kinds of documents that tell what was said at a meeting.
MINUTES = (DocumentKind.PROTOKOLL, DocumentKind.ERGEBNISDOKUMENTATION)

#: No more passages are compared: minutes of a meeting have a tenth of it.
MOST_PASSAGES = 400


def proposals_for(passage: Passage, document: Description, lineage: Lineage) -> list[FollowUpProposal]:
    """Return passages of later meetings that may tell what became of a decision or task, and are not decided on."""
    keys = [each.key for each in _later(document)]
    minutes = minutes_of(services().archive.documents_of_meetings(keys, reader().visible)) if keys else []
    return undecided([passage], minutes, lineage).get(passage.id, [])


def undecided(
    earlier: Iterable[Passage], later: Sequence[Passage], lineage: Lineage
) -> dict[str, list[FollowUpProposal]]:
    """Return the proposals nobody has decided on, by the ids of the decisions and tasks they are for."""
    proposed = services().searcher.follow_ups(earlier, later[:MOST_PASSAGES], reader())
    left = {
        id_: [each for each in some if lineage.verdict(id_, each.later.id) is None] for id_, some in proposed.items()
    }
    return {id_: some for id_, some in left.items() if some}


def minutes_of(documents: Iterable[Description]) -> list[Passage]:
    """Return the passages with words of those of some documents that are minutes."""
    codes = [each.code for each in documents if each.kind in MINUTES]
    return [each for each in services().texts.passages_of(codes) if each.text]


def _later(document: Description) -> Sequence[MeetingEntry]:
    """Return the next meetings in the series of a document's meeting."""
    if document.meeting is None:
        return []
    series = series_of(document.meeting.key, services().archive.vocabularies.meetings())
    place = next(place for place, each in enumerate(series) if each.key == document.meeting.key)
    return series[place + 1 : place + 1 + MEETINGS]
