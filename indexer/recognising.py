"""Looks for text in scans, when all else is done: it takes seconds a page."""

from dataclasses import dataclass, field, replace

import structlog

from archive.archive import Archive
from archive.errors import UnknownDocumentError, UnknownFileError
from archive.reports import Fault
from indexer.extraction.isolation import Extractor
from indexer.extraction.pages import Outcome, Reading
from indexer.index.areas import AREA_OF, Area
from indexer.index.texts import Texts
from indexer.structure.personal.finding import find_personal_data

_log = structlog.get_logger()


@dataclass(slots=True)
class Recognising:
    """Recognises the text of scans, one file after the other, each once a run."""

    archive: Archive
    texts: Texts
    extractor: Extractor
    _tried: set[str] = field(default_factory=set)

    def next(self) -> bool:
        """Recognise one scan, and return whether there was one."""
        for checksum, media_type in self.texts.scans():
            if checksum not in self._tried:
                self._tried.add(checksum)
                self._recognise(checksum, media_type)
                return True
        return False

    def _recognise(self, checksum: str, media_type: str) -> None:
        """Keep what is recognised, and have its document indexed anew; if it fails, what was read before stays."""
        try:
            reading = self.extractor.recognise(self.archive.path(checksum), media_type)
        except UnknownFileError:
            return
        if reading.outcome not in (Outcome.TEXT, Outcome.NO_TEXT):
            _log.warning("recognition failed", outcome=reading.outcome, detail=reading.detail)
            before = self.texts.pages(checksum)
            if before:  # nobody is to wait for it any longer
                self.texts.keep_reading(checksum, replace(before, detail=f"recognition: {reading.outcome}"))
            return
        code = self.archive.find_by_checksum(checksum)
        if code:  # it may have been erased while it was looked at
            self.texts.keep_reading(checksum, reading)
            self.texts.index_again(code)
            self._tell_of_personal_data(code, checksum, reading)

    def _tell_of_personal_data(self, code: str, checksum: str, reading: Reading) -> None:
        """Report a document that was published before there was a text in which anybody could have noticed names."""
        try:
            document = self.archive.describe(code)
        except UnknownDocumentError:  # as above
            return
        is_found = AREA_OF[document.visibility] is Area.PUBLISHED and document.checksum == checksum
        if is_found and next(iter(find_personal_data(reading.pages)), None):
            self.archive.reports.make(code, Fault.RECOGNISED, "", "")
