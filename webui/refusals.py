"""Why a file was not taken in, and what its owner can do about it."""

from collections.abc import Mapping

from archive.errors import (
    EmptyFileError,
    PackFault,
    RefusalError,
    TooLargeError,
    UnsafePackError,
    UnsupportedFormatError,
)
from webui.i18n import gettext, mark, translated
from webui.wording import Notice, file_kind, file_size

#: Why a pack is not opened, where its owner can understand it from the pack itself.
PACK_FAULTS: Mapping[PackFault, str] = {
    PackFault.DAMAGED: mark("Dieses ZIP-Archiv oder eine Datei darin ist beschädigt."),
    PackFault.ENCRYPTED: mark("Dieses ZIP-Archiv ist mit einem Passwort geschützt."),
    PackFault.TOO_MANY: mark("Dieses ZIP-Archiv enthält zu viele Dateien."),
    PackFault.TOO_LARGE: mark("Dieses ZIP-Archiv ist entpackt zu groß."),
}

UNSAFE = mark("Dieses ZIP-Archiv lässt sich nicht gefahrlos entpacken.")


def refusal(error: RefusalError) -> Notice:
    """Put a refusal into words."""
    match error:
        case EmptyFileError():
            return Notice(
                gettext("Die Datei ist leer."),
                gettext("Öffnen Sie sie in Ihrem Programm, speichern Sie sie neu und versuchen Sie es noch einmal."),
            )
        case TooLargeError(size=size, limit=limit):
            return Notice(
                gettext(
                    "Die Datei ist mit %(size)s größer als %(limit)s.", size=file_size(size), limit=file_size(limit)
                ),
                gettext("Verkleinern Sie Bilder darin, oder teilen Sie die Datei."),
            )
        case UnsupportedFormatError(media_type=media_type):
            return Notice(
                gettext("Dieses Format (%(kind)s) nimmt das Archiv nicht auf.", kind=file_kind(media_type)),
                gettext("Speichern Sie das Dokument als PDF oder DOCX und laden Sie diese Datei hoch."),
            )
        case UnsafePackError(reason=reason):
            return Notice(
                translated(PACK_FAULTS.get(reason, UNSAFE)),
                gettext("Entpacken Sie es auf Ihrem Rechner und laden Sie die Dateien einzeln hoch."),
            )
        case _:
            return Notice(gettext("Die Datei wurde nicht aufgenommen."), gettext("Fragen Sie die Koordination."))
