"""Deletion classes put into words."""

from collections.abc import Mapping

from archive.deletion import ClassName, DeletionClass, Start
from webui.i18n import mark, translated

#: Deletion class → how it is called.
CLASSES: Mapping[ClassName, str] = {
    ClassName.DRAFT: mark("Entwürfe"),
    ClassName.EVIDENCE: mark("Nur Koordination: Teilnahmelisten, Fördernachweise"),
    ClassName.METHOD: mark("Methodenpapiere, Arbeitshilfen, Praxisbeispiele, Vorlagen, Broschüren"),
    ClassName.PHOTOS: mark("Fotoprotokolle"),
    ClassName.MEMORY: mark("Alles Übrige: Gedächtnis des Programms"),
}

#: What a period is counted from → how that is said.
STARTS: Mapping[Start, str] = {
    Start.ARRIVAL: mark("ab dem Hochladen oder Zurückziehen"),
    Start.YEAR: mark("ab dem 31. Dezember des Jahres, aus dem das Dokument ist"),
}


def class_name(found: DeletionClass) -> str:
    """Return how a deletion class is called."""
    return translated(CLASSES[found.name])


def starts(found: DeletionClass) -> str:
    """Say what the period of a deletion class is counted from."""
    return translated(STARTS[found.start])
