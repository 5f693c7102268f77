"""All there is about learning paths, in one hand."""

from archive.catalogue.catalogue import Catalogue
from archive.learning.own_site import SiteOverview
from archive.learning.paths import Paths
from archive.learning.progress import Progress
from archive.learning.steps import Steps


class Learning:
    """The learning paths of an archive, their steps, how far each account has come, and what is new at its site."""

    def __init__(self, catalogue: Catalogue) -> None:
        self.paths = Paths(catalogue)
        self.steps = Steps(catalogue)
        self.progress = Progress(catalogue)
        self.sites = SiteOverview(catalogue)
