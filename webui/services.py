"""What the pages need from the rest of the programme, handed over once when the app is made."""

from dataclasses import dataclass, field
from typing import cast

from flask import current_app

from archive.archive import Archive
from indexer.index.texts import Texts
from indexer.search.searcher import Searcher
from webui.card_shelf import CardShelf
from webui.limits import Limits
from webui.page_pictures import PagePictures


@dataclass(frozen=True, slots=True)
class Services:
    """The archive, its search, its texts and its pages, and what everybody may still ask."""

    archive: Archive
    searcher: Searcher
    texts: Texts
    page_pictures: PagePictures = field(default_factory=PagePictures)
    card_shelf: CardShelf = field(default_factory=CardShelf)
    limits: Limits = field(default_factory=Limits)


#: The name under which the app keeps its services.
EXTENSION = "wissensarchiv"


def services() -> Services:
    """Return the services of the app that answers the current request."""
    return cast("Services", current_app.extensions[EXTENSION])
