"""What the archive holds about a person: every place where the name stands, whoever may see it otherwise."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby

from archive.archive import Archive
from archive.custody import VersionEntry
from archive.errors import UnknownFileError
from archive.values import Description
from indexer.extraction.isolation import Extractor
from indexer.extraction.pages import Block, BlockKind, Page
from indexer.index.texts import Texts
from indexer.person_names import NamePlace, PersonName
from indexer.structure.personal.datum import PersonalDatum, PersonalKind
from indexer.structure.personal.finding import find_personal_data
from webui.around import after, before

#: Characters shown before and after a name.
_AROUND = 80
#: Stands where another person is named.
MASK = "█████"


@dataclass(frozen=True, slots=True)
class PersonHit:
    """One place where a name stands."""

    #: Reference code, or "" where it stands in no document.
    document: str
    #: The version's number and the page's label, or "" for the file's properties; or table and column of the catalogue.
    place: tuple[str, str]
    before: str
    name: str
    after: str
    is_sure: bool

    @property
    def is_in_file(self) -> bool:
        """Whether it stands in a file, and not in what is said about one."""
        return self.place[0].isdigit()


#: Returns for the pages of a document what is covered on them, in the order of its begins, by the pages' numbers.
Covering = Callable[[Sequence[Page]], Mapping[int, Sequence[PersonalDatum]]]


def nothing(_pages: Sequence[Page]) -> Mapping[int, Sequence[PersonalDatum]]:
    """Cover nothing."""
    return {}


def persons(pages: Sequence[Page]) -> Mapping[int, Sequence[PersonalDatum]]:
    """Cover what names a person, as it looks, or leads to one."""
    found = sorted(find_personal_data(pages), key=lambda each: (each.page, each.start, each.end))
    return {number: tuple(some) for number, some in groupby(found, key=lambda each: each.page)}


def person_hits(archive: Archive, texts: Texts, name: PersonName, covering: Covering = nothing) -> Iterator[PersonHit]:
    """Yield every place where a name stands: in the catalogue, and in all versions of all documents.

    Args:
        archive: What is searched.
        texts: What was read out of its files.
        name: Whose.
        covering: Says what is not shown. It is given whole documents: that somebody is named is often told by what
            stands further off, like the heading of a list.

    Raises:
        ChildStartError: A version that is not kept as text cannot be read now.
    """
    for each in archive.privacy.texts():
        yield from _hits([_as_page(each.column, each.text)], each.document, each.table, name, covering)
    with Extractor() as extractor:
        codes = [document.code for document in archive.descriptions()]
        versions = archive.versions_of_many(codes)
        for code in codes:
            for version in versions.get(code, ()):
                pages, properties = _read(archive, texts, extractor, version)
                yield from _hits(pages, code, str(version.number), name, covering)
                for said in properties:
                    yield from _hits([_as_page("", said)], code, str(version.number), name, covering)


def titles(archive: Archive) -> dict[str, Description]:
    """Return the documents by code."""
    return {each.code: each for each in archive.descriptions()}


def _hits(
    pages: Sequence[Page], document: str, within: str, name: PersonName, covering: Covering
) -> Iterator[PersonHit]:
    found = [(page, place) for page in pages for place in name.places(page.text)]
    covered = covering(pages) if found else {}
    for page, place in found:
        others = [each for each in covered.get(page.number, ()) if not _is_named(each, place)]
        here = page.text[place.start : place.end]
        yield PersonHit(
            document,
            (within, page.label),
            before(_shown(page.text, 0, place.start, others), _AROUND),
            here,
            after(_shown(page.text, place.end, len(page.text), others), _AROUND),
            place.is_sure,
        )


def _is_named(datum: PersonalDatum, place: NamePlace) -> bool:
    """Tell whether a name is the one that was asked for, as far as it stands there."""
    return datum.kind is PersonalKind.NAME and datum.start < place.end and place.start < datum.end


def _shown(text: str, start: int, end: int, covered: Sequence[PersonalDatum]) -> str:
    """Return a part of a text, with what is covered of it."""
    made, at = [], start
    for each in covered:
        first, last = max(each.start, at), min(each.end, end)
        if first < last:
            made += [text[at:first], MASK]
            at = last
    return "".join([*made, text[at:end]])


def _as_page(label: str, text: str) -> Page:
    return Page(1, label, (Block(BlockKind.PARAGRAPH, text),))


def _read(
    archive: Archive, texts: Texts, extractor: Extractor, version: VersionEntry
) -> tuple[tuple[Page, ...], tuple[str, ...]]:
    """Return the pages of a version, and what its properties say: the title, and each author apart from the others."""
    kept = texts.pages(version.checksum)
    if kept is None:
        try:
            kept = extractor.read(archive.path(version.checksum), version.media_type)
        except UnknownFileError:
            return (), ()
    return kept.pages, (kept.title, *kept.authors)
