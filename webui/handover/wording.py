"""Why nothing is handed over or taken over, in one plain German sentence that says what to do."""

from collections.abc import Mapping

from archive.errors import ArchiveError
from archive.handover.errors import BagError, BagFault, TargetNotEmptyError, TargetUnusableError

_GET_ANOTHER = "Bitten Sie um eine neue Kopie der Übergabe."
_DO_NOT_USE = "Verwenden Sie diese Übergabe nicht, und fragen Sie nach, woher sie kommt."

#: Why a bag is not taken over → what is said of it; {} is the place.
FAULTS: Mapping[BagFault, str] = {
    BagFault.NO_BAG: "{} ist keine Übergabe (kein BagIt-Ordner). Nennen Sie den Ordner mit der Datei bagit.txt.",
    BagFault.FETCHES: f"Der Ordner verlangt, Dateien von anderswo zu holen ({{}}). {_DO_NOT_USE}",
    BagFault.NOT_A_FILE: f"{{}} ist eine Verknüpfung oder ein Gerät und keine Datei. {_DO_NOT_USE}",
    BagFault.LEADS_OUTSIDE: f"Das Verzeichnis der Dateien nennt einen unzulässigen Pfad ({{}}). {_DO_NOT_USE}",
    BagFault.UNLISTED: f"{{}} steht in keinem Verzeichnis der Übergabe. Entfernen Sie die Datei, wenn sie nicht dazu "
    f"gehört, oder: {_GET_ANOTHER}",
    BagFault.MISSING: f"{{}} fehlt in der Übergabe. {_GET_ANOTHER}",
    BagFault.ALTERED: f"{{}} ist nicht mehr, was übergeben wurde: Die Prüfsumme stimmt nicht. {_GET_ANOTHER}",
    BagFault.TOO_LARGE: f"{{}} ist größer, als das Archiv annimmt. {_GET_ANOTHER}",
    BagFault.UNREADABLE: f"Die Angaben in {{}} sind nicht lesbar oder widersprechen sich. {_GET_ANOTHER}",
    BagFault.NEWER: "Die Übergabe wurde mit einer neueren Fassung dieses Programms gemacht (Schema {}). "
    "Bringen Sie das Programm auf den neuesten Stand, und versuchen Sie es noch einmal.",
    BagFault.NO_HOLDINGS: "Der BagIt-Ordner ist in Ordnung, enthält aber keinen Katalog dieses Archivs ({} fehlt). "
    "Seine Dateien nehmen Sie mit „ingest“ auf.",
}


def handover_saying(error: ArchiveError) -> str:
    """Return what is said about an error of a hand-over, and of another error nothing."""
    match error:
        case BagError(fault=fault, place=place):
            return FAULTS[fault].format(place)
        case TargetNotEmptyError(path=path):
            return (
                f"Der Ordner {path} ist nicht leer. Nennen Sie einen neuen oder leeren Ordner; nichts wurde geändert."
            )
        case TargetUnusableError(path=path, reason=reason):
            return (
                f"Der Ordner {path} lässt sich nicht anlegen oder füllen ({reason}). Nennen Sie einen Ordner, in den "
                "Sie schreiben dürfen und in dem genug Platz ist; nichts blieb zurück."
            )
        case _:
            return ""
