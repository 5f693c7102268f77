"""Reads the text in a picture by tesseract, where it is installed with its German data."""

import shutil
from dataclasses import dataclass
from enum import StrEnum
from functools import cache

from indexer.extraction.programs import run
from indexer.extraction.recognised import RecognisedLine, recognised_lines

#: Seconds for one picture; most take 3, a photograph of a wall of notes 15.
SECONDS = 60.0
#: Seconds to ask tesseract what it has.
SECONDS_TO_ASK = 10.0
LANGUAGE = "deu"
#: One processor and behind everything else, so that nobody waits for the reading of pictures.
ENVIRONMENT = {"OMP_THREAD_LIMIT": "1"}
POLITELY = ("/bin/sh", "-c", 'renice -n 10 -p $$ >/dev/null 2>&1; exec "$@"', "sh")


class Lack(StrEnum):
    """What is missing for reading pictures."""

    PROGRAM = "ocr_lacks_tesseract"
    LANGUAGE = "ocr_lacks_german"


@dataclass(frozen=True, slots=True)
class Tesseract:
    """An installed tesseract."""

    program: str
    #: With its version, e.g. "tesseract 5.3.0".
    name: str

    def read(self, picture: bytes) -> tuple[RecognisedLine, ...]:
        """Return the lines of words in a picture (PNM).

        Raises:
            TimeoutError: It took too long.
            ValueError: tesseract cannot read it.
        """
        done = run([*POLITELY, self.program, "stdin", "stdout", "-l", LANGUAGE, "tsv"], SECONDS, picture, ENVIRONMENT)
        if done.returncode:
            raise ValueError(done.stderr.decode(errors="replace").strip())
        return recognised_lines(done.stdout.decode(errors="replace"))


@cache
def installed_tesseract() -> Tesseract | Lack:
    """Return the tesseract there is, or what is missing; looked for once in a process."""
    program = shutil.which("tesseract")
    if program is None:
        return Lack.PROGRAM
    languages = run([program, "--list-langs"], SECONDS_TO_ASK).stdout.decode(errors="replace").split()
    if LANGUAGE not in languages:
        return Lack.LANGUAGE
    version = run([program, "--version"], SECONDS_TO_ASK).stdout.decode(errors="replace").split("\n", 1)[0]
    return Tesseract(program, version.strip())
