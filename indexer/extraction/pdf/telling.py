"""What pdfium tells beside the text."""

from collections.abc import Callable


def told(ask: Callable[[], str]) -> str:
    """Return a title or label, or "" where its bytes are damaged: the text does not hang on it."""
    try:
        return ask()
    except UnicodeDecodeError:
        return ""
