"""What a query was understood to name, as the result page shows it."""

from collections.abc import Iterable
from dataclasses import dataclass

from indexer.search.expressions.expression import Expression, Subject
from webui.wording import SUBJECTS

#: Their labels are translated; everything else is named in German.
_TRANSLATED = (Subject.KIND, Subject.PASSAGE_KIND)


@dataclass(frozen=True, slots=True)
class Understanding:
    """One thing the query names, however often."""

    #: What it is, to be translated: "Treffen".
    legend: str
    label: str
    is_german: bool
    #: Every stretch of the query that says so.
    typed: tuple[str, ...]


def understandings(expressions: Iterable[Expression]) -> list[Understanding]:
    """Return what expressions name, each thing once, in the order of the query."""
    stretches: dict[tuple[Subject, str], list[str]] = {}
    for each in expressions:
        stretches.setdefault((each.subject, each.label), []).append(each.typed)
    return [
        Understanding(SUBJECTS[subject], label, subject not in _TRANSLATED, tuple(typed))
        for (subject, label), typed in stretches.items()
    ]
