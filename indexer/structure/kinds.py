"""What kind of passage a block of a document is, told by its label."""

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


_BULLET = r"^\s*(?:[•\-–*·▪]\s*)?"

#: Labels as minutes write them, each before a colon or alone in its line. "Beschlussvorschlag" is no decision.
_LABELS: tuple[tuple[PassageKind, re.Pattern[str]], ...] = (
    (
        PassageKind.DECISION,
        re.compile(
            _BULLET + r"(?:Beschl[uü]ss(?:e|fassung)?|(?:Vereinbarung|Verabredung|Entscheidung|Festlegung)(?:en)?)"
            r"(?:\s+(?:Nr\.\s*)?\d+(?:[./]\d+)*)?\s*(?::\s*(?P<rest>.*)|$)",
            re.DOTALL,
        ),
    ),
    (
        PassageKind.RESULT,
        re.compile(
            _BULLET + r"(?:Ergebnis(?:se|sicherung)?|Fazit|Zwischenergebnis)\s*(?::\s*(?P<rest>.*)|$)", re.DOTALL
        ),
    ),
    (
        PassageKind.TASK,
        re.compile(
            _BULLET
            + r"(?:Aufgaben?|To[\s-]?[Dd]o'?s?|TODO|(?:Arbeitsa|A)uftr(?:ag|äge)|Offene Punkte|Nächste Schritte)"
            r"\s*(?::\s*(?P<rest>.*)|$)",
            re.DOTALL,
        ),
    ),
    (
        PassageKind.METHOD_STEP,
        re.compile(
            _BULLET + r"(?:Ablauf|Durchführung|Schritt(?:e| für Schritt)?(?:\s+\d+)?)\s*(?::\s*(?P<rest>.*)|$)",
            re.DOTALL,
        ),
    ),
)

#: A decision that carries no label: what the meeting as a whole settled.
_DECIDED = re.compile(
    r"\b(?:wird|wurde|werden|wurden)\b[^.]{0,80}\b(?:einstimmig|mehrheitlich)\b[^.]{0,60}\b(?:beschlossen|angenommen|vereinbart)\b"
    r"|\b(?:beschließen|beschließt)\s+(?:einstimmig|mehrheitlich)\b"
    r"|^Es (?:wird|wurde) (?:einstimmig |mehrheitlich )?(?:beschlossen|vereinbart|festgelegt|verabredet)\b"
)
_NOT_DECIDED = re.compile(
    r"\b(?:vertagt|zurückgestellt|zurückgezogen|abgelehnt|nicht (?:beschlossen|abgestimmt))\b|Beschlussvorschlag"
)

#: A task that carries no label: an arrow at the start of a line.
_ARROW = re.compile(r"^\s*(?:→|->|=>|⇒|➔)\s*")


def read_label(text: str) -> Label | None:
    """Return the label at the start of a block, or None."""
    for kind, pattern in _LABELS:
        found = pattern.match(text)
        if found:
            return Label(kind, (found.group("rest") or "").strip())
    return None


def kind_of(text: str) -> PassageKind | None:
    """Return the kind of a block that tells it by itself, or None."""
    label = read_label(text)
    if label and label.rest:
        return label.kind
    if _ARROW.match(text):
        return PassageKind.TASK
    if _DECIDED.search(text) and not _NOT_DECIDED.search(text):
        return PassageKind.DECISION
    return None
