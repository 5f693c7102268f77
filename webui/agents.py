"""Who stands behind the agents of events: accounts by their names, as long as they have one."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from archive.accounts.values import AccountEntry
from archive.custody import PROGRAM
from webui.i18n import gettext


@dataclass(frozen=True, slots=True)
class Agents:
    """The accounts there are, by agent."""

    names: Mapping[str, str]

    @classmethod
    def of(cls, accounts: Iterable[AccountEntry]) -> "Agents":
        """Gather the agents of accounts."""
        return cls({each.agent: each.name for each in accounts})

    def name(self, agent: str) -> str:
        """Return who an agent is; of one whose account is gone nobody can say it any more."""
        if agent == PROGRAM:
            return gettext("Das Archiv")
        return self.names.get(agent) or gettext("gelöschtes Konto")
