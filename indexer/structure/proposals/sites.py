"""Which sites a document is about: not where people met, and not every town it mentions."""

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from itertools import pairwise

from indexer.structure.methods.card import CardField
from indexer.structure.methods.labels import field_named
from indexer.structure.proposals.known import KnownNames, KnownSite
from indexer.structure.proposals.outline import Line, Outline, Place
from indexer.structure.proposals.proposal import Field, Proposal

#: Towns and quarters whose names are common nouns too; they count only where the words around them mean a place.
COMMON_NOUNS = frozenset({"Halle", "Hof", "Essen", "Soest", "Kehl", "Weil", "Singen", "Stade", "Rain"})
#: Lower-case articles and adjectives before it make a noun of it: "in der Halle", "im Hof".
_A_NOUN = re.compile(r"\b(?:de[rmns]|die|das|eine[rmns]?|ein|zu[rm]|beim?|vom|am|unsere[rmns]?|\w+e[nrms])\s+$")
_IN = re.compile(r"(?:\b(?:in|nach|aus|Standorte?s?|Stadt|Projektleitung(?:en)?|JMD)|[,/]|\bund)\s+$")
#: Frankfurt (Oder), Halle (Westfalen) are other towns.
_ELSEWHERE = re.compile(r"\s*(?:\(Oder\)|/\s?Oder|an der Oder|\(Westf\w*\.?\))")
#: "St. Gallus" is a church.
_SAINT = re.compile(r"\b(?:St\.|Sankt)\s+$")

_HELD_AT = re.compile(r"(?:tagungs|veranstaltungs|sitzungs)?ort|wo|adresse|raum|anreise|treffpunkt", re.IGNORECASE)
_ABOUT = re.compile(r"standorte?|quartiere?|stadtteile?|art\b.*|region|projektstandort|einsatzort", re.IGNORECASE)
_PRESENT = re.compile(r"anwesen\w*|teilnehm\w*|wer|vertreten\w*", re.IGNORECASE)
_WRITTEN_BY = re.compile(
    r"protokoll\w*|leitung|moderation|verfass\w*|verteiler|gäste?|kontakt|entschuldigt", re.IGNORECASE
)

#: How much a mention counts towards "about".
_WEIGHTS: Mapping[Place, float] = {
    Place.TITLE: 5.0,
    Place.RUNNING: 5.0,
    Place.FILE_NAME: 4.0,
    Place.LEAD: 4.0,
    Place.HEADING: 1.5,
    Place.BODY: 1.0,
}
#: A site named in front is what a document is about; one named only inside must be named often.
_IN_FRONT = 4.0
_OFTEN = 4.0
#: Of all mentions inside, so many must be of one site: a report from all sites is about none of them.
_SHARE = 0.34
#: A paper that tells of one site's experience is likely about it, and as likely of use to all.
_TRIED_OUT = 0.55
#: The site stands in the first words.
_OPENING = 40
#: A list of more sites than this names those who came.
_MOST_SITES = 6


@dataclass(slots=True)
class _Mentions:
    """What is said of one site."""

    front: float = 0.0
    inside: float = 0.0
    lines: list[tuple[float, Line]] = field(default_factory=list)


def propose_sites(document: Outline, catalogue: KnownNames) -> Iterator[Proposal]:
    """Yield the sites a document is about, the surest first."""
    mentions = _mentions(document, catalogue)
    inside = sum(each.inside for each in mentions.values())
    proposals = [
        Proposal(Field.SITE, label, confidence, _evidence(each.lines[0][1]), each.lines[0][1].page)
        for label, each in mentions.items()
        if (confidence := _confidence(each, inside)) > 0
    ]
    if not proposals:
        yield from _tried_out(document, catalogue)
    elif len(proposals) <= _MOST_SITES:
        yield from sorted(proposals, key=lambda proposal: -proposal.confidence)


def _tried_out(document: Outline, catalogue: KnownNames) -> Iterator[Proposal]:
    """Yield the site whose experience a method paper tells first: "Erfahrungen: Peine 2020: …"."""
    for line, following in pairwise(document.lines):
        if field_named(line.text) is CardField.EXPERIENCE or line.label.startswith("erfahrung"):
            told = line if line.label else following
            for label in sites_in(told.text[:_OPENING], catalogue)[:1]:
                yield Proposal(Field.SITE, label, _TRIED_OUT, told.text, told.page)
            return


