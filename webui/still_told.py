"""What of some hits may be told this moment: the index follows the catalogue, and may be a moment behind."""

from collections.abc import Iterable
from dataclasses import dataclass, replace

from archive.archive import Archive
from archive.custody import VersionEntry
from archive.rights import Reader
from archive.values import Description
from indexer.search.request import Hit, ResultPage
from indexer.search.ways import WaysOn
from webui.services import Services


@dataclass(frozen=True, slots=True)
class ToldHit:
    """A hit with what the catalogue says of it now."""

    hit: Hit
    document: Description
    #: That answers; None stands for the newest.
    older: VersionEntry | None


def still_told(archive: Archive, hits: Iterable[Hit], reader: Reader) -> tuple[ToldHit, ...]:
    """Return the hits a reader may be told of.

    Documents that were hidden or destroyed since they were indexed are left out, and older versions that were
    destroyed or concealed.
    """
    found = list(hits)
    described = archive.describe_many([hit.document for hit in found])
    known = {each.code: each for each in described if reader.may_see(each.visibility)}
    older = _older(archive, {hit.document for hit in found if hit.version is not None} & known.keys())
    return tuple(
        ToldHit(hit, known[hit.document], older.get((hit.document, hit.version)))
        for hit in found
        if hit.document in known and (hit.version is None or (hit.document, hit.version) in older)
    )


def still_worded(services: Services, texts: Iterable[str], reader: Reader) -> frozenset[str]:
    """Return those of some texts of which every word stands in a document the reader may be told of.

    Words that stand nowhere were typed, and tell nothing.
    """
    return told_of(services, texts, (), reader)[0]


def told_of(
    services: Services, texts: Iterable[str], codes: Iterable[str], reader: Reader
) -> tuple[frozenset[str], frozenset[str]]:
    """Return those of some texts that `still_worded` returns, and those of some documents the reader may be told of."""
    resting = {text: services.searcher.witnesses(text, reader) for text in texts}
    asked = frozenset(codes).union(*(each for documents in resting.values() for each in documents))
    described = services.archive.describe_many(asked) if asked else ()
    told = frozenset(each.code for each in described if reader.may_see(each.visibility))
    worded = frozenset(text for text, documents in resting.items() if all(each & told for each in documents))
    return worded, told


def still_corrected(services: Services, found: ResultPage, reader: Reader) -> ResultPage:
    """Return a page of hits without other wordings that rest on what was hidden since it was indexed."""
    told = still_worded(services, filter(None, (found.corrected, found.suggested)), reader)
    return replace(
        found,
        corrected=found.corrected if found.corrected in told else None,
        suggested=found.suggested if found.suggested in told else None,
    )


def still_leading(services: Services, ways_on: WaysOn, reader: Reader) -> WaysOn:
    """Return ways on without those that rest on what was hidden since it was indexed."""
    told = still_worded(services, {way.request.query for way in ways_on.ways}, reader)
    return replace(ways_on, ways=tuple(way for way in ways_on.ways if way.request.query in told))


def _older(archive: Archive, codes: set[str]) -> dict[tuple[str, int | None], VersionEntry]:
    """Return the versions of documents that are not concealed, by code and number."""
    if not codes:
        return {}
    concealed = archive.privacy.concealed()
    return {
        (code, each.number): each
        for code, versions in archive.versions_of_many(codes).items()
        for each in versions
        if each.checksum not in concealed
    }
