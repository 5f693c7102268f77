"""Searches that people keep, and when they were here last."""

import sqlalchemy as sa
from alembic import op

revision = "0015"
down_revision = "0014"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Make the table and the column."""
    op.create_table(
        "saved_search",
        sa.Column("id", sa.Integer),
        sa.Column("account_id", sa.Integer, nullable=False),
        *(sa.Column(name, sa.String, nullable=False) for name in ("label", "address")),
        *(sa.Column(name, sa.DateTime, nullable=False) for name in ("made_at", "looked_at")),
        sa.PrimaryKeyConstraint("id", name="pk_saved_search"),
        sa.ForeignKeyConstraint(["account_id"], ["account.id"], name="fk_saved_search_account_id_account"),
    )
    op.create_index("ix_saved_search_account_id", "saved_search", ["account_id"])
    op.add_column("account", sa.Column("last_visit", sa.DateTime))


def downgrade() -> None:
    """Drop them."""
    with op.batch_alter_table("account") as batch:
        batch.drop_column("last_visit")
    op.drop_table("saved_search")
