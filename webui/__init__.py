"""The faces of the archive: pages, JSON and the command line."""
