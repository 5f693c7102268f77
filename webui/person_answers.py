"""What the archive holds about a person: every place where the name stands, whoever may see it otherwise."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from archive.archive import Archive
from archive.custody import VersionEntry
from archive.errors import UnknownFileError
from archive.values import Description
from indexer.extraction.isolation import Extractor
from indexer.extraction.pages import Page
from indexer.index.texts import Texts
from indexer.person_names import PersonName
from indexer.structure.personal.births import find_births
from indexer.structure.personal.cases import find_cases
from indexer.structure.personal.contacts import find_contacts
from indexer.structure.personal.persons import find_addressed, find_listed
from indexer.structure.personal.signatures import find_signatures

#: Characters shown before and after a name.
_AROUND = 80
#: Stands where another person is named.
MASK = "█████"
_FINDERS = (find_addressed, find_listed, find_contacts, find_births, find_signatures, find_cases)


@dataclass(frozen=True, slots=True)
class PersonHit:
    """One place where a name stands."""

    #: Reference code, or "" where it stands in no document.
    document: str
    #: The version's number and the page's label, or table and column of the catalogue.
    place: tuple[str, str]
    before: str
    name: str
    after: str
    is_sure: bool

    @property
    def is_in_file(self) -> bool:
        """Whether it stands in a file, and not in what is said about one."""
        return self.place[0].isdigit()


def whole(text: str) -> str:
    """Return a text as it is."""
    return text


def person_hits(
    archive: Archive, texts: Texts, name: PersonName, shown: Callable[[str], str] = whole
) -> Iterator[PersonHit]:
    """Yield every place where a name stands: in the catalogue, and in all versions of all documents.

    Args:
        archive: What is searched.
        texts: What was read out of its files.
        name: Whose.
        shown: Returns what may be shown of the text before and after a name; it is cut only then.

    Raises:
        ChildStartError: A version that is not kept as text cannot be read now.
    """
    for each in archive.privacy.texts():
        yield from _hits(each.text, each.document, (each.table, each.column), name, shown)
    with Extractor() as extractor:
        for document in archive.descriptions():
            for version in archive.versions(document.code):
                for page in _pages(archive, texts, extractor, version):
                    yield from _hits(page.text, document.code, (str(version.number), page.label), name, shown)


def masked(text: str) -> str:
    """Return a text in which what looks like a name of a person, or leads to one, is covered."""
    made, at = [], 0
    for start, end in sorted((span.start, span.end) for find in _FINDERS for span in find(text)):
        if start >= at:
            made += [text[at:start], MASK]
            at = end
    return "".join([*made, text[at:]])


def titles(archive: Archive) -> dict[str, Description]:
    """Return the documents by code."""
    return {each.code: each for each in archive.descriptions()}


def _hits(
    text: str, document: str, place: tuple[str, str], name: PersonName, shown: Callable[[str], str]
) -> Iterator[PersonHit]:
    for found in name.places(text):
        before, after = shown(text[: found.start])[-_AROUND:], shown(text[found.end :])[:_AROUND]
        yield PersonHit(document, place, before, text[found.start : found.end], after, found.is_sure)


def _pages(archive: Archive, texts: Texts, extractor: Extractor, version: VersionEntry) -> tuple[Page, ...]:
    kept = texts.pages(version.checksum)
    if kept is None:
        try:
            kept = extractor.read(archive.path(version.checksum), version.media_type)
        except UnknownFileError:
            return ()
    return kept.pages
