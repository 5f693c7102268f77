"""Why a file was not taken in, and what its owner can do about it."""

from collections.abc import Mapping

from archive import formats
from archive.errors import (
    EmptyFileError,
    EmptyPackError,
    NoSuchFileError,
    PackFault,
    RefusalError,
    TooLargeError,
    UnsafePackError,
    UnsupportedFormatError,
)
from webui.i18n import gettext, mark
from webui.wording import Notice, file_size, translated_notice

#: Kind of refusal → what is said of it, where its facts do not matter.
NOTICES: Mapping[type[RefusalError], Notice] = {
    EmptyFileError: Notice(
        mark("Die Datei ist leer."),
        mark("Öffnen Sie sie in Ihrem Programm, speichern Sie sie neu und versuchen Sie es noch einmal."),
    ),
    EmptyPackError: Notice(
        mark("Diese ZIP-Datei ist leer."), mark("Prüfen Sie, ob es die richtige ist, oder packen Sie sie neu.")
    ),
    NoSuchFileError: Notice(mark("Diese Datei gibt es nicht."), mark("Prüfen Sie die Schreibweise des Namens.")),
    UnsupportedFormatError: Notice(
        mark("Dieses Dateiformat nimmt das Archiv nicht auf."),
        mark("Speichern Sie das Dokument als PDF oder DOCX und laden Sie diese Datei hoch."),
    ),
    RefusalError: Notice(mark("Die Datei wurde nicht aufgenommen."), mark("Fragen Sie die Koordination.")),
}

NESTED_PACK = Notice(
    mark("Eine ZIP-Datei in einer ZIP-Datei wird nicht entpackt."),
    mark("Entpacken Sie sie auf Ihrem Rechner und laden Sie die Dateien einzeln hoch."),
)
#: Why a pack is not opened, where more can be said than that it is not safe.
PACK_FAULTS: Mapping[PackFault, str] = {
    PackFault.DAMAGED: mark("Diese Datei ist beschädigt und lässt sich nicht öffnen."),
    PackFault.ENCRYPTED: mark("Diese Datei ist mit einem Passwort geschützt."),
    PackFault.TOO_MANY: mark("Diese ZIP-Datei enthält zu viele Dateien."),
    PackFault.TOO_LARGE: mark("Diese ZIP-Datei ist entpackt zu groß."),
}
UNSAFE = mark("Diese ZIP-Datei lässt sich nicht gefahrlos entpacken.")
PACK_ADVICE = mark("Bitten Sie um die einzelnen Dokumente ohne Passwort und laden Sie diese hoch.")


def refusal(error: RefusalError) -> Notice:
    """Put a refusal into words."""
    match error:
        case TooLargeError(size=size, limit=limit):
            return Notice(
                gettext(
                    "Die Datei ist mit %(size)s größer als %(limit)s.", size=file_size(size), limit=file_size(limit)
                ),
                gettext("Verkleinern Sie Bilder darin, oder teilen Sie die Datei."),
            )
        case UnsupportedFormatError(media_type=formats.PACK):
            return translated_notice(NESTED_PACK)
        case UnsafePackError(reason=reason):
            return translated_notice(Notice(PACK_FAULTS.get(reason, UNSAFE), PACK_ADVICE))
        case _:
            return translated_notice(NOTICES.get(type(error), NOTICES[RefusalError]))
