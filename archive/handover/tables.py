"""Which tables of the catalogue travel, and which stay behind; every table is in one of the two lists."""

from collections.abc import Mapping

from sqlalchemy import Table

from archive.catalogue.authorities import FormerEntry, Keyword, Meeting, MeetingKind, Site, Topic
from archive.catalogue.base import Base
from archive.catalogue.batches import Batch, BatchItem
from archive.catalogue.card_facts import CardFact
from archive.catalogue.care import BackupTarget, FileCheck
from archive.catalogue.corrections import Correction
from archive.catalogue.dossiers import TopicDossier
from archive.catalogue.follow_ups import FollowUp
from archive.catalogue.holdings import (
    Accessions,
    Document,
    Event,
    Version,
    document_keyword,
    document_site,
    document_topic,
)
from archive.catalogue.learning import ChosenSite, LearningPath, LearningStep, ReadStep
from archive.catalogue.methods import Experience, MethodNote
from archive.catalogue.people import AccessToken, Account, OneTimeLink, SavedSearch, WebSession
from archive.catalogue.privacy import PersonalDecision, RedactedName
from archive.catalogue.reports import Report
from archive.catalogue.use import Access, Synonym, Unanswered

#: What travels: holdings, vocabularies, and what people said of them.
TRAVELLING: frozenset[str] = frozenset(
    {
        *(each.__tablename__ for each in (MeetingKind, Meeting, Site, Topic, Keyword, FormerEntry)),
        *(each.__tablename__ for each in (Document, Version, Accessions, Event)),
        *(each.name for each in (document_site, document_topic, document_keyword)),
        *(each.__tablename__ for each in (Correction, FollowUp, CardFact, MethodNote, Experience, Report)),
        *(each.__tablename__ for each in (LearningPath, LearningStep, TopicDossier, Synonym)),
    }
)

#: Table → why it stays where it is.
STAYING: Mapping[str, str] = {
    Account.__tablename__: "accounts are of the archive they were made in",
    WebSession.__tablename__: "secret",
    OneTimeLink.__tablename__: "secret",
    AccessToken.__tablename__: "secret",
    SavedSearch.__tablename__: "private to an account",
    ReadStep.__tablename__: "private to an account",
    ChosenSite.__tablename__: "private to an account",
    Access.__tablename__: "tells who read what; kept for a time only",
    Unanswered.__tablename__: "tells what was asked; kept for a time only",
    Batch.__tablename__: "tells who uploaded what together; kept for a time only",
    BatchItem.__tablename__: "likewise",
    BackupTarget.__tablename__: "a folder of the machine the archive runs on",
    FileCheck.__tablename__: "of files where they lie",
    PersonalDecision.__tablename__: "its fingerprints are made with a secret of the home",
    RedactedName.__tablename__: "likewise",
}


def travelling_tables() -> list[Table]:
    """Return the tables that travel, each after those it refers to."""
    return [table for table in Base.metadata.sorted_tables if table.name in TRAVELLING]
