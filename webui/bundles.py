"""Files of several documents in one."""

import tempfile
import zipfile
from collections.abc import Iterable

from flask import send_file
from werkzeug.wrappers import Response

from archive.errors import ArchiveError
from archive.values import Description
from webui.accesses import note_access
from webui.services import services

#: A pack up to this many bytes is made in memory, a larger one on disk.
IN_MEMORY = 8 << 20


def bundle(name: str, documents: Iterable[Description]) -> Response:
    """Return the current versions of documents as a pack that is saved under a name.

    Each file is called by its document's code and its own name, so that no two are the same and each is found again.
    """
    packed = tempfile.SpooledTemporaryFile(max_size=IN_MEMORY)  # noqa: SIM115 - the server closes it when it is sent
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as pack:
        for document in documents:
            note_access(document)
            _put(pack, document)
    packed.seek(0)
    response = send_file(packed, mimetype="application/zip", as_attachment=True, download_name=name)
    response.headers["Cache-Control"] = "no-store"
    return response


def _put(pack: zipfile.ZipFile, document: Description) -> None:
    """Put a document's file into a pack; one that is missing in the store is told by a text in its place."""
    name = f"{document.code} {document.file_name.rpartition('/')[2]}"
    try:
        path = services().archive.path(document.checksum)
    except ArchiveError:
        pack.writestr(f"{name} fehlt.txt", "Diese Datei fehlt im Archiv.\n")
        return
    # The day of packing tells nothing: the same files make the same pack.
    member = zipfile.ZipInfo(name, (1980, 1, 1, 0, 0, 0))
    member.compress_type = zipfile.ZIP_DEFLATED
    with path.open("rb") as source, pack.open(member, "w") as target:
        while block := source.read(1 << 20):
            target.write(block)