def sites_in(text: str, catalogue: KnownNames) -> tuple[str, ...]:
    """Return the labels of the sites a text names, in its order, each once."""
    labels = {name.casefold(): site.label for site in catalogue.sites for name in site.names}
    if not labels:
        return ()
    found = (found["name"].casefold() for found in _names(catalogue.sites).finditer(text) if _is_meant(found))
    return tuple(dict.fromkeys(labels[name] for name in found))


def _mentions(document: Outline, catalogue: KnownNames) -> Mapping[str, _Mentions]:
    mentions: defaultdict[str, _Mentions] = defaultdict(_Mentions)
    known = _without_strange_quarters(document, catalogue)
    for line in document.lines:
        named = sites_in(line.text, known)
        weight = _weight(line, len(named))
        for label in named if weight else ():
            each = mentions[label]
            each.lines.append((weight, line))
            if weight >= _IN_FRONT:
                each.front = max(each.front, weight)
            else:
                each.inside += weight + _acts(label, line.text)
    for each in mentions.values():
        each.lines.sort(key=lambda weighed: -weighed[0])
    return mentions


def _without_strange_quarters(document: Outline, catalogue: KnownNames) -> KnownNames:
    """Return the names with those quarters that many towns have, where the document names their town."""
    text = "\n".join(line.text for line in document.lines)
    named = set(sites_in(text, catalogue))
    sites = tuple(
        KnownSite(site.label, site.place, (*site.names, *site.shared_quarters), ()) if site.label in named else site
        for site in catalogue.sites
    )
    return KnownNames(sites, catalogue.topics, catalogue.meetings, catalogue.meeting_kinds)


def _weight(line: Line, named: int) -> float:
    """Return how much a line that names so many sites counts; where people met and who wrote counts nothing."""
    if line.place is not Place.FIELD:
        return _WEIGHTS[line.place]
    if _HELD_AT.fullmatch(line.label) or _WRITTEN_BY.match(line.label):
        return 0.0
    if _ABOUT.fullmatch(line.label):
        return _IN_FRONT
    is_region = _PRESENT.match(line.label) and 1 < named <= _MOST_SITES
    return _IN_FRONT if is_region else 1.0


def _acts(label: str, text: str) -> bool:
    """Tell whether a text calls a site by its office: "der Standort Peine hat …"."""
    return bool(re.search(rf"\bStandorte?s?\s+{re.escape(label.partition(' ')[0])}", text))


@lru_cache(maxsize=8)
def _names(sites: tuple[KnownSite, ...]) -> re.Pattern[str]:
    """Return what finds every name of some sites, the longest first; abbreviations and nouns keep their case."""
    names = sorted({name for site in sites for name in site.names}, key=len, reverse=True)
    shapes = (re.escape(name) if _keeps_case(name) else f"(?i:{re.escape(name)})" for name in names)
    return re.compile(rf"(?<!\w)(?P<name>{'|'.join(shapes)})s?(?!\w)")


def _keeps_case(name: str) -> bool:
    return len(name) <= 3 or name in COMMON_NOUNS  # noqa: PLR2004 - "FFM", "HH"


def _is_meant(found: re.Match[str]) -> bool:
    """Tell whether a name means the town: nouns only where the words around them speak of a place."""
    before, after = found.string[: found.start()], found.string[found.end() :]
    if _ELSEWHERE.match(after) or _SAINT.search(before):
        return False
    return found["name"] not in COMMON_NOUNS or _is_place(before, after)


def _is_place(before: str, after: str) -> bool:
    """Tell whether a noun between these words is a town."""
    if after.startswith((" (Saale)", " an der Saale", "/Saale", "-")):
        return True
    if _A_NOUN.search(before):
        return False
    return bool(_IN.search(before)) or not before.strip(" :|·-–")


def _confidence(mentions: _Mentions, all_inside: float) -> float:
    """Return how sure it is that a document is about a site, 0 where it is not proposed."""
    share = mentions.inside / all_inside if all_inside else 0.0
    if mentions.front:
        return round(min(0.98, 0.82 + 0.02 * mentions.front + 0.1 * share), 3)
    if mentions.inside >= _OFTEN and share >= _SHARE:
        return round(min(0.78, 0.5 + 0.3 * share), 3)
    return 0.0


def _evidence(line: Line) -> str:
    return f"{line.label}: {line.text}" if line.label else line.text
