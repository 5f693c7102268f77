"""Pictures of pages, drawn when someone looks at them and remembered for a while.

They lie in memory only: what is erased or hidden leaves no picture behind on a disk.
"""

import threading
from collections import OrderedDict
from pathlib import Path
from typing import NamedTuple

from indexer.extraction.isolation import Extractor
from indexer.extraction.limits import Limits
from indexer.extraction.picture import PagePicture

#: Bytes of images that are remembered: some two hundred pages.
MOST_BYTES = 24 * 1024**2

#: Someone waits: a page is drawn in a tenth of a second, and one that takes this many is not worth it.
LIMITS = Limits(seconds=8.0, seconds_per_page=0.0)


def is_drawn(media_type: str) -> bool:
    """Tell whether pages of such files can be drawn."""
    return media_type == "application/pdf" or media_type.startswith("image/")


class _Wanted(NamedTuple):
    checksum: str
    number: int
    width: int


class PagePictures:
    """Draws pages for several threads, one at a time, in a process of its own."""

    def __init__(self, most_bytes: int = MOST_BYTES) -> None:
        self._most_bytes = most_bytes
        self._extractor = Extractor(LIMITS)
        self._lock = threading.Lock()
        self._kept: OrderedDict[_Wanted, PagePicture] = OrderedDict()

    def picture(self, path: Path, checksum: str, media_type: str, number: int, width: int) -> PagePicture:
        """Return a page of a file as it is printed.

        Args:
            path: Where the file can be read.
            checksum: The file's.
            media_type: The file's.
            number: The page's, counted from 1.
            width: Pixels.

        Raises:
            UnreadableError: It cannot be drawn.
            ChildStartError: Nothing can be drawn now.
        """
        wanted = _Wanted(checksum, number, width)
        with self._lock:
            found = self._kept.pop(wanted, None) or self._extractor.draw(path, media_type, number, width)
            self._kept[wanted] = found
            self._forget_oldest()
        return found

    def close(self) -> None:
        """End the process; the next picture gets another."""
        with self._lock:
            self._extractor.close()

    def _forget_oldest(self) -> None:
        while len(self._kept) > 1 and sum(len(each.image) for each in self._kept.values()) > self._most_bytes:
            self._kept.popitem(last=False)
