"""Licences put into words: what somebody who holds a document may do with it."""

from collections.abc import Mapping

from archive.licences import Licence
from webui.i18n import mark, translated

#: Labels of licences that other languages translate; those of Creative Commons are the same in all.
LABELS = (mark("nicht angegeben"), mark("alle Rechte vorbehalten"), mark("nur im Programm"))

#: Licence → what it allows, to be translated.
MEANINGS: Mapping[Licence, str] = {
    Licence.UNSTATED: mark("Bitte fragen Sie die Koordination, bevor Sie es weitergeben."),
    Licence.RESERVED: mark("Lesen und zitieren. Für alles andere bitte die Urheber fragen."),
    Licence.PROGRAMME: mark("Im Programm weitergeben und nutzen, nicht darüber hinaus."),
    Licence.CC0: mark("Ohne Einschränkung weitergeben und verändern."),
    Licence.CC_BY: mark("Weitergeben und verändern; die Urheber nennen."),
    Licence.CC_BY_SA: mark("Weitergeben und verändern; die Urheber nennen, unter derselben Lizenz."),
    Licence.CC_BY_ND: mark("Unverändert weitergeben; die Urheber nennen."),
    Licence.CC_BY_NC: mark("Nicht kommerziell weitergeben und verändern; die Urheber nennen."),
    Licence.CC_BY_NC_SA: mark(
        "Nicht kommerziell weitergeben und verändern; die Urheber nennen, unter derselben Lizenz."
    ),
    Licence.CC_BY_NC_ND: mark("Nicht kommerziell und unverändert weitergeben; die Urheber nennen."),
}


def meaning(licence: Licence) -> str:
    """Return what a licence allows, in the reader's language."""
    return translated(MEANINGS[licence])
