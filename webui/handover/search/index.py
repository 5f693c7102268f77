"""The index of the search in a hand-over, gathered while documents pass by."""

from collections import Counter
from collections.abc import Mapping

from archive.entries import MeetingEntry, SiteEntry, TopicEntry
from archive.handover.bag import BagWriter
from archive.handover.extents import Extent
from archive.values import Description
from indexer.analysis.german import GermanAnalysis
from indexer.analysis.normalise import normalise
from indexer.passages import Passage
from webui.compose import Holdings, german_analysis
from webui.handover.drawing import link
from webui.handover.entries import origin_of, year_of
from webui.handover.reading_pages import INDEX
from webui.handover.search.postings import Postings, counted
from webui.handover.search.shards import Shards
from webui.handover.search.words import Words
from webui.handover.shelf import Shown

#: How often a term of a title, of what a document is about, and of a heading counts.
TITLE, ABOUT, HEADING, KIND = 3.0, 1.0, 2.0, 1.0


class SearchIndex:
    """Gathers documents, and writes their index in the end.

    Passages are counted over all documents. The first of each document is no passage but what is known of the
    document; it counts for each of its passages.
    """

    def __init__(self, german: GermanAnalysis, holdings: Holdings, words: Words) -> None:
        archive = holdings.archive
        self._german = german
        self._words = words
        self._names: Mapping[str, Mapping[str, str]] = {
            "meeting": {each.key: _names(each) for each in archive.vocabularies.meetings()},
            "site": {each.label: " ".join((_names(each), *each.quarters)) for each in archive.vocabularies.sites()},
            "topic": {each.label: _names(each) for each in archive.vocabularies.topics()},
        }
        self._postings = Postings()
        self._passages: list[list[str]] = []
        self._documents: list[list[object]] = []
        self._sizes: list[int] = []

    def add(self, shown: Shown) -> None:
        """Let a document pass by."""
        document = shown.document
        self._postings.add(self._known(document))
        self._passages.append([])
        for each in shown.passages:
            self._postings.add(self._said(each))
            self._passages.append([each.id, each.page_label, each.heading, each.kind.value, each.text])
        self._sizes.append(1 + len(shown.passages))
        sample = [1] if document.is_sample else []
        self._documents.append([document.title, link(shown.place, INDEX), origin_of(document), *sample])

    def write(self, bag: BagWriter) -> None:
        """Write the index into a bag."""
        shards = Shards(bag)
        shards.write_directory(
            {
                "woerter": shards.write_sorted("woerter", self._words.rows().items()),
                "begriffe": shards.write_sorted("begriffe", self._postings.rows()),
                "stellen": shards.write_numbered("stellen", self._passages),
                "dokumente": shards.write_numbered("dokumente", self._documents),
                "umfang": self._sizes,
            }
        )

    def _known(self, document: Description) -> Counter[str]:
        """Return the terms of what is known of a document."""
        meeting = document.meeting
        about = [document.code, document.kind.value, year_of(document), *document.keywords]
        about += [self._names["site"].get(each, each) for each in document.sites]
        about += [self._names["topic"].get(each, each) for each in document.topics]
        about += (
            [self._names["meeting"].get(meeting.key, meeting.title), meeting.kind, meeting.place] if meeting else []
        )
        return counted(
            (self._terms(document.title), TITLE), (list(dict.fromkeys(self._terms(". ".join(about)))), ABOUT)
        )

    def _said(self, passage: Passage) -> Counter[str]:
        return counted(
            (self._terms(passage.text), 1.0),
            (self._terms(passage.heading), HEADING),
            (self._terms(passage.kind.value), KIND),
        )

    def _terms(self, text: str) -> list[str]:
        normal = normalise(text)
        self._words.add(normal)
        return [token.term for token in self._german.tokens(normal)]


def _names(entry: MeetingEntry | SiteEntry | TopicEntry) -> str:
    return ", ".join(entry.names)


def search_index(holdings: Holdings, extent: Extent) -> SearchIndex:
    """Return an empty index; the coordination's own synonyms are known where everything is handed over."""
    german = german_analysis()
    own = holdings.archive.synonyms.entries() if extent.older_versions else ()
    return SearchIndex(german, holdings, Words(german, own))
