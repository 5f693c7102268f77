"""All there is about learning paths, in one hand."""

from archive.catalogue.catalogue import Catalogue
from archive.learning.paths import Paths
from archive.learning.progress import Progress
from archive.learning.steps import Steps


class Learning:
    """The learning paths of an archive, their steps, and how far each account has come."""

    def __init__(self, catalogue: Catalogue) -> None:
        self.paths = Paths(catalogue)
        self.steps = Steps(catalogue)
        self.progress = Progress(catalogue)
