"""The address of the register of decisions and tasks, and the request it stands for: a pair that undo each other."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date

from werkzeug.datastructures import MultiDict

from archive.rights import Reader
from indexer.search.agreements import KINDS, AgreementRequest, AgreementSort
from indexer.structure.agreements import State
from indexer.structure.kinds import PassageKind
from webui.addresses import read_request, write_request

#: Value of "sortierung" → order.
SORTS: Mapping[str, AgreementSort] = {
    "neueste": AgreementSort.NEWEST,
    "aelteste": AgreementSort.OLDEST,
    "frist": AgreementSort.DUE,
    "wer": AgreementSort.WHO,
}

#: Longer roles are nobody's.
LONGEST_ROLE = 200


def read_agreement_request(args: MultiDict[str, str], reader: Reader) -> AgreementRequest:
    """Return the request an address stands for; what makes no sense in it is left out."""
    search = replace(read_request(args), reader=reader, page=1)
    kinds = frozenset(each for each in KINDS if each in search.filters.get("passage_kind", ()))
    filters = {facet: values for facet, values in search.filters.items() if facet != "passage_kind"}
    return AgreementRequest(
        search=replace(search, filters=filters),
        kinds=kinds,
        states=frozenset(state for state in State if state in args.getlist("stand")),
        who=" ".join(args.get("wer", "").split())[:LONGEST_ROLE],
        due_from=_day(args.get("faellig-ab", "")),
        due_until=_day(args.get("faellig-bis", "")),
        sort=SORTS.get(args.get("sortierung", ""), AgreementSort.NEWEST),
    )


def write_agreement_request(asked: AgreementRequest) -> dict[str, str | list[str]]:
    """Return the address parameters of a request, without those that say what is said anyway."""
    address = write_request(asked.search)
    address.pop("sortierung", None)
    told: dict[str, str | list[str]] = {
        "abschnitt": [each.value for each in KINDS if each in asked.kinds],
        "stand": [state.value for state in State if state in asked.states],
        "wer": asked.who,
        "faellig-ab": asked.due_from.isoformat() if asked.due_from else "",
        "faellig-bis": asked.due_until.isoformat() if asked.due_until else "",
    }
    if asked.sort is not AgreementSort.NEWEST:
        told["sortierung"] = next(name for name, sort in SORTS.items() if sort is asked.sort)
    return address | {name: value for name, value in told.items() if value}


def of_kind(asked: AgreementRequest, kind: PassageKind | None) -> AgreementRequest:
    """Return a request for one kind, or for both."""
    return replace(asked, kinds=frozenset({kind} if kind else ()))


def is_narrowed(asked: AgreementRequest) -> bool:
    """Tell whether a request asks for less than everything; its order and kind do not count."""
    return replace(asked, sort=AgreementSort.NEWEST, kinds=frozenset()) != AgreementRequest(
        replace(asked.search, query="", filters={}, excluded={})
    )


def _day(typed: str) -> date | None:
    try:
        return date.fromisoformat(typed.strip())
    except ValueError:
        return None
