"""Which last names went from a document with full names."""

import sqlalchemy as sa
from alembic import op

revision = "0018"
down_revision = "0017"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Make the table."""
    op.create_table(
        "redacted_name",
        sa.Column("document_id", sa.Integer, nullable=False),
        sa.Column("fingerprint", sa.String, nullable=False),
        sa.PrimaryKeyConstraint("document_id", "fingerprint", name="pk_redacted_name"),
        sa.ForeignKeyConstraint(
            ["document_id"], ["document.id"], name="fk_redacted_name_document_id_document", ondelete="CASCADE"
        ),
    )


def downgrade() -> None:
    """Drop the table."""
    op.drop_table("redacted_name")
