"""What became of decisions and tasks."""

import sqlalchemy as sa
from alembic import op

revision = "0013"
down_revision = "0012"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Make the table."""
    sides = ("earlier", "later")
    op.create_table(
        "follow_up",
        sa.Column("id", sa.Integer),
        sa.Column("number", sa.Integer, nullable=False),
        *(sa.Column(f"{side}_{name}", sa.Integer, nullable=False) for side in sides for name in ("id", "ordinal")),
        *(
            sa.Column(f"{side}_{name}", sa.String, nullable=False)
            for side in sides
            for name in ("passage", "quote", "heading", "agenda_item")
        ),
        sa.Column("verdict", sa.String, nullable=False),
        sa.Column("agent", sa.String, nullable=False),
        sa.Column("at", sa.DateTime, nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_follow_up"),
        *(
            sa.ForeignKeyConstraint(
                [f"{side}_id"], ["document.id"], name=f"fk_follow_up_{side}_id_document", ondelete="CASCADE"
            )
            for side in sides
        ),
    )
    for side in sides:
        op.create_index(f"ix_follow_up_{side}_id", "follow_up", [f"{side}_id"])


def downgrade() -> None:
    """Drop the table."""
    op.drop_table("follow_up")
