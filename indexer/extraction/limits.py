"""How much one file may ask of the machine."""

from dataclasses import dataclass

from indexer.extraction.tasks import Task

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
    #: Seconds added instead for every page whose picture is read; most take 3 of a processor that is not free.
    seconds_per_picture: float = 60.0
    #: Seconds added for printing an office file: what `rendition` gives it, and some to start and end.
    seconds_to_print: float = 70.0
    #: Bytes of address space.
    memory: int = 1536 * 1024 * 1024
    #: Files after which a child is replaced, so that nothing a library leaks adds up.
    files_per_child: int = 200

    def seconds_for_page(self, task: Task) -> float:
        """Return the seconds that each page adds; an office file has one."""
        more = {Task.RECOGNISE: self.seconds_per_picture, Task.RENDER: self.seconds_to_print}
        return more.get(task, self.seconds_per_page)
