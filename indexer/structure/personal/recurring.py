"""Names that were recognised once, wherever else they stand: "Frau Mira Muster" above is "Mira Muster" below."""

import re
from collections.abc import Iterable, Iterator

from indexer.structure.personal.datum import PersonalKind, Span
from indexer.structure.personal.persons import bare_name

#: A first or last name alone may be anyone's, or a word.
_FEWEST_WORDS = 2


def recurring_names(texts: Iterable[str], recognised: Iterable[str]) -> Iterator[tuple[int, Span]]:
    """Yield the places of names that were recognised anywhere.

    Args:
        texts: The text of each page.
        recognised: What was recognised as names, with titles.

    Returns:
        The place of the page among the texts, from 0, and the place in its text.
    """
    names = {bare_name(each) for each in recognised}
    full = sorted((each for each in names if len(each.split()) >= _FEWEST_WORDS), key=len, reverse=True)
    if not full:
        return
    wordings = (r"\s+".join(map(re.escape, each.split())) for each in full)
    pattern = re.compile(rf"(?<!\w)(?:{'|'.join(wordings)})(?!\w)")
    for number, text in enumerate(texts):
        for found in pattern.finditer(text):
            yield number, Span(PersonalKind.NAME, *found.span())
