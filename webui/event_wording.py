"""Events put into sentences: who did what to which document."""

from collections.abc import Callable, Mapping

from archive.accounts.values import TokenPurpose
from archive.custody import AccessKind, EventEntry, EventKind, FileState
from archive.erasure import ErasureReason
from archive.reports import Fault
from archive.rights import Role
from archive.values import Visibility
from indexer.structure.methods.card import CardField
from webui.agents import Agents
from webui.card_correcting import NAMES
from webui.i18n import gettext, mark, translated
from webui.report_wording import FAULTS

#: Kind of event → what was done; a %(detail)s is put into words first.
DEEDS: Mapping[EventKind, str] = {
    EventKind.ACCESSION: mark("hat das Dokument aufgenommen"),
    EventKind.NEW_VERSION: mark("hat eine neue Fassung aufgenommen"),
    EventKind.AMENDMENT: mark("hat Angaben geändert: %(detail)s"),
    EventKind.CORRECTION: mark("hat eine erkannte Stelle korrigiert: %(detail)s"),
    EventKind.CARD_CORRECTION: mark("hat Angaben zur Methode korrigiert: %(detail)s"),
    EventKind.FOLLOW_UP: mark("hat festgehalten, was aus einer Vereinbarung wurde: %(detail)s"),
    EventKind.PUBLICATION: mark("hat das Dokument veröffentlicht: %(detail)s"),
    EventKind.WITHDRAWAL: mark("hat das Dokument zurückgezogen: %(detail)s"),
    EventKind.DISCARD: mark("hat das Beispieldokument entfernt"),
    EventKind.ERASURE: mark("hat das Dokument endgültig gelöscht: %(detail)s"),
    EventKind.VERSION_ERASURE: mark("hat eine frühere Fassung endgültig gelöscht"),
    EventKind.REDACTION: mark("hat eine Fassung ohne Personenangaben angelegt"),
    EventKind.PERSONAL_DATA_LEFT: mark("hat Personenangaben so belassen: %(detail)s"),
    EventKind.ANSWER_GIVEN: mark("hat eine Auskunft erteilt"),
    EventKind.BECAME_VERSION: mark("hat den Entwurf als neue Fassung eingeordnet: %(detail)s"),
    EventKind.KEPT_APART: mark("hat das Dokument von einem ähnlichen unterschieden: %(detail)s"),
    EventKind.ENTRY_ADDED: mark("hat einen Eintrag angelegt: %(detail)s"),
    EventKind.ENTRY_RENAMED: mark("hat einen Eintrag umbenannt: %(detail)s"),
    EventKind.ENTRY_MERGED: mark("hat Einträge zusammengeführt: %(detail)s"),
    EventKind.ENTRY_CHANGED: mark("hat Art, Ort oder Tage eines Treffens geändert: %(detail)s"),
    EventKind.ALIAS_ADDED: mark("hat einen anderen Namen hinzugefügt: %(detail)s"),
    EventKind.ALIAS_REMOVED: mark("hat einen anderen Namen entfernt: %(detail)s"),
    EventKind.ACCOUNT_INVITED: mark("hat jemanden eingeladen: %(detail)s"),
    EventKind.ACCOUNT_REMOVED: mark("hat ein Konto entfernt: %(detail)s"),
    EventKind.LINK_MADE: mark("hat einen Link für ein neues Passwort gemacht: %(detail)s"),
    EventKind.ROLE_CHANGED: mark("hat eine Rolle geändert: %(detail)s"),
    EventKind.TOKEN_MADE: mark("hat einen Zugangsschlüssel angelegt: %(detail)s"),
    EventKind.TOKEN_REVOKED: mark("hat einen Zugangsschlüssel widerrufen: %(detail)s"),
    EventKind.SYNONYM_ADDED: mark("hat ein Synonym angelegt (Nr. %(detail)s)"),
    EventKind.SYNONYM_REMOVED: mark("hat ein Synonym entfernt (Nr. %(detail)s)"),
    EventKind.PATH_ADDED: mark("hat einen Lernpfad angelegt: %(detail)s"),
    EventKind.PATH_CHANGED: mark("hat einen Lernpfad geändert: %(detail)s"),
    EventKind.PATH_PUBLISHED: mark("hat einen Lernpfad veröffentlicht: %(detail)s"),
    EventKind.PATH_HIDDEN: mark("hat einen Lernpfad zurückgezogen: %(detail)s"),
    EventKind.PATH_REMOVED: mark("hat einen Lernpfad gelöscht: %(detail)s"),
    EventKind.METHOD_NOTE: mark("hat Angaben zur Methode gemacht%(detail)s"),
    EventKind.EXPERIENCE_OFFERED: mark("hat eine Erfahrung mitgeteilt: %(detail)s"),
    EventKind.EXPERIENCE_RELEASED: mark("hat eine Erfahrung freigegeben: %(detail)s"),
    EventKind.EXPERIENCE_REMOVED: mark("hat eine Erfahrung entfernt: %(detail)s"),
    EventKind.REPORT_MADE: mark("hat eine Meldung erhalten: %(detail)s"),
    EventKind.REPORT_DONE: mark("hat eine Meldung erledigt: %(detail)s"),
    EventKind.REPORT_REMOVED: mark("hat eine Meldung gelöscht: %(detail)s"),
    EventKind.DOSSIER_CHANGED: mark("hat die Einführung eines Handlungsfelds geändert: %(detail)s"),
    EventKind.FIXITY_CHECK: mark("hat alle Dateien geprüft: %(detail)s"),
    EventKind.FILE_DAMAGED: mark("hat eine Datei beschädigt gefunden: %(detail)s"),
    EventKind.FILE_MENDED: mark("hat eine beschädigte Datei wieder unversehrt gefunden"),
    EventKind.BACKUP: mark("hat den Bestand gesichert"),
    EventKind.RESTORATION: mark("hat den Bestand aus einer Sicherung zurückgeholt: Stand %(detail)s"),
}

