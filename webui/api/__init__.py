"""The interface for programs: what people read on pages, as JSON."""
