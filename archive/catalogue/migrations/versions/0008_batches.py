"""What was uploaded together, and what became of each file."""

import sqlalchemy as sa
from alembic import op

revision = "0008"
down_revision = "0007"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Make the tables."""
    op.create_table(
        "batch",
        sa.Column("id", sa.Integer),
        *(sa.Column(name, sa.String, nullable=False) for name in ("key", "agent")),
        sa.Column("began_at", sa.DateTime, nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_batch"),
        sa.UniqueConstraint("key", name="uq_batch_key"),
    )
    op.create_table(
        "batch_item",
        sa.Column("id", sa.Integer),
        sa.Column("batch_id", sa.Integer, nullable=False),
        *(sa.Column(name, sa.String, nullable=False) for name in ("token", "name")),
        sa.Column("status", sa.String(40), nullable=False),
        sa.Column("document_id", sa.Integer),
        sa.Column("complaint", sa.String, nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_batch_item"),
        *(
            sa.ForeignKeyConstraint(
                [f"{each}_id"], [f"{each}.id"], name=f"fk_batch_item_{each}_id_{each}", ondelete="CASCADE"
            )
            for each in ("batch", "document")
        ),
    )
    for each in ("batch", "document"):
        op.create_index(f"ix_batch_item_{each}_id", "batch_item", [f"{each}_id"])


def downgrade() -> None:
    """Drop the tables, those first that refer to others."""
    for table in ("batch_item", "batch"):
        op.drop_table(table)
