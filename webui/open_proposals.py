"""Proposals of what became of decisions and tasks that nobody has decided on, meeting by meeting."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from archive.entries import MeetingEntry
from archive.values import Description
from indexer.search.following import MEETINGS, FollowUpProposal
from indexer.structure.agreements import State
from webui.following import undecided
from webui.holdings import newest_meetings, tally
from webui.lineage import Lineage, lineage
from webui.meeting_page import Proceedings, proceedings
from webui.reader import reader
from webui.register import RegisterEntry
from webui.series import all_series
from webui.services import services

#: So many meetings are looked through for one page, …
MOST_MEETINGS = 4
#: … fewer where they have so many decisions and tasks with a proposal.
ENOUGH = 10

#: What is done or replaced, as people decided, is asked of no more.
CLOSED = frozenset({State.DONE, State.REPLACED})


@dataclass(frozen=True, slots=True)
class Proposed:
    """A decision or task, and what may tell what became of it."""

    entry: RegisterEntry
    proposals: tuple[FollowUpProposal, ...]


@dataclass(frozen=True, slots=True)
class OfMeeting:
    """What is proposed for a meeting's decisions and tasks."""

    meeting: MeetingEntry
    proposed: tuple[Proposed, ...]


@dataclass(frozen=True, slots=True)
class OpenProposals:
    """A page of them."""

    #: Meetings for which there are any, the most recent first.
    meetings: tuple[OfMeeting, ...]
    #: Key of the meeting with which the next page begins, or "".
    next: str
    #: Whether there are pages before this one.
    has_earlier_pages: bool
    #: Those in which later passages stand, and others of the same meetings, by code.
    documents: Mapping[str, Description]


def open_proposals(since: str) -> OpenProposals:
    """Return the page that begins with a meeting; one nobody knows begins the first page.

    Args:
        since: Key of the meeting.
    """
    every = services().archive.vocabularies.meetings()
    later = _later(every)
    followed = _followed(every, later)
    keys = [each.key for each in followed]
    first = keys.index(since) if since in keys else 0
    meetings = followed[first : first + MOST_MEETINGS]
    documents = _documents(meetings, later)
    looked_at: list[OfMeeting] = []
    for each in _of_meetings(meetings, later, documents):
        looked_at.append(each)
        if sum(len(one.proposed) for one in looked_at) >= ENOUGH:
            break
    following = keys[first + len(looked_at) :]
    shown = tuple(each for each in looked_at if each.proposed)
    by_code = {each.code: each for each in documents}
    return OpenProposals(shown, following[0] if following else "", first > 0, by_code)


def _later(every: Iterable[MeetingEntry]) -> dict[str, list[str]]:
    """Return for each meeting, by its key, the keys of the next ones of its series."""
    later = {}
    for key, series in all_series(every).items():
        keys = [each.key for each in series]
        place = keys.index(key)
        later[key] = keys[place + 1 : place + 1 + MEETINGS]
    return later


def _followed(every: Iterable[MeetingEntry], later: Mapping[str, Sequence[str]]) -> list[MeetingEntry]:
    """Return the meetings with documents after which others of their series were held, the most recent first."""
    documents = tally().meetings
    return [each for each in newest_meetings(every) if documents[each.key] and later[each.key]]


def _documents(meetings: Iterable[MeetingEntry], later: Mapping[str, Sequence[str]]) -> Sequence[Description]:
    """Return the documents of some meetings and of the next ones of their series, all at once."""
    return services().archive.documents_of_meetings(_keys(meetings, later), reader().visible)


def _keys(meetings: Iterable[MeetingEntry], later: Mapping[str, Sequence[str]]) -> list[str]:
    return sorted({key for each in meetings for key in (each.key, *later[each.key])})


def _of_meetings(
    meetings: Sequence[MeetingEntry], later: Mapping[str, Sequence[str]], documents: Sequence[Description]
) -> Iterator[OfMeeting]:
    """Yield what is proposed for some meetings, one after the other."""
    known = lineage()
    held = proceedings(_keys(meetings, later), documents, known)
    for each in meetings:
        yield OfMeeting(each, tuple(_proposed(held, each.key, later[each.key], known)))


def _proposed(held: Mapping[str, Proceedings], key: str, later: Iterable[str], known: Lineage) -> Iterator[Proposed]:
    asked = [each for each in held[key].entries if known.states.get(each.passage.id) not in CLOSED]
    spoken = [passage for each in later for passage in held[each].spoken]
    found = undecided([each.passage for each in asked], spoken, known)
    for each in asked:
        if each.passage.id in found:
            yield Proposed(each, tuple(found[each.passage.id]))
