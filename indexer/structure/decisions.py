"""Recognises what a meeting decided, from how German minutes word it.

A proposal, an adjournment and a rejected motion are no decisions: who looks up what was decided looks for what holds.
"""

import re

from indexer.structure.votes import read_vote
from indexer.structure.wording import any_of

_SETTLED = r"(?:beschlossen|vereinbart|festgelegt|verabredet|verabschiedet)"
_ACCEPTED = rf"(?:{_SETTLED}|angenommen|genehmigt|bestätigt|gewählt|entlastet|bewilligt|zugestimmt|befürwortet)"
_VOTED = any_of(
    *("einstimmig", "mehrheitlich", "einvernehmlich", "im Konsens", "ohne Gegenstimmen?"),
    r"(?:bei|mit)\s+(?:\w+\s+){0,3}\w*(?:stimmen?|enthaltung(?:en)?)",
)
_MEMBERS = any_of(
    *(
        r"Teilnehme(?:nden|r\w*)",
        "Anwesenden",
        r"Mitglieder\w*",
        "Beteiligten",
        "Runde",
        "Gruppe",
        r"(?:Mitglieder)?[Vv]ersammlung",
    ),
    "Standorte",
)
#: Who decides: the meeting as a whole, not one site or person that reports.
_MEETING = any_of(
    *(
        rf"(?:Die|Alle)\s+{_MEMBERS}",
        r"Der\s+(?:Vorstand|Beirat|Ausschuss)",
        r"Das\s+(?:Team|Plenum|Gremium)",
        "Wir",
        "Man",
    ),
)
_DECIDES = any_of(
    *(
        "beschließ(?:en|t)",
        "verabrede[nt]",
        "vereinbar(?:en|t)",
        r"entscheide[nt]\s+(?:sich|uns)",
        r"leg(?:en|t)\s+fest",
    ),
    r"(?:einig|verständig)(?:en|t)\s+(?:sich|uns)",
)
_MOTION = any_of(
    *(
        "[Aa]ntr[aä]ge?",
        "Protokolle?",
        "Tagesordnung",
        "Niederschrift",
        "Vorschl[aä]ge?",
        r"Haushalt\w*",
        r"Satzung\w*",
        "Budget",
    )
)
#: Within one sentence; the full stop of an ordinal or date does not end it.
_WITHIN = r"(?:[^.:]|(?<=\d)\.)"
_IS = r"\b(?:wird|wurde|werden|wurden|ist|sind)\b"

_CUES: tuple[tuple[float, re.Pattern[str]], ...] = tuple(
    (confidence, re.compile(cue))
    for confidence, cue in (
        # Es wird einstimmig beschlossen, …
        (0.85, rf"\bEs\s+(?:wird|wurde|ist)\s+(?:[\w-]+\s+){{0,5}}?{_SETTLED}\b"),
        # Der Antrag wurde bei zwei Enthaltungen angenommen.
        (0.85, rf"{_IS}{_WITHIN}{{0,120}}\b{_VOTED}\b{_WITHIN}{{0,80}}\b{_ACCEPTED}\b"),
        # Einstimmig angenommen.
        (0.85, rf"(?i:\b{_VOTED})\s+(?:\w+\s+){{0,3}}?{_ACCEPTED}\b"),
        # Die Wahl wird ohne Gegenstimmen vorgezogen.
        (0.8, rf"{_IS}{_WITHIN}{{0,120}}\b{_VOTED}\s+(?:[\w-]+\s+){{0,4}}?\w+(?:t|en)\b"),
        # Beschlossen wird außerdem: …
        (0.8, rf"^(?i:{_SETTLED})\s+(?:wird|wurde|werden|wurden|ist)\b"),
        # Die Teilnehmenden einigen sich darauf, …
        (0.8, rf"^{_MEETING}\s+(?:[\w-]+\s+){{0,3}}?{_DECIDES}\b"),
        (0.8, rf"^{_MEETING}\s+stimm(?:en|t)\s[^.]{{0,120}}\bzu\b"),
        # Die Tagesordnung wird ohne Änderung angenommen.
        (
            0.75,
            (
                rf"\b{_MOTION}\b{_WITHIN}{{0,120}}{_IS}\s+(?:[\w-]+\s+){{0,4}}?"
                r"(?:angenommen|genehmigt|verabschiedet|beschlossen|bewilligt|zugestimmt)\b"
            ),
        ),
        # … einrichten (einstimmig)
        (0.7, r"\((?i:einstimmig|mehrheitlich)[^)]{0,60}\)\s*\.?\s*$"),
    )
)

_NOT_DECIDED = re.compile(
    any_of(
        r"\b(?:vertagt|verschoben|zurückgestellt|zurückgezogen|abgelehnt|keine\s+Mehrheit)\b",
        r"\bkein(?:e|en)?\s+(?:Beschluss|Einigung|Entscheidung)\b",
        r"\b(?i:nicht)\s+(?:[\w-]+\s+){0,3}?(?:beschlossen|abgestimmt|angenommen|vereinbart|beschlussfähig|entschieden)\b",
        r"\b(?:möge|soll(?:e|te)?|könnte|müsste)\b[^.]{0,160}\b(?:beschließen|beschlossen\s+werden)\b",
        "Beschluss(?:vorschlag|antrag|entwurf|vorlage)",
    )
)
#: What stands behind the label of a decision that was none.
_EMPTY_DECISION = re.compile(r"(?i:vertagt|zurückgestellt|abgelehnt|kein(?:e|er)?\b|entfällt|[-–—/]*\Z)")
_VOTE_ONLY = re.compile(
    r"^(?:\W*(?:Abstimmung|Abstimmungsergebnis|(?:Das )?Ergebnis der Abstimmung|Votum)\b[^:]{0,20}:)", re.IGNORECASE
)
_WORD = re.compile(r"[^\W\d_]{3,}")
_VOTE_WORDS = re.compile(r"(?i:ja|nein|stimmen?|enthaltung(?:en)?|einstimmig|dafür|dagegen|gegenstimmen?|keine?|und)")


def decision_confidence(sentence: str) -> float:
    """Return how sure it is that a sentence without a label tells a decision; 0.0 where it does not."""
    if is_undecided(sentence):
        return 0.0
    told = max((confidence for confidence, cue in _CUES if cue.search(sentence)), default=0.0)
    return told or _vote_confidence(sentence)


def is_undecided(text: str) -> bool:
    """Tell whether a text says that something was put off, rejected or only proposed."""
    vote = read_vote(text)
    return bool(_NOT_DECIDED.search(text)) or (vote is not None and vote.is_rejection)


def is_empty_decision(rest: str) -> bool:
    """Tell whether what follows a label says that nothing was decided ("Beschluss: vertagt")."""
    vote = read_vote(rest)
    return bool(_EMPTY_DECISION.match(rest)) or (vote is not None and vote.is_rejection)


def is_vote(text: str) -> bool:
    """Tell whether a text is nothing but the vote on what stands before it."""
    if read_vote(text) is None:
        return False
    return bool(_VOTE_ONLY.match(text)) or not any(not _VOTE_WORDS.fullmatch(word) for word in _WORD.findall(text))


def _vote_confidence(sentence: str) -> float:
    """A sentence with a counted vote on both sides tells what was voted on."""
    vote = read_vote(sentence)
    counted = vote is not None and vote.yes is not None and vote.no is not None
    return 0.6 if counted and not is_vote(sentence) else 0.0
