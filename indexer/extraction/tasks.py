"""What a child process can be asked to do with a file."""

from enum import StrEnum


class Task(StrEnum):
    """One thing to do with one file."""

    READ = "read"
    RECOGNISE = "recognise"
    ATTACHMENTS = "attachments"
    DRAW = "draw"
    RENDER = "render"
