"""German passages made from a seed: words as frequent as in German, compounds, documents with titles and labels."""

import random
from bisect import bisect
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cached_property
from itertools import accumulate, islice

from wordfreq import top_n_list, word_frequency

from archive.values import (
    DatePrecision,
    DateSource,
    Description,
    DocumentDate,
    DocumentKind,
    MeetingDescription,
    Visibility,
)
from indexer.index.writer import Entry
from indexer.passages import Passage
from indexer.structure.kinds import PassageKind

#: Words of the list that passages are made of; the rarest stands about once in a million words.
VOCABULARY = 40_000
#: Share of words that are compounds of two others.
COMPOUNDS = 0.06
#: Passages of a document, and words of a passage, on average; both as in minutes.
PASSAGES, WORDS = 17, 95

SITES = tuple(f"Ort {number}" for number in range(1, 25))
TOPICS = tuple(f"Thema {number}" for number in range(1, 16))


@dataclass(frozen=True)
class Question:
    """Something to look for; words of one passage, so that something is found."""

    words: tuple[str, ...]
    is_phrase: bool = False
    site: str = ""

    def text(self) -> str:
        """Return the query as it is typed."""
        return f'"{" ".join(self.words)}"' if self.is_phrase else " ".join(self.words)


class Writing:
    """Writes documents; the same ones for the same seed."""

    def __init__(self, seed: int) -> None:
        self._random = random.Random(seed)  # noqa: S311 - no secret

    @cached_property
    def _words(self) -> tuple[list[str], list[float]]:
        words = [word for word in top_n_list("de", VOCABULARY) if word.isalpha()]
        return words, list(accumulate(word_frequency(word, "de") for word in words))

    def entries(self, passages: int) -> Iterator[Entry]:
        """Yield documents of so many passages in all."""
        number = written = 0
        while written < passages:
            entry = self.entry(f"D-{number}", min(self._around(PASSAGES), passages - written))
            written += len(entry.passages)
            number += 1
            yield entry

    def entry(self, code: str, passages: int) -> Entry:
        """Return one document."""
        texts = [" ".join(self._sentences(self._around(WORDS))) for _ in range(passages)]
        kinds = self._random.choices(tuple(PassageKind), k=passages)
        return Entry(
            self._description(code),
            tuple(
                Passage(f"{code}-{place}", code, place, 1 + place // 3, "", "", "", kind, text)
                for place, (kind, text) in enumerate(zip(kinds, texts, strict=True))
            ),
        )

    def questions(self, entries: list[Entry], count: int) -> list[Question]:
        """Return questions of one word, two words, a phrase, and a word at a site, in turn."""
        return [self._question(number, self._random.choice(entries)) for number in range(count)]

    def _question(self, number: int, entry: Entry) -> Question:
        words = self._random.choice(entry.passages).text.replace(".", "").split()
        telling = [word for word in words if len(word) > 4] or words
        match number % 4:
            case 0:
                return Question((self._random.choice(telling),))
            case 1:
                return Question(tuple(self._random.choices(telling, k=2)))
            case 2:
                start = self._random.randrange(max(1, len(words) - 1))
                return Question(tuple(words[start : start + 2]), is_phrase=True)
            case _:
                return Question((self._random.choice(telling),), site=entry.document.sites[0])

    def _word(self) -> str:
        words, sums = self._words
        word = words[bisect(sums, self._random.random() * sums[-1])]
        if len(word) > 4 and self._random.random() < COMPOUNDS:
            return word.capitalize() + self._random.choice(("", "s")) + self._random.choice(words[:5000])
        return word

    def _sentences(self, words: int) -> Iterator[str]:
        made = iter(self._word, None)
        while words > 0:
            length = min(words, self._random.randint(5, 18))
            yield " ".join(islice(made, length)).capitalize() + "."
            words -= length

    def _around(self, mean: int) -> int:
        return max(2, int(self._random.gauss(mean, mean / 3)))

    def _description(self, code: str) -> Description:
        day = date(2016, 1, 1) + timedelta(self._random.randrange(3000))
        site = self._random.choice(SITES)
        meeting = MeetingDescription(f"m-{site}-{day.year}", f"Treffen {site} {day.year}", "Treffen", site, day, day)
        return Description(
            code=code,
            title=" ".join(self._word() for _ in range(4)).capitalize(),
            kind=self._random.choice(tuple(DocumentKind)),
            date=DocumentDate(day, day, DatePrecision.DAY, DateSource.ENTRY),
            meeting=meeting,
            sites=(site,),
            topics=tuple(sorted(self._random.sample(TOPICS, self._random.randint(1, 3)))),
            visibility=Visibility.PUBLIC,
            is_sample=False,
            version=1,
            checksum="",
            media_type="text/plain",
            size=0,
            file_name="",
            revision=1,
        )
