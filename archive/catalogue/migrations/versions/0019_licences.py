"""What others may do with a document."""

import sqlalchemy as sa
from alembic import op

revision = "0019"
down_revision = "0018"
branch_labels = None
depends_on = None

#: Nothing was stated before it could be.
UNSTATED = "nicht angegeben"


def upgrade() -> None:
    """Add the column."""
    op.add_column("document", sa.Column("licence", sa.String(40), nullable=False, server_default=UNSTATED))


def downgrade() -> None:
    """Drop the column."""
    op.drop_column("document", "licence")
