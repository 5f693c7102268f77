"""Prints office files, when all else is done, so that their pages can be shown."""

from dataclasses import dataclass, field

import structlog

from archive.archive import Archive
from archive.errors import UnknownFileError
from indexer.extraction.errors import UnreadableError
from indexer.extraction.isolation import Extractor
from indexer.extraction.libreoffice import installed_libreoffice
from indexer.extraction.rendition import PRINTED
from indexer.extraction.scans import PDF
from indexer.index.renditions import Renditions
from indexer.index.texts import Texts

_log = structlog.get_logger()


@dataclass(slots=True)
class Rendering:
    """Makes renditions of office files, one after the other, each once a run."""

    archive: Archive
    texts: Texts
    renditions: Renditions
    extractor: Extractor
    _tried: set[str] = field(default_factory=set)

    def next(self) -> bool:
        """Print one file, and return whether there was one; without LibreOffice there is none."""
        if not installed_libreoffice():
            return False
        for checksum, media_type in self.texts.readable(PRINTED):
            if checksum not in self._tried:
                self._tried.add(checksum)
                if not self.renditions.path(checksum):
                    self._print(checksum, media_type)
                    return True
        return False

    def _print(self, checksum: str, media_type: str) -> None:
        """Keep a rendition with the texts of its pages; where none can be made, the text is shown alone."""
        try:
            with self.renditions.working() as folder:
                made = self.extractor.render(self.archive.path(checksum), media_type, folder)
                pages = self.extractor.read(made, PDF).pages
                self.renditions.keep(checksum, made, (page.text for page in pages))
        except UnknownFileError:
            return
        except UnreadableError as error:
            _log.warning("not printed", outcome=error.outcome, detail=str(error))
        # It may have been erased or redacted while it was printed, and the purge is over then.
        if not self.archive.find_by_checksum(checksum) or checksum in self.archive.privacy.concealed():
            self.renditions.remove(checksum)
