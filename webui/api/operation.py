"""One address of the interface: its declaration is what validates requests, and what the description is made from."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, get_type_hints

from flask import Response

#: A part of a path that stands for a value: "<code>".
_NAMED = re.compile(r"<(\w+)>")

#: Answers may be kept, but are asked for anew each time.
REVALIDATED = "no-cache"
#: Answers that tell what somebody looks for are kept nowhere.
NEVER_KEPT = "no-store"


@dataclass(frozen=True, slots=True)
class Nothing:
    """Of an operation that takes no parameters."""


@dataclass(frozen=True, slots=True)
class Operation:
    """An address, and what answers it.

    The view takes the names in the path as keywords and, as `asked`, a frozen dataclass of parameters; it returns a
    record, or a file. Its annotations are the declaration.
    """

    #: Below the root: "/documents/<code>".
    path: str
    view: Callable[..., object]
    #: To be translated.
    summary: str
    cache_control: str = REVALIDATED

    @property
    def name(self) -> str:
        """How it is called."""
        return self.view.__name__

    @property
    def names(self) -> tuple[str, ...]:
        """The parts of the path that stand for values."""
        return tuple(_NAMED.findall(self.path))

    @property
    def template(self) -> str:
        """The path as OpenAPI writes it: "/documents/{code}"."""
        return _NAMED.sub(r"{\1}", self.path)

    @property
    def asked(self) -> type[object]:
        """The declaration of its parameters."""
        declared: type[object] = get_type_hints(self.view).get("asked", Nothing)
        return declared

    @property
    def takes_parameters(self) -> bool:
        """Whether it is handed any."""
        return self.asked is not Nothing

    @property
    def answer(self) -> Any:  # noqa: ANN401 - a type
        """The type of its records, or `Response` for a file."""
        return get_type_hints(self.view, include_extras=True)["return"]

    @property
    def sends_file(self) -> bool:
        """Whether it answers with a file."""
        return self.answer is Response
