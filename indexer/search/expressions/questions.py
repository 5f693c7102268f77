"""Recognises what kind of answer a question asks for, by how it is put."""

import re
from collections.abc import Iterator

from indexer.search.expressions.expression import Expression
from indexer.search.expressions.labels import passage_kind_meaning
from indexer.structure.kinds import PassageKind

_HELPER = r"(?:wird|wurden?|werden|haben|hat|ist|sind|soll(?:en|te|ten)?|kann|können|muss|müssen|darf)"
_DOES = r"(?:macht|übernimmt|kümmert\s+sich(?:\s+um)?|erledigt|erstellt|betreut|organisiert|tut)"
_IN_CHARGE = r"(?:zuständig|verantwortlich)(?:keit(?:en)?)?(?:\s+für)?"
#: After "wie" these ask for a quantity, a degree or a name, and not how something is done.
_MEASURE = (
    r"(?:\s*viel(?:e[nrs]?)?|\s+(?:lange|oft|häufig|alt|jung|groß|hoch|weit|breit|schnell|teuer|spät|stark|sehr"
    r"|heiß(?:t|en)|heisst|heissen|hieß(?:en)?|lautet(?:e|en)?|nenn(?:t|en)))\b"
)
#: … and these how it went.
_WENT = r"\s+(?:war(?:en)?|lief(?:en)?|ging(?:en)?)\b"
#: … but these how it is done.
_WAY = rf"(?:{_HELPER}|geht|gehen|funktioniert|läuft|laufen|mache|macht)"

#: How a question is put → what answers it.
_QUESTIONS: tuple[tuple[re.Pattern[str], PassageKind], ...] = tuple(
    (re.compile(pattern, re.IGNORECASE), kind)
    for pattern, kind in (
        (rf"^we[rm](?:\s+{_HELPER})?(?:\s+{_DOES})?(?!\w)(?:\s+{_IN_CHARGE})?", PassageKind.TASK),
        (rf"\b(?:von|bis)\s+(?:wem|wann)\b(?:\s+{_HELPER})?", PassageKind.TASK),
        (r"\b(?:bis\s+)?wann\s+(?:muss|müssen|soll(?:en)?)\b", PassageKind.TASK),
        (rf"\b{_IN_CHARGE}(?!\w)", PassageKind.TASK),
        (
            rf"^was(?:\s+{_HELPER})?(?=\s.*(?:beschlossen|vereinbart|entschieden|festgelegt|verabredet))",
            PassageKind.DECISION,
        ),
        (r"\b(?:beschlossen|vereinbart|entschieden|festgelegt|verabredet)\b(?:\s+zum?r?\b)?", PassageKind.DECISION),
        (
            rf"^wie(?!{_MEASURE}|{_WENT})(?:\s+{_WAY})?(?:\s+(?:ich|wir|man))?(?!\w)",
            PassageKind.METHOD_STEP,
        ),
    )
)

#: Words by which questions are put and which say nothing about what is asked.
_PUTTING = re.compile(
    r"^(?:wann|wo|warum|wieso|weshalb|welche[rsnm]?|was)\s+(?:(?:findet|finden|finde|gibt|gab|tun|passiert)\b(?:\s+(?:ich|wir|man|es))?)"
    r"|\bwas\s+tun\b|(?<=\s)statt(?=\W*$)|(?<=\s)ab(?=\W*$)",
    re.IGNORECASE,
)

#: These put a question, too, and an answer may repeat them: "wie lange", "so lange".
_MEASURING = re.compile(rf"\bwie{_MEASURE}", re.IGNORECASE)

#: In a question these say no more than that somebody does something.
_DOING = re.compile(r"\b(?:tun|tut|getan|erledig(?:en|t)|übernehmen|übernimmt)\b", re.IGNORECASE)
#: Without one of these it is a subject that is named, and no question that is put: "zuständig", "beschlossen".
_ASKING = re.compile(r"\b(?:w(?:er|en|em|as|ann|ie)|wo(?:für|mit|von|zu|bei|rum)?)\b", re.IGNORECASE)


def find_questions(text: str) -> Iterator[Expression]:
    """Yield the words of a text that ask for a kind of answer; they are not looked for."""
    for pattern, kind in _QUESTIONS:
        for found in pattern.finditer(text):
            subject, label, fits, use = passage_kind_meaning(kind)
            yield Expression(found.start(), found.end(), found.group(), subject, label, fits, use)


def putting(text: str) -> Iterator[tuple[int, int]]:
    """Yield the offsets of words that only put a question."""
    for found in _PUTTING.finditer(text):
        yield found.start(), found.end()


def measuring(text: str) -> Iterator[tuple[int, int]]:
    """Yield the offsets of words that ask for a quantity or a name; they are looked for, and may be missing."""
    for found in _MEASURING.finditer(text):
        yield found.start(), found.end()


def doing(text: str) -> Iterator[tuple[int, int]]:
    """Yield the offsets of verbs that say nothing about what is asked where the kind of answer is known."""
    for found in _DOING.finditer(text):
        yield found.start(), found.end()


def is_asking(text: str) -> bool:
    """Tell whether a text has a word by which questions are put."""
    return _ASKING.search(text) is not None
