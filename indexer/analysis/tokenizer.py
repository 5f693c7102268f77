"""Cuts a text into what is looked up: words, section signs and dates, each as it is written."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from indexer.analysis.dates import dates, spoken_date
from indexer.analysis.numbers import spoken_number

LETTER = r"[^\W\d_]"

#: Signs after a word that belong to no word.
AFTER_WORDS = ".,;:!?"

#: Characters that hold a word together: "JMD-iQ", "Schule–Beruf", "geht's", "Q&A".
JOINT = r"[-–'’&]"

#: "Bewohner*innen", "Bürger*innenbeteiligung", "Teilnehmer/-innen", "Bewohner(innen)", "jede*r", "Ärzt:in".
GENDER = (
    rf"(?:[*:_·•]|/\s?-?|\(-?)[iI]n(?:nen)?(?!{LETTER})\)?(?:{LETTER}*)"
    rf"|(?:[*:_·•]|/-?|\(-?)innen\)?{LETTER}*"
    rf"|[*:_·•](?:e[nr]?|[mnrs])(?!\w)"
)

#: A longer run of letters is no word but an encoded file or a line drawn with letters; nobody looks it up.
LONGEST = 120

PATTERN = re.compile(
    rf"""
      (?P<abbreviation> (?<!\w) {LETTER}{{1,2}} (?:\.{LETTER}{{1,2}})+ (?!\w) \.? )   # i.Q., z.B., N.N.
    | (?P<section> § \s? (?P<figure> \d+ {LETTER}? ) (?!\w) )                           # § 13, §8a
    | (?P<number> \d+ (?: [./:,]\d+ )+ (?!\w) )                                       # 14.30, 45/2018, 2.500,00
    | (?P<word>
        (?: (?<![\w)]) - (?={LETTER}) )?                                              # Sprachkurse und -tandems
        [^\W_]+ (?: {GENDER} | {JOINT} (?=[^\W_]) [^\W_]+ )*
        (?: - (?=[\s,/)]|$) )?                                                        # Kinder- und Jugendarbeit
      )
    """,
    re.VERBOSE,
)


class Word(NamedTuple):
    """A stretch of text that is looked up as one, with its offsets."""

    text: str
    start: int
    end: int

    def stretch(self, start: int, end: int) -> tuple[int, int]:
        """Return the offsets in the text of some letters; a word that is spoken, not written, has all of its own."""
        if self.end - self.start != len(self.text):
            return self.start, self.end
        return self.start + start, self.start + end


def words(text: str) -> Iterator[Word]:
    """Yield the words of a normalised text in their order.

    Kept whole are hyphenated words, dotted abbreviations, numbers with their signs, gender markers, and the hyphen that
    stands for an omitted part of a word. A date is spoken out: "6.11.2018" is the words "2018-11-06", "november" and
    "2018"; "§ 13" is "§13" and "13", and "2.500" is "2500". Such words have the offsets of all they were read from.
    """
    letters = text.rstrip(AFTER_WORDS)
    if letters.isalpha() and len(letters) <= LONGEST:
        # Texts that are read word by word are mostly one word.
        yield Word(letters, 0, len(letters))
        return
    begin = 0
    for span in dates(text):
        yield from _between(text, begin, span.start)
        yield from (Word(spoken, span.start, span.end) for spoken in spoken_date(span))
        begin = span.end
    yield from _between(text, begin, len(text))


def _between(text: str, begin: int, end: int) -> Iterator[Word]:
    for match in PATTERN.finditer(text, begin, end):
        if match.end() - match.start() > LONGEST:
            continue
        if match["section"]:
            yield Word(f"§{match['figure']}", match.start(), match.end())
            yield Word(match["figure"], match.start("figure"), match.end())
        elif match["number"]:
            yield Word(spoken_number(match.group()), match.start(), match.end())
        else:
            yield Word(match.group(), match.start(), match.end())
