"""Reads numbers, so that one number is one term however it is written.

| written  | looked up |                                                |
|----------|-----------|------------------------------------------------|
| 2.500    | 2500      | dots between thousands are left out            |
| 2.500,00 | 2500      | and so are cents that are none                 |
| 2.500,50 | 2500,50   |                                                |
| 8:15     | 8.15      | a time of day has a dot                        |
| 45/2018  | 45/2018   | all else stays: file numbers, decimals, 14.30  |
"""

import re

_THOUSANDS = re.compile(r"[1-9]\d{0,2}(?:\.\d{3})+")
_NO_CENTS = "00"


def spoken_number(written: str) -> str:
    """Return a number with signs in it as it is looked up."""
    if ":" in written:
        return written.replace(":", ".")
    whole, comma, cents = written.partition(",")
    if _THOUSANDS.fullmatch(whole):
        whole = whole.replace(".", "")
    return whole if cents == _NO_CENTS and whole.isdigit() else f"{whole}{comma}{cents}"
