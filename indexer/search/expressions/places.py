"""Recognises sites, by their names, the names of their quarters and the adjectives made of them."""

import re
from collections.abc import Iterator

from indexer.analysis.german import GermanAnalysis
from indexer.search.expressions.expression import Carrying, Expression, Fit, Subject, Use
from indexer.search.expressions.words import Names, Spoken
from indexer.structure.proposals.known import KnownNames, KnownSite
from indexer.structure.proposals.sites import COMMON_NOUNS

#: Before a noun that names a town too, one of these says that the town is meant: "Standort Halle", "in Essen".
_TOWN = re.compile(r"\b(?:in|aus|nach|Standorte?s?|Stadt|JMD)\s+$", re.IGNORECASE)
#: Behind it, these do: "Halle (Saale)".
_OF_TOWN = re.compile(r"\s*(?:\(Saale\)|an der Saale|/\s?Saale)")
#: Shorter names are abbreviations and count in capitals only: "HH".
SHORTEST_WORD = 3
#: One letter with a point may be anything.
FEWEST_INITIALS = 2


class Sites:
    """Finds the sites a query names. Whoever names a place means what is about it, and what was held there."""

    def __init__(self, german: GermanAnalysis, known: KnownNames) -> None:
        self._fits = {site.label: _fits(site, known) for site in known.sites}
        self._names = Names(
            german,
            ((form, (name, site.label)) for site in known.sites for name in site.names for form in _forms(name)),
        )

    def find(self, text: str, words: tuple[Spoken, ...]) -> Iterator[Expression]:
        """Yield the sites named in a text."""
        for start, end, (name, label) in self._names.find(words):
            typed = text[start:end]
            if _is_meant(name, text, start, end):
                fits = self._fits[label]
                until = _end_of_label(name, label, text, end)
                yield Expression(start, until, text[start:until], Subject.SITE, label, fits, Use.FRAME, typed)


def _fits(site: KnownSite, known: KnownNames) -> tuple[Fit, ...]:
    held = tuple(meeting.title for meeting in known.meetings if site.place and meeting.place == site.place)
    about = Carrying("site", (site.label,))
    return (about, Carrying("meeting", held)) if held else (about,)


def _forms(name: str) -> Iterator[str]:
    """Yield a name and the adjectives made of it: "Gothaer", "Peiner", "Dresdner", "Bremer"."""
    yield name
    if name.isalpha() and not name.isupper():
        yield f"{name}r" if name.endswith("e") else f"{name}er"
        if name.endswith("en"):
            yield f"{name[:-2]}ner"
            yield f"{name[:-1]}r"


def _end_of_label(name: str, label: str, text: str, end: int) -> int:
    """Return where a name ends with the rest of its label in initials, if they follow: "a.M." behind "Frankfurt"."""
    initials = [re.escape(word[0]) for word in re.findall(r"\w+", label.removeprefix(name))]
    if not label.startswith(name) or len(initials) < FEWEST_INITIALS:
        return end
    letters = r"\.\s*".join(initials)
    found = re.compile(rf"\s*{letters}(?:\.|(?!\w))", re.IGNORECASE).match(text, end)
    return found.end() if found else end


def _is_meant(name: str, text: str, start: int, end: int) -> bool:
    """Tell whether a word means the town rather than a noun or another abbreviation."""
    if len(name) < SHORTEST_WORD:
        return text[start:end] == name
    if name not in COMMON_NOUNS:
        return True
    return bool(_TOWN.search(text[:start]) or _OF_TOWN.match(text, end))
