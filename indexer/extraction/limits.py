"""How much one file may ask of the machine."""

from dataclasses import dataclass

#: Pages; longer files are collections of scans or attacks, not minutes or method papers.
MOST_PAGES = 3000
#: Characters of text in one file; ten times the longest book.
MOST_TEXT = 20_000_000


@dataclass(frozen=True, slots=True)
class Limits:
    """What a child process may use up before it is ended."""

    #: Seconds for any file; the slowest of 1,170 hostile PDFs took 0.9 s.
    seconds: float = 20.0
    #: Seconds added for every page the file says it has.
    seconds_per_page: float = 0.2
    #: Bytes of address space.
    memory: int = 1536 * 1024 * 1024
    #: Files after which a child is replaced, so that nothing a library leaks adds up.
    files_per_child: int = 200
