"""One spelling of characters, made once: when a text comes in, and on every query."""

import re
import unicodedata

#: Typographic ligatures as PDF files hold them, soft hyphens and other characters without width.
CHARACTERS = str.maketrans(
    {
        "ﬀ": "ff",
        "ﬁ": "fi",
        "ﬂ": "fl",
        "ﬃ": "ffi",
        "ﬄ": "ffl",
        "ﬅ": "st",
        "ﬆ": "st",
        "\u200b": None,
        "\u200c": None,
        "\u200d": None,
        "\u2060": None,
        "\ufeff": None,
        "\u2010": "-",
        "\u2011": "-",
    }
)

#: A soft hyphen vanishes, with the line break it may have made.
SOFT_HYPHEN = re.compile(r"\u00ad[ \t]*\n[ \t]*|\u00ad")

#: After these, a hyphen at the end of a line stands for an omitted word part: "Kinder-\nund Jugendarbeit".
ELLIPSIS_WORDS = "und|oder|bzw|sowie|als|wie|bis|u"

#: A word broken at the end of a line goes on in lower case.
BROKEN_WORD = re.compile(rf"(?<=[^\W\d_])-[ \t]*\n[ \t]*(?!(?:{ELLIPSIS_WORDS})\b)(?=[a-zäöüß])")

#: A hyphenated word broken at its hyphen goes on in upper case or with a digit: "KOMM-\nMIT".
BROKEN_HYPHEN = re.compile(r"(?<=\w)-[ \t]*\n[ \t]*(?=[A-ZÄÖÜ0-9])")


def normalise(text: str) -> str:
    """Return the text as it is stored, shown, analysed and asked for.

    Composed characters (Unicode NFC), no ligatures, no characters without width, one kind of hyphen, and words that
    were broken at the end of a line joined again. Normalising twice changes nothing more.
    """
    text = SOFT_HYPHEN.sub("", text).translate(CHARACTERS)
    text = unicodedata.normalize("NFC", text)
    text = BROKEN_WORD.sub("", text)
    return BROKEN_HYPHEN.sub("-", text)
