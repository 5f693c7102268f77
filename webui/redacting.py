"""Carries out what was decided about personal data: words stay, or a new version is made without them."""

import tempfile
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from enum import StrEnum
from pathlib import Path

from archive.archive import Archive, Submission
from archive.privacy.values import Ground
from archive.values import Description, Details
from indexer.extraction.isolation import Extractor
from indexer.extraction.pages import Reading
from indexer.redaction.redact import ENDINGS, Redacted, redact
from indexer.redaction.substitutions import BLACKENED, Substitution, Substitutions
from indexer.structure.personal.recurring import surname
from webui.noticed import Noticed


class Choice(StrEnum):
    """What becomes of words; the value is that of the form."""

    ROLE = "rolle"
    BLACKEN = "schwaerzen"
    LEAVE = "belassen"


class Earlier(StrEnum):
    """What becomes of earlier versions; the value is that of the form."""

    CONCEAL = "verbergen"
    ERASE = "loeschen"


class MissingRoleError(Exception):
    """Words shall be replaced by a role, but none was given."""


class NothingDecidedError(Exception):
    """The form was sent before anything was chosen on it."""


class AbsentWordsError(Exception):
    """Words shall be blackened that do not stand in the document.

    Args:
        words: The first of them.
    """

    def __init__(self, words: str) -> None:
        super().__init__(words)
        self.words = words


@dataclass(frozen=True, slots=True)
class Decisions:
    """What was decided on the form."""

    left: Mapping[str, Ground]
    substitutions: Substitutions
    #: What nothing was noticed of, and is to be blackened nevertheless.
    further: tuple[str, ...]

    @classmethod
    def of(cls, form: Mapping[str, str], groups: Iterable[Noticed]) -> "Decisions":
        """Read a form: a choice for each group of words, and further words to be blackened, a line each.

        Raises:
            MissingRoleError: A role was chosen but not named.
        """
        further = tuple(line.strip() for line in form.get("weitere", "").splitlines() if line.strip())
        left, chosen = {}, list(map(Substitution, further))
        for group in groups:
            choice = form.get(f"wahl-{group.fingerprint}", "")
            if choice == Choice.LEAVE:
                left[group.fingerprint] = Ground(form.get(f"grund-{group.fingerprint}", Ground.NOT_PERSONAL))
            elif choice == Choice.ROLE:
                chosen.append(Substitution(group.words, _role(form.get(f"rolle-{group.fingerprint}", ""))))
            elif choice == Choice.BLACKEN:
                chosen.append(Substitution(group.words))
        return cls(left, Substitutions.of(chosen), further)


def carry_out(archive: Archive, document: Description, reading: Reading, decisions: Decisions, agent: str) -> None:
    """Keep what stays, and make a new version without what shall go, if anything.

    What was cut from the document stays with the texts beside the index: who asked for this drops it.

    Raises:
        NothingDecidedError: Nothing is to stay, and nothing to go.
        AbsentWordsError: Something that is to go is not there; nothing is changed.
        RedactionError: No file can be made of which that is certain; nothing is changed.
        ChildStartError: No file can be read now; nothing is changed.
    """
    _check(document, reading, decisions)
    if decisions.substitutions.all:
        with Extractor() as extractor:
            path, spool = archive.path(document.checksum), archive.home.incoming
            made = redact(path, reading, decisions.substitutions, extractor, spool)
        names = filter(None, (surname(each.words) for each in decisions.substitutions.all))
        fingerprints = {archive.privacy.fingerprint(document.code, each) for each in names}
        archive.privacy.remember_redacted(document.code, fingerprints)
        _enter(archive, document, made, agent)
        archive.privacy.forget_words(document.code, decisions.substitutions.leave)
        _retitle(archive, document.code, decisions.substitutions, agent)
    archive.privacy.leave(document.code, decisions.left, agent)


def _check(document: Description, reading: Reading, decisions: Decisions) -> None:
    if not (decisions.left or decisions.further or decisions.substitutions.all):
        raise NothingDecidedError
    text = "\n".join((document.title, *reading.authors, *(page.text for page in reading.pages)))
    for words in decisions.further:
        if not Substitutions.of([Substitution(words)]).leave(text):
            raise AbsentWordsError(words)


def erase_concealed(archive: Archive, code: str, agent: str) -> None:
    """Destroy all versions that stand behind the newest redacted one."""
    below = archive.privacy.concealed_below(code)
    for version in archive.versions(code):
        if version.number < below:
            archive.erasure.erase_version(code, version.number, agent)


def _enter(archive: Archive, document: Description, made: Redacted, agent: str) -> None:
    with tempfile.NamedTemporaryFile(dir=archive.home.incoming) as file:
        file.write(made.content)
        file.flush()
        path = Path(file.name)
        # Said before: there shall be no moment at which the new version is there and the old one open to all.
        archive.privacy.announce_redaction(document.code, path, agent)
        details = Details(version_of=document.code, is_sample=document.is_sample)
        # The old name of the file may name someone.
        archive.take_in(Submission(path, f"{document.code}{ENDINGS[made.media_type]}", details, agent))


def _retitle(archive: Archive, code: str, substitutions: Substitutions, agent: str) -> None:
    """Make the substitutions in the title, too."""
    details = archive.details(code)
    title = substitutions.apply(details.title)
    if title != details.title:
        archive.amend(code, replace(details, title=title), agent)


def _role(text: str) -> str:
    role = " ".join(text.split())
    if not role or role == BLACKENED:
        raise MissingRoleError
    return role
