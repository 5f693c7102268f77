"""What values a parameter may have, in words: read from the schema of its type."""

from typing import Any

import msgspec

from webui.i18n import gettext, translated

Schema = dict[str, Any]


def said(hint: Any) -> str:  # noqa: ANN401 - a type, or what annotates one
    """Return what is expected of a type."""
    whole = msgspec.json.schema(hint)
    return _said(whole, whole.get("$defs", {}))


def explained(hint: Any) -> str:  # noqa: ANN401 - as above
    """Return what a parameter means, and what is expected of it where that says more."""
    meaning = translated(str(msgspec.json.schema(hint).get("description", "")))
    expected = said(hint)
    return f"{meaning}: {expected}" if meaning else expected


def _said(schema: Schema, definitions: Schema) -> str:
    match schema:
        case {"$ref": str(reference)}:
            return _said(definitions[reference.rpartition("/")[2]], definitions)
        case {"type": "array", "items": dict(items)}:
            return _said(items, definitions)
        case _:
            return _one(schema)


def _one(schema: Schema) -> str:
    match schema:
        case {"enum": [*values]}:
            return gettext("einer dieser Werte: %(values)s", values=", ".join(map(str, values)))
        case {"minimum": least, "maximum": most}:
            return gettext("eine ganze Zahl von %(least)s bis %(most)s", least=str(least), most=str(most))
        case {"format": "date"}:
            return gettext("ein Tag wie 2019-04-03")
        case {"pattern": _}:
            return gettext("ein Jahr wie 2019 oder eine Spanne wie 2018..2020")
        case {"maxLength": most}:
            return gettext("ein Text von höchstens %(most)s Zeichen", most=str(most))
        case _:
            return gettext("ein Text")
