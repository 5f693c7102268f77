"""Why a passage was found, put into words."""

from collections.abc import Mapping
from dataclasses import dataclass

from indexer.search.explanation import Explanation, Form, Relation, Share
from webui.i18n import decimal, gettext, mark, translated

#: Field of the index → where readers find it.
FIELDS: Mapping[str, str] = {
    "body": mark("im Text"),
    "exact": mark("im Text, genau so"),
    "begun": mark("im Text"),
    "heading": mark("in der Überschrift"),
    "title": mark("im Titel des Dokuments"),
    "context": mark("in den Angaben zum Dokument"),
    "near": mark("nah beieinander"),
    "headed": mark("zusammen in der Überschrift"),
    "family": mark("verwandte Wörter"),
}

RELATIONS: Mapping[Relation, str] = {
    Relation.SAME: mark("genau so"),
    Relation.SPELLING: mark("andere Schreibweise"),
    Relation.BEGINNING: mark("beginnt so"),
    Relation.INFLECTION: mark("andere Form"),
    Relation.GENDER: mark("andere Geschlechterform"),
    Relation.IN_COMPOUND: mark("als Teil des Wortes"),
    Relation.PART: mark("ein Teil des gesuchten Wortes"),
    Relation.SYNONYM: mark("anderes Wort dafür"),
}

#: A factor this near to 1 changes nothing anybody would notice.
UNNOTICED = 0.005


@dataclass(frozen=True, slots=True)
class Reason:
    """One share of a score, in words."""

    typed: str
    field: str
    #: Words of the text, each with what it is to the typed one.
    forms: tuple[tuple[str, str], ...]
    #: Of the score, from 0 to 1.
    share: float
    #: The same as a whole number of hundredths.
    percent: int


@dataclass(frozen=True, slots=True)
class Why:
    """All reasons for a hit, the weightiest first."""

    reasons: tuple[Reason, ...]
    #: What else raises or lowers the score, or "".
    besides: str
    #: The score, written out.
    points: str


def why(explanation: Explanation) -> Why:
    """Return an explanation in words."""
    total = sum(share.score for share in explanation.shares) or 1.0
    reasons = tuple(_reason(share, total) for share in explanation.shares)
    return Why(reasons, _besides(explanation.factor), decimal(explanation.score))


def _reason(share: Share, total: float) -> Reason:
    part = share.score / total
    forms = tuple(map(_form, share.forms))
    return Reason(share.typed, translated(FIELDS.get(share.field, "")), forms, round(part, 3), round(100 * part))


def _form(form: Form) -> tuple[str, str]:
    return form.text, translated(RELATIONS[form.relation])


def _besides(factor: float) -> str:
    if abs(factor - 1) < UNNOTICED:
        return ""
    percent = str(abs(round(100 * (factor - 1))))
    if factor < 1:
        return gettext("Art der Stelle und Angaben zum Dokument: zählt %(percent)s %% weniger.", percent=percent)
    return gettext("Art der Stelle und Angaben zum Dokument: zählt %(percent)s %% mehr.", percent=percent)
