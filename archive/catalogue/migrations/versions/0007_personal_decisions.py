"""What was decided about personal data that stays in documents."""

import sqlalchemy as sa
from alembic import op

revision = "0007"
down_revision = "0006"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Make the table."""
    op.create_table(
        "personal_decision",
        sa.Column("id", sa.Integer),
        sa.Column("document_id", sa.Integer, nullable=False),
        sa.Column("fingerprint", sa.String, nullable=False),
        sa.Column("ground", sa.String(40), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_personal_decision"),
        sa.ForeignKeyConstraint(["document_id"], ["document.id"], name="fk_personal_decision_document_id_document"),
        sa.UniqueConstraint("document_id", "fingerprint", name="uq_personal_decision_document_id"),
    )


def downgrade() -> None:
    """Drop the table."""
    op.drop_table("personal_decision")
