"""What is kept beside method papers: notes of the coordination, and experiences of sites."""

import sqlalchemy as sa
from alembic import op

revision = "0011"
down_revision = "0010"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Make the tables."""
    op.create_table(
        "method_note",
        sa.Column("document_id", sa.Integer, nullable=False),
        sa.Column("is_core", sa.Boolean, nullable=False),
        sa.Column("other_names", sa.JSON, nullable=False),
        sa.PrimaryKeyConstraint("document_id", name="pk_method_note"),
        sa.ForeignKeyConstraint(
            ["document_id"], ["document.id"], name="fk_method_note_document_id_document", ondelete="CASCADE"
        ),
    )
    op.create_table(
        "experience",
        sa.Column("id", sa.Integer),
        *(sa.Column(name, sa.Integer, nullable=False) for name in ("document_id", "site_id", "year")),
        *(sa.Column(name, sa.String, nullable=False) for name in ("went_well", "was_hard", "advice")),
        sa.Column("offered_at", sa.DateTime, nullable=False),
        sa.Column("is_released", sa.Boolean, nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_experience"),
        sa.ForeignKeyConstraint(
            ["document_id"], ["document.id"], name="fk_experience_document_id_document", ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(["site_id"], ["site.id"], name="fk_experience_site_id_site"),
    )
    for each in ("document", "site"):
        op.create_index(f"ix_experience_{each}_id", "experience", [f"{each}_id"])


def downgrade() -> None:
    """Drop the tables."""
    for table in ("experience", "method_note"):
        op.drop_table(table)
