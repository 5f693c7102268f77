"""Signature blocks: the greeting of a letter with a name beneath, the line to sign on."""

import re
from collections.abc import Iterator

from indexer.structure.personal.datum import PersonalKind, Span
from indexer.structure.personal.persons import FULL_NAME, is_role

_GREETING = re.compile(
    r"^[^\w\n]{0,12}(?:Mit (?:freundlichen|herzlichen|besten|kollegialen|sonnigen|lieben) Grü(?:ß|ss)en"
    r"|(?:Herzliche|Freundliche|Viele|Beste|Liebe|Schöne) Grü(?:ß|ss)e|MfG|Hochachtungsvoll|gez\.|i\.\s?A\.|i\.\s?V\.)"
    rf"[^\w\n]{{0,12}}\n?[^\w\n]{{0,12}}(?:(?:gez\.|i\.\s?A\.|i\.\s?V\.|Ihre?|Euer|Eure) )?(?P<name>{FULL_NAME})\b",
    re.MULTILINE,
)
_LINE = re.compile(r"[^\n]+")
_TO_SIGN_ON = re.compile(r"_{4}|\.{6}")
_SIGNATURE = re.compile(r"\bUnterschrift", re.IGNORECASE)
_SIGNED = re.compile(
    r"\W{0,12}(?:(?:Ort\W{1,3})?Datum\W{0,3}(?:und )?Unterschrift\b|Unterschrift\w{0,10}:\s?\S)", re.IGNORECASE
)


def find_signatures(text: str) -> Iterator[Span]:
    """Yield signature blocks."""
    for found in _GREETING.finditer(text):
        if not is_role(found["name"]):
            yield Span(PersonalKind.SIGNATURE, *found.span())
    before: re.Match[str] | None = None
    for line in _LINE.finditer(text):
        if _SIGNATURE.search(line.group()):
            ruled = before is not None and _TO_SIGN_ON.search(before.group())
            if ruled or _TO_SIGN_ON.search(line.group()) or _SIGNED.match(line.group()):
                yield Span(PersonalKind.SIGNATURE, before.start() if before and ruled else line.start(), line.end())
        before = line
