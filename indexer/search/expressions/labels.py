"""Recognises topics, keywords, kinds of documents and kinds of passages by their names."""

import re
from collections.abc import Iterator

from archive.values import DocumentKind
from indexer.analysis.german import GermanAnalysis
from indexer.search.expressions.expression import Carrying, Expression, Newest, Subject, Use
from indexer.search.expressions.words import Names, Spoken
from indexer.structure.kinds import PassageKind
from indexer.structure.proposals.known import KnownNames

_Meaning = tuple[Subject, str, tuple[Carrying, ...], Use]

#: What kinds of documents are called. Words that mostly say what a text is about are left out: Bericht, Analyse,
#: Befragung, Programm, Vorlage.
DOCUMENT_KINDS = {
    DocumentKind.PROTOKOLL: ("Protokoll", "Mitschrift", "Niederschrift"),
    DocumentKind.ERGEBNISDOKUMENTATION: ("Ergebnisdokumentation",),
    DocumentKind.METHODENPAPIER: ("Methodenpapier", "Methode"),
    DocumentKind.TAGESORDNUNG: ("Tagesordnung",),
    DocumentKind.PRAESENTATION: ("Präsentation",),
    DocumentKind.ARBEITSHILFE: ("Arbeitshilfe",),
    DocumentKind.PRAXISBEISPIEL: ("Praxisbeispiel",),
    DocumentKind.STECKBRIEF: ("Standort-Steckbrief", "Steckbrief"),
    DocumentKind.FOTOPROTOKOLL: ("Fotoprotokoll",),
    DocumentKind.FLYER: ("Flyer", "Broschüre"),
    DocumentKind.VORLAGE: ("Checkliste",),
}

#: What kinds of passages are called.
PASSAGE_KINDS = {
    PassageKind.DECISION: ("Beschluss", "beschlossen", "Vereinbarung", "vereinbart"),
    PassageKind.TASK: ("Aufgabe", "To-do", "Arbeitsauftrag"),
    PassageKind.RESULT: ("Ergebnis",),
}

#: Before the name of a kind, one of these means the newest of it.
_NEWEST = re.compile(r"\b(?:letzte|neu(?:e)?ste|aktuelle|aktuellste|jüngste)[nrs]?\s+$", re.IGNORECASE)

#: Where it is told how something is done.
METHOD_FITS = (
    Carrying("passage_kind", (PassageKind.METHOD_STEP.value,)),
    Carrying("kind", (DocumentKind.METHODENPAPIER.value,)),
)
#: Words for how something is done.
METHOD_WORDS = ("Anleitung", "Schritt für Schritt")


class Labels:
    """Finds the topics, keywords and kinds a query names."""

    def __init__(self, german: GermanAnalysis, known: KnownNames) -> None:
        self._names = Names(german, _named(known))

    def find(self, text: str, words: tuple[Spoken, ...]) -> Iterator[Expression]:
        """Yield the topics, keywords and kinds named in a text."""
        for start, end, (subject, label, fits, use) in self._names.find(words):
            yield Expression(start, end, text[start:end], subject, label, fits, use, text[start:end])
            newest = _NEWEST.search(text, 0, start)
            if newest and use is Use.FORM:
                typed, latest = text[newest.start() : end], tuple(Newest(fit.facet, fit.values) for fit in fits)
                yield Expression(newest.start(), end, typed, subject, typed, latest, use, text[start:end])


def _named(known: KnownNames) -> Iterator[tuple[str, _Meaning]]:
    for topic in known.topics:
        fits = (Carrying("topic", (topic.label,)),)
        # A topic's name is content: who asks for sport wants sport, on whatever topic a document was filed.
        yield from ((name, (Subject.TOPIC, topic.label, fits, Use.COUNTED)) for name in topic.names)
    for keyword in known.keywords:
        about = (Carrying("keyword", (keyword.label,)),)
        yield from ((name, (Subject.KEYWORD, keyword.label, about, Use.COUNTED)) for name in keyword.names)
    for kind, names in DOCUMENT_KINDS.items():
        fits = (Carrying("kind", (kind.value,)),)
        yield from ((name, (Subject.KIND, kind.value, fits, Use.FORM)) for name in names)
    for passage_kind, names in PASSAGE_KINDS.items():
        yield from ((name, passage_kind_meaning(passage_kind)) for name in names)
    yield from ((name, passage_kind_meaning(PassageKind.METHOD_STEP)) for name in METHOD_WORDS)


def passage_kind_meaning(kind: PassageKind) -> _Meaning:
    """Return what naming a kind of passage means."""
    fits = METHOD_FITS if kind is PassageKind.METHOD_STEP else (Carrying("passage_kind", (kind.value,)),)
    return Subject.PASSAGE_KIND, kind.value, fits, Use.FORM
