"""Names of files and folders that every file system takes, and that people still recognise."""

import re
import unicodedata

#: What Windows allows in no name, and controls.
_FORBIDDEN = re.compile(r'[<>:"/\\|?*\x00-\x1f\x7f]+')

#: Names that Windows keeps for devices, whatever their ending.
_DEVICES = re.compile(r"(?:con|prn|aux|nul|com\d|lpt\d)(?=\.|$)", re.IGNORECASE)

_ENDING = re.compile(r"\.[A-Za-z0-9]{1,8}")

#: Characters of a part of a path: three of them with the folders of a bag stay below the 260 of Windows.
LONGEST = 70

#: Bytes of a name, of which most file systems take 255; four to a character in the worst case.
MOST_BYTES = 180


def safe_name(text: str, longest: int = LONGEST) -> str:
    """Return a text as the name of a file or folder, cut where it is long; "ohne Namen" where nothing can stay."""
    visible = "".join(
        each if unicodedata.category(each)[0] != "C" else " " for each in unicodedata.normalize("NFC", text)
    )
    # Of "%" some BagIt programs read that it is escaped, and some do not: names do without.
    name = " ".join(_FORBIDDEN.sub("-", visible.replace(": ", " – ").replace("%", " Prozent ")).split())
    name = _cut(name, longest).strip(" .-~")
    if _DEVICES.match(name):
        name = f"_{name}"
    return name or "ohne Namen"


def safe_ending(file_name: str) -> str:
    """Return the ending of a file's name in lower case (".pdf"), or "" where it has none that is fit for use."""
    _, dot, ending = file_name.rpartition(".")
    found = f"{dot}{ending}"
    return found.lower() if _ENDING.fullmatch(found) else ""


def _cut(name: str, longest: int) -> str:
    """Cut a name at a word where it is too long, and say so by an ellipsis."""
    if len(name) <= longest and len(name.encode()) <= MOST_BYTES:
        return name
    cut = name[: longest - 1]
    while len(cut.encode()) > MOST_BYTES:
        cut = cut[:-1]
    at_word = cut.rpartition(" ")[0]
    return (at_word if len(at_word) > len(cut) // 2 else cut).rstrip() + "…"
