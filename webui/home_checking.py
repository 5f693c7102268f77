"""Looks what is wrong with a home, and says in German what to do about it."""

from collections.abc import Iterator, Mapping

from archive.home_audit import HomeFault, HomeFaultKind, home_faults
from indexer.analysis.plain import PlainAnalysis
from indexer.index import sums
from indexer.index.schema import passage_schema
from indexer.index.view import is_sound
from webui.compose import Holdings, german_analysis
from webui.wording import file_size


def faults_of(holdings: Holdings) -> Iterator[HomeFault]:
    """Yield what is wrong with the home of some holdings."""
    yield from home_faults(holdings.archive.home)
    schema = passage_schema(german_analysis(), PlainAnalysis())
    for generations in holdings.areas:
        current = generations.current()
        if current and not (sums.is_intact(current) and is_sound(current, schema)):
            yield HomeFault(HomeFaultKind.DAMAGED_INDEX, current)


def saying(fault: HomeFault) -> str:
    """Return a sentence on what is wrong, and one on what to do."""
    facts = {"path": fault.path, "count": fault.count, "free": file_size(fault.count), "detail": fault.detail}
    return SAYINGS[fault.kind].format(**facts)


_BACK = (
    "Beenden Sie das Archiv und spielen Sie die letzte Sicherung zurück; "
    "die Originaldateien im Ordner „store“ sind davon nicht betroffen."
)

#: Fault → what is wrong, and what to do.
SAYINGS: Mapping[HomeFaultKind, str] = {
    HomeFaultKind.DAMAGED_CATALOGUE: f"Der Katalog {{path}} ist beschädigt ({{detail}}). {_BACK}",
    HomeFaultKind.BROKEN_REFERENCES: "Im Katalog verweisen Zeilen von „{detail}“ auf etwas, das fehlt: {count}. "
    f"{_BACK}",
    HomeFaultKind.OPEN_TO_OTHERS: "Andere Konten dieses Rechners kommen in den Ordner {path}. "
    "Schließen Sie ihn: chmod 700 {path}",
    HomeFaultKind.FOREIGN_OWNER: "Anderen Konten als dem des Archivs gehören Dateien oder Ordner darin: {count}, zum "
    "Beispiel {path}. Geben Sie sie zurück: chown -R --reference=ORDNER ORDNER (ORDNER ist der des Archivs)",
    HomeFaultKind.NEARLY_FULL: "Auf dem Datenträger von {path} sind nur noch {free} frei. "
    "Schaffen Sie Platz, bevor weiter hochgeladen wird.",
    HomeFaultKind.DAMAGED_INDEX: "Der Suchindex {path} ist beschädigt. Bauen Sie ihn neu auf: wissensarchiv reindex",
}
