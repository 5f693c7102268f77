"""What a passage may be, and the labels that say so."""

import re
from dataclasses import dataclass
from enum import StrEnum


class PassageKind(StrEnum):
    """What a passage is; the German label is the value."""

    AGENDA_ITEM = "Tagesordnungspunkt"
    DECISION = "Beschluss"
    RESULT = "Ergebnis"
    TASK = "Aufgabe"
    METHOD_STEP = "Methodenschritt"
    INFORMATION = "Information"


@dataclass(frozen=True, slots=True)
class Label:
    """A label found at the start of a block."""

    kind: PassageKind
    #: What follows the label; "" where it stands alone and speaks for the blocks after it.
    rest: str


#: Labels as minutes write them, each before a colon or alone in its line. "Beschlussvorschlag" is no decision.
_LABELS: tuple[tuple[PassageKind, str], ...] = (
    (
        PassageKind.DECISION,
        r"Beschl[uü]ss(?:e|fassung)?|(?:Vereinbarung|Verabredung|Entscheidung|Festlegung)(?:en)?",
    ),
    (PassageKind.RESULT, r"(?:Zwischen|Gesamt)?[Ee]rgebnis(?:se|sicherung)?|(?:Zwischenf|F)azit"),
    (
        PassageKind.TASK,
        (
            r"(?:Arbeitsa|A)ufgaben?|To[\s-]?[Dd]o(?:'?s|-?Liste)?|TODOS?|(?:Arbeitsa|A)uftr(?:ag|äge)|Maßnahmen?"
            r"|Offene Punkte|Nächste Schritte|Weiteres Vorgehen|Wer macht was"
        ),
    ),
    (PassageKind.METHOD_STEP, r"Ablauf|Durchführung|Schritte?(?: für Schritt)?"),
)
_BULLET = r"^\s*(?:[•\-–*·▪]\s*)?(?:\(\s*)?"
#: "Beschluss 3/2019:", "Ergebnis 2:", "Aufgaben zu TOP 4:", "Auftrag an das Servicebüro:", "Beschluss (einstimmig):".
_ADDITION = (
    r"(?:\s+(?:Nr\.\s*)?\d+(?:[./]\d+)*)?"
    r"(?:\s+(?:zu|zum|zur|aus|an|für)\s[^:]{1,40}(?=:))?"
    r"(?:\s*\([^():]{1,40}\)(?=\s*:))?"
)
_PATTERNS = tuple(
    (kind, re.compile(rf"{_BULLET}(?i:{words}){_ADDITION}\s*(?::\s*(?P<rest>.*)|\??$)", re.DOTALL))
    for kind, words in _LABELS
)

#: A proposal is laid before the meeting; what becomes of it is told elsewhere.
_PROPOSAL = re.compile(_BULLET + r"(?:Beschluss(?:vorschlag|antrag|entwurf|vorlage)|Antrag|Vorschlag)\b[^:]{0,40}:")


def read_label(text: str) -> Label | None:
    """Return the label at the start of a block, or None."""
    for kind, pattern in _PATTERNS:
        found = pattern.match(text)
        if found:
            return Label(kind, (found.group("rest") or "").strip())
    return None


def is_proposal(text: str) -> bool:
    """Tell whether a text is labelled as a proposal to be decided on."""
    return bool(_PROPOSAL.match(text))
