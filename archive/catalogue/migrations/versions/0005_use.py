"""How the archive is used: accesses to documents of the coordination, queries without hits, own synonyms."""

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Make the tables."""
    op.create_table(
        "access",
        sa.Column("id", sa.Integer),
        sa.Column("at", sa.DateTime, nullable=False),
        *(sa.Column(name, sa.String, nullable=False) for name in ("document", "agent")),
        sa.Column("kind", sa.String(40), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_access"),
    )
    for column in ("at", "document"):
        op.create_index(f"ix_access_{column}", "access", [column])
    op.create_table(
        "unanswered",
        *(sa.Column(name, sa.String, nullable=False) for name in ("query", "month")),
        sa.Column("count", sa.Integer, nullable=False),
        sa.PrimaryKeyConstraint("query", "month", name="pk_unanswered"),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "synonym",
        sa.Column("id", sa.Integer),
        *(sa.Column(name, sa.JSON, nullable=False) for name in ("words", "leads_to")),
        sa.PrimaryKeyConstraint("id", name="pk_synonym"),
    )


def downgrade() -> None:
    """Drop the tables."""
    for table in ("synonym", "unanswered", "access"):
        op.drop_table(table)
