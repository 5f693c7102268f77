"""What can be subscribed to: a search, and so everything a search can ask for: a site, a topic, all that is new."""

from dataclasses import replace
from itertools import islice
from urllib.parse import parse_qsl, urlencode

from flask import url_for
from werkzeug.datastructures import MultiDict

from indexer.search.request import SearchRequest
from webui.addresses import read_request, write_request
from webui.atom import Feed, FeedEntry
from webui.filters import read_filters
from webui.i18n import gettext
from webui.labels import known_labels
from webui.reader import reader
from webui.services import services
from webui.typed_filters import lifted
from webui.views.documents import described_by_code

#: A program that looks once a week misses nothing.
MOST_ENTRIES = 50


def label_of(asked: SearchRequest) -> str:
    """Return what is kept of a search: the parameters of its address, without order and page."""
    return urlencode(list(MultiDict(write_request(_plain(asked))).items(multi=True))) or "q="


def request_of(label: str) -> SearchRequest:
    """Return the search that was kept."""
    return _plain(read_request(MultiDict(parse_qsl(label, keep_blank_values=True))))


def name_of(asked: SearchRequest) -> str:
    """Return how a search is called where several are listed."""
    values = (each for some in asked.filters.values() for each in some)
    without = (gettext("ohne %(value)s", value=each) for some in asked.excluded.values() for each in some)
    named = " · ".join((*((asked.query,) if asked.query else ()), *values, *without))
    return named or gettext("Alle Dokumente")


def understood(asked: SearchRequest) -> SearchRequest:
    """Return a search of the current reader with labels for names."""
    known = known_labels(services().archive.vocabularies.joined(), services().searcher, reader())
    typed = lifted(asked, known)
    labels, barred = read_filters(known, typed.filters).labels, read_filters(known, typed.excluded).labels
    return replace(typed, filters=labels, excluded=barred, reader=reader())


def feed(asked: SearchRequest, own_url: str) -> Feed:
    """Return the latest documents that answer a search of the current reader."""
    found = services().searcher.documents(understood(asked))
    moments = services().archive.arrivals(reader().visible)
    codes = list(islice((code for code in moments if code in found), MOST_ENTRIES))
    known = described_by_code(codes)
    return Feed(
        title=gettext("Wissensarchiv: %(name)s", name=name_of(asked)),
        author=gettext("Wissensarchiv JMD im Quartier"),
        page_url=url_for("search.results", **write_request(asked), _external=True),  # type: ignore[arg-type] # parameters
        own_url=own_url,
        entries=tuple(
            FeedEntry(known[code], url_for("documents.document", code=code, _external=True), moments[code])
            for code in codes
            if code in known
        ),
    )


def _plain(asked: SearchRequest) -> SearchRequest:
    return SearchRequest(asked.query, asked.filters, literal=asked.literal, excluded=asked.excluded)
