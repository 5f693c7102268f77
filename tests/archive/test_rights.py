"""Who may see and do what, as one table."""

import pytest

from archive.rights import STAFF, VISITOR, Reader, Right, Role
from archive.values import Visibility

PUBLISHED = {Visibility.PUBLIC, Visibility.INTERNAL}
OWN = {Right.OWN_ACCOUNT}


@pytest.mark.parametrize(
    ("role", "visible", "rights"),
    [
        (None, {Visibility.PUBLIC}, set()),
        (Role.STAFF, PUBLISHED, OWN | {Right.TELL_EXPERIENCES}),
        (Role.OPERATIONS, PUBLISHED, OWN | {Right.READ_AGAIN, Right.SEE_HEALTH}),
        (Role.COORDINATION, set(Visibility), set(Right)),
        (
            Role.PRIVACY,
            set(Visibility),
            OWN | {Right.DECIDE_ON_PERSONAL_DATA, Right.ANSWER_PERSONS, Right.SEE_EVENTS},
        ),
    ],
)
def test_rights_follow_the_role(role: Role | None, visible: set[Visibility], rights: set[Right]) -> None:
    reader = Reader(role)
    assert {each for each in Visibility if reader.may_see(each)} == reader.visible == visible
    assert {each for each in Right if reader.may(each)} == rights


def test_whoever_is_not_named_is_a_visitor() -> None:
    assert Reader() == VISITOR
    assert VISITOR.visible < STAFF.visible
