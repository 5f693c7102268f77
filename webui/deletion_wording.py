"""Deletion classes put into words."""

from collections.abc import Iterator, Mapping
from datetime import timedelta

from archive import batches, journal, reports, unanswered
from archive.accounts import links, sessions
from archive.accounts.values import LinkPurpose
from archive.deletion import ClassName, DeletionClass, Start
from webui.i18n import gettext, mark, translated

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

#: What else is kept, and for how long: name → sentence, with the days of the period if it has one.
OTHERS: Mapping[str, tuple[str, timedelta | None]] = {
    mark("Konten"): (mark("bis die Person selbst oder die Koordination sie entfernt"), None),
    mark("Anmeldungen im Browser"): (mark("höchstens %(days)s Tage"), sessions.LONGEST),
    mark("Einladungen"): (mark("höchstens %(days)s Tage"), links.DURATIONS[LinkPurpose.INVITATION]),
    mark("Wer Dokumente der Koordination geöffnet hat"): (mark("%(days)s Tage"), journal.KEPT),
    mark("Suchen ohne Treffer, ohne Konto und Adresse"): (mark("%(days)s Tage"), unanswered.KEPT),
    mark("Was zusammen hochgeladen wurde"): (mark("%(days)s Tage; die Dokumente bleiben"), batches.KEPT),
    mark("Meldungen zu Dokumenten"): (
        mark("bis sie erledigt sind, und dann %(days)s Tage; sonst so lange wie ihr Dokument"),
        reports.KEPT,
    ),
    mark("Ereignisse"): (
        mark("bleiben; sie enthalten keine Inhalte und nach dem Entfernen eines Kontos keine Namen"),
        None,
    ),
    mark("Sicherungskopien"): (
        mark(
            "bleiben so viele Stände, wie die Technik einstellt (--keep), längstens für die Frist, die mit dem "
            "Datenschutz vereinbart ist; was gelöscht wurde, kommt aus keiner Sicherung zurück, und die nächste "
            "Sicherung löscht dort auch seine Dateien"
        ),
        None,
    ),
}


def others() -> Iterator[tuple[str, str]]:
    """Yield what else is kept, with for how long."""
    for name, (sentence, period) in OTHERS.items():
        yield translated(name), gettext(sentence, days=str(period.days)) if period else translated(sentence)


def class_name(found: DeletionClass) -> str:
    """Return how a deletion class is called."""
    return translated(CLASSES[found.name])


def starts(found: DeletionClass) -> str:
    """Say what the period of a deletion class is counted from."""
    return translated(STARTS[found.start])
