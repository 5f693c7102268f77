"""What the page for correcting shows of a method's card, and what its form says."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from archive.values import Description, DocumentKind
from indexer.structure.methods.card import CardField, Fact, MethodCard
from indexer.structure.methods.reading import SEVERAL, read_method
from webui.i18n import mark
from webui.services import services

#: Fact → how it is called, in the order of scanning.
NAMES: Mapping[CardField, str] = {
    CardField.AIM: mark("Ziel"),
    CardField.TARGET_GROUP: mark("Zielgruppe"),
    CardField.AGE: mark("Alter"),
    CardField.GROUP: mark("Gruppengröße"),
    CardField.PREPARATION: mark("Vorbereitung"),
    CardField.DURATION: mark("Dauer"),
    CardField.MATERIAL: mark("Material"),
    CardField.PHASE: mark("Phase"),
    CardField.STEPS: mark("Ablauf"),
    CardField.VARIANTS: mark("Varianten"),
    CardField.WARNINGS: mark("Hinweise"),
    CardField.EXPERIENCE: mark("Erfahrungen"),
    CardField.SOURCE: mark("Quelle"),
}

#: Characters of a fact; more is a paper of its own.
LONGEST = 5000


class TooLongError(Exception):
    """A fact is longer than a card can bear."""


@dataclass(frozen=True, slots=True)
class CorrectableFact:
    """A fact with what its field holds."""

    field: CardField
    #: To be translated.
    name: str
    #: What is said of it; of several, one a line.
    text: str
    #: What the paper states, likewise.
    stated: str
    is_by_hand: bool

    @property
    def lines(self) -> int:
        """How many lines its field shows."""
        return min(max(self.text.count("\n") + 1, len(self.text) // 60 + 1), 8)


def correctable_facts(document: Description) -> tuple[CorrectableFact, ...]:
    """Return the facts of a document's card, or nothing for a document that is no method paper."""
    reading = services().texts.pages(document.checksum)
    read = read_method(reading.pages) if reading else None
    if read is None and document.kind is not DocumentKind.METHODENPAPIER:
        return ()
    said = services().archive.card_facts.of(document.code)
    stated = {field: "\n".join(_texts(read, field)) if read else "" for field in NAMES}
    return tuple(
        CorrectableFact(field, name, said.get(field, stated[field]), stated[field], field in said)
        for field, name in NAMES.items()
    )


def said_of(form: Mapping[str, str], facts: tuple[CorrectableFact, ...]) -> dict[str, str | None]:
    """Return what a form says of facts: None where it is what the paper states.

    Raises:
        TooLongError: One is longer than `LONGEST`.
    """
    typed = {each: _tidy(form[each.field], each.field) for each in facts if each.field in form}
    if any(len(text) > LONGEST for text in typed.values()):
        raise TooLongError
    return {each.field: None if text == _tidy(each.stated, each.field) else text for each, text in typed.items()}


def _texts(card: MethodCard, field: CardField) -> Iterator[str]:
    found: Fact | tuple[Fact, ...] | None = getattr(card, field)
    for each in found if isinstance(found, tuple) else (found,):
        if each:
            yield " ".join(each.text.split())


def _tidy(text: str, field: CardField) -> str:
    """Return a text without needless blanks; only what may be several has lines."""
    lines = [" ".join(line.split()) for line in text.splitlines()]
    return ("\n" if field in SEVERAL else " ").join(line for line in lines if line)
