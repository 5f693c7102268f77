"""What method papers call the facts of a card."""

import re
from collections.abc import Mapping

from indexer.structure.methods.card import CardField

#: Names of each fact, without closing signs.
NAMES: Mapping[CardField, tuple[str, ...]] = {
    CardField.AIM: ("ziel", "ziele", "zielsetzung", "lernziel", "lernziele", "absicht", "zweck", "das ist das ziel"),
    CardField.PURPOSE: (
        "worum geht es",
        "worum geht's",
        "worum es geht",
        "darum geht es",
        "darum geht's",
        "wozu",
        "wozu die methode gut ist",
        "kurzbeschreibung",
        "beschreibung",
        "kurz erklärt",
        "kurz gesagt",
        "in einem satz",
        "idee",
        "grundidee",
    ),
    CardField.TARGET_GROUP: ("zielgruppe", "zielgruppen", "für wen", "für wen ist das", "adressaten", "geeignet für"),
    CardField.AGE: ("alter", "altersgruppe", "altersgruppen", "altersempfehlung", "altersstufe", "empfohlenes alter"),
    CardField.GROUP: (
        "gruppengröße",
        "gruppe",
        "gruppenstärke",
        "teilnehmerzahl",
        "teilnehmeranzahl",
        "teilnehmendenzahl",
        "teilnehmer",
        "teilnehmende",
        "anzahl teilnehmende",
        "anzahl teilnehmer",
        "anzahl der teilnehmenden",
        "anzahl der teilnehmer",
        "zahl der teilnehmenden",
        "anzahl personen",
        "personenzahl",
        "personen",
        "tn",
        "tn-zahl",
        "wie viele",
        "wie viele personen",
    ),
    CardField.PREPARATION: (
        "vorbereitung",
        "vorbereitungen",
        "vorbereitungszeit",
        "vorbereitungsaufwand",
        "vorbereitungsdauer",
        "vor dem start",
        "vorab",
        "vorher",
        "vorlauf",
    ),
    CardField.DURATION: (
        "dauer",
        "zeit",
        "zeitbedarf",
        "zeitaufwand",
        "zeitrahmen",
        "zeitumfang",
        "zeitlicher rahmen",
        "durchführungszeit",
        "durchführungsdauer",
        "wie lange",
    ),
    CardField.MATERIAL: (
        "material",
        "materialien",
        "materialbedarf",
        "materialliste",
        "ausstattung",
        "das brauchen sie",
        "das brauchen wir",
        "das brauchst du",
        "das braucht ihr",
        "das braucht es",
        "das wird gebraucht",
        "was sie brauchen",
        "was man braucht",
        "was wird gebraucht",
        "sie brauchen",
        "ihr braucht",
    ),
    CardField.PHASE: ("phase", "projektphase", "arbeitsphase", "einsatzphase"),
    CardField.STEPS: (
        "ablauf",
        "durchführung",
        "so geht's",
        "so geht es",
        "wie geht's",
        "wie geht es",
        "so funktioniert's",
        "so funktioniert es",
        "so läuft's",
        "so läuft es ab",
        "schritte",
        "schritt für schritt",
        "arbeitsschritte",
        "vorgehen",
        "vorgehensweise",
        "anleitung",
        "umsetzung",
    ),
    CardField.VARIANTS: ("variante", "varianten", "variation", "variationen", "abwandlung", "abwandlungen"),
    CardField.WARNINGS: (
        "achtung",
        "vorsicht",
        "stolpersteine",
        "fallstricke",
        "hinweis",
        "hinweise",
        "tipp",
        "tipps",
        "wichtig",
        "zu beachten",
        "bitte beachten",
        "worauf zu achten ist",
        "worauf sie achten sollten",
        "grenzen",
        "risiken",
        "passt nicht, wenn",
    ),
    CardField.EXPERIENCE: (
        "erfahrung",
        "erfahrungen",
        "praxiserfahrung",
        "praxiserfahrungen",
        "erfahrungsbericht",
        "aus der praxis",
        "so war es bei uns",
        "kommentar",
    ),
    CardField.SOURCE: ("quelle", "quellen", "quellenangabe", "literatur", "urheber", "herkunft", "nach einer idee von"),
}

_FIELDS: Mapping[str, CardField] = {name.casefold(): field for field, names in NAMES.items() for name in names}

#: "3. Ablauf", "B) Material", "• Ziel".
_MARKER = re.compile(r"^(?:\(?(?:\d{1,2}(?:\.\d{1,2})*|[A-Za-z])[.)]\s+|[•●▪◦·*\-–#]+\s*)+")
#: "Teilnehmer*innen", "Teilnehmer/-innen".
_GENDER = re.compile(r"(?:[*:_/]|/-|\()innen\)?", re.IGNORECASE)
_IN_BRACKETS = re.compile(r"\s*\([^)]*\)\s*$")
#: "Ziele der Methode", "Ablauf im Überblick", "Erfahrungen aus zwei Standorten".
_OF_WHAT = re.compile(r"\s+(?:der|des|für|in|im|aus|mit|zur|zum|und|bei|beim)\s.{2,40}$")
#: "inhaltlicher Ablauf", "benötigtes Material", "mögliche Varianten".
_ADJECTIVE = re.compile(r"^[a-zäöü]{4,}(?:er|es|e)\s+")


def field_named(label: str) -> CardField | None:
    """Return the fact that a label or heading asks for, or None."""
    whole = fold_label(label)
    if len(whole.split()) > 6:  # noqa: PLR2004 - the longest name has five words
        return None
    for name in (whole, _ADJECTIVE.sub("", whole), _OF_WHAT.sub("", whole)):
        if name in _FIELDS:
            return _FIELDS[name]
    return None


def fold_label(label: str) -> str:
    """Return a label as it is compared: without marker, brackets, gender signs and closing signs, in lower case."""
    bare = _IN_BRACKETS.sub("", _GENDER.sub("", without_marker(label).replace("’", "'")))
    return " ".join(bare.casefold().split()).strip(" :?!.…*-–")


def without_marker(text: str) -> str:
    """Return a line without the number or bullet in front of it."""
    return _MARKER.sub("", text.strip())
