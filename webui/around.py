"""What stands before and behind words in a text, cut between words."""


def before(text: str, most: int) -> str:
    """Return the end of a text, at most so many characters of it, from the beginning of a word on."""
    end = text[-most:]
    return end if len(text) <= most or text[-most - 1].isspace() else end[_word_ends(end) :]


def after(text: str, most: int) -> str:
    """Return the beginning of a text, at most so many characters of it, up to the end of a word."""
    return before(text[::-1], most)[::-1]


def _word_ends(text: str) -> int:
    """Return behind which of its characters the first word of a text ends; 0 where it is the only one."""
    return next((at for at, sign in enumerate(text) if sign.isspace()), 0)
