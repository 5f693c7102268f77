"""What people corrected in what was recognised."""

import sqlalchemy as sa
from alembic import op

revision = "0006"
down_revision = "0005"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Make the table."""
    texts = ("quote", "heading", "agenda_item", "kind", "who", "due", "state", "agent")
    op.create_table(
        "correction",
        sa.Column("id", sa.Integer),
        *(sa.Column(name, sa.Integer, nullable=False) for name in ("document_id", "number", "ordinal")),
        *(sa.Column(name, sa.String, nullable=False) for name in texts),
        sa.Column("due_day", sa.Date),
        sa.Column("at", sa.DateTime, nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_correction"),
        sa.ForeignKeyConstraint(
            ["document_id"], ["document.id"], name="fk_correction_document_id_document", ondelete="CASCADE"
        ),
    )
    op.create_index("ix_correction_document_id", "correction", ["document_id"])


def downgrade() -> None:
    """Drop the table."""
    op.drop_table("correction")