#: Kind of event → how it is called where events are chosen by their kind.
KINDS: Mapping[EventKind, str] = {
    EventKind.ACCESSION: mark("Aufnahme"),
    EventKind.NEW_VERSION: mark("Neue Fassung"),
    EventKind.AMENDMENT: mark("Änderung von Angaben"),
    EventKind.CORRECTION: mark("Korrektur von Erkanntem"),
    EventKind.CARD_CORRECTION: mark("Korrektur einer Methode"),
    EventKind.FOLLOW_UP: mark("Was daraus wurde"),
    EventKind.PUBLICATION: mark("Veröffentlichung"),
    EventKind.WITHDRAWAL: mark("Zurückziehung"),
    EventKind.DISCARD: mark("Entfernen von Beispielen"),
    EventKind.ERASURE: mark("Löschung"),
    EventKind.VERSION_ERASURE: mark("Löschung einer Fassung"),
    EventKind.REDACTION: mark("Schwärzung"),
    EventKind.PERSONAL_DATA_LEFT: mark("Belassene Personenangaben"),
    EventKind.ANSWER_GIVEN: mark("Auskunft erteilt"),
    EventKind.BECAME_VERSION: mark("Einordnung als Fassung"),
    EventKind.KEPT_APART: mark("Unterscheidung von Ähnlichem"),
    EventKind.ENTRY_ADDED: mark("Neuer Eintrag"),
    EventKind.ENTRY_RENAMED: mark("Umbenennung"),
    EventKind.ENTRY_MERGED: mark("Zusammenführung"),
    EventKind.ENTRY_CHANGED: mark("Änderung eines Treffens"),
    EventKind.ALIAS_ADDED: mark("Weiterer Name"),
    EventKind.ALIAS_REMOVED: mark("Entfernter Name"),
    EventKind.ACCOUNT_INVITED: mark("Einladung"),
    EventKind.ACCOUNT_REMOVED: mark("Entfernen eines Kontos"),
    EventKind.LINK_MADE: mark("Link für ein neues Passwort"),
    EventKind.ROLE_CHANGED: mark("Änderung einer Rolle"),
    EventKind.TOKEN_MADE: mark("Neuer Zugangsschlüssel"),
    EventKind.TOKEN_REVOKED: mark("Widerruf eines Zugangsschlüssels"),
    EventKind.SYNONYM_ADDED: mark("Neues Synonym"),
    EventKind.SYNONYM_REMOVED: mark("Entferntes Synonym"),
    EventKind.PATH_ADDED: mark("Neuer Lernpfad"),
    EventKind.PATH_CHANGED: mark("Änderung eines Lernpfads"),
    EventKind.PATH_PUBLISHED: mark("Veröffentlichung eines Lernpfads"),
    EventKind.PATH_HIDDEN: mark("Zurückziehung eines Lernpfads"),
    EventKind.PATH_REMOVED: mark("Löschung eines Lernpfads"),
    EventKind.METHOD_NOTE: mark("Angaben zur Methode"),
    EventKind.EXPERIENCE_OFFERED: mark("Neue Erfahrung"),
    EventKind.EXPERIENCE_RELEASED: mark("Freigegebene Erfahrung"),
    EventKind.EXPERIENCE_REMOVED: mark("Entfernte Erfahrung"),
    EventKind.REPORT_MADE: mark("Neue Meldung"),
    EventKind.REPORT_DONE: mark("Erledigte Meldung"),
    EventKind.REPORT_REMOVED: mark("Gelöschte Meldung"),
    EventKind.DOSSIER_CHANGED: mark("Einführung eines Handlungsfelds"),
    EventKind.FIXITY_CHECK: mark("Prüfung der Dateien"),
    EventKind.FILE_DAMAGED: mark("Beschädigte Datei"),
    EventKind.FILE_MENDED: mark("Zurückgeholte Datei"),
    EventKind.BACKUP: mark("Sicherung"),
    EventKind.RESTORATION: mark("Zurückholen aus einer Sicherung"),
}

