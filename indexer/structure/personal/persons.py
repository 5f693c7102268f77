"""Names of people: after "Herr" and "Frau", in lines that say who was there, at birth dates and signatures."""

import re
from collections.abc import Iterator

from indexer.structure.personal.datum import PersonalKind, Span

#: A word that can be a name: "Özdemir", "Meier-Schulze", "D'Angelo", "McKay".
NAME = r"(?:[A-ZÄÖÜÇŞĆČŁŽ]['’]?[a-zäöüßçşćčłžığéèáàíóúôêëïñ]+(?:[A-ZÄÖÜ][a-zäöüß]+)?(?:-[A-ZÄÖÜ][a-zäöüß]+)?)"
#: "von", "van der", "de la" within a name.
PARTICLE = r"(?:(?:von|van|de|del|della|di|da|el|al|zu|vom|zum|ten)\s(?:der\s|den\s|la\s|und\szu\s)?)?"
_INITIAL = r"(?:[A-ZÄÖÜ]\.\s?){0,2}"
FULL_NAME = rf"{_INITIAL}(?:{NAME}\s){{0,2}}{PARTICLE}{NAME}"

_TITLES = r"(?:Prof\.\s*|Professor(?:in)?\s+|Dr\.\s*(?:med\.|phil\.|jur\.|rer\.\s?\w+\.)?\s*|Dipl\.-\w+\.?\s*)"
_ADDRESSED = re.compile(
    rf"(?<!\w)(?:(?:Herrn?|Frau|Hr\.|Fr\.|Frl\.)\s+{_TITLES}?|{_TITLES})(?P<name>{_INITIAL}(?:{NAME}\s)?{PARTICLE}{NAME}"
    r"|[A-ZÄÖÜ]\.(?!\s?[A-Z]?\d))",
)

#: Endings and words of functions and groups: who has them is a role, not a person.
_ROLE = re.compile(
    r"(?:leitung(?:en)?|leiter(?:in(?:nen)?)?|kraft|kräfte|koordination|koordinator(?:in(?:nen)?)?|assistenz(?:en)?"
    r"|beauftragte[rn]?|vertretung(?:en)?|vertreter(?:in(?:nen)?)?|mitarbeite\w*|student(?:in(?:nen)?)?|praktikant\w*"
    r"|referent(?:in(?:nen)?)?|minister(?:in|ium|ien|iums)?|meister(?:in)?|manager(?:in(?:nen)?)?|management|büro|amt|stelle"
    r"|gruppe[n]?|team[s]?|person(?:en)?|gäste?|jugendliche[rn]?|fachkräfte|ehrenamtliche[rn]?|standorte?[sn]?|träger[ns]?"
    r"|verein[es]?|stadt|bezirk[s]?|vorstand[s]?|präsident(?:in)?|doktor|kolleg\w*|teilnehm\w*|eltern|mütter|väter|frauen?"
    r"|männer|kinder|moderation|protokoll\w*|anwesend\w*|entschuldigt\w*|alle[rn]?|niemand|keine[rn]?|name[n]?|vorname[n]?)$",
    re.IGNORECASE,
)
#: Places and words of sentences that begin like names.
_NO_NAME = re.compile(
    r"(?:Aus|Bis|Der|Die|Das|Den|Dem|Ein|Eine|Für|Im|In|Von|Zum|Zur|Und|Sowie|Je|Ca|Uhr|Saal|Ort|Datum|Beginn|Ende|Trägergruppen?"
    r"|Polizei|Schule|Kunst|Wohnungswirtschaft|Servicebüro|Quartier\w*|Region|Bund|Land|Kommune|Verwaltung|Wissenschaft|Presse"
    r"|Nord|Süd|Ost|West|Mitte|Digital|Online|Video\w*|Zoom|Ministerien|Programm\w*|Projekt\w*|Fach\w*|Standort\w*|Stadt\w*|Sozial\w*)$"
)

_PRESENT_LINE = re.compile(
    r"^[^\w\n]{0,12}(?:Anwesen(?:d|de|heit)|Teilnehm(?:er|ende|erinnen|er:innen|er\*innen)[\w/*:]*|Entschuldigte?|Abwesende?|Gäste?"
    r"|Es fehl(?:en|t)|Verteiler|Protokoll(?:ant(?:in)?|führung|führer(?:in)?)?|Schriftführ(?:ung|er|erin)|Moderation"
    r"|(?:Sitzungs)?[Ll]eitung|Verfasst von|Verfasser(?:in)?|Ansprechpartner(?:in)?|Ansprechperson|Kontakt)"
    r"(?:\s*\([^)]*\))?\s*[:|]\s*(?P<who>.+)$",
    re.IGNORECASE | re.MULTILINE,
)
_APART = re.compile(r"\s*(?:[,;/|·•]|\bund\b|\bu\.|\bsowie\b|\(|\))\s*")
_PERSON = re.compile(rf"(?:(?:Herr|Frau|Hr\.|Fr\.)\s+)?{_TITLES}?(?P<name>{FULL_NAME}|{NAME}\s[A-ZÄÖÜ]\.)")
_MOST_WORDS = 4


def find_addressed(text: str) -> Iterator[Span]:
    """Yield names after "Herr", "Frau", "Dr."."""
    for found in _ADDRESSED.finditer(text):
        if not is_role(found["name"]):
            yield Span(PersonalKind.NAME, *found.span())


def find_listed(text: str) -> Iterator[Span]:
    """Yield the names in lines that say who was present, excused or took the minutes."""
    for line in _PRESENT_LINE.finditer(text):
        offset = line.start("who")
        for part, start in _parts(line["who"]):
            if is_full_name(part):
                yield Span(PersonalKind.NAME, offset + start, offset + start + len(part))


def bare_name(text: str) -> str:
    """Return a name without what addresses someone: "Frau Dr. Mira Muster" → "Mira Muster"."""
    found = _ADDRESSED.fullmatch(text) or _PERSON.fullmatch(text)
    return (found["name"] if found else None) or text


def is_full_name(text: str) -> bool:
    """Tell whether a text is nothing but a person's first and last name."""
    return bool(_PERSON.fullmatch(text)) and 1 < len(text.split()) <= _MOST_WORDS and not is_role(text)


def is_role(text: str) -> bool:
    """Tell whether a text names a function, a group or a place and not a person."""
    return any(_ROLE.search(word) or _NO_NAME.match(word) for word in re.split(r"[\s-]+", text))


def _parts(who: str) -> Iterator[tuple[str, int]]:
    """Yield the parts of an enumeration with their places."""
    position = 0
    for gap in [*_APART.finditer(who), None]:
        end = gap.start() if gap else len(who)
        part = who[position:end]
        yield part.strip(" .\t"), position + len(part) - len(part.lstrip(" .\t"))
        position = gap.end() if gap else len(who)
