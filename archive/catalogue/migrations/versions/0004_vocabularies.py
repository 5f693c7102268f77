"""Vocabularies that people keep: keywords, other names of meetings, and the keys of entries that were merged."""

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Make the tables, and give meetings other names."""
    op.add_column("meeting", sa.Column("aliases", sa.JSON, nullable=False, server_default="[]"))
    op.create_table(
        "keyword",
        sa.Column("id", sa.Integer),
        *(sa.Column(name, sa.String, nullable=False) for name in ("key", "label")),
        sa.Column("aliases", sa.JSON, nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_keyword"),
        sa.UniqueConstraint("key", name="uq_keyword_key"),
        sa.UniqueConstraint("label", name="uq_keyword_label"),
    )
    op.create_table(
        "document_keyword",
        *(sa.Column(f"{each}_id", sa.Integer) for each in ("document", "keyword")),
        *(
            sa.ForeignKeyConstraint([f"{each}_id"], [f"{each}.id"], name=f"fk_document_keyword_{each}_id_{each}")
            for each in ("document", "keyword")
        ),
        sa.PrimaryKeyConstraint("document_id", "keyword_id", name="pk_document_keyword"),
    )
    op.create_index("ix_document_keyword_keyword_id", "document_keyword", ["keyword_id"])
    op.create_table(
        "former_entry",
        sa.Column("vocabulary", sa.String(40)),
        sa.Column("key", sa.String),
        sa.Column("successor", sa.String, nullable=False),
        sa.PrimaryKeyConstraint("vocabulary", "key", name="pk_former_entry"),
    )


def downgrade() -> None:
    """Drop the tables, those first that refer to others."""
    for table in ("former_entry", "document_keyword", "keyword"):
        op.drop_table(table)
    op.drop_column("meeting", "aliases")
