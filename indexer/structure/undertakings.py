"""Recognises who takes something on where only the names of those who came tell a person from a thing."""

import re
from dataclasses import dataclass
from functools import lru_cache

from indexer.structure.wording import any_of

#: Characters; a longer sentence tells of something, or is none.
_LONGEST = 500

#: An arrow in either direction, as it is typed: "<- Maik", "-> Maik", "< Maik", "→ Maik".
ARROW = r"(?:<\s?-*|-+>|=>|→|⇒|➔|>)"
#: What parts the clauses of a note: "Anfrage / Maik schreibt", "06.05. - Maik macht den Vortrag".
_CLAUSE = rf"(?:^|\s[/–-]\s+|[:?,(]\s+|{ARROW}\s*)"
_FILLER = r"(?:\s+(?:mal|bitte|ggf\.|evtl\.|dann|noch|auch|selbst))*"
#: Verbs that tell how things are or what was said, and forms of the past, are no undertaking.
TELLS = any_of(
    *("ist", "sind", "war(?:en)?", "wird", "werden", "wurden?", "hat", "haben", "hatten?", "gibt", "geben", "gilt"),
    *("gelten", "kann", "können", "könnten?", "darf", "dürfen", "soll(?:en|te|ten)?", "muss", "müssen", "müsste"),
    *("will", "wollen", "möchten?", "steht", "stehen", "liegt", "liegen", "bleibt", "bleiben", "heißt", "braucht"),
    *("brauchen", "besteht", "zeigt", "berichte[nt]?", "schilder[nt]", "nennt", "nennen", "erzähl(?:t|en)", "betont"),
    *("erklärt", "fürchten", "findet", "finden", "kennt", "kennen", "endet", "beginnt", "begann", "läuft", "laufen"),
    *(
        "fehlt",
        "dauert",
        "kommt",
        "kommen",
        "scheitert",
        r"sagte?(?!.*\b[Bb]escheid)",
        "meinte?",
        "wartet",
        "stimmt",
        "wohnt",
    ),
)
#: Small words that end like verbs.
NO_VERB = any_of("und", "oder", "mit", "seit", "bereit", "nicht", "weit", "erst", "fast", "meist", "zuletzt", "jetzt")
#: What was done: "angeschrieben", "gefragt".
_PAST = r"(?:[a-zäöüß]{2,5})?ge[a-zäöüß]{2,}(?:t|en)\b"
#: The present of one or several; a participle ("geschickt", "angefragt") is none.
_VERB = rf"(?!(?:{NO_VERB}|{TELLS})\b)(?!{_PAST})[a-zäöüß]{{2,}}(?:t|en|ern|eln)"
_NAME = r"[A-ZÄÖÜ][\w-]+\.?(?:\s+[A-ZÄÖÜ]\b\.?)?"
#: "Halle / Ali" names a thing and who does it; "Doris/Ali" and "Doris, Ali" name two.
_TIGHT_JOIN = r"(?:\s*[,&+]\s*|/|\s+und\s+)"
_JOIN = r"(?:\s*[,/&+]\s*|\s+und\s+)"
_INVERTED_VERB = r"(?i:mach(?:en|t)?|übern(?:immt|ehmen)|ubernimmt|k[uü]mmer[nt]\s+sich)"
#: What was already done when it was written down: "Rathaus angeschrieben <- Maik".
_DONE = re.compile(rf"\b{_PAST}\s*{ARROW}\s*$")


@dataclass(frozen=True, slots=True)
class Undertaking:
    """Someone who takes on what a text says."""

    who: str
    #: Whether an arrow joins the person and the thing.
    is_marked: bool


def read_undertaking(text: str, people: frozenset[str]) -> Undertaking | None:
    """Return who of the people takes on what a text says, or None.

    Args:
        text: One sentence or line.
        people: Names of those who came.
    """
    if not people or len(text) > _LONGEST:
        return None
    for pattern in _patterns(people):
        for found in pattern.finditer(text):
            before = text[: found.start("who")]
            if not _DONE.search(before):
                return Undertaking(found["who"], bool(re.search(rf"\w.*{ARROW}\s*$", _opening(found))))
    return None


def _opening(found: re.Match[str]) -> str:
    """Return the text up to where the clause of an undertaking begins."""
    return found.string[: found.start("clause")]


@lru_cache(maxsize=8)
def _patterns(people: frozenset[str]) -> tuple[re.Pattern[str], ...]:
    name = rf"(?:{'|'.join(sorted(map(re.escape, people), key=len, reverse=True))})(?![\w-])"
    person = rf"(?:(?:Herr|Frau|Hr\.|Fr\.)\s+)?{name}(?:\s+(?:{name}|[A-ZÄÖÜ]\b))?\.?"
    others = rf"(?:(?:{_JOIN}){_NAME}){{0,5}}"
    who = rf"(?P<who>(?:{_NAME}{_TIGHT_JOIN}){{0,2}}{person}{others})"
    return tuple(
        re.compile(pattern)
        for pattern in (
            # "Anfrage stellen <- Maik", "Anfrage <- Maik fragt an", "Anfrage -> Maik mal nachfragen"
            rf"\S\s*{ARROW}\s*(?P<clause>){who}(?!,?\s+(?:{TELLS}|{_PAST})\b)",
            # "Maik schreibt ans Rathaus", "Rathaus / Maik schreibt"
            rf"{_CLAUSE}(?P<clause>){who},?(?:\s+[/–-])?{_FILLER}\s+{_VERB}\b",
            # "Rathaus / Maik wird ein Angebot einholen"
            rf"{_CLAUSE}(?P<clause>){who}\s+(?:wird|werden|soll|sollen|will|wollen)\s.*\b(?!{_PAST}|sein\b|werden\b)[a-zäöüß]+en\W*$",
            # "Rechnung macht Maik", "Server <- macht der Maik", "den Server richtet Maik ein"
            rf"(?P<clause>(?<![\w-]){_INVERTED_VERB})\s+(?:der\s+|die\s+)?{who}(?!\s+(?:und|oder)\b)",
            rf"\w\s+(?P<clause>{_VERB})\s+(?:der\s+|die\s+)?{who}(?:\s+[a-zäöü]{{2,4}})?\s*[.!]?\s*$",
            # "Die Seite wird von Maik überarbeitet"
            rf"\b(?P<clause>wird|werden)\s+(?:\w+\s+)?(?:von|durch)\s+{who}\s.*\b\w+(?:t|en)\b(?:\s+werden)?\W*$",
            # "Kabeltrommel / Maik"
            rf"\w\s+[/–-]\s+(?P<clause>){who}\W*$",
        )
    )
