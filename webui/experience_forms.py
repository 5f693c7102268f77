"""What a site tells of a method: read from a form, and looked through for words that tell of persons."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime

from archive.experiences import Told
from indexer.extraction.pages import Block, BlockKind, Page
from indexer.structure.personal.finding import find_personal_data
from webui.i18n import gettext

#: Characters of each text: a few lines, not a report.
LONGEST = 600
#: Nobody worked with these methods before.
FIRST_YEAR = 2015

#: Fields of the form with the texts.
TEXTS = ("gut", "schwierig", "tipp")
FIELDS = ("standort", "jahr", *TEXTS)


class UnusableExperienceError(Exception):
    """The form lacks something, or tells of persons; the message is for whoever filled it in."""

    def __init__(self, advice: str, persons: tuple[str, ...] = ()) -> None:
        super().__init__(advice)
        self.advice = advice
        #: The words that seem to tell of persons.
        self.persons = persons


@dataclass(frozen=True, slots=True)
class _Typed:
    site: str
    year: str
    texts: tuple[str, ...]


def told_by(form: Mapping[str, str], sites: frozenset[str]) -> Told:
    """Return what a form tells.

    Args:
        form: The fields by name; "geprueft" says that words like names are none.
        sites: Keys of the sites there are.

    Raises:
        UnusableExperienceError: Something is missing, too long, or about persons.
    """
    typed = _Typed(form.get("standort", ""), form.get("jahr", "").strip(), tuple(_text(form, each) for each in TEXTS))
    _refuse_gaps(typed, sites)
    persons = () if form.get("geprueft") == "ja" else persons_in("\n".join(typed.texts))
    if persons:
        raise UnusableExperienceError(
            gettext(
                "Das klingt nach Angaben über Personen. Bitte schreiben Sie ohne Namen, oder bestätigen Sie unten."
            ),
            persons,
        )
    return Told(typed.site, int(typed.year), *typed.texts)


def persons_in(text: str) -> tuple[str, ...]:
    """Return the words of a text that seem to tell of persons, each once."""
    page = Page(1, "1", (Block(BlockKind.PARAGRAPH, text),))
    return tuple(dict.fromkeys(page.text[each.start : each.end] for each in find_personal_data((page,))))


def _refuse_gaps(typed: _Typed, sites: frozenset[str]) -> None:
    this_year = datetime.now(UTC).year
    if typed.site not in sites:
        raise UnusableExperienceError(gettext("Bitte wählen Sie Ihren Standort."))
    known = typed.year.isascii() and typed.year.isdigit() and FIRST_YEAR <= int(typed.year[:4]) <= this_year
    if not known or len(typed.year) != len(str(this_year)):
        raise UnusableExperienceError(
            gettext("Bitte nennen Sie das Jahr mit vier Ziffern, zum Beispiel %(year)s.", year=str(this_year))
        )
    if not any(typed.texts):
        raise UnusableExperienceError(gettext("Bitte füllen Sie mindestens eines der drei Felder aus."))
    if max(map(len, typed.texts)) > LONGEST:
        raise UnusableExperienceError(
            gettext("Bitte kürzen Sie: In jedes Feld passen höchstens %(most)s Zeichen.", most=str(LONGEST))
        )


def _text(form: Mapping[str, str], field: str) -> str:
    return " ".join(form.get(field, "").split())
