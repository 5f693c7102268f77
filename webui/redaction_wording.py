"""Why a redaction was not made, and what can be done instead."""

from indexer.redaction.errors import TraceLeftError, UnsafeFormatError
from webui.i18n import gettext, mark
from webui.redacting import AbsentWordsError, MissingRoleError, NothingDecidedError

#: Labels that other languages translate: kinds of personal data, and reasons why they stay.
LABELS = (
    mark("E-Mail-Adresse"),
    mark("Telefonnummer"),
    mark("Bankverbindung"),
    mark("Geburtsdatum"),
    mark("Anschrift"),
    mark("Teilnahmeliste"),
    mark("Unterschrift"),
    mark("Name"),
    mark("Einzelfall"),
    mark("kein Personenbezug (falsch erkannt)"),
    mark("dienstliche Angabe einer Stelle"),
    mark("Person des öffentlichen Lebens im Amt"),
    mark("Einwilligung liegt vor"),
)


def redaction_saying(error: Exception) -> str:
    """Put into words why nothing was changed."""
    match error:
        case MissingRoleError():
            return gettext("Bitte nennen Sie überall die Rolle, die statt der Angabe dastehen soll.")
        case NothingDecidedError():
            return gettext("Es ist noch nichts ausgewählt. Bitte entscheiden Sie über mindestens eine Angabe.")
        case AbsentWordsError(words=words):
            return gettext(
                "„%(words)s“ steht nicht in diesem Dokument. Nichts wurde geändert. Bitte prüfen Sie die Schreibweise, "
                "und geben Sie ganze Wörter an, so wie sie im Text stehen.",
                words=words,
            )
        case UnsafeFormatError():
            return gettext(
                "Diese Datei lässt sich nicht sicher schwärzen, weil die Angaben in Bildern stehen oder ihre Stellen "
                "nicht bekannt sind. Nichts wurde geändert. Schwärzen Sie die Datei in Ihrem Programm und laden Sie "
                "sie als neue Fassung hoch, oder zeigen Sie das Dokument nur der Koordination."
            )
        case TraceLeftError():
            return gettext(
                "Die neue Datei hätte eine der Angaben noch enthalten. Deshalb wurde nichts geändert. Zeigen Sie das "
                "Dokument nur der Koordination, und fragen Sie den Betrieb."
            )
        case _:
            return gettext(
                "Gerade lässt sich keine Datei lesen. Nichts wurde geändert. Versuchen Sie es später noch einmal."
            )
