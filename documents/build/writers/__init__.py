"""One writer per kind of file, each `write(source, target)`."""
