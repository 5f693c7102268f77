"""What is said about changes of vocabularies that cannot be made."""

from collections.abc import Mapping

from archive.errors import (
    ArchiveError,
    EntryExistsError,
    LockedVocabularyError,
    NameTakenError,
    SameEntryError,
    UnknownEntryError,
    UnusableLabelError,
)
from webui.i18n import gettext, mark, translated

#: Kind of error → what is said of it, where its facts do not matter.
SAYINGS: Mapping[type[ArchiveError], str] = {
    EntryExistsError: mark("Diesen Eintrag gibt es schon."),
    LockedVocabularyError: mark(
        "Die Handlungsfelder heißen, wie das Programm sie nennt. Sie können ihnen andere Namen hinzufügen."
    ),
    UnusableLabelError: mark(
        "Ein Name hat 1 bis 120 Zeichen, darunter einen Buchstaben oder eine Ziffer, und keine unsichtbaren Zeichen."
    ),
    SameEntryError: mark("Ein Eintrag lässt sich nicht mit sich selbst zusammenführen. Wählen Sie einen anderen."),
}


def vocabulary_saying(error: ArchiveError) -> str:
    """Put an error about a vocabulary into words that say what to do; "" for other errors."""
    match error:
        case NameTakenError(name=name, holder=holder):
            return gettext(
                "„%(name)s“ heißt schon der Eintrag „%(holder)s“. "
                "Wählen Sie einen anderen Namen, oder führen Sie beide zusammen.",
                name=name,
                holder=holder,
            )
        case UnknownEntryError(value=value):
            return gettext("Den Eintrag „%(value)s“ gibt es nicht. Wählen Sie einen aus der Liste.", value=value)
        case _:
            return translated(SAYINGS.get(type(error), ""))
