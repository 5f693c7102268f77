"""Who did what: agents of accounts and events."""

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Give every account an agent, and every event so far the program itself."""
    op.add_column("event", sa.Column("agent", sa.String, nullable=False, server_default=""))
    op.add_column("account", sa.Column("agent", sa.String, nullable=False, server_default=""))
    accounts = sa.table("account", sa.column("id", sa.Integer), sa.column("agent", sa.String))
    op.execute(accounts.update().values(agent=sa.func.hex(sa.func.randomblob(16))))
    op.create_index("ix_account_agent", "account", ["agent"], unique=True)


def downgrade() -> None:
    """Forget who did what."""
    op.drop_index("ix_account_agent", "account")
    op.drop_column("account", "agent")
    op.drop_column("event", "agent")
