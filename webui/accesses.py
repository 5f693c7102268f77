"""Keeps on record who opens documents that only the coordination may see."""

from flask import request

from archive.custody import AccessKind
from archive.values import Description, Visibility
from webui.guard import READING
from webui.reader import agent
from webui.services import services

#: Addresses that hand out files; all others show pages.
FILES = frozenset({"documents.original", "api.original", "meetings.files"})


def note_access(document: Description) -> None:
    """Record that the current page shows a document, if it is one of the coordination's."""
    if document.visibility is Visibility.COORDINATION and request.method in READING:
        kind = AccessKind.FILE if request.endpoint in FILES else AccessKind.PAGE
        services().archive.journal.record_access(document.code, agent(), kind)
