"""Erases a document, and with it those of its attachments that were chosen."""

from contextlib import suppress

from flask import request

from archive.erasure import ErasureReason
from archive.errors import UnknownDocumentError
from webui.reader import agent
from webui.services import services


def erase_with_attachments(code: str, reason: ErasureReason) -> None:
    """Destroy a document and its attachments that the form names; what somebody else erased meanwhile is gone."""
    archive = services().archive
    attached = {each.code for each in archive.attachments_of(code).get(code, ())}
    chosen = attached.intersection(request.form.getlist("anhang"))
    for each in (*sorted(chosen), code):
        with suppress(UnknownDocumentError):
            archive.erase(each, agent(), reason)
