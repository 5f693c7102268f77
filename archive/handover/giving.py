"""Gives all that is held away: originals, what the catalogue says of them, and how to read it."""

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from sqlalchemy.orm import Session

from archive import descriptions
from archive.catalogue.catalogue import Catalogue
from archive.catalogue.migration import newest_schema
from archive.handover.bag import BagWriter
from archive.handover.dublin_core import dublin_core
from archive.handover.extents import Extent, Values
from archive.handover.originals import HandedDocument, copy_original
from archive.handover.records import written
from archive.handover.tables import travelling_tables
from archive.home import Home
from archive.selections import visible_to
from archive.store import Store
from archive.values import Description

#: Folders and files within the payload.
METADATA = "metadaten"
CATALOGUE = f"{METADATA}/katalog"
OVERVIEW = f"{CATALOGUE}/uebersicht.json"
STATEMENTS = f"{METADATA}/angaben.toml"

#: Documents whose versions are asked for at once.
PORTION = 500


@dataclass(frozen=True, slots=True)
class Given:
    """What was put into a bag."""

    documents: tuple[HandedDocument, ...]
    #: Table → its rows.
    rows: Mapping[str, list[Values]]

    @property
    def missing(self) -> tuple[tuple[str, int, str], ...]:
        """Code, version and checksum of each file that the store has lost or that is not what it was."""
        return tuple(
            (each.description.code, file.version.number, file.version.checksum)
            for each in self.documents
            for file in each.files
            if not file.path
        )


class Giving:
    """Puts holdings into bags; one serves all threads."""

    def __init__(self, home: Home, catalogue: Catalogue, store: Store) -> None:
        self._home = home
        self._catalogue = catalogue
        self._store = store

    def give(self, bag: BagWriter, extent: Extent) -> Given:
        """Put originals and what the catalogue says into a bag, all as of one moment."""
        with self._catalogue.reading() as session:
            rows = {table.name: list(extent.rows(session, table)) for table in travelling_tables()}
            given = Given(tuple(self._originals(session, bag, extent)), rows)
        for name, own in rows.items():
            bag.write(f"{CATALOGUE}/{name}.json", written(own))
        overview = {
            "schema": newest_schema(),
            "extent": extent.label,
            "rows": {name: len(own) for name, own in sorted(rows.items())},
            "missing": sorted(checksum for *_, checksum in given.missing),
        }
        bag.write_text(OVERVIEW, json.dumps(overview, ensure_ascii=False, indent=1) + "\n")
        bag.write(f"{METADATA}/dublin-core.xml", dublin_core(given.documents))
        if self._home.statements.is_file():
            bag.copy(STATEMENTS, self._home.statements)
        return given

    def _originals(self, session: Session, bag: BagWriter, extent: Extent) -> Iterator[HandedDocument]:
        held = descriptions.describe_where(session, visible_to(extent.visible))
        for portion in (held[start : start + PORTION] for start in range(0, len(held), PORTION)):
            versions = descriptions.versions_of_many(session, [each.code for each in portion])
            for each in portion:
                wanted = (version for version in versions[each.code] if _is_wanted(version.number, each, extent))
                yield HandedDocument(each, tuple(copy_original(bag, self._store, each, version) for version in wanted))


def _is_wanted(number: int, document: Description, extent: Extent) -> bool:
    return extent.older_versions or number == document.version
