"""What every template may use beside its own values."""

import re
import textwrap
from collections.abc import Mapping
from typing import Any
from urllib.parse import quote, unquote, urlencode, urlsplit

from flask import Flask, request, url_for
from jinja2 import StrictUndefined
from werkzeug.datastructures import MultiDict

from archive.licences import TEXTS
from indexer.passages import Passage
from indexer.search.request import PassageHit, SearchRequest
from webui import addresses, i18n, licences, wording
from webui.agreement_wording import due_words
from webui.listing import page_url
from webui.signed_in import signed_in

#: How agenda items are numbered at the start of their headings: "TOP 4:", "3.", "Punkt 2.1".
_NUMBER = re.compile(r"^(?:TOP|Tagesordnungspunkt|Punkt)?\s*\d+(?:\.\d+)*[.:)]?\s*(?:[–-]\s*)?")

#: What stands between words in addresses, and how files of pages end.
_BETWEEN_WORDS = re.compile(r"[-_+]+")
_ENDING = re.compile(r"\.(?:html?|php|aspx?|pdf)$", re.IGNORECASE)

#: Characters of a page's name that are shown beside its website.
PAGE_NAME_LENGTH = 60


def init_app(app: Flask) -> None:
    """Give an app's templates their filters and helpers."""
    app.jinja_env.undefined = StrictUndefined
    app.jinja_env.trim_blocks = True
    app.jinja_env.lstrip_blocks = True
    app.jinja_env.filters.update(
        address_of=addresses.write_request,
        bare_heading=bare_heading,
        day=i18n.day,
        moment=i18n.moment,
        month=i18n.month,
        days=i18n.days,
        due_words=due_words,
        document_date=wording.document_date,
        exactly=addresses.exactly,
        file_kind=wording.file_kind,
        file_size=wording.file_size,
        licence_meaning=licences.meaning,
        licence_text=TEXTS.get,
        literally=addresses.literally,
        host=host,
        on_page=addresses.on_page,
        page_name=page_name,
        partial_date=wording.partial_date,
        recognising=addresses.recognising,
        quarter_name=i18n.quarter_name,
        sorted_by=addresses.sorted_by,
        translated=i18n.translated,
        with_query=addresses.with_query,
        with_label=addresses.with_label,
        without_exclusion=addresses.without_exclusion,
        without_filter=addresses.without_filter,
        without_filters=addresses.without_filters,
        in_all_versions=addresses.in_all_versions,
        in_newest_versions=addresses.in_newest_versions,
    )
    app.jinja_env.globals.update(
        language=i18n.language,
        in_language=in_language,
        search_url=search_url,
        signed_in=signed_in,
        filtered_url=filtered_url,
        feed_url=feed_url,
        subscribing_url=subscribing_url,
        search_for=search_for,
        everything=everything,
        page_url=page_url,
        term_url=term_url,
    )


def bare_heading(passage: PassageHit | Passage) -> str:
    """Return the heading above a passage without the number of the agenda item, where that is told beside it."""
    return (_NUMBER.sub("", passage.heading) or passage.heading) if passage.agenda_item else passage.heading


def host(address: str) -> str:
    """Return who a page belongs to, as people name a website: without "www." and without the page's own path."""
    return (urlsplit(address).hostname or address).removeprefix("www.")


def page_name(address: str) -> str:
    """Return what the last part of a page's address says, in words, to tell two pages of one website apart.

    "…/archiv_2022_treffen_de.html" is "archiv 2022 treffen de"; a website's first page has no name: "".
    """
    last = unquote(urlsplit(address).path).rstrip("/").rpartition("/")[2]
    words = _BETWEEN_WORDS.sub(" ", _ENDING.sub("", last)).strip()
    return textwrap.shorten(words, PAGE_NAME_LENGTH, placeholder=" …")


def search_url(asked: SearchRequest) -> str:
    """Return the address of a search."""
    address: dict[str, Any] = {**addresses.write_request(asked)}
    return url_for("search.results", **address)


def feed_url(asked: SearchRequest) -> str:
    """Return the address of the feed of a search; order and page do not count."""
    address: dict[str, Any] = {**addresses.write_request(asked)}
    for name in ("sortierung", "seite"):
        address.pop(name, None)
    return url_for("feeds.public", **address)


def subscribing_url(asked: SearchRequest) -> str:
    """Return the address of the page that tells how to subscribe to a search."""
    address: dict[str, Any] = {**addresses.write_request(asked)}
    return url_for("feeds.subscribe", **address)


def search_for(facet: str, *values: str) -> SearchRequest:
    """Return the search for everything that has one of some values of a facet."""
    return SearchRequest(filters={facet: values})


def everything() -> SearchRequest:
    """Return the search for everything."""
    return SearchRequest()


def filtered_url(facet: str, *values: str) -> str:
    """Return the address of a search for everything that has one of some values of a facet."""
    return search_url(SearchRequest(filters={facet: values}))


def filters_url(labels: Mapping[str, str]) -> str:
    """Return the address of a search for everything that has one label of each of some facets."""
    return search_url(SearchRequest(filters={facet: (label,) for facet, label in labels.items()}))


def term_url(term: str) -> str:
    """Return the address of a search for a term of the glossary."""
    return search_url(SearchRequest(term))


def in_language(code: str) -> str:
    """Return the address of the current page in another language."""
    if request.endpoint is None or request.method != "GET":
        return url_for("start.index", lang=code)
    asked = MultiDict(request.args)
    asked[i18n.PARAMETER] = code
    return f"{quote(request.path)}?{urlencode(list(asked.items(multi=True)))}"
