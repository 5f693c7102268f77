"""Takes the marks out of a line of Markdown and leaves its words."""

import html
import re

_ESCAPED = re.compile(r"\\([!-/:-@\[-`{-~])")
#: Escaped characters wait in the private use area while marks are taken out.
_SHELTER = 0xE000
_SHELTERED = re.compile(r"[\ue021-\ue07e]")

#: Patterns and what is left of them, in the order in which they are taken out.
_RULES = (
    (re.compile(r"<!--.*?-->", re.DOTALL), ""),
    (re.compile(r"!?\[\[([^\]|]*\|)?([^\]]*)\]\]"), r"\2"),
    (re.compile(r"\[\^[^\]]+\]"), ""),
    (re.compile(r"!?\[([^\[\]]*)\](?:\([^()]*(?:\([^()]*\)[^()]*)*\)|\[[^\]]*\])"), r"\1"),
    (re.compile(r"!?\[([^\[\]]*)\]\([^)]*\)"), r"\1"),
    (re.compile(r"<((?:https?|mailto):[^>\s]+|[^<>@\s]+@[^<>\s]+)>"), r"\1"),
    (re.compile(r"<br\s*/?>", re.IGNORECASE), "\n"),
    (re.compile(r"</?[a-zA-Z][^<>]*>"), ""),
    (re.compile(r"(`+)(.+?)\1"), r"\2"),
    # Not inside words: "Teilnehmer*innen und Freund*innen" is no emphasis.
    (re.compile(r"(?<![\w*])(\*{1,3})(?=[^\s*])(.+?)(?<=[^\s*])\1(?![\w*])"), r"\2"),
    (re.compile(r"(?<!\w)(_{1,3})(?=\S)(.+?)(?<=\S)\1(?!\w)"), r"\2"),
    (re.compile(r"~~(.+?)~~"), r"\1"),
    (re.compile(r"==(.+?)=="), r"\1"),
    (re.compile(r"\*\*"), ""),
)


def plain(text: str) -> str:
    """Return the words of a text in Markdown, without marks of emphasis, links and code."""
    text = _ESCAPED.sub(lambda match: chr(_SHELTER + ord(match.group(1))), text)
    for pattern, replacement in _RULES:
        text = pattern.sub(replacement, text)
    text = _SHELTERED.sub(lambda match: chr(ord(match.group()) - _SHELTER), text)
    return html.unescape(text).strip()