ACCESSES: Mapping[AccessKind, str] = {
    AccessKind.PAGE: mark("hat die Seite geöffnet"),
    AccessKind.FILE: mark("hat die Datei geöffnet"),
}

#: Fields of a document's metadata.
FIELDS: Mapping[str, str] = {
    "title": mark("Titel"),
    "kind": mark("Dokumentart"),
    "date": mark("Datum"),
    "meeting": mark("Treffen"),
    "sites": mark("Standorte"),
    "topics": mark("Handlungsfelder"),
    "keywords": mark("Schlagworte"),
    "visibility": mark("Sichtbarkeit"),
    "licence": mark("Lizenz"),
}

#: Why something was erased.
REASONS: Mapping[ErasureReason, str] = {
    ErasureReason.REQUESTED: mark("auf Wunsch einer Person"),
    ErasureReason.EXPIRED: mark("Löschfrist abgelaufen"),
    ErasureReason.DISCARDED: mark("Entwurf verworfen"),
    ErasureReason.REDACTED: mark("durch eine geschwärzte Fassung ersetzt"),
}

#: What an access token is for.
PURPOSES: Mapping[str, str] = {
    TokenPurpose.API: mark("für Programme"),
    TokenPurpose.FEED: mark("für einen Feed"),
}

#: Kinds of events that happened to an account.
OF_ACCOUNTS = frozenset({EventKind.ACCOUNT_INVITED, EventKind.LINK_MADE, EventKind.ROLE_CHANGED})

#: Counts of a fixity check.
COUNTS: Mapping[str, str] = {"files": mark("Dateien"), "missing": mark("fehlen"), "altered": mark("verändert")}


#: What is wrong with a file.
DAMAGES: Mapping[str, str] = {FileState.MISSING: mark("fehlt"), FileState.ALTERED: mark("verändert")}


def deed(event: EventEntry, agents: Agents | None = None) -> str:
    """Return what an event tells was done, without who did it.

    Args:
        event: What happened.
        agents: Those who may be named; without, nobody is.
    """
    said = DETAILS.get(event.kind, str)(event.detail)
    if agents and event.kind in OF_ACCOUNTS:
        said = _of_account(event.detail, agents, said)
    return gettext(DEEDS[event.kind], detail=said) if event.kind in DEEDS else f"{event.kind.value} {said}".strip()


