"""What people say of methods in the place of what their papers state."""

import sqlalchemy as sa
from alembic import op

revision = "0010"
down_revision = "0009"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Make the table."""
    op.create_table(
        "card_fact",
        sa.Column("id", sa.Integer),
        sa.Column("document_id", sa.Integer, nullable=False),
        *(sa.Column(name, sa.String, nullable=False) for name in ("field", "text", "agent")),
        sa.Column("at", sa.DateTime, nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_card_fact"),
        sa.UniqueConstraint("document_id", "field", name="uq_card_fact_document_id"),
        sa.ForeignKeyConstraint(
            ["document_id"], ["document.id"], name="fk_card_fact_document_id_document", ondelete="CASCADE"
        ),
    )


def downgrade() -> None:
    """Drop the table."""
    op.drop_table("card_fact")
