"""One licence for all rows of a table."""

from dataclasses import dataclass, replace

from archive.licences import Licence
from archive.values import Details


@dataclass(frozen=True, slots=True)
class OneLicence:
    """Gives every row the same licence, whatever stood there."""

    licence: Licence

    def __call__(self, _code: str, details: Details) -> Details:
        """Return details with the licence."""
        return replace(details, licence=self.licence)
