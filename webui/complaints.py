"""Errors of the archive, put into one plain German sentence that says what to do."""

from collections.abc import Mapping

from archive.accounts.errors import AccountError
from archive.errors import ArchiveError, CatalogueLostError, HomeUnusableError, NewerCatalogueError, RefusalError
from archive.faults import Fault, fault_of
from indexer.judged_set import (
    QUERIES,
    BrokenLineError,
    JudgedSetError,
    MissingPartError,
    NothingJudgedError,
    UnknownQueryError,
)
from webui.account_wording import account_saying
from webui.backup_wording import backup_saying
from webui.compose import NoArchiveError
from webui.handover.wording import handover_saying
from webui.refusals import refusal
from webui.vocabulary_wording import vocabulary_saying


def complaint(error: ArchiveError) -> str:
    """Return what the command line says about an error."""
    match error:
        case HomeUnusableError():
            return _home_saying(error)
        case NoArchiveError(root=root):
            return (
                f"Im Ordner {root} ist kein Archiv. Nennen Sie mit --home den richtigen Ordner, "
                "oder legen Sie mit „start“ oder „ingest“ ein Archiv an."
            )
        case AccountError():
            return account_saying(error)
        case JudgedSetError():
            return _judged_set_saying(error)
        case RefusalError():
            return refusal(error).text
        case _:
            return (
                backup_saying(error) or handover_saying(error) or vocabulary_saying(error) or f"Das ging nicht: {error}"
            )


def _home_saying(error: HomeUnusableError) -> str:
    """Return what is said about a home that cannot be used."""
    match error:
        case NewerCatalogueError(path=path, schema=schema, newest=newest):
            return (
                f"Den Katalog {path} hat eine neuere Fassung dieses Programms geschrieben (Schema {schema}, diese "
                f"Fassung kennt {newest}). Nichts wurde geändert. Nehmen Sie die neuere Fassung des Programms, oder "
                "spielen Sie die Sicherung zurück, die vor der Aktualisierung gemacht wurde."
            )
        case CatalogueLostError(path=path):
            return (
                f"Im Ordner {path.parent} liegen Originaldateien, aber der Katalog {path.name} fehlt. Spielen Sie ihn "
                "aus der letzten Sicherung zurück. Nichts wurde geändert."
            )
        case HomeUnusableError(path=path, reason=reason) if (fault := fault_of(error.__cause__)) in _CATALOGUE:
            return f"Der Katalog {path} {_CATALOGUE[fault]} ({reason})."
        case _:
            return (
                f"Der Ordner {error.path} lässt sich nicht benutzen ({error.reason}). "
                "Bitte wählen Sie mit --home einen Ordner, in den Sie schreiben dürfen."
            )


#: What hinders the catalogue → what is said of it, up to the reason.
_CATALOGUE: Mapping[Fault | None, str] = {
    Fault.DAMAGED: "ist beschädigt. Beenden Sie das Archiv und spielen Sie die letzte Sicherung zurück; die "
    "Originaldateien im Ordner „store“ sind davon nicht betroffen",
    Fault.BUSY: "ist von einem anderen Programm gesperrt. Beenden Sie es, oder versuchen Sie es in einer Minute wieder",
    Fault.FULL: "lässt sich nicht schreiben. Wahrscheinlich ist der Datenträger voll: Schaffen Sie Platz",
    Fault.READ_ONLY: "lässt sich nicht schreiben. Geben Sie dem Konto des Archivs das Recht dazu",
}


def _judged_set_saying(error: JudgedSetError) -> str:
    """Return what is said about a folder of judged queries."""
    match error:
        case MissingPartError(folder=folder, names=names):
            return f"Im Ordner {folder} fehlt die Datei {' oder '.join(names)}."
        case BrokenLineError(path=path, line=line):
            wanted = _LINES.get(path.suffix, _LINES[".jsonl"])
            return f"Die Datei {path} ist in Zeile {line} nicht lesbar. Dort muss stehen: {wanted}."
        case UnknownQueryError(path=path, line=line, query=query):
            return f"Die Datei {path} nennt in Zeile {line} die Frage „{query}“; sie steht nicht in {QUERIES}."
        case NothingJudgedError(path=path):
            return f"Die Datei {path} nennt zu keiner Frage einen Text, der sie beantwortet."
        case _:
            return f"Das ging nicht: {error}"


#: Ending of a file of a judged set → what each of its lines holds.
_LINES = {
    ".jsonl": "ein JSON-Objekt mit „_id“ und „text“",
    ".tsv": "Frage, Text und Note (eine ganze Zahl), durch Tabulatoren getrennt",
}
