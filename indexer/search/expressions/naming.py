"""Which names of the catalogue a view lets one recognise."""

from dataclasses import replace

from indexer.index.view import IndexView
from indexer.structure.proposals.known import KnownNames


def nothing_known() -> KnownNames:
    """Return a catalogue's names where there is no catalogue."""
    return KnownNames((), (), (), ())


def shown(known: KnownNames, view: IndexView) -> KnownNames:
    """Return the names of what stands in a view; to whom a document is hidden, the names only it carries are, too."""
    labels = {
        facet: frozenset(view.document_labels(facet).used().values) for facet in ("site", "topic", "keyword", "meeting")
    }
    return replace(
        known,
        sites=tuple(each for each in known.sites if each.label in labels["site"] or _is_met(each.place, known, labels)),
        topics=tuple(each for each in known.topics if each.label in labels["topic"]),
        keywords=tuple(each for each in known.keywords if each.label in labels["keyword"]),
        meetings=tuple(each for each in known.meetings if each.title in labels["meeting"]),
    )


def _is_met(place: str, known: KnownNames, labels: dict[str, frozenset[str]]) -> bool:
    """Tell whether a meeting that is shown was held at a place."""
    return any(meeting.place == place and meeting.title in labels["meeting"] for meeting in known.meetings)
