"""Addresses of entries that were merged into others go on leading somewhere."""

from typing import NoReturn

from flask import abort, redirect, url_for

from archive.errors import VocabularyKind
from webui.services import services

#: Vocabulary → the page of its entries.
PAGES = {VocabularyKind.SITE: "sites.site", VocabularyKind.MEETING: "meetings.meeting"}


def lead_on(vocabulary: VocabularyKind, key: str) -> NoReturn:
    """Lead from the page of an entry that is no more to that of its successor, or answer that there is none."""
    successor = services().archive.curation.successor(vocabulary, key)
    if successor is None:
        abort(404)
    abort(redirect(url_for(PAGES[vocabulary], key=successor), code=301))
