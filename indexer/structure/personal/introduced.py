"""Full names beside what tells whose they are: "der Jugendliche Mira Muster", "Mira Muster, geboren am …"."""

import re
from collections.abc import Iterator

from indexer.structure.personal.datum import PersonalKind, Span
from indexer.structure.personal.persons import NAME, PARTICLE, is_role
from indexer.structure.personal.queries import frequent_names

_YOUNG = (
    r"(?:Jugendliche[rn]?|Schüler(?:in|s)?|Teilnehmer(?:in|s)?|Teilnehmende[rn]?|Klient(?:in|en)?|Praktikant(?:in|en)?"
    r"|Besucher(?:in|s)?|Auszubildende[rn]?|Ehrenamtliche[rn]?|Junge[n]?|Mädchens?|Mutter|Vaters?|Bruders?|Schwester"
    r"|Sohn(?:e?s)?|Tochter|Kind(?:es)?)"
)
_AFTER = re.compile(rf"(?<![\w-]){_YOUNG}\s+(?P<name>{NAME}\s{PARTICLE}{NAME}(?:\s{NAME})?)")
_BEFORE = re.compile(
    rf"(?<![\w-])(?P<name>(?:{NAME}\s){{1,3}}{PARTICLE}{NAME})[,\s(]{{0,3}}"
    r"(?:(?:geb\.|geboren|wohnhaft|Geburtsdatum)(?!\w)|\*\s?\d|(?:ist|wurde)\s(?:am\s[^\n,;]{4,20}\s)?geboren(?!\w))"
)
#: Nouns that no last name ends with, or hardly one.
_THING = re.compile(
    r"(?:schule|haus|zentrum|werkstatt|projekt|club|klub|treff|treffen|straße|platz|quartier|\w{3}ung(?:en)?|heit(?:en)?"
    r"|keit(?:en)?|schaft(?:en)?|liste[n]?|kurs[es]?|angebot[es]?|woche[n]?|jahr[es]?)$",
    re.IGNORECASE,
)
_WORD = re.compile(r"\S+")
_FEWEST_WORDS = 2


def find_introduced(text: str) -> Iterator[Span]:
    """Yield full names after words for a young person or a relative, and before a birth or a place of living."""
    for found in _BEFORE.finditer(text):
        yield from _without_roles(text, *found.span("name"))
    for found in _AFTER.finditer(text):
        yield from _first_and_last(text, *found.span("name"))


def _without_roles(text: str, start: int, end: int) -> Iterator[Span]:
    """Yield what is left without the roles before a name: "Der Jugendliche Max Muster" → "Max Muster"."""
    words = [(start + word.start(), word.group()) for word in _WORD.finditer(text[start:end])]
    while words and is_role(words[0][1]):
        words = words[1:]
    if len(words) >= _FEWEST_WORDS and _is_person([word for _, word in words]):
        yield Span(PersonalKind.NAME, words[0][0], end)


def _first_and_last(text: str, start: int, end: int) -> Iterator[Span]:
    """Yield a first and a last name; a third word belongs to them only behind two first names."""
    words = [(start + word.end(), word.group()) for word in _WORD.finditer(text[start:end])]
    names = [word for _, word in words]
    capitals = [place for place, (_, word) in enumerate(words) if word[0].isupper()]
    last = capitals[1]
    if len(capitals) > _FEWEST_WORDS and names[last].casefold() in frequent_names():
        last = capitals[2]
    if _is_person(names[: last + 1]):
        yield Span(PersonalKind.NAME, start, words[last][0])


def _is_person(words: list[str]) -> bool:
    """Tell whether words are no function, group, place or thing; a first name that many have says so, too."""
    return not is_role(" ".join(words)) and (
        words[0].casefold() in frequent_names() or not any(map(_THING.search, words))
    )
