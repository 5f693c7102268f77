"""Who may see and do what: the one place that decides.

A `Reader` travels with every request, from the page down to the index. Whoever is handed one asks it; nobody compares
roles or visibilities anywhere else.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from archive.values import PUBLISHED, Visibility


class Role(StrEnum):
    """What someone with an account does in the programme; the German label is the value."""

    STAFF = "Mitarbeitende"
    COORDINATION = "Koordination"
    PRIVACY = "Datenschutz"
    OPERATIONS = "Technik"


class Right(StrEnum):
    """Something that not everyone may do."""

    UPLOAD = "upload"
    #: Describe, correct, publish and withdraw documents.
    EDIT = "edit"
    #: Tell what one's site lived with a method.
    TELL_EXPERIENCES = "tell_experiences"
    #: Decide what becomes of the personal data in a document, and of files that are due for deletion.
    DECIDE_ON_PERSONAL_DATA = "decide_on_personal_data"
    #: Answer what the archive holds about a person, and erase it.
    ANSWER_PERSONS = "answer_persons"
    #: Add, rename and merge sites, meetings, keywords and synonyms.
    MANAGE_VOCABULARIES = "manage_vocabularies"
    #: Put learning paths together, and offer them to readers.
    BUILD_PATHS = "build_paths"
    #: Read who did what to which document.
    SEE_EVENTS = "see_events"
    #: See what needs care: gaps, failures, the state of the index.
    SEE_HEALTH = "see_health"
    #: Have a file read once more.
    READ_AGAIN = "read_again"
    #: Invite people, and take their accounts away.
    MANAGE_ACCOUNTS = "manage_accounts"
    #: See and leave what belongs to one's own account.
    OWN_ACCOUNT = "own_account"


#: Role → what it may see; None stands for visitors, who have no account.
_VISIBLE: Mapping[Role | None, frozenset[Visibility]] = {
    None: frozenset({Visibility.PUBLIC}),
    Role.STAFF: PUBLISHED,
    # Whoever keeps the machine running needs no drafts for it.
    Role.OPERATIONS: PUBLISHED,
    Role.COORDINATION: frozenset(Visibility),
    # Questions about a person's data are answered over everything that is held.
    Role.PRIVACY: frozenset(Visibility),
}

_RIGHTS: Mapping[Role | None, frozenset[Right]] = {
    None: frozenset(),
    Role.STAFF: frozenset({Right.OWN_ACCOUNT, Right.TELL_EXPERIENCES}),
    Role.OPERATIONS: frozenset({Right.OWN_ACCOUNT, Right.READ_AGAIN, Right.SEE_HEALTH}),
    Role.COORDINATION: frozenset(Right),
    Role.PRIVACY: frozenset({Right.OWN_ACCOUNT, Right.DECIDE_ON_PERSONAL_DATA, Right.ANSWER_PERSONS, Right.SEE_EVENTS}),
}


@dataclass(frozen=True, slots=True)
class Reader:
    """Someone who asks, as far as it matters to the answer."""

    #: None for visitors, who have not signed in.
    role: Role | None = None

    @property
    def visible(self) -> frozenset[Visibility]:
        """The classes of documents this reader may see; to him no others exist."""
        return _VISIBLE[self.role]

    def may_see(self, visibility: Visibility) -> bool:
        """Tell whether this reader may know of documents of a class."""
        return visibility in self.visible

    def may(self, right: Right) -> bool:
        """Tell whether this reader may do something."""
        return right in _RIGHTS[self.role]


#: Someone who has not signed in.
VISITOR = Reader()

#: A member of staff, signed in.
STAFF = Reader(Role.STAFF)
