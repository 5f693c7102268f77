"""The index: its schema, its one writer, its generations, and the texts beside it."""
