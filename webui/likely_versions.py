"""Drafts that are much like other documents: what is still to be decided about them."""

from collections.abc import Collection
from dataclasses import dataclass

from archive.rights import Right
from archive.values import Description, Visibility
from indexer.resemblance import Resemblances
from webui.reader import reader, seen
from webui.services import services


@dataclass(frozen=True, slots=True)
class LikelyVersion:
    """A document of which a draft may be a newer version."""

    document: Description
    #: Equal text, in whole per cent; below a hundred unless all of it is equal.
    percent: int


def undecided(drafts: Collection[Description]) -> dict[str, tuple[LikelyVersion, ...]]:
    """Return by their codes those drafts that are like other documents, with these, the most alike first.

    Nothing for whoever may not decide, and for documents that are no drafts.
    """
    asked = [each for each in drafts if each.visibility is Visibility.DRAFT] if reader().may(Right.EDIT) else []
    if not asked:
        return {}
    among = Resemblances.among(services().archive, services().texts, asked)
    return {each.code: found for each in asked if (found := _likely(among, each))}


def _likely(among: Resemblances, draft: Description) -> tuple[LikelyVersion, ...]:
    shares = {each.document: each.share for each in among.undecided(draft)}
    documents = {each.code: each for each in seen(services().archive.describe_many(shares))}
    return tuple(
        LikelyVersion(documents[each], int(share * 100)) for each, share in shares.items() if each in documents
    )
