"""The dossier of a Handlungsfeld."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from archive.entries import SiteEntry, TopicEntry
from archive.selections import Aspect
from archive.values import Description, DocumentKind
from indexer.passages import Passage
from indexer.structure.kinds import PassageKind
from webui.dossiers.sources import SHOWN_METHODS, Found, Papers, finding, newest, sources
from webui.holdings import recent
from webui.listing import Listing, listed
from webui.presentation import filters_url
from webui.services import services

#: Documents of a topic whose results are shown, and results a site.
PAPERS_WITH_RESULTS = 40
SHOWN_RESULTS = 2


@dataclass(frozen=True, slots=True)
class TopicDossier:
    """What there is on a topic."""

    #: Paragraphs.
    introduction: tuple[str, ...]
    #: The documents to begin with.
    first: tuple[Description, ...]
    methods: Papers
    #: What came out on the topic, by the site whose document says so.
    learned: Mapping[SiteEntry, Found]
    documents: Listing[Description]


def topic_dossier(topic: TopicEntry) -> TopicDossier:
    """Put together what the reader may see on a topic."""
    said, held = services().archive.curation.dossiers.of(topic.key), recent(Aspect.TOPIC, topic.label)
    papers = [each.code for each in held if each.kind is DocumentKind.METHODENPAPIER]
    listing = listed(held)
    results = newest("", {"topic": (topic.label,), "passage_kind": (PassageKind.RESULT.value,)}, PAPERS_WITH_RESULTS)
    shown = [each.code for each in listing.shown]
    read = sources((results,), (*shown, *papers[:SHOWN_METHODS], *said.documents))
    filters = {"topic": topic.label, "kind": DocumentKind.METHODENPAPIER.value}
    return TopicDossier(
        introduction=tuple(each for each in said.introduction.split("\n\n") if each.strip()),
        first=read.described(said.documents),
        methods=Papers(read.described(papers[:SHOWN_METHODS]), len(papers), filters_url(filters)),
        learned=_by_site(topic, read.of(results)),
        documents=Listing(read.described(shown), listing.total, listing.page),
    )


def _by_site(topic: TopicEntry, results: Iterable[tuple[Description, Passage]]) -> dict[SiteEntry, Found]:
    """Return the results of each site that has any, in the order of the sites."""
    of_sites: defaultdict[str, list[tuple[Description, Passage]]] = defaultdict(list)
    for document, passage in results:
        for label in document.sites:
            of_sites[label].append((document, passage))
    return {
        site: _found(topic, site, of_sites[site.label])
        for site in services().archive.vocabularies.sites()
        if site.label in of_sites
    }


def _found(topic: TopicEntry, site: SiteEntry, results: list[tuple[Description, Passage]]) -> Found:
    filters = {"topic": topic.label, "passage_kind": PassageKind.RESULT.value, "site": site.label}
    return Found(
        tuple(finding(document, passage) for document, passage in results[:SHOWN_RESULTS]),
        len({document.code for document, _ in results}),
        filters_url(filters),
    )
