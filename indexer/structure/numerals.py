"""Numbers as Germans write them: "1,5", "zwölf", "anderthalb", "½"."""

import re
from collections.abc import Mapping

#: Words and signs for numbers that stand in front of a unit or a noun.
WORDS: Mapping[str, float] = {
    "ein": 1,
    "eine": 1,
    "einem": 1,
    "einen": 1,
    "einer": 1,
    "zwei": 2,
    "drei": 3,
    "vier": 4,
    "fünf": 5,
    "sechs": 6,
    "sieben": 7,
    "acht": 8,
    "neun": 9,
    "zehn": 10,
    "elf": 11,
    "zwölf": 12,
    "dreizehn": 13,
    "vierzehn": 14,
    "fünfzehn": 15,
    "sechzehn": 16,
    "siebzehn": 17,
    "achtzehn": 18,
    "neunzehn": 19,
    "zwanzig": 20,
    "fünfundzwanzig": 25,
    "dreißig": 30,
    "dreissig": 30,
    "vierzig": 40,
    "fünfundvierzig": 45,
    "fünfzig": 50,
    "sechzig": 60,
    "neunzig": 90,
    "hundert": 100,
    "halb": 0.5,
    "halbe": 0.5,
    "halber": 0.5,
    "halbes": 0.5,
    "halben": 0.5,
    "½": 0.5,
    "eine halbe": 0.5,
    "ein halber": 0.5,
    "einen halben": 0.5,
    "einem halben": 0.5,
    "einer halben": 0.5,
    "ein halbes": 0.5,
    "dreiviertel": 0.75,
    "eine dreiviertel": 0.75,
    "anderthalb": 1.5,
    "eineinhalb": 1.5,
    "zweieinhalb": 2.5,
    "dreieinhalb": 3.5,
}

_LONGEST_FIRST = "|".join(re.escape(word) for word in sorted(WORDS, key=len, reverse=True))

#: Matches one number, without a group of its own; "1 ½" and "1½" are one number.
NUMERAL = rf"(?:\d{{1,4}}(?:[.,]\d{{1,2}})?(?:\s?½)?|(?<!\w)(?:{_LONGEST_FIRST})(?!\w))"


def value_of(numeral: str) -> float:
    """Return the value of what `NUMERAL` matched."""
    text = " ".join(numeral.lower().split())
    if text in WORDS:
        return WORDS[text]
    half = 0.5 if text.endswith("½") else 0.0
    return float(text.removesuffix("½").strip().replace(",", ".")) + half
