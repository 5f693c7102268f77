"""Names that were recognised once, wherever else they stand: "Frau Mira Muster" above is "Musters Idee" below."""

import re
from collections.abc import Iterable, Iterator

from indexer.structure.personal.datum import PersonalKind, Span
from indexer.structure.personal.persons import NAME, bare_name, is_full_name, is_role

#: A first name alone, or a last name nobody's full name has, may be anyone's, or a word.
_FEWEST_WORDS = 2
#: A shorter last name may be a syllable or an abbreviation.
_SHORTEST = 3
_IS_NAME = re.compile(NAME)
#: "Musters Mutter", "Muster's Mutter": what ends a genitive is no part of the name.
_END = r"(?=(?:['’]?s)?(?!\w))"


def recurring_names(texts: Iterable[str], recognised: Iterable[str]) -> Iterator[tuple[int, Span]]:
    """Yield the places of full names that were recognised anywhere, and of their last names alone.

    Args:
        texts: The text of each page.
        recognised: What was recognised as names, with titles.

    Returns:
        The place of the page among the texts, from 0, and the place in its text.
    """
    full = {each for each in map(bare_name, recognised) if len(each.split()) >= _FEWEST_WORDS}
    last = {each for each in map(surname, full) if each}
    every = sorted((*full, *last, *(each.upper() for each in last)), key=len, reverse=True)
    if not every:
        return
    wordings = (r"\s+".join(map(re.escape, each.split())) for each in every)
    pattern = re.compile(rf"(?<!\w)(?:{'|'.join(wordings)}){_END}")
    for number, text in enumerate(texts):
        for found in pattern.finditer(text):
            yield number, Span(PersonalKind.NAME, *found.span())


def surname(name: str) -> str:
    """Return the last name of a full name, with or without what addresses someone, or "" where there is none."""
    bare = bare_name(name)
    first, _, behind = bare.partition(",")
    turned = f"{behind.strip()} {first}" if behind else bare
    last = turned.split()[-1] if turned.split() else ""
    is_name = len(last) >= _SHORTEST and _IS_NAME.fullmatch(last) and not is_role(last)
    return last if is_name and is_full_name(" ".join(turned.split())) else ""
