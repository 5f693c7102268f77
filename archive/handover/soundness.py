"""Whether a catalogue that came from outside is one this program could have written."""

import re
from collections.abc import Iterable

from sqlalchemy import and_, select
from sqlalchemy.orm import Session

from archive.catalogue.authorities import Keyword, Meeting, MeetingKind, Site, Topic
from archive.catalogue.holdings import Accessions, Document, Version
from archive.catalogue.learning import LearningPath
from archive.formats import HELD

_CODE = re.compile(r"D-(\d{4})-(\d{4,})")
_CHECKSUM = re.compile(r"[0-9a-f]{64}")
_KEY = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")


def make_sure(session: Session) -> None:
    """Read what other parts of the program rely on, or raise a ValueError.

    Codes and keys become parts of addresses and names; every document has the version it says is its newest; no code
    will be given again.
    """
    _codes(session)
    for table in (MeetingKind, Meeting, Site, Topic, Keyword, LearningPath):
        _all_fit(_KEY, session.scalars(select(table.key)).all())
    _all_fit(_CHECKSUM, session.scalars(select(Version.checksum)).all())
    if unknown := {*session.scalars(select(Version.media_type))} - HELD:
        raise ValueError(unknown)
    newest = and_(Version.document_id == Document.id, Version.number == Document.version)
    if lacking := session.scalars(select(Document.code).outerjoin(Version, newest).where(Version.id.is_(None))).all():
        raise ValueError(lacking)


def _codes(session: Session) -> None:
    last = dict(session.execute(select(Accessions.year, Accessions.last)).all())
    for code in session.scalars(select(Document.code)):
        found = _CODE.fullmatch(code)
        if found is None or int(found[2]) > last.get(int(found[1]), 0):
            raise ValueError(code)


def _all_fit(pattern: re.Pattern[str], values: Iterable[str]) -> None:
    for value in values:
        if not pattern.fullmatch(value):
            raise ValueError(value)
