"""Documents and their versions, the controlled vocabularies, events."""

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None

LABEL = sa.String(40)


def upgrade() -> None:
    """Make the tables."""
    _create_vocabularies()
    _create_meetings()
    _create_documents()
    _create_associations()
    _create_events()


def downgrade() -> None:
    """Drop the tables, those first that refer to others."""
    for table in ("event", "accessions", "version", "document_topic", "document_site"):
        op.drop_table(table)
    for table in ("document", "meeting", "topic", "site", "meeting_kind"):
        op.drop_table(table)


def _create_vocabularies() -> None:
    op.create_table(
        "meeting_kind",
        *_entry("meeting_kind", "label"),
        _text("label"),
        _list("aliases"),
    )
    op.create_table(
        "site",
        *_entry("site", "label"),
        *(_text(name) for name in ("label", "place", "federal_state", "carrier", "carrier_group")),
        *(_text(name) for name in ("since", "until", "note")),
        *(_list(name) for name in ("quarters", "sources", "aliases")),
        sa.Column("evidence", LABEL, nullable=False),
    )
    op.create_table(
        "topic",
        *_entry("topic", "label"),
        sa.Column("number", sa.Integer, nullable=False),
        _text("label"),
        _text("short_label"),
        _list("aliases"),
        sa.UniqueConstraint("number", name="uq_topic_number"),
    )


def _create_meetings() -> None:
    op.create_table(
        "meeting",
        *_entry("meeting", "title"),
        *(_text(name) for name in ("title", "place", "motto", "date_note")),
        sa.Column("kind_id", sa.Integer, _reference("meeting", "kind_id", "meeting_kind"), nullable=False),
        sa.Column("start", sa.Date, nullable=False),
        sa.Column("end", sa.Date, nullable=False),
        sa.Column("format", LABEL, nullable=False),
        sa.Column("status", LABEL, nullable=False),
        _list("sources"),
        sa.Column("is_sample", sa.Boolean, nullable=False),
    )


def _create_documents() -> None:
    op.create_table(
        "document",
        sa.Column("id", sa.Integer),
        _text("code"),
        _text("title"),
        sa.Column("kind", LABEL, nullable=False),
        sa.Column("date_start", sa.Date),
        sa.Column("date_end", sa.Date),
        sa.Column("date_precision", LABEL),
        sa.Column("date_source", LABEL),
        sa.Column("meeting_id", sa.Integer, _reference("document", "meeting_id", "meeting")),
        sa.Column("visibility", LABEL, nullable=False),
        sa.Column("is_sample", sa.Boolean, nullable=False),
        *(sa.Column(name, sa.Integer, nullable=False) for name in ("version", "revision")),
        sa.PrimaryKeyConstraint("id", name="pk_document"),
        sa.UniqueConstraint("code", name="uq_document_code"),
    )
    op.create_index("ix_document_is_sample", "document", ["is_sample"])
    op.create_index("ix_document_meeting_id", "document", ["meeting_id"])
    op.create_table(
        "version",
        sa.Column("id", sa.Integer),
        sa.Column("document_id", sa.Integer, _reference("version", "document_id", "document"), nullable=False),
        *(sa.Column(name, sa.Integer, nullable=False) for name in ("number", "size")),
        *(_text(name) for name in ("checksum", "file_name", "media_type")),
        sa.Column("received_at", sa.DateTime, nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_version"),
        sa.UniqueConstraint("checksum", name="uq_version_checksum"),
        sa.UniqueConstraint("document_id", "number", name="uq_version_document_id"),
    )


def _create_associations() -> None:
    for other in ("site", "topic"):
        table = f"document_{other}"
        op.create_table(
            table,
            sa.Column("document_id", sa.Integer, _reference(table, "document_id", "document")),
            sa.Column(f"{other}_id", sa.Integer, _reference(table, f"{other}_id", other)),
            sa.PrimaryKeyConstraint("document_id", f"{other}_id", name=f"pk_{table}"),
        )
        op.create_index(f"ix_{table}_{other}_id", table, [f"{other}_id"])


def _create_events() -> None:
    op.create_table(
        "accessions",
        sa.Column("year", sa.Integer, autoincrement=False),
        sa.Column("last", sa.Integer, nullable=False),
        sa.PrimaryKeyConstraint("year", name="pk_accessions"),
    )
    op.create_table(
        "event",
        sa.Column("id", sa.Integer),
        sa.Column("at", sa.DateTime, nullable=False),
        sa.Column("kind", LABEL, nullable=False),
        _text("document"),
        _text("detail"),
        sa.PrimaryKeyConstraint("id", name="pk_event"),
    )
    op.create_index("ix_event_document", "event", ["document"])
    if op.get_bind().dialect.name == "sqlite":  # pragma: no branch - tests run on SQLite
        _forbid_changes()


def _forbid_changes() -> None:
    """Let the database itself refuse to rewrite what happened."""
    for change in ("UPDATE", "DELETE"):
        op.execute(
            f"CREATE TRIGGER event_{change.lower()} BEFORE {change} ON event "
            "BEGIN SELECT RAISE(ABORT, 'events are only appended'); END"
        )


def _entry(table: str, name: str) -> tuple[sa.Column[int] | sa.Column[str] | sa.Constraint, ...]:
    """Return what every table of a vocabulary begins with: a number, a key, and a unique name."""
    return (
        sa.Column("id", sa.Integer),
        _text("key"),
        sa.PrimaryKeyConstraint("id", name=f"pk_{table}"),
        sa.UniqueConstraint("key", name=f"uq_{table}_key"),
        sa.UniqueConstraint(name, name=f"uq_{table}_{name}"),
    )


def _text(name: str) -> sa.Column[str]:
    return sa.Column(name, sa.String, nullable=False)


def _list(name: str) -> sa.Column[list[str]]:
    return sa.Column(name, sa.JSON, nullable=False)


def _reference(table: str, column: str, other: str) -> sa.ForeignKey:
    return sa.ForeignKey(f"{other}.id", name=f"fk_{table}_{column}_{other}")
