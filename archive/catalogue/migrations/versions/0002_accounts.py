"""People's accounts, the browsers that are signed in, and one-time links."""

from datetime import datetime

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None

LABEL = sa.String(40)


def upgrade() -> None:
    """Make the tables."""
    op.create_table(
        "account",
        sa.Column("id", sa.Integer),
        *(sa.Column(name, sa.String, nullable=False) for name in ("name", "key", "password")),
        sa.Column("role", LABEL, nullable=False),
        sa.Column("is_sample", sa.Boolean, nullable=False),
        sa.Column("created_at", sa.DateTime, nullable=False),
        sa.Column("signed_in_at", sa.DateTime),
        sa.PrimaryKeyConstraint("id", name="pk_account"),
        sa.UniqueConstraint("key", name="uq_account_key"),
    )
    _create_of_account(
        "web_session",
        sa.Column("account_id", sa.Integer, nullable=False),
        *(sa.Column(name, sa.DateTime, nullable=False) for name in ("began_at", "seen_at")),
    )
    _create_of_account(
        "one_time_link",
        sa.Column("account_id", sa.Integer),
        sa.Column("purpose", LABEL, nullable=False),
        sa.Column("ends_at", sa.DateTime, nullable=False),
    )


def downgrade() -> None:
    """Drop the tables, those first that refer to others."""
    for table in ("one_time_link", "web_session", "account"):
        op.drop_table(table)


def _create_of_account(table: str, *columns: sa.Column[int] | sa.Column[str] | sa.Column[datetime]) -> None:
    """Make a table of secrets that belong to accounts."""
    op.create_table(
        table,
        sa.Column("id", sa.Integer),
        sa.Column("digest", sa.String, nullable=False),
        *columns,
        sa.PrimaryKeyConstraint("id", name=f"pk_{table}"),
        sa.UniqueConstraint("digest", name=f"uq_{table}_digest"),
        sa.ForeignKeyConstraint(["account_id"], ["account.id"], name=f"fk_{table}_account_id_account"),
    )
    op.create_index(f"ix_{table}_account_id", table, ["account_id"])
