"""Every text the catalogue holds for more than one: for questions about a person."""

from collections.abc import Iterator
from dataclasses import dataclass

from sqlalchemy import select

from archive.catalogue.base import Base
from archive.catalogue.catalogue import Catalogue

#: Columns whose texts are made by the program and say nothing about anyone.
_MACHINE = frozenset({"checksum", "digest", "fingerprint", "media_type", "password", "token"})

#: Tables of what people keep for themselves: nobody else reads them, whatever is asked for.
_PRIVATE = frozenset({"access_token"})


@dataclass(frozen=True, slots=True)
class CatalogueText:
    """A text in a row of the catalogue."""

    table: str
    column: str
    #: Reference code of the document the row belongs to, or "".
    document: str
    text: str


def catalogue_texts(catalogue: Catalogue) -> Iterator[CatalogueText]:
    """Yield every text of every table but private ones: titles, accounts, vocabularies, events."""
    with catalogue.reading() as session:
        document = Base.metadata.tables["document"]
        codes = {row.id: row.code for row in session.execute(select(document.c.id, document.c.code))}
        for table in (each for each in Base.metadata.sorted_tables if each.name not in _PRIVATE):
            for row in session.execute(select(table)).mappings():
                own = row.get("document_id", row.get("earlier_id"))
                code = row.get("code") or codes.get(own, row.get("document") or "")
                for column, value in row.items():
                    for text in value if isinstance(value, tuple) else (value,):
                        if isinstance(text, str) and str(column) not in _MACHINE:
                            yield CatalogueText(table.name, str(column), str(code), text)
