"""Asks pypdf what pdfium does not tell."""

from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

import pypdf
from pypdf.errors import PyPdfError

from indexer.extraction.deadline import DeadlineError, at_most

#: Seconds of processor time for one question: pypdf reads 16 pages a second, and some files send it round in circles.
SECONDS = 8.0
#: What pypdf raises on damaged files.
FAILURES = (
    PyPdfError, DeadlineError, ArithmeticError, AssertionError, AttributeError, LookupError, NotImplementedError,
    OSError, RecursionError, TypeError, ValueError,
)  # fmt: skip

Answer = TypeVar("Answer")


def ask_pypdf(path: Path, question: Callable[[pypdf.PdfReader], Answer], otherwise: Answer) -> Answer:
    """Return pypdf's answer on a file, or another where it cannot read the file or takes too long.

    The text does not hang on it: pdfium has read that.
    """
    try:
        with at_most(SECONDS), pypdf.PdfReader(path) as reader:
            return question(reader)
    except FAILURES:
        return otherwise
