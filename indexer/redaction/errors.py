"""Why a file cannot be redacted so that nobody could doubt it; the wording for readers is made at the edge."""


class RedactionError(Exception):
    """Base of what hinders a redaction; no file is made."""


class UnsafeFormatError(RedactionError):
    """The words stand in pictures, where their places are not known, or the file could not be read."""

    def __init__(self, media_type: str) -> None:
        super().__init__(media_type)
        self.media_type = media_type


class TraceLeftError(RedactionError):
    """The new file was read again, and a word that should be gone is still in it."""

    def __init__(self, place: str) -> None:
        super().__init__(place)
        #: "text", "title" or the name of a part of the file.
        self.place = place
