"""The dossier of a site."""

from collections.abc import Iterable
from dataclasses import dataclass

from flask import url_for

from archive.entries import SiteEntry
from archive.experiences import ExperienceEntry
from archive.selections import Aspect
from archive.values import Description, DocumentKind
from indexer.passages import Passage
from indexer.search.request import ResultPage
from indexer.structure.kinds import PassageKind
from indexer.structure.partners import partners
from webui.dossiers.sources import SHOWN_METHODS, Found, Papers, Sources, finding, newest, sources
from webui.holdings import recent
from webui.lineage import lineage
from webui.listing import Listing, listed
from webui.presentation import filters_url
from webui.reader import reader
from webui.services import services

#: What someone reads who wants to know how a site stands, and no more than he reads.
SHOWN_AGREEMENTS = 6

#: Documents in which partners are looked for, the newest first.
PAPERS_WITH_PARTNERS = 20

#: A paper lists partners under one of these words.
PARTNER_WORDS = "Partner OR Kooperationspartner OR Netzwerkpartner"


@dataclass(frozen=True, slots=True)
class Partner:
    """A partner of a site, with the newest place that names it."""

    name: str
    document: Description
    passage: Passage


@dataclass(frozen=True, slots=True)
class SiteDossier:
    """What there is about a site."""

    #: Decisions and tasks that call it by one of its names, the newest first.
    agreements: Found
    methods: Papers
    #: What it tells of methods, the newest years first.
    experiences: tuple[ExperienceEntry, ...]
    partners: tuple[Partner, ...]
    documents: Listing[Description]


def site_dossier(site: SiteEntry) -> SiteDossier:
    """Put together what the reader may see about a site."""
    held = recent(Aspect.SITE, site.label)
    papers = [each.code for each in held if each.kind is DocumentKind.METHODENPAPIER]
    listing = listed(held)
    named, listing_partners = _naming(site), newest(PARTNER_WORDS, {"site": (site.label,)}, PAPERS_WITH_PARTNERS)
    shown = [each.code for each in listing.shown]
    read = sources((named, listing_partners), (*shown, *papers[:SHOWN_METHODS]))
    filters = {"site": site.label, "kind": DocumentKind.METHODENPAPIER.value}
    return SiteDossier(
        agreements=_agreements(named, read),
        methods=Papers(read.described(papers[:SHOWN_METHODS]), len(papers), filters_url(filters)),
        experiences=services().archive.experiences.released_by(site.key, reader().visible),
        partners=tuple(_partners(site, read.of(listing_partners))),
        documents=Listing(read.described(shown), listing.total, listing.page),
    )


def _naming(site: SiteEntry) -> ResultPage:
    """Find the newest decisions and tasks that call a site by one of its names."""
    kinds = (PassageKind.DECISION.value, PassageKind.TASK.value)
    return newest(" OR ".join(f'"{name}"' for name in site.names), {"passage_kind": kinds}, SHOWN_AGREEMENTS)


def _agreements(page: ResultPage, read: Sources) -> Found:
    passages = list(read.of(page))[:SHOWN_AGREEMENTS]
    agreed = services().texts.agreements.of(passage.id for _, passage in passages)
    states = lineage().states
    told = {id_: each.told(states.get(id_)) for id_, each in agreed.items()}
    findings = (finding(document, passage, told.get(passage.id)) for document, passage in passages)
    return Found(tuple(findings), page.total_documents, url_for("agreements.index", q=page.request.query))


def _partners(site: SiteEntry, passages: Iterable[tuple[Description, Passage]]) -> list[Partner]:
    """Return the partners that passages list, each once, in the order of their names."""
    named: dict[str, Partner] = {}
    for document, passage in passages:
        for name in partners(passage.heading, passage.text, site.names):
            named.setdefault(name.casefold(), Partner(name, document, passage))
    return sorted(named.values(), key=lambda each: each.name.casefold())
