"""What kind of document it is: by what it calls itself, and by how it is built."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import PurePath

from archive.values import DocumentKind
from indexer.extraction.pages import Page
from indexer.structure.methods.reading import read_method
from indexer.structure.proposals.outline import Line, Outline, Place
from indexer.structure.proposals.proposal import Field, Proposal

#: What documents of each kind are called.
NAMES: Mapping[DocumentKind, str] = {
    DocumentKind.FOTOPROTOKOLL: r"foto-?protokoll\w*|(?:abschrift|fotos?) der (?:flipcharts?|plakate|tafeln?)",
    DocumentKind.PROTOKOLL: r"(?!foto-?)(?:\w+-)?\w*protokoll(?:e?s|e)?|mitschrift|niederschrift|sitzungsnotizen?",
    DocumentKind.ERGEBNISDOKUMENTATION: r"(?:\w*-?)?dokumentation|ergebnis(?:sicherung|papier|bericht)",
    DocumentKind.METHODENPAPIER: r"methoden?(?:-?(?:papier|blatt|karte|beschreibung|steckbrief))?",
    DocumentKind.TAGESORDNUNG: r"(?:tagungs|veranstaltungs)?programm(?:s|heft)?|tagesordnung|agenda|einladung",
    DocumentKind.PRAESENTATION: r"präsentation|vortrag(?:sfolien)?|folien(?:satz)?",
    DocumentKind.ARBEITSHILFE: r"arbeitshilfe|handreichung|leitfaden|handbuch|ratgeber|glossar|praxishilfe",
    DocumentKind.PRAXISBEISPIEL: r"praxis-?beispiel|projektbeispiel|(?:mikro)?projekt-?steckbrief|gute praxis",
    DocumentKind.STECKBRIEF: r"(?:standort|quartiers|kurz)?-?steckbrief|standort-?(?:profil|porträt)",
    DocumentKind.BERICHT: r"\w*(?<!rechenschafts)bericht(?:s|e)?|(?:jahres)?rückblick|(?:jahres|schluss)bilanz",
    DocumentKind.ANALYSE: r"\w*-?befragung|\w*umfrage|\w*(?:sozialraum|bedarfs|quartiers)-?analyse|analyse|evaluation",
    DocumentKind.FLYER: r"flyer|faltblatt|broschüre|handzettel|plakat",
    DocumentKind.VORLAGE: r"\w*vorlage|check-?liste|\w*formular|\w*muster(?:text|brief|vereinbarung)?|antragsformular",
    DocumentKind.SONSTIGES: r"(?:akten)?vermerk|(?:info|rund)brief|rundschreiben|newsletter|pressemitteilung",
}
_NAMED = {kind: re.compile(rf"(?<![\w-])(?:{names})(?!\w)", re.IGNORECASE) for kind, names in NAMES.items()}
#: "Diese Arbeitshilfe zeigt …": a text that names its own kind.
_ITSELF = {
    kind: re.compile(rf"\b(?:dies(?:e[rsmn]?)|vorliegende[rsmn]?) (?:{names})(?!\w)", re.IGNORECASE)
    for kind, names in NAMES.items()
}

#: How far a name speaks for the kind, by where it stands.
_TRUST: Mapping[Place, float] = {Place.TITLE: 0.92, Place.LEAD: 0.88, Place.RUNNING: 0.87, Place.FILE_NAME: 0.72}
#: German puts the head of a phrase first: of two names the earlier one counts.
_LATER = 0.01
_ITSELF_TRUST = 0.8

_SLIDES = (".pptx", ".odp", ".ppt")
_MINUTES_HEAD = re.compile(
    r"protokoll\w*|schriftführ\w*|anwesen\w*|entschuldigt|teilnehm\w*|abwesend|gäste", re.IGNORECASE
)
_AGENDA = re.compile(
    r"^\W*(?:tagesordnung|agenda|TOP\s*\d|TO\b|beschl[uü]ss|top ?s\b)|^\W*(?:→|->)|\beinstimmig\b", re.IGNORECASE
)
_HOUR = re.compile(r"^\W*\d{1,2}[:.]\d{2}(?:\s*Uhr)?\s*(?:[-–|]|bis\b|\s)")
#: A programme has at least as many times.
_FEWEST_HOURS = 5


def propose_kind(document: Outline, pages: Sequence[Page], file_name: str) -> Iterator[Proposal]:
    """Yield the kind of document that most speaks for, or nothing."""
    found = [*_called(document), *_built(document, pages), *_shown(document, file_name)]
    if found:
        yield max(found, key=lambda proposal: proposal.confidence)


def _proposal(kind: DocumentKind, confidence: float, evidence: str, page: int) -> Proposal:
    return Proposal(Field.KIND, kind.value, round(confidence, 3), evidence, page)


def _called(document: Outline) -> Iterator[Proposal]:
    """Yield the kinds that the front of a document, or its own words, name."""
    for line, kind, found in _matches(document.front, _NAMED):
        later = _LATER * bool(line.text[: found.start()].strip())
        yield _proposal(kind, _TRUST[line.place] - later, line.text, line.page)
    for line, kind, found in _matches(document.lines, _ITSELF):
        yield _proposal(kind, _ITSELF_TRUST, found.group(), line.page)


def _matches(
    lines: Iterable[Line], patterns: Mapping[DocumentKind, re.Pattern[str]]
) -> Iterator[tuple[Line, DocumentKind, re.Match[str]]]:
    """Yield each line with each kind whose name it holds."""
    for line in lines:
        for kind, pattern in patterns.items():
            found = pattern.search(line.text)
            if found:
                yield line, kind, found


def _built(document: Outline, pages: Sequence[Page]) -> Iterator[Proposal]:
    """Yield the kinds that a document's parts speak for."""
    card = read_method(pages)
    if card:
        facts = [card.target_group, card.group, card.duration, card.age, *card.steps[:1], *card.material[:1]]
        stated = [fact for fact in facts if fact]
        first = card.aim or stated[0]
        yield _proposal(DocumentKind.METHODENPAPIER, 0.6 + 0.06 * len(stated), first.text, first.page)
    heads = [line for line in document.fields if _MINUTES_HEAD.fullmatch(line.label.split("(")[0].strip())]
    agenda = [line for line in document.lines if _AGENDA.match(line.text)]
    if heads and agenda and not card:
        yield _proposal(DocumentKind.PROTOKOLL, 0.86 if len(heads) == 1 else 0.94, *_words_of(heads[0]))
    hours = [line for line in document.lines if _HOUR.match(line.text)]
    if len(hours) >= _FEWEST_HOURS and not heads:
        yield _proposal(DocumentKind.TAGESORDNUNG, 0.75, hours[0].text, hours[0].page)


def _words_of(line: Line) -> tuple[str, int]:
    return f"{line.label}: {line.text}" if line.label else line.text, line.page


def _shown(document: Outline, file_name: str) -> Iterator[Proposal]:
    """Yield a presentation where the file is one."""
    if PurePath(file_name).suffix.lower() in _SLIDES:
        evidence = document.lines[0].text if document.lines else file_name
        yield _proposal(DocumentKind.PRAESENTATION, 0.93, evidence, 1)
