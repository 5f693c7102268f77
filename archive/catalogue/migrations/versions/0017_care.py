"""Where backups were made, and what came of checking files."""

import sqlalchemy as sa
from alembic import op

revision = "0017"
down_revision = "0016"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Make the tables."""
    op.create_table(
        "backup_target",
        sa.Column("path", sa.String, nullable=False),
        sa.Column("snapshot", sa.String, nullable=False),
        sa.Column("made_at", sa.DateTime, nullable=False),
        sa.Column("erasure", sa.Integer, nullable=False),
        sa.PrimaryKeyConstraint("path", name="pk_backup_target"),
    )
    op.create_table(
        "file_check",
        sa.Column("checksum", sa.String, nullable=False),
        sa.Column("checked_at", sa.DateTime, nullable=False),
        sa.Column("state", sa.String(40), nullable=False),
        sa.PrimaryKeyConstraint("checksum", name="pk_file_check"),
    )
    op.create_index("ix_file_check_checked_at", "file_check", ["checked_at"])
    op.create_index("ix_file_check_state", "file_check", ["state"])


def downgrade() -> None:
    """Drop the tables."""
    op.drop_table("file_check")
    op.drop_table("backup_target")
