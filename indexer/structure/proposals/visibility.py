"""Who may see a document: as it says itself, else as what it holds demands."""

import re
from collections.abc import Iterator, Sequence

from archive.values import Visibility
from indexer.extraction.pages import Page
from indexer.structure.personal.datum import PersonalDatum, PersonalKind
from indexer.structure.personal.finding import find_personal_data
from indexer.structure.personal.list_lines import begins_a_list, is_head_of_columns, names_a_list
from indexer.structure.proposals.outline import Line, Outline, Place
from indexer.structure.proposals.proposal import WORTH_CHECKING, Field, Proposal

_SAID = (
    (
        Visibility.DRAFT,
        re.compile(r"\bEntwurf(?:sfassung)?\b(?!\s+(?:eines|des|der|für))|\bin Bearbeitung\b|\bnicht freigegeben\b"),
    ),
    (
        Visibility.COORDINATION,
        re.compile(
            r"\bnur (?:für die |die )?(?:Programm)?[Kk]oordination\b|\bvertraulich\w*|\bnicht öffentlich\b"
            r"|\bnicht (?:an Standorte )?weiter(?:zu)?geben\b",
            re.IGNORECASE,
        ),
    ),
    (
        Visibility.INTERNAL,
        re.compile(
            r"\bnur (?:für )?(?:den )?(?:internen? Gebrauch|(?:die |alle )?Standorte|Mitarbeitende)\b|\bnur intern\b"
            r"|\bintern(?:es|e)? (?:Dokument|Papier|Arbeitspapier)\b",
            re.IGNORECASE,
        ),
    ),
)
_SAID_CONFIDENCE = 0.9

#: Data that not every colleague may see.
_DELICATE = (
    PersonalKind.ATTENDANCE_LIST,
    PersonalKind.SINGLE_CASE,
    PersonalKind.BIRTH_DATE,
    PersonalKind.IBAN,
)
_DELICATE_CONFIDENCE = 0.85
#: What stands there tells what the whole document is.
_NAMES_WHOLE = (Place.TITLE, Place.RUNNING, Place.FILE_NAME)


def propose_visibility(document: Outline, pages: Sequence[Page]) -> Iterator[Proposal]:
    """Yield who may see a document; nothing is ever proposed to be public."""
    for line in (*document.front, *document.fields):
        for visibility, pattern in _SAID:
            if pattern.search(line.text):
                yield Proposal(Field.VISIBILITY, visibility.value, _SAID_CONFIDENCE, line.text, line.page)
                return
    listed = next(_says_list(document), None)
    if listed:
        yield Proposal(Field.VISIBILITY, Visibility.COORDINATION.value, _DELICATE_CONFIDENCE, listed.text, listed.page)
        return
    delicate = next((datum for datum in find_personal_data(pages) if datum.kind in _DELICATE), None)
    if delicate:
        words = _words(delicate, pages)
        yield Proposal(Field.VISIBILITY, Visibility.COORDINATION.value, _DELICATE_CONFIDENCE, words, delicate.page)
    else:
        yield Proposal(Field.VISIBILITY, Visibility.INTERNAL.value, WORTH_CHECKING, "", 0)


def _says_list(document: Outline) -> Iterator[Line]:
    """Yield the lines that say the document is a list of those present: in front, or as the head of columns."""
    for line in document.lines:
        is_lead = line.place is Place.LEAD and begins_a_list(line.text)
        if (
            is_lead
            or (line.place in _NAMES_WHOLE and names_a_list(line.text))
            or (line.place is not Place.FIELD and is_head_of_columns(line.text))
        ):
            yield line


def _words(datum: PersonalDatum, pages: Sequence[Page]) -> str:
    """Return the first line of what was found: enough to find it, without repeating it all."""
    text = next(page.text for page in pages if page.number == datum.page)
    return text[datum.start : datum.end].split("\n", 1)[0]
