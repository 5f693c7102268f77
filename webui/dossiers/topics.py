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
    #: What came out on the topic, by the sites whose documents say so.
    learned: Mapping[tuple[SiteEntry, ...], Found]
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
        learned=_by_sites(topic, read.of(results)),
        documents=Listing(read.described(shown), listing.total, listing.page),
    )


def _by_sites(topic: TopicEntry, results: Iterable[tuple[Description, Passage]]) -> dict[tuple[SiteEntry, ...], Found]:
    """Return the results of each site that has any, in the order of the sites; sites with the same share them."""
    of_sites: defaultdict[str, list[tuple[Description, Passage]]] = defaultdict(list)
    for document, passage in results:
        for label in document.sites:
            of_sites[label].append((document, passage))
    alike: defaultdict[tuple[str, ...], list[SiteEntry]] = defaultdict(list)
    for site in services().archive.vocabularies.sites():
        if site.label in of_sites:
            alike[tuple(passage.id for _, passage in of_sites[site.label])].append(site)
    return {tuple(sites): _found(topic, sites[0], of_sites[sites[0].label]) for sites in alike.values()}


def _found(topic: TopicEntry, site: SiteEntry, results: list[tuple[Description, Passage]]) -> Found:
    filters = {"topic": topic.label, "passage_kind": PassageKind.RESULT.value, "site": site.label}
    return Found(
        tuple(finding(document, passage) for document, passage in results[:SHOWN_RESULTS]),
        len({document.code for document, _ in results}),
        filters_url(filters),
    )