def kind_name(kind: EventKind) -> str:
    """Return how a kind of event is called."""
    return translated(KINDS.get(kind, kind.value))


def _fields(detail: str) -> str:
    return ", ".join(translated(FIELDS.get(name, name)) for name in detail.split(",") if name)


def _facts(detail: str) -> str:
    """Return the names of facts of a method's card."""
    fields = (name for name in detail.split(",") if name in set(CardField))
    return ", ".join(translated(NAMES[CardField(name)]) for name in fields if CardField(name) in NAMES)


def _visibility(detail: str) -> str:
    return translated(Visibility[detail].value) if detail in Visibility.__members__ else detail


def _of_account(detail: str, agents: Agents, roles: str) -> str:
    """Return the roles of an account after whose it is; older events do not say."""
    agent = detail.rpartition(":")[0]
    return f"{agents.name(agent)} ({roles})" if agent else roles


def _roles(detail: str) -> str:
    """Return "Mitarbeitende → Datenschutz" for "9f…:STAFF>PRIVACY"."""
    names = detail.rpartition(":")[2].split(">")
    roles = (Role[name].value if name in Role.__members__ else name for name in names)
    return " → ".join(map(translated, roles))


def _entries(detail: str) -> str:
    """Return "peine → gotha" for "site:peine>gotha"."""
    return detail.partition(":")[2].replace(">", " → ")


def _passage(detail: str) -> str:
    return translated(detail or mark("weitere Angaben"))


def _core(detail: str) -> str:
    return translated(mark(": Kernmethode")) if detail else ""


def _counts(detail: str) -> str:
    """Return "58 Dateien, 0 fehlen, 0 verändert" for "files=58,missing=0,altered=0"."""
    pairs = (pair.partition("=") for pair in detail.split(","))
    return ", ".join(f"{number} {translated(COUNTS.get(name, name))}" for name, _, number in pairs)


def _damage(detail: str) -> str:
    return translated(DAMAGES.get(detail, detail))


def _purpose(detail: str) -> str:
    return translated(PURPOSES.get(detail, detail))


def _fault(detail: str) -> str:
    return translated(FAULTS[Fault(detail)]) if detail in set(Fault) else detail


def _reason(detail: str) -> str:
    return translated(REASONS[ErasureReason(detail)]) if detail in set(ErasureReason) else detail


#: Kind of event → what puts its detail into words.
DETAILS: Mapping[EventKind, Callable[[str], str]] = {
    EventKind.AMENDMENT: _fields,
    EventKind.CARD_CORRECTION: _facts,
    EventKind.CORRECTION: _passage,
    EventKind.FOLLOW_UP: translated,
    EventKind.PUBLICATION: _visibility,
    EventKind.WITHDRAWAL: _visibility,
    EventKind.ACCOUNT_INVITED: _roles,
    EventKind.ACCOUNT_REMOVED: _roles,
    EventKind.LINK_MADE: _roles,
    EventKind.ROLE_CHANGED: _roles,
    EventKind.METHOD_NOTE: _core,
    EventKind.FIXITY_CHECK: _counts,
    EventKind.FILE_DAMAGED: _damage,
    EventKind.ERASURE: _reason,
    **dict.fromkeys((EventKind.REPORT_MADE, EventKind.REPORT_DONE, EventKind.REPORT_REMOVED), _fault),
    EventKind.TOKEN_MADE: _purpose,
    EventKind.TOKEN_REVOKED: _purpose,
    **dict.fromkeys(
        (
            EventKind.ENTRY_ADDED,
            EventKind.ENTRY_RENAMED,
            EventKind.ENTRY_MERGED,
            EventKind.ENTRY_CHANGED,
            EventKind.ALIAS_ADDED,
            EventKind.ALIAS_REMOVED,
            EventKind.EXPERIENCE_OFFERED,
            EventKind.EXPERIENCE_RELEASED,
            EventKind.EXPERIENCE_REMOVED,
            EventKind.DOSSIER_CHANGED,
        ),
        _entries,
    ),
}
