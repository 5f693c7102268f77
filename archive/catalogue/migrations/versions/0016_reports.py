"""What readers report to be wrong with documents."""

import sqlalchemy as sa
from alembic import op

revision = "0016"
down_revision = "0015"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Make the table."""
    op.create_table(
        "report",
        sa.Column("id", sa.Integer),
        sa.Column("document_id", sa.Integer, nullable=False),
        sa.Column("fault", sa.String, nullable=False),
        sa.Column("place", sa.String, nullable=False),
        sa.Column("text", sa.String, nullable=False),
        sa.Column("made_at", sa.DateTime, nullable=False),
        sa.Column("done_at", sa.DateTime),
        sa.PrimaryKeyConstraint("id", name="pk_report"),
        sa.ForeignKeyConstraint(
            ["document_id"], ["document.id"], name="fk_report_document_id_document", ondelete="CASCADE"
        ),
    )
    op.create_index("ix_report_document_id", "report", ["document_id"])
    op.create_index("ix_report_done_at", "report", ["done_at"])


def downgrade() -> None:
    """Drop the table."""
    op.drop_table("report")
