"""Roles in the place of the people who have them: "Mira Muster (Projektleitung)" is "Projektleitung"."""

import re
from collections.abc import Iterable

from indexer.structure.personal.persons import FULL_NAME, bare_name, is_full_name, is_role
from indexer.structure.personal.queries import frequent_names

_APART = re.compile(r"\s*(?:[,;/()]|\bund\b|\bu\.)\s*")
_ADDRESSED = re.compile(rf"(?:Herrn?|Frau|Hr\.|Fr\.)\s+(?:Dr\.\s+|Prof\.\s+)*{FULL_NAME}")
#: "(Projektleitung Standort Gotha)" or ", Projektleitung" behind a name.
_BEHIND = r"\s*(?:\(|,\s*|–\s+|:\s*)(?P<role>[^(),;:\n.]{3,80})"


def without_names(who: str, texts: Iterable[str]) -> str:
    """Return who is to do something without people's names, as far as their roles are known.

    Args:
        who: As a decision or task says it: people, roles, sites.
        texts: Of the same document: what stands behind a name may tell the role.
    """
    parts = [part for part in _APART.split(who) if part]
    named = [part for part in parts if is_person(part)]
    if not named:
        return who
    others = [part for part in parts if part not in named]
    known = others or [role for role in (_role_of(bare_name(name), texts) for name in named) if role]
    return ", ".join(dict.fromkeys(known)) or who


def is_person(text: str) -> bool:
    """Tell whether a text is someone's name: addressed as such, or with a first name that many have."""
    if _ADDRESSED.fullmatch(text):
        return not is_role(bare_name(text))
    return is_full_name(text) and text.split(maxsplit=1)[0].casefold() in frequent_names()


def _role_of(name: str, texts: Iterable[str]) -> str:
    """Return what stands behind a name and is a role, or ""."""
    behind = re.compile(rf"(?<!\w){re.escape(name)}{_BEHIND}")
    found = (match["role"].strip() for text in texts for match in behind.finditer(text))
    return next((role for role in found if is_role(role) and not is_person(role)), "")
