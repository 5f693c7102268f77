"""What a step may be: looked at before anything is kept."""

import unicodedata
from dataclasses import replace

from archive.curation import names
from archive.errors import UnusableLabelError
from archive.learning.errors import StepFault, UnusableStepError
from archive.learning.values import StepContent, StepKind

#: Characters; more is a document of its own.
LONGEST_TEXT = 1000

#: Nobody reads one thing for longer than a working day.
MOST_MINUTES = 480

#: Characters.
LONGEST_LINK = 500


def checked(content: StepContent) -> StepContent:
    """Return a step as it is kept.

    Raises:
        UnusableStepError: It has no title where it needs one, or a text, a link or minutes that cannot be.
    """
    if not 1 <= content.minutes <= MOST_MINUTES:
        raise UnusableStepError(StepFault.MINUTES)
    text = checked_text(content.text)
    if content.kind is not StepKind.NOTE:
        return replace(content, text=text, title="", link="")
    return replace(content, text=text, title=_title(content.title), link=_link(content.link), document="", passage="")


def checked_text(text: str) -> str:
    """Return a text as it is kept, or raise UnusableStepError where it is too long or has unseen characters."""
    kept = "\n".join(" ".join(line.split()) for line in unicodedata.normalize("NFC", text).strip().splitlines())
    if len(kept) > LONGEST_TEXT or not _is_visible(kept.replace("\n", "")):
        raise UnusableStepError(StepFault.TEXT)
    return kept


def _title(title: str) -> str:
    try:
        return names.checked(title)
    except UnusableLabelError as error:
        raise UnusableStepError(StepFault.TITLE) from error


def _link(link: str) -> str:
    """Return a link that stays in the archive; browsers take a backslash for a slash, and two for another host."""
    kept = link.strip()
    leads_away = kept[:1] != "/" or kept[1:2] in ("/", "\\")
    if kept and (leads_away or len(kept) > LONGEST_LINK or not _is_visible(kept)):
        raise UnusableStepError(StepFault.LINK)
    return kept


def _is_visible(text: str) -> bool:
    return all(unicodedata.category(letter) not in names.UNSAFE for letter in text)
