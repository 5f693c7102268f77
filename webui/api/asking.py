"""What an operation takes, read from an address by its declaration: a frozen dataclass, a field a parameter."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, fields
from types import NoneType, UnionType
from typing import Any, TypeVar, Union, get_args, get_origin, get_type_hints

import msgspec
from werkzeug.datastructures import MultiDict
from werkzeug.exceptions import BadRequest

from webui.api.saying import said
from webui.i18n import PARAMETER, gettext

Asked = TypeVar("Asked")


@dataclass(frozen=True, slots=True)
class Fault:
    """What is wrong with a parameter."""

    parameter: str
    #: In the reader's language.
    detail: str


class ParametersError(BadRequest):
    """Parameters of an operation mean nothing."""

    def __init__(self, *faults: Fault) -> None:
        super().__init__()
        self.faults = faults


def read(declared: type[Asked], args: MultiDict[str, str]) -> Asked:
    """Return what an address asks for.

    Raises:
        ParametersError: A parameter is unknown, given twice, or has no value it may have.
    """
    hints = parameters(declared)
    faults = [Fault(name, gettext("Diesen Parameter gibt es hier nicht.")) for name in _unknown(hints, args)]
    values: dict[str, Any] = {}
    for name in (each for each in hints if each in args):
        try:
            values[name] = _value(hints[name], args.getlist(name))
        except msgspec.ValidationError:
            faults.append(Fault(name, gettext("Erwartet wird %(said)s.", said=said(hints[name]))))
    if faults:
        raise ParametersError(*faults)
    return declared(**values)


def parameters(declared: type[object]) -> Mapping[str, Any]:
    """Return the parameters that a declaration has, each with the type of its values."""
    hints = get_type_hints(declared, include_extras=True)
    return {field.name: _present(hints[field.name]) for field in fields(declared)}  # type: ignore[arg-type] # a dataclass


def is_list(hint: Any) -> bool:  # noqa: ANN401 - a type, or what annotates one
    """Tell whether a parameter may be given several times."""
    return get_origin(_bare(hint)) is tuple


def _value(hint: Any, given: list[str]) -> object:  # noqa: ANN401 - as above
    if is_list(hint):
        return msgspec.convert(given, hint, strict=False)
    if len(given) > 1:
        raise msgspec.ValidationError
    return msgspec.convert(given[0], hint, strict=False)


def _unknown(hints: Mapping[str, Any], args: MultiDict[str, str]) -> Iterator[str]:
    return (name for name in args if name not in hints and name != PARAMETER)


def _bare(hint: Any) -> Any:  # noqa: ANN401 - as above
    """Return a type without what annotates it."""
    return getattr(hint, "__origin__", hint) if hasattr(hint, "__metadata__") else hint


def _present(hint: Any) -> Any:  # noqa: ANN401 - as above
    """Return the type of a parameter that is given: None stands only for one that is not."""
    if get_origin(hint) in (Union, UnionType):
        (present,) = (each for each in get_args(hint) if each is not NoneType)
        return present
    return hint
