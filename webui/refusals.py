"""Why a file was not taken in, and what its owner can do about it."""

from collections.abc import Mapping
from pathlib import PurePosixPath

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
from webui.i18n import gettext, mark, translated
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

SINGLY = mark("Entpacken Sie sie auf Ihrem Rechner und laden Sie die Dateien einzeln hoch.")
NESTED_PACK = Notice(
    mark("Eine ZIP-Datei in einer ZIP-Datei wird nicht entpackt."),
    SINGLY,
)
PACK_AGAIN = mark("Packen Sie die Dokumente neu, oder laden Sie sie einzeln hoch.")
DO_NOT_OPEN = mark(
    "Öffnen Sie sie nicht. Fragen Sie nach, woher sie kommt, und bitten Sie um die Dokumente als einzelne Dateien."
)

#: Why a pack, or one of its members, is not opened.
PACK_FAULTS: Mapping[PackFault, Notice] = {
    PackFault.DAMAGED: Notice(mark("Diese Datei ist beschädigt und lässt sich nicht öffnen."), PACK_AGAIN),
    PackFault.ENCRYPTED: Notice(
        mark("Diese Datei ist mit einem Passwort geschützt."),
        mark("Öffnen Sie sie mit dem Passwort auf Ihrem Rechner und laden Sie die Dateien einzeln hoch."),
    ),
    PackFault.TOO_MANY: Notice(
        mark("Diese ZIP-Datei enthält zu viele Dateien."),
        mark("Verteilen Sie die Dateien auf mehrere ZIP-Dateien und laden Sie diese hoch."),
    ),
    PackFault.TOO_LARGE: Notice(mark("Diese ZIP-Datei ist entpackt zu groß."), SINGLY),
    PackFault.LEADS_OUTSIDE: Notice(
        mark("Diese ZIP-Datei würde beim Entpacken Dateien an fremde Orte schreiben und wird nicht geöffnet."),
        DO_NOT_OPEN,
    ),
    PackFault.NOT_A_FILE: Notice(
        mark("Diese ZIP-Datei enthält Verknüpfungen statt Dateien und wird nicht geöffnet."), PACK_AGAIN
    ),
    PackFault.BOMB: Notice(
        mark("Diese ZIP-Datei würde entpackt den ganzen Speicher füllen und wird nicht geöffnet."), DO_NOT_OPEN
    ),
}

#: Ending of a name → what people expect of a file that is called so.
ENDINGS = {f".{kind.lower()}": kind for kind in ("PDF", "DOCX", "ODT", "PPTX", "ODP", "XLSX", "ZIP")}


def refusal(error: RefusalError, name: str = "") -> Notice:
    """Put the refusal of a file of this name into words."""
    ending = PurePosixPath(name).suffix.lower()
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
        case UnsupportedFormatError() if ending in ENDINGS:
            return _disguised(ending)
        case UnsafePackError(reason=reason):
            return translated_notice(PACK_FAULTS[reason])
        case _:
            return translated_notice(NOTICES.get(type(error), NOTICES[RefusalError]))


def _disguised(ending: str) -> Notice:
    """Say of a file that its name promises what its content is not."""
    kind = ENDINGS[ending]
    return Notice(
        gettext("Diese Datei heißt „%(ending)s“, ist aber keine %(kind)s-Datei.", ending=ending, kind=kind),
        translated(PACK_AGAIN)
        if kind == "ZIP"
        else gettext(
            "Öffnen Sie das Dokument in dem Programm, mit dem es gemacht wurde, speichern Sie es dort als %(kind)s "
            "und laden Sie diese Datei hoch. Das Umbenennen allein genügt nicht.",
            kind=kind,
        ),
    )
