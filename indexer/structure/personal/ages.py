"""First names with an age: "Kevin (14)", "die 15-jährige Aylin", "Murat, 16 Jahre"."""

import re
from collections.abc import Iterator

from indexer.structure.personal.datum import PersonalKind, Span
from indexer.structure.personal.queries import frequent_names

#: Years of those whom the programme is about, and of their younger brothers and sisters.
_YEARS = r"(?:[5-9]|1\d|2[0-7])"
_OLD = rf"{_YEARS}(?:\s?(?:J\.|Jahren?\b(?:\s+alt)?|-?\s?jährig\w*))"
#: A first name may have a last name or its initial behind it.
_NAME = r"(?P<who>(?P<first>[A-ZÄÖÜÇŞİ][a-zäöüßçşığéè]+)(?:[ -][A-ZÄÖÜÇŞİ](?:[a-zäöüßçşığéè]+|\.))?)"
_SHAPES = (
    # As in: Kevin (14); Kevin (14 Jahre, Gotha); Kevin, 14, …; and below: Kevin ist 14 Jahre alt.
    re.compile(
        rf"(?<![\w-]){_NAME}\s*(?:\(\s*(?:{_OLD}|{_YEARS}(?=\s*[,;)]))[^()\n]{{0,60}}\)|,\s*(?:{_OLD}|{_YEARS}(?=\s*,)))"
    ),
    re.compile(rf"(?<![\w-]){_NAME}\s+(?:ist|war|wird|wurde)\s+(?:erst\s+|gerade\s+|schon\s+)?{_OLD}"),
    # As in: die 15-jährige Aylin; der 16 Jahre alte Murat.
    re.compile(rf"(?<!\w){_YEARS}(?:\s?-?\s?[Jj]ährige[nrms]?|\s+Jahre\s+alte[nrms]?)\s+{_NAME}"),
)


def find_ages(text: str) -> Iterator[Span]:
    """Yield first names that many have, where an age stands beside them; the age is no part of the place.

    So the name is one wording wherever it stands, and goes everywhere when it goes here.
    """
    for shape in _SHAPES:
        for found in shape.finditer(text):
            if found["first"].casefold() in frequent_names():
                yield Span(PersonalKind.NAME, *found.span("who"))
