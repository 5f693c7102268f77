"""Descriptions of single young people: what is said of one can be traced to one."""

import re
from collections.abc import Iterator

from indexer.structure.personal.datum import PersonalKind, Span

#: One person: an initial, "ein Mädchen", "Jugendliche (16)", a first name with an age.
_YOUNG = (
    r"(?:Jugendliche[rn]?|Junge|Mädchen|Schüler(?:in)?|Klient(?:in)?|junge[rn]?\s(?:Mann|Frau|Geflüchtete[rn]?)|Teenager"
    r"|Kind|Tochter|Sohn|Bruder|Schwester)"
)
_ONE = (
    r"(?:(?<![\w.])[A-ZÄÖÜ]\.(?!\s?[A-ZÄÖÜ]?\.)(?=[\s,(])"
    rf"|(?<!\w)(?:[Dd](?:er|ie)|[Ee]ine?[mnr]?)\s+(?:\w+\s+)?{_YOUNG}|(?<!\w){_YOUNG}(?=\s*\()"
    r"|(?<!\w)[A-ZÄÖÜ][a-zäöüß]{2,14}(?=\s*[,(]\s*\d{1,2}(?:\s|\))))"
)
_YEARS = r"\b(?:[5-9]|1\d|2[0-7])\b"
_AGE = rf"(?:{_YEARS}\s*(?:\)|-?\s?Jahre?\b|-?\s?jährig\w*|J\.)|\bKlasse\s?\d{{1,2}}\b)"
#: What makes a description delicate: origin, status of residence, illness, offences, family.
_DELICATE = (
    r"(?:\baus\s+(?:dem\s+|der\s+)?[A-ZÄÖÜ][a-zäöüß]+(?:ien|istan|ea|ei|an|ak|il|en|a|o)?\b"
    r"|\bDuldung\w*|\bgeduldet\w*|\bAufenthalts\w+|\bAsyl\w*|\bAbschiebung\w*|\bunbegleitet\w*|\b[Gg]eflüchtet\w*"
    r"|\bDiagnose\w*|\bdepressi\w+|\btraumati\w+|\bpsychisch\w*|\bsuizid\w*|\bschwanger\w*|\bSucht\w*"
    r"|\bdrogenabhängig\w*|\bstraffällig\w*|\bvorbestraft\w*|\bGewalt\s+(?:in|erfahren|durch)\b|\bKindeswohl\w*"
    r"|\bInobhutnahme\w*|\bPflegefamilie\w*|\bSchulverweis\w*|\bmuslim\w*|\bhomosexuell\w*|\btransgender\b)"
)
_SENTENCE = re.compile(r"[^\n.!?]*(?:(?<=[A-ZÄÖÜ\d])\.|[^\n.!?])+[.!?]?")
_ONE_OF = re.compile(_ONE)
_OLD = re.compile(_AGE)
_IS_DELICATE = re.compile(_DELICATE)
#: Several people together cannot be told apart.
_MANY = re.compile(
    r"\b(?:\d+|zwei|drei|vier|fünf|sechs|sieben|acht|neun|zehn|elf|zwölf|viele|alle|einige|mehrere)\s+(?:\w+\s+)?"
    r"(?:Jugendliche|Personen|Kinder|Menschen|Schüler\w*|Teilnehm\w*|Frauen|Männer|Mädchen|Jungen)\b",
    re.IGNORECASE,
)


def find_cases(text: str) -> Iterator[Span]:
    """Yield sentences that tell of one young person with age and something delicate."""
    for sentence in _SENTENCE.finditer(text):
        words = sentence.group()
        if _ONE_OF.search(words) and _OLD.search(words) and _IS_DELICATE.search(words) and not _MANY.search(words):
            start = sentence.start() + len(words) - len(words.lstrip())
            yield Span(PersonalKind.SINGLE_CASE, start, start + len(words.strip()))
