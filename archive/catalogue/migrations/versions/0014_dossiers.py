"""What the coordination says of a Handlungsfeld."""

import sqlalchemy as sa
from alembic import op

revision = "0014"
down_revision = "0013"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Make the table."""
    op.create_table(
        "topic_dossier",
        sa.Column("topic_id", sa.Integer),
        sa.Column("introduction", sa.String, nullable=False),
        sa.Column("documents", sa.JSON, nullable=False),
        sa.PrimaryKeyConstraint("topic_id", name="pk_topic_dossier"),
        sa.ForeignKeyConstraint(["topic_id"], ["topic.id"], name="fk_topic_dossier_topic_id_topic"),
    )


def downgrade() -> None:
    """Drop the table."""
    op.drop_table("topic_dossier")
