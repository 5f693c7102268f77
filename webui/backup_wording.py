"""Why nothing is backed up, or nothing comes back, in one plain German sentence that says what to do."""

from collections.abc import Mapping

from archive.backup.errors import BackupError, BackupFault, BackupKeyError, KeyFault
from archive.errors import ArchiveError

_OTHER = "Nehmen Sie einen anderen Stand (einen der Ordner mit Datum) oder eine andere Sicherung."

#: What hinders a backup, or makes it useless → what is said of it; {} is the place, {reason} what the system says.
FAULTS: Mapping[BackupFault, str] = {
    BackupFault.TOGETHER: "{} und das Archiv liegen ineinander: Was das eine zerstört, zerstört das andere. "
    "Nennen Sie einen Ordner anderswo, am besten auf einer anderen Platte.",
    BackupFault.NOT_EMPTY: "Im Ordner {} liegt etwas anderes als Sicherungen. "
    "Nennen Sie einen neuen oder leeren Ordner; nichts wurde geändert.",
    BackupFault.UNUSABLE: "Der Ordner {} lässt sich nicht anlegen oder füllen ({reason}). Nennen Sie einen Ordner, in "
    "den Sie schreiben dürfen und in dem genug Platz ist; frühere Sicherungen sind unverändert.",
    BackupFault.OTHER_ARCHIVE: "Im Ordner {} liegen Sicherungen eines anderen Archivs. "
    "Nennen Sie für dieses einen eigenen Ordner; nichts wurde geändert.",
    BackupFault.CATALOGUE: "Der Katalog {} lässt sich nicht fehlerfrei lesen ({reason}) und wurde nicht gesichert; "
    "frühere Sicherungen sind unverändert. Holen Sie den letzten guten Stand mit „restore“ zurück.",
    BackupFault.BUSY: "In den Ordner {} wird gerade schon gesichert. Warten Sie, bis das fertig ist.",
    BackupFault.NO_BACKUP: "In {} ist keine Sicherung. Nennen Sie den Ordner, in dem sicherung.json liegt, "
    "oder darin einen der Ordner mit Datum.",
    BackupFault.MISSING: f"{{}} fehlt in der Sicherung. {_OTHER}",
    BackupFault.ALTERED: f"{{}} ist nicht mehr, was gesichert wurde. {_OTHER}",
    BackupFault.UNREADABLE: f"Die Angaben in {{}} sind nicht lesbar oder widersprechen sich. {_OTHER}",
    BackupFault.NOT_A_FILE: "{} ist eine Verknüpfung oder ein Gerät und keine Datei. "
    "Benutzen Sie diese Sicherung nicht, und fragen Sie nach, woher sie kommt.",
    BackupFault.TOO_LARGE: f"{{}} ist größer, als die Sicherung selbst angibt. {_OTHER}",
    BackupFault.NEWER: "Die Sicherung {} wurde mit einer neueren Fassung dieses Programms gemacht. "
    "Bringen Sie das Programm auf den neuesten Stand, und versuchen Sie es noch einmal.",
}

#: What is wrong with a key → what is said of it; {} is the place.
KEY_FAULTS: Mapping[KeyFault, str] = {
    KeyFault.NEEDED: "Die Sicherungen in {} sind verschlüsselt. Nennen Sie mit --key-file die Schlüsseldatei.",
    KeyFault.NOT_NEEDED: "Die Sicherungen in {} sind nicht verschlüsselt. Lassen Sie --key-file weg, "
    "oder nennen Sie für verschlüsselte Sicherungen einen neuen Ordner.",
    KeyFault.WRONG: "Der Schlüssel in {} passt nicht zu dieser Sicherung. Nennen Sie die Schlüsseldatei, "
    "mit der sie gemacht wurde; ohne sie ist die Sicherung nicht zu lesen.",
    KeyFault.UNREADABLE: "Die Schlüsseldatei {} lässt sich nicht lesen. Nennen Sie eine Datei mit dem Schlüssel.",
    KeyFault.TOO_SHORT: "Der Schlüssel in {} ist zu kurz, um geheim zu bleiben. Er braucht mindestens 16 Zeichen; "
    "einen guten macht: openssl rand -base64 32",
    KeyFault.BADLY_PLACED: "Die Schlüsseldatei {} liegt im Archiv oder bei den Sicherungen: Sie ginge mit ihnen "
    "verloren oder fiele mit ihnen anderen in die Hände. Legen Sie sie an einen dritten Ort.",
}


def backup_saying(error: ArchiveError) -> str:
    """Return what is said about an error of a backup, and of another error nothing."""
    match error:
        case BackupError(fault=fault, place=place, reason=reason):
            return FAULTS[fault].format(place, reason=reason)
        case BackupKeyError(fault=fault, path=path):
            return KEY_FAULTS[fault].format(path)
        case _:
            return ""
