"""Which documents in custody a draft may be a newer version of, by their texts and by what they are about."""

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain, takewhile
from typing import Self

import numpy as np
from rapidfuzz.distance import Indel

from archive.archive import Archive
from archive.custody import ListedFile
from archive.values import DateSource, Description, DocumentKind
from indexer.analysis.fingerprint import resemblance, words_of
from indexer.index.texts import Texts

#: From this share of equal text on, a document may be another version.
ALIKE = 0.9

#: From this share on two texts are practically the same: one word in fifty is another. What was entered about one of
#: them may then be a slip, and only what the texts themselves say tells them apart.
PRACTICALLY_EQUAL = 0.98

#: Fingerprints less alike than this do not stand for texts with so much in common: where one word in ten is another,
#: four in ten shingles are left, and no fingerprint is further off than three standard deviations.
LEAST_ALIKE = 0.25

#: Documents that stay the same thing when their date is another: the next edition is a newer version. Of all others
#: each meeting and each year has one of its own.
TIMELESS = frozenset(
    {
        DocumentKind.METHODENPAPIER,
        DocumentKind.ARBEITSHILFE,
        DocumentKind.PRAXISBEISPIEL,
        DocumentKind.STECKBRIEF,
        DocumentKind.FLYER,
        DocumentKind.VORLAGE,
    }
)

Words = Sequence[str]

_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")


@dataclass(frozen=True, slots=True)
class Resemblance:
    """A document that another is like."""

    #: Its reference code.
    document: str
    #: Share of equal text in the version that is most alike: twice the words that both have in the same order, of the
    #: words of both; 0 to 1.
    share: float


@dataclass(frozen=True, slots=True)
class Resemblances:
    """What is in custody as it is when this is made, drafts included, so far as it may be like some documents."""

    archive: Archive
    texts: Texts
    #: The files of these documents and those like them, in the order of accession.
    files: Sequence[ListedFile]
    #: Checksum of each of these documents → checksums of the files whose fingerprints are like its own.
    alike: Mapping[str, frozenset[str]]

    @classmethod
    def among(cls, archive: Archive, texts: Texts, documents: Iterable[Description]) -> Self:
        """Compare the fingerprints of some documents with those of all that is held."""
        fingerprints = texts.fingerprints()
        checksums, marks = np.array(list(fingerprints)), list(fingerprints.values())
        alike = {
            each.checksum: frozenset(checksums[resemblance(fingerprints[each.checksum], marks) >= LEAST_ALIKE].tolist())
            for each in documents
            if each.checksum in fingerprints
        }
        return cls(archive, texts, archive.listed({*alike, *chain.from_iterable(alike.values())}), alike)

    def undecided(self, draft: Description) -> tuple[Resemblance, ...]:
        """Return those of which a draft may be a version without anybody having decided that, most alike first."""
        likely = self.likely(draft)
        apart = self.archive.succession.kept_apart(draft.code) if likely else frozenset()
        return tuple(each for each in likely if each.document not in apart)

    def likely(self, document: Description) -> tuple[Resemblance, ...]:
        """Return the documents taken in earlier of which one may be a version, most alike first."""
        candidates = self._candidates(document)
        own = self._words(document.checksum) if candidates else []
        alike = self._alike(candidates, own)
        found = [
            Resemblance(other.code, alike[other.code][1])
            for other in self.archive.describe_many(alike)
            if not is_of_another_occasion(document, other, own, *alike[other.code])
        ]
        return tuple(sorted(found, key=lambda each: -each.share))

    def _alike(self, candidates: Iterable[ListedFile], own: list[str]) -> dict[str, tuple[list[str], float]]:
        """Return documents with enough equal text, with the words of the version most alike and the share."""
        alike: dict[str, tuple[list[str], float]] = {}
        for file in candidates:
            words = self._words(file.checksum)
            share = Indel.normalized_similarity(own, words, score_cutoff=ALIKE)
            if share > alike.get(file.document, ([], 0.0))[1]:
                alike[file.document] = words, share
        return alike

    def _candidates(self, document: Description) -> list[ListedFile]:
        """Return the files of documents taken in before one whose fingerprints are like that of the one."""
        alike = self.alike.get(document.checksum, frozenset())
        earlier = takewhile(lambda file: file.document != document.code, self.files)
        return [file for file in earlier if file.checksum in alike]

    def _words(self, checksum: str) -> list[str]:
        reading = self.texts.pages(checksum)
        return words_of(reading.pages) if reading else []


def is_of_another_occasion(
    one: Description, other: Description, words: Words, other_words: Words, share: float
) -> bool:
    """Tell whether two documents are about different meetings or different times, so that neither replaces the other.

    Minutes and reports are written on the pattern of the last ones; with another date they are others. Where no date is
    known, the year named most often stands for it. Texts that are practically the same, and name the same years and
    meetings, are one and the same whatever people entered about them; the very same text always is.

    Args:
        one: A document.
        other: Another.
        words: Of the one.
        other_words: Of the other.
        share: How much of both is equal, 0 to 1.
    """
    if share == 1 or (one.kind in TIMELESS and other.kind in TIMELESS):
        return False
    is_entry_moot = share >= PRACTICALLY_EQUAL and not _differ_in_occasion(one, other, words, other_words)
    if not is_entry_moot and one.meeting and other.meeting and one.meeting.key != other.meeting.key:
        return True
    if one.date and other.date and not (is_entry_moot and DateSource.ENTRY in (one.date.source, other.date.source)):
        return one.date.end < other.date.start or other.date.end < one.date.start
    return _are_of_other_years(one, other, words, other_words)


def _differ_in_occasion(one: Description, other: Description, words: Words, other_words: Words) -> bool:
    """Tell whether any word that only one of two texts has is a year, or in the name of a meeting of theirs."""
    mine, theirs = Counter(words), Counter(other_words)
    titles = (each.meeting.title.casefold() for each in (one, other) if each.meeting)
    names = {name for title in titles for name in re.findall(r"\w+", title)}
    return any(word in names or _YEAR.fullmatch(word) for word in (mine - theirs) + (theirs - mine))


def _are_of_other_years(one: Description, other: Description, words: Words, other_words: Words) -> bool:
    pairs = (_years_of_name(one), _years_of_name(other)), (_main_years(words), _main_years(other_words))
    return any(years and others and not years & others for years, others in pairs)


def _years_of_name(document: Description) -> set[str]:
    return set(_YEAR.findall(f"{document.title} {document.file_name}"))


def _main_years(words: Words) -> set[str]:
    """Return the year that is named most often, or those that are named equally often."""
    counts = Counter(filter(_YEAR.fullmatch, words))
    return {year for year, count in counts.items() if count == max(counts.values())}
