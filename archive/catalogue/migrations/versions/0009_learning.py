"""Learning paths, and what each account keeps for itself about them."""

from typing import Any

import sqlalchemy as sa
from alembic import op

revision = "0009"
down_revision = "0008"
branch_labels = None
depends_on = None

#: Table → the foreign keys of its own that go with what they refer to.
_REFERENCES = {
    "learning_step": {"path_id": "learning_path"},
    "read_step": {"account_id": "account", "step_id": "learning_step"},
    "chosen_site": {"account_id": "account"},
}


def upgrade() -> None:
    """Make the tables."""
    op.create_table(
        "learning_path",
        sa.Column("id", sa.Integer),
        *_columns(sa.String, "key", "title", "text"),
        *_columns(sa.Integer, "position"),
        *_columns(sa.Boolean, "is_published", "is_sample"),
        sa.PrimaryKeyConstraint("id", name="pk_learning_path"),
        sa.UniqueConstraint("key", name="uq_learning_path_key"),
    )
    op.create_table(
        "learning_step",
        sa.Column("id", sa.Integer),
        *_columns(sa.Integer, "path_id", "position", "minutes", "version"),
        sa.Column("kind", sa.String(40), nullable=False),
        *_columns(sa.String, "text", "title", "document", "passage", "link"),
        *_columns(sa.DateTime, "added_at"),
        sa.PrimaryKeyConstraint("id", name="pk_learning_step"),
        *_references("learning_step"),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_learning_step_path_id", "learning_step", ["path_id"])
    op.create_table(
        "read_step",
        *_columns(sa.Integer, "account_id", "step_id", "version"),
        *_columns(sa.DateTime, "at"),
        sa.PrimaryKeyConstraint("account_id", "step_id", name="pk_read_step"),
        *_references("read_step"),
    )
    op.create_table(
        "chosen_site",
        *_columns(sa.Integer, "account_id"),
        *_columns(sa.String, "site"),
        sa.PrimaryKeyConstraint("account_id", name="pk_chosen_site"),
        *_references("chosen_site"),
    )


def downgrade() -> None:
    """Drop the tables, those first that refer to others."""
    for table in ("chosen_site", "read_step", "learning_step", "learning_path"):
        op.drop_table(table)


def _columns(kind: type[sa.types.TypeEngine[Any]], *names: str) -> list[sa.Column[Any]]:
    return [sa.Column(name, kind, nullable=False) for name in names]


def _references(table: str) -> list[sa.ForeignKeyConstraint]:
    return [
        sa.ForeignKeyConstraint([column], [f"{other}.id"], name=f"fk_{table}_{column}_{other}", ondelete="CASCADE")
        for column, other in _REFERENCES[table].items()
    ]
