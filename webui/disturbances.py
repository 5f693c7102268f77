"""What readers are told when the disk, the catalogue or the index fails them, with the status programs go by."""

import sqlite3
from collections.abc import Mapping
from dataclasses import dataclass
from http import HTTPStatus

from werkzeug.exceptions import HTTPException, InternalServerError

from archive.faults import Fault, fault_of
from webui.i18n import mark
from webui.services import services
from webui.wording import Notice

#: Seconds after which it is worth asking again.
SOON = 10


@dataclass(frozen=True, slots=True)
class Disturbance:
    """Something that is wrong with the archive and goes by, or that its operator has to mend."""

    status: HTTPStatus
    notice: Notice
    #: Seconds after which to ask again; 0 where somebody has to do something first.
    wait: int = 0


_WRITING = mark("Lesen, Suchen und Herunterladen gehen weiter. Sagen Sie der Technik Bescheid.")

OF_FAULT: Mapping[Fault, Disturbance] = {
    Fault.FULL: Disturbance(
        HTTPStatus.INSUFFICIENT_STORAGE,
        Notice(mark("Der Speicherplatz ist voll: Nichts wurde gespeichert"), _WRITING),
    ),
    Fault.READ_ONLY: Disturbance(
        HTTPStatus.INSUFFICIENT_STORAGE,
        Notice(mark("Das Archiv kann gerade nicht schreiben: Nichts wurde gespeichert"), _WRITING),
    ),
    Fault.BUSY: Disturbance(
        HTTPStatus.SERVICE_UNAVAILABLE,
        Notice(
            mark("Das Archiv ist gerade beschäftigt: Nichts wurde gespeichert"),
            mark("Versuchen Sie es in einer Minute noch einmal."),
        ),
        SOON,
    ),
    Fault.DAMAGED: Disturbance(
        HTTPStatus.SERVICE_UNAVAILABLE,
        Notice(
            mark("Der Katalog des Archivs ist beschädigt"),
            mark("Die Technik muss ihn aus der letzten Sicherung zurückspielen. Die Originaldateien sind heil."),
        ),
    ),
    Fault.GONE: Disturbance(
        HTTPStatus.SERVICE_UNAVAILABLE,
        Notice(
            mark("Der Katalog des Archivs fehlt oder wurde ersetzt: Nichts wurde gespeichert"),
            mark("Die Technik muss das Archiv beenden, den Katalog zurückspielen und neu starten."),
        ),
    ),
}

REBUILDING = Disturbance(
    HTTPStatus.SERVICE_UNAVAILABLE,
    Notice(
        mark("Die Suche wird gerade neu aufgebaut"),
        mark("Versuchen Sie es in einer Minute noch einmal. Dokumente lassen sich schon jetzt öffnen."),
    ),
    SOON,
)


def disturbance(error: HTTPException) -> Disturbance | None:
    """Return what a page that failed comes from, or None where it was asked wrongly, or is a mistake of the program.

    Where the index is damaged, the worker is told to build it anew.
    """
    cause = error.original_exception if isinstance(error, InternalServerError) else None
    if cause is None:
        return None
    fault = fault_of(cause)
    if fault is Fault.DAMAGED and isinstance(cause, sqlite3.Error):
        # Not the catalogue, which is asked through SQLAlchemy: the texts, which can be read again from the files.
        services().texts.database.report_damage()
        return REBUILDING
    if fault is not None:
        return OF_FAULT[fault]
    return REBUILDING if services().searcher.distrust_damaged() else None
