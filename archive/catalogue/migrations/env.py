"""Run by Alembic for each migration, on the connection it is handed."""

from alembic import context

from archive.catalogue.holdings import Document

context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=Document.metadata,
    # SQLite changes a column only by copying its table.
    render_as_batch=True,
)
with context.begin_transaction():
    context.run_migrations()
